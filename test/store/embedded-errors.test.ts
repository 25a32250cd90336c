/** Whatever goes wrong in the embedded database is told with its place, in words that are not of its inside. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainFailure } from '../../src/store/embedded/failure.js';
import { loadEmbedded } from '../../src/store/embedded/load.js';
import { toStatement } from '../../src/store/embedded/statement.js';
import { EmbeddedStore } from '../../src/store/index.js';
import { freshFolder } from '../support/stemma.js';
import { graph } from './fixture.js';

const LIMITS = { maxRows: 1_000, timeoutMs: 20_000 };
/** Names of types, rules, functions of the translation's, and files of the database. */
const INSIDE = /INT64|STRING|STRUCT|LIST_|list_|Assertion|\.cpp|::|_FUNCTION|oC_|exception/;
let store: EmbeddedStore;
beforeAll(async () => {
  const path = join(freshFolder(), 'graph.lbug');
  await loadEmbedded(path, graph);
  store = new EmbeddedStore(path);
});
afterAll(() => store?.close());

describe('an error says where and what', () => {
  const cases: [query: string, column: number, message: RegExp][] = [
    ['RETURN 1 / 0 AS a', 10, /[Dd]ivi/],
    ["RETURN 1 AS a, date('abc') AS b", 21, /"abc" is no date/],
    ['MATCH (p:Paper) RETURN date(p.name) AS a', 24, /is no date/],
    ['RETURN range(1, 10, 0) AS a', 8, /[Ss]tep/],
    ["RETURN 'a' * 2 AS a", 12, /\* does not go with text and a whole number/],
    ['MATCH (p:Paper) RETURN sum(p.name) AS a', 24, /sum\(…\) does not take text/],
    ['MATCH (p:Paper) WHERE p.name RETURN p', 23, /p\.name is text where true or false is wanted/],
    ['MATCH (p:Paper) RETURN p.authors.x AS a', 24, /is a list, which has no properties/],
    ['MATCH (p:Paper) RETURN p ORDER BY p.authors', 35, /cannot be sorted by/],
    ['MATCH (p:Paper) WHERE count(p) > 1 RETURN p', 23, /name it in a WITH before/],
    ['UNWIND 5 AS x RETURN x', 8, /a list is wanted/],
    ['RETURN [x IN 5 | x] AS v', 8, /a whole number stands here where a list is wanted/],
    ["RETURN reduce(s = 0, x IN ['a'] | s + x) AS v", 27, /cannot be added up/],
    ['RETURN {a: 1}.b AS a', 15, /the map has no key b/],
    ['MATCH (p:Paper) RETURN p.nothing', 26, /nothing/],
    ['MATCH (p:Paper) RETURN nofunction(p) AS a', 24, /nofunction/i],
    ['MATCH (p:Paper) SET p.x = 1', 17, /writing is not allowed/],
    ['MATCH (p:Paper) WHERE p.name IS :: STRING RETURN p', 33, /type of a value cannot be asked for/],
    ['MATCH p = SHORTEST 2 (a)--+(b) RETURN p', 11, /ANY SHORTEST and SHORTEST 1/],
    ['MATCH (p:Paper) RETURN p.id LIMIT toInteger(p.id)', 35, /take a whole number/],
  ];
  it.each(cases)('%s', async (query, column, message) => {
    const error = await store.query(query, LIMITS).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'QueryError', message: expect.stringMatching(message), line: 1, column });
    expect((error as Error).message).not.toMatch(INSIDE);
  });
});

it.each([
  'Assertion failed in file "/src/processor/plan_mapper.cpp" on line 12: evaluator != nullptr',
  'std::bad_variant_access',
  'Binder exception: KU_UNREACHABLE lbug::common::LogicalTypeID',
  'Runtime exception: Cannot evaluate binder::LambdaExpression',
  "Cannot read properties of undefined (reading 'properties')",
])('what the database says of its inside is not handed on: %s', (message) => {
  const cypher = 'MATCH (p:Paper)\nRETURN p';
  const error = explainFailure(new Error(message), cypher, toStatement(cypher, {}));
  expect(error).toMatchObject({ of: 'query', line: 1, column: 1 });
  expect(error.message).toMatch(/cannot run this query: part it into simpler clauses/);
});

it('what no other query would mend is a fault of the store', () => {
  const error = explainFailure(new Error('IO exception: Cannot read from file: graph.lbug'), 'RETURN 1');
  expect(error).toMatchObject({ of: 'store', message: expect.stringContaining('Cannot read from file') });
});
