/** The named queries on both stores: the checked answer over a graph made by hand, and the same rows over the sample. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '../../src/model/index.js';
import { SearchIndex } from '../../src/serve/search-index.js';
import { loadEmbedded } from '../../src/store/embedded/load.js';
import {
  EmbeddedStore,
  type Json,
  loadNeo4j,
  type NamedQuery,
  Neo4jStore,
  namedQueries,
  readGraph,
  readNeo4j,
  type Store,
} from '../../src/store/index.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { freshFolder, stemma } from '../support/stemma.js';
import { ANSWERS } from './question-answers.js';
import { questionGraph } from './question-graph.js';

const LIMITS = { maxRows: 1_000, timeoutMs: 30_000 };
const open: Store[] = [];
const texts: Record<string, NamedQuery[]> = {};
let server: Neo4jForTests | undefined;
let sample: KnowledgeGraph;

beforeAll(async () => {
  for (const kind of ['embedded', 'neo4j'] as const) texts[kind] = await namedQueries(kind, 'stemma');
  const folder = join(freshFolder(), 'graph');
  expect(stemma(['build', '--graph', folder, '--extractor', 'fast'])).toMatchObject({ status: 0 });
  sample = (await readGraph(folder)).graph;
  if (!neo4jIsAbsent) server = await startNeo4j();
});
afterAll(async () => {
  for (const store of open) await store.close();
  if (server) await loadNeo4j(server, "someone's other graph", { nodes: [], edges: [] }, { prune: true });
  await server?.stop();
});

/** A store of the kind that holds the graph and nothing else. */
async function filled(kind: Store['kind'], graph: KnowledgeGraph): Promise<Store> {
  if (kind === 'embedded') {
    const path = join(freshFolder(), 'graph.lbug');
    await loadEmbedded(path, graph);
    open.push(new EmbeddedStore(path));
  } else {
    if (!server) throw new Error('no Neo4j');
    await loadNeo4j(server, 'stemma', graph, { prune: true });
    open.push(new Neo4jStore(server));
  }
  return open.at(-1) as Store;
}

async function ask(store: Store, name: string, parameters?: Record<string, Json>) {
  const query = texts[store.kind]?.find((candidate) => candidate.name === name);
  const defaults = Object.fromEntries((query?.parameters ?? []).map((item) => [item.name, item.default]));
  return (await store.query(query?.cypher ?? '', { ...LIMITS, parameters: parameters ?? defaults })).rows;
}

const names = Object.keys(ANSWERS).sort();
it('every query has its answer here, to all of its parameters', () => {
  expect((texts['embedded'] ?? []).map(({ name }) => name)).toEqual(names);
  expect(names.length).toBeGreaterThanOrEqual(24);
  for (const { name, parameters } of texts['embedded'] ?? []) {
    for (const one of ANSWERS[name] ?? []) {
      expect([name, Object.keys(one.parameters)]).toEqual([name, parameters.map((parameter) => parameter.name)]);
    }
  }
});

const cases = Object.entries(ANSWERS).flatMap(([name, list]) =>
  list.map(({ parameters, rows }) => [name, parameters, rows] as const),
);
/** The landmark papers of the sample contradict one another nowhere. */
const EMPTY = new Set(['contradictions']);

for (const kind of ['embedded', 'neo4j'] as const) {
  const absent = kind === 'neo4j' ? neo4jIsAbsent : undefined;
  describe.skipIf(absent)(`answers of ${kind}${absent ? ` (skipped: ${absent})` : ''}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await filled(kind, questionGraph);
      // A second graph in the same database has no part in the answers, then and over the sample.
      if (kind === 'neo4j' && server) await loadNeo4j(server, "someone's other graph", sample);
    });
    it.each(cases)('%s with %j', async (name, parameters, rows) => {
      expect(await ask(store, name, parameters)).toEqual(rows);
    });
  });
}

it('tells of no technique from another field of which it is not known where it started', async () => {
  const { nodes, edges } = questionGraph;
  const changed = {
    // A common term.
    nodes: nodes.map((node) => (node.name === 'Attn' ? { ...node, name: 'attn' } : node)),
    // Of the four papers on Conv two give the name to something of theirs.
    edges: edges.map((edge) =>
      edge.source === 'arxiv:4' && edge.target === 'technique:conv' && edge.type === 'COMPARES_WITH'
        ? { ...edge, type: 'INTRODUCES' as const }
        : edge,
    ),
  };
  const told = async (graph: KnowledgeGraph) =>
    (await ask(await filled('embedded', graph), 'techniques-from-another-field', { papers: 1, limit: 100 })).map(
      (row) => row['technique'],
    );
  expect(await told(questionGraph)).toEqual(['Attn', 'Conv']);
  expect(await told({ ...questionGraph, nodes: changed.nodes })).toEqual(['Conv']);
  expect(await told({ ...questionGraph, edges: changed.edges })).toEqual(['Attn']);
});

describe('over the sample, with the defaults', () => {
  let embedded: Store;
  let neo4j: Store | undefined;
  beforeAll(async () => {
    embedded = await filled('embedded', sample);
    if (!neo4jIsAbsent) neo4j = await filled('neo4j', sample);
  });
  it.each(names)('%s has the same rows in both stores', async (name) => {
    const rows = await ask(embedded, name);
    if (EMPTY.has(name)) expect(rows).toEqual([]);
    else expect(rows.length).toBeGreaterThan(0);
    if (neo4j) expect(await ask(neo4j, name)).toEqual(rows);
  });
  it.skipIf(neo4jIsAbsent)('the search finds the same in a graph that is read from Neo4j', async () => {
    if (!server) throw new Error('no Neo4j');
    const [here, there] = [sample, await readNeo4j(server, 'stemma')].map(({ nodes }) => new SearchIndex(nodes));
    for (const text of ['transformer', 'LSTN', 'diffusion mod', 'kaiming', 'attention is all', 'gpt3', 'zzzz']) {
      expect(there?.search(text, 20)).toEqual(here?.search(text, 20));
    }
  });
});
