/** Reading a part of a graph folder for lineages: it must tell the same as the whole. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { Lineage, lineageOf, profileOf } from '../../src/lineage/index.js';
import { type DescentGraph, type EntityNode, GraphError, withoutText } from '../../src/model/index.js';
import { openGraph, readAround, readDescent, readNamed, writeGraph } from '../../src/store/index.js';
import { ALPHABET, paper } from '../lineage/family.js';
import { record } from '../support/records.js';
import { freshFolder } from '../support/stemma.js';

/** Text that looks like what the reader goes by, ids that are no ASCII, and a paper that spoke of Zulu before its origin. */
const records = [
  ...ALPHABET,
  paper('2025-07', 'Éclair "Zwölf"', 'Echo'),
  record({
    id: 'arxiv:2501.00009',
    title: 'A text',
    abstract:
      'A text with ,"date":"1999-01-01" and ,"abstract":" and "label":"Author" that uses Éclair "Zwölf" and Bravo, anemone.',
    date: '2025-01-02',
    authors: ['A. "B", C'],
    entities: [{ name: 'Éclair "Zwölf"', role: 'uses' }, { name: 'Bravo', role: 'evaluates_on' }, { name: 'anemone' }],
    relations: [['Éclair "Zwölf"', 'OUTPERFORMS', 'Bravo', 'uses Éclair "Zwölf" and Bravo']],
  }),
  record({
    id: 'text:undated',
    abstract: 'We study Alfa, anemone, and the hermit crab.',
    entities: [{ name: 'Alfa' }, { name: 'anemone' }, { name: 'hermit crab' }],
  }),
];

const graph = assembleGraph(records);
const folder = freshFolder();
const written = writeGraph(folder, {
  meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
  graph,
  records,
});

/** What is told of one entity by what was `read` of the graph for it. */
function told(id: string, read: DescentGraph, around: DescentGraph) {
  const lineage = new Lineage(read);
  // Texts are left out, and with them how long they are.
  const all = [...read.nodes, ...around.nodes].map((node) => (node.label === 'Paper' ? withoutText(node) : node));
  const nodes = new Map(all.map((node) => [node.id, node]));
  const nodeOf = (at: string) => nodes.get(at);
  const number = lineage.numberOf(id) ?? Number.NaN;
  const edgesAt = (at: string) => around.edges.filter(({ source, target }) => source === at || target === at);
  return {
    lineage: lineageOf(lineage, nodeOf, number, { direction: 'both', depth: 9, limit: 99, generic: true }),
    profile: profileOf(lineage, nodeOf, edgesAt, number, '2025-07-15'),
  };
}

describe('what is read of a folder for lineages', () => {
  beforeAll(() => written);

  it('gives the lineage and the profile of each entity that the whole graph gives', async () => {
    const open = await openGraph(folder);
    const ids = graph.nodes.flatMap((node) => ('aliases' in node ? node.id : []));
    expect(ids.length).toBeGreaterThan(7);
    for (const id of ids) {
      expect(told(id, readDescent(open, [id]), readAround(open, id))).toEqual(told(id, graph, graph));
    }
  });

  it('leaves out people, abstracts and what is in no line of descent, but what is asked for', async () => {
    const open = await openGraph(folder);
    const namesOf = (names: string[]) =>
      readDescent(
        open,
        graph.nodes.flatMap(({ id, name }) => (names.includes(name) ? id : [])),
      ).nodes.map(({ name }) => name);
    expect(namesOf([])).not.toContain('A. "B"');
    expect(namesOf([])).not.toContain('hermit crab');
    expect(namesOf(['hermit crab'])).toContain('hermit crab');
    expect(namesOf(['Éclair "Zwölf"'])).not.toContain('hermit crab');
    const papers = readDescent(open, []).nodes.filter(({ label }) => label === 'Paper');
    expect(papers).toHaveLength(records.length);
    expect(papers.find(({ id }) => id === 'arxiv:2501.00009')).toEqual({
      id: 'arxiv:2501.00009',
      label: 'Paper',
      name: 'A text',
      date: '2025-01-02',
    });
    expect(papers.find(({ id }) => id === 'text:undated')).not.toHaveProperty('date');
  });

  it('reads of entities their names and no more: those that are written so, or all where one is not', async () => {
    const open = await openGraph(folder);
    const [crab] = readNamed(open, ['hermit crab']);
    const node = graph.nodes.find(({ name }) => name === 'hermit crab') as EntityNode;
    const { id, label, name, aliases, papers } = node;
    expect(crab).toEqual({ id, label, name, aliases, papers });
    expect(readNamed(open, ['hermit crab', id])).toHaveLength(1);
    const entities = graph.nodes.filter((node) => 'aliases' in node);
    expect(readNamed(open, ['hermit crab', 'Hermit Crab']).map(({ id }) => id)).toEqual(entities.map(({ id }) => id));
  });

  it('fails with the file and the remedy where the folder is damaged', async () => {
    const open = await openGraph(folder);
    expect(() => readDescent({ ...open, folder: join(folder, 'none') }, [])).toThrow(GraphError);
  });
});
