/** A small family of methods, each introduced by a paper of its own, for the tests of lineages. */
import { assembleGraph } from '../../src/graph/index.js';
import { Lineage } from '../../src/lineage/index.js';
import type { ExtractionRecord, GraphNode, KnowledgeGraph } from '../../src/model/index.js';
import { record } from '../support/records.js';

/** A paper that introduces the first and says that it builds on each of the others, in a sentence of its own. */
export function paper(month: string, name: string, ...tails: string[]): ExtractionRecord {
  const says = tails.map((tail) => `${name} extends ${tail}.`);
  const claim = `We propose ${name}.`;
  return record({
    id: `arxiv:${month.slice(2).replace('-', '')}.${String([...name].reduce((n, c) => n + c.charCodeAt(0), 0)).padStart(5, '0')}`,
    title: `On ${name}`,
    abstract: [claim, ...says].join(' '),
    date: `${month}-15`,
    entities: [{ name, role: 'introduces' }, ...tails.map((tail) => ({ name: tail, role: 'uses' as const }))],
    relations: tails.map((tail, i) => [name, 'BUILDS_ON', tail, says[i] ?? '', 0.8]),
  });
}

export function family(records: readonly ExtractionRecord[]): {
  graph: KnowledgeGraph;
  lineage: Lineage;
  nodeOf: (id: string) => GraphNode | undefined;
  number: (name: string) => number;
} {
  const graph = assembleGraph(records);
  const lineage = new Lineage(graph);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  return {
    graph,
    lineage,
    nodeOf: (id) => nodes.get(id),
    number: (name) => {
      const node = graph.nodes.find((one) => one.name === name && one.label !== 'Paper');
      const number = node && lineage.numberOf(node.id);
      if (number === undefined) throw new Error(`${name} is no method`);
      return number;
    },
  };
}

/** `A < B`: A came from B. */
export function told(lineage: Lineage): string[] {
  return lineage.steps.map(({ head, tail }) => `${lineage.method(head).node.name} < ${lineage.method(tail).node.name}`);
}

/** Alfa, from which came Bravo and Charlie; Delta of both; Echo of Delta and, by a shortcut, of Bravo. */
export const ALPHABET = [
  paper('2024-01', 'Alfa'),
  paper('2024-03', 'Bravo', 'Alfa'),
  paper('2024-05', 'Charlie', 'Alfa'),
  paper('2024-08', 'Delta', 'Bravo', 'Charlie'),
  paper('2025-06', 'Echo', 'Delta', 'Bravo'),
];
