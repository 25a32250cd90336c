/** Reading a part of a graph folder for lineages: it must tell the same as the whole. */
import { expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { Lineage, lineageOf, profileOf } from '../../src/lineage/index.js';
import type { KnowledgeGraph } from '../../src/model/index.js';
import { openGraph, readDescent, readEdgesAround, writeGraph } from '../../src/store/index.js';
import { ALPHABET, paper } from '../lineage/family.js';
import { record } from '../support/records.js';
import { freshFolder } from '../support/stemma.js';

/** Text that looks like what the reader goes by, ids that are no ASCII, and a paper that spoke of Zulu before its origin. */
const records = [
  ...ALPHABET,
  paper('2025-07', 'Éclair "Zwölf"', 'Echo'),
  record({
    id: 'arxiv:2501.00009',
    abstract:
      'A text with ,"date":"1999-01-01" and ,"abstract":" and "label":"Author" that uses Éclair "Zwölf" and Bravo.',
    date: '2025-01-02',
    authors: ['A. "B", C'],
    entities: [
      { name: 'Éclair "Zwölf"', role: 'uses' },
      { name: 'Bravo', role: 'evaluates_on' },
    ],
    relations: [['Éclair "Zwölf"', 'OUTPERFORMS', 'Bravo', 'uses Éclair "Zwölf" and Bravo']],
  }),
  record({ id: 'text:undated', abstract: 'We study Alfa.', entities: [{ name: 'Alfa' }] }),
];

const graph = assembleGraph(records);
const folder = freshFolder();
const written = writeGraph(folder, {
  meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
  graph,
  records,
});

/** All lineages, and what is told of each method by what is `read` of the graph. */
function told(read: KnowledgeGraph, edgesAt: (id: string) => KnowledgeGraph['edges']) {
  const lineage = new Lineage(read);
  const nodes = new Map(read.nodes.map((node) => [node.id, node]));
  const nodeOf = (id: string) => nodes.get(id);
  return lineage.methods.map(({ node }, number) => {
    const edges = edgesAt(node.id);
    const around = (id: string) => edges.filter(({ source, target }) => source === id || target === id);
    return {
      lineage: lineageOf(lineage, nodeOf, number, { direction: 'both', depth: 9, limit: 99, generic: true }),
      profile: profileOf(lineage, nodeOf, around, number, '2025-07-15'),
    };
  });
}

it('gives the lineages and the profiles that the whole graph gives, with fewer nodes and edges', async () => {
  await written;
  const open = await openGraph(folder);
  const lean = readDescent(open);
  expect(told(lean, (id) => readEdgesAround(open, id))).toEqual(told(graph, () => graph.edges));
  expect(lean.nodes.length).toBeLessThan(graph.nodes.length);
  expect(lean.nodes.some(({ label }) => label === 'Author')).toBe(false);
  expect(lean.nodes.find(({ id }) => id === 'arxiv:2501.00009')).toMatchObject({ abstract: '', date: '2025-01-02' });
});
