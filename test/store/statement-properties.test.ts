/** What stands between a query and the database, on anything that may be typed: words, gates, translation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueryError } from '../../src/model/index.js';
import { checkPlan as checkEmbeddedPlan } from '../../src/store/embedded/guard.js';
import { checkPlan as checkNeo4jPlan } from '../../src/store/neo4j/guard.js';
import { runs } from '../support/effort.js';
import { checkRefusal, checkTokens, checkTranslation } from './check-typed.js';
import { SPELLINGS } from './spellings/index.js';

const WORDS =
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND CALL UNION ALL AS IN IS NOT NULL AND OR XOR EXISTS COUNT COLLECT CASE WHEN THEN ELSE END ORDER BY SKIP LIMIT DISTINCT STARTS ENDS CONTAINS EXPLAIN PROFILE LOAD CSV FROM CREATE DELETE SET n m r p x Paper USES name ( ) [ ] { } - -> <- < > = <> =~ + * / % ^ . .. : | & ! , ; $p $ \' " ` // /* */ 0 1 2.5 1e9 [* ..3] shortestPath reduce( any( [x IN 1'.split(
    ' ',
  );
const soup = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 60 })
  .map((words) => words.join(' '));
/** What is nearly a query: one that runs, with something put in or cut out. */
const nearly = fc
  .record({
    query: fc.constantFrom(...SPELLINGS.map(([, , query]) => query)),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(fc.constantFrom('', ...WORDS), fc.string({ unit: 'grapheme', maxLength: 3 })),
  })
  .map(({ query, at, cut, put }) => {
    const place = Math.floor(at * query.length);
    return query.slice(0, place) + put + query.slice(place + cut);
  });
const typed = fc.oneof(soup, nearly, fc.string({ unit: 'binary', maxLength: 200 }));

describe('whatever is typed', () => {
  it('becomes words, each in its place', () => {
    fc.assert(fc.property(typed, checkTokens), runs(300));
  });

  it('is let through or refused with a place in it', () => {
    fc.assert(fc.property(typed, checkRefusal), runs(300));
  });

  it('is translated or left alone, and places lead back into it', () => {
    fc.assert(fc.property(typed, checkTranslation), runs(300));
  });

  it('a plan that is none is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(() => checkEmbeddedPlan(text)).toThrow(QueryError);
        expect(() => checkNeo4jPlan('r', { operatorType: `?${text}`, arguments: {}, children: [] })).toThrow(
          QueryError,
        );
      }),
      runs(100),
    );
  });
});

it.each([
  ['brackets', '('.repeat(20_000)],
  ['lists', `RETURN ${'['.repeat(9_000)}1${']'.repeat(9_000)}`],
  ['maps', `RETURN ${'{a:'.repeat(5_000)}1${'}'.repeat(4_900)}`],
  ['nots', `RETURN ${'NOT '.repeat(4_900)}true`],
  ['minus signs', `RETURN ${'- '.repeat(9_900)}1`],
  ['sums', `RETURN ${'1+'.repeat(9_900)}1`],
  ['cases', `RETURN ${'CASE WHEN true THEN '.repeat(950)}1${' END'.repeat(100)}`],
  ['subqueries', `${'CALL { '.repeat(2_500)}RETURN 1${' }'.repeat(500)}`],
  ['quotes', `RETURN ${'"\\\\\\'.repeat(4_000)}`],
  ['steps of a pattern', `MATCH ${'()-->'.repeat(3_900)}() RETURN 1`],
  ['comments', '/*'.repeat(9_900)],
  ['digits of a duration', `RETURN duration('P${'1'.repeat(19_000)}')`],
])('a query of 20,000 signs of nothing but %s comes to an end', (_, text) => {
  expect(text.length).toBeLessThanOrEqual(20_000);
  checkTranslation(text);
  checkRefusal(text);
});
