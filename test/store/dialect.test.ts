/** What is written for Neo4j is answered by the embedded store as by Neo4j itself: a table of spellings, put to both. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadEmbedded } from '../../src/store/embedded/load.js';
import { EmbeddedStore, type Json, loadNeo4j, Neo4jStore, type Store } from '../../src/store/index.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { freshFolder } from '../support/stemma.js';
import { graph } from './fixture.js';
import { SPELLINGS } from './spellings/index.js';
import { REFUSED } from './spellings/refused.js';

const LIMITS = { maxRows: 1_000, timeoutMs: 20_000 };
let embedded: EmbeddedStore;
let server: Neo4jForTests | undefined;
let neo4j: Store | undefined;
beforeAll(async () => {
  const path = join(freshFolder(), 'graph.lbug');
  await loadEmbedded(path, graph);
  embedded = new EmbeddedStore(path);
  if (neo4jIsAbsent) return;
  server = await startNeo4j();
  await loadNeo4j(server, 'stemma', graph);
  neo4j = new Neo4jStore(server);
});
afterAll(async () => {
  await embedded?.close();
  await neo4j?.close();
  await server?.stop();
});

/** Without the mark that nodes and relationships carry in Neo4j only. */
function unmarked(value: Json): Json {
  if (Array.isArray(value)) return value.map(unmarked);
  if (value === null || typeof value !== 'object') return typeof value === 'number' ? Number(value.toFixed(9)) : value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !(key === 'graph' && item === 'stemma'))
      .map(([key, item]) => [key, unmarked(item)]),
  );
}

describe(`spellings of Neo4j${neo4jIsAbsent ? ` (not compared: ${neo4jIsAbsent})` : ''}`, () => {
  it.each(SPELLINGS.map((spelling) => ({ name: spelling[0], spelling })))('$name', async ({ spelling }) => {
    const [, translated, query, parameters = {}] = spelling;
    const answer = await embedded.query(query, { ...LIMITS, parameters });
    expect([query, answer.translated !== undefined]).toEqual([query, translated]);
    const first = await embedded.query(query, { ...LIMITS, maxRows: 1, parameters });
    expect([query, first.rows.length]).toEqual([query, Math.min(1, answer.rows.length)]);
    const expected = await neo4j?.query(query, { ...LIMITS, parameters });
    if (!expected) return;
    expect([query, answer.translated, answer.columns, answer.rows.map(unmarked)]).toEqual([
      query,
      answer.translated,
      expected.columns,
      expected.rows.map(unmarked),
    ]);
    expect(expected.translated).toBeUndefined();
  });
});

describe('spellings that are refused', () => {
  it.each(REFUSED)('%s', async (query, column, message) => {
    const asked = embedded.query(query, { ...LIMITS });
    await expect(asked).rejects.toMatchObject({
      code: 'syntax',
      message: expect.stringMatching(message),
      line: 1,
      column,
    });
  });
});

describe('regular expressions that the embedded engine cannot run', () => {
  it.each([
    ["RETURN 'a' =~ '^(?!.*GAN).*' AS v", /negative look-ahead .* NOT … =~/],
    ["RETURN 'a' =~ '(?<=a)b' AS v", /look-behind/],
    ["RETURN 'a' =~ '(.)\\\\1.*' AS v", /back-references/],
    ["RETURN 'a' =~ '[a-z' AS v", /not valid: .*\[a-z/],
    ["RETURN 'a' =~ '(?i)' + '[a-z' AS v", /not valid/],
    ["RETURN 'a' =~ 'a++' AS v", /possessive/],
    ["RETURN 'a' =~ '[a-z&&[^b]]' AS v", /intersections/],
    ["RETURN 'a' =~ $pattern    AS v", /look-ahead/],
  ])('are refused: %s', async (query, message) => {
    const parameters = query.includes('$') ? { pattern: '(?=b)' } : {};
    await expect(embedded.query(query, { ...LIMITS, parameters })).rejects.toMatchObject({
      code: 'syntax',
      message: expect.stringMatching(message),
      line: 1,
      column: 15,
    });
  });
});

it('a list of which only the database knows that it is one is not turned round letter by letter', async () => {
  const query = 'WITH [[1, 2], [3]] AS ls UNWIND ls AS l RETURN reverse(l) AS v';
  await expect(embedded.query(query, { ...LIMITS })).rejects.toThrow(/reverse\(\[x IN/);
  const spelt = await embedded.query('WITH [[1, 2], [3]] AS ls UNWIND ls AS l RETURN reverse([x IN l | x]) AS v', {
    ...LIMITS,
  });
  expect(spelt.rows).toEqual([{ v: [2, 1] }, { v: [3] }]);
});
