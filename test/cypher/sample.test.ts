/** The first questions a new user asks: every named query, as it stands, has an answer in the bundled sample. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EmbeddedStore, type NamedQuery, namedQueries, openGraph } from '../../src/store/index.js';
import { freshFolder, stemma } from '../support/stemma.js';

let store: EmbeddedStore;
let queries: NamedQuery[];
beforeAll(async () => {
  const folder = join(freshFolder(), 'graph');
  const { status, stderr } = stemma(['build', '--graph', folder]);
  expect([status, stderr]).toEqual([0, expect.any(String)]);
  store = new EmbeddedStore((await openGraph(folder)).databasePath);
  queries = await namedQueries('embedded');
});
afterAll(() => store?.close());

it.each([
  'ancestors-of-a-technique',
  'neighbours-of-a-technique',
  'papers-that-share-most',
  'what-a-benchmark-is-used-by',
  'what-two-papers-have-in-common',
])('%s', async (name) => {
  const query = queries.find((candidate) => candidate.name === name);
  const parameters = Object.fromEntries((query?.parameters ?? []).map((item) => [item.name, item.default]));
  const { rows } = await store.query(query?.cypher ?? '', { parameters, maxRows: 100, timeoutMs: 20_000 });
  expect(rows.length).toBeGreaterThan(0);
});
