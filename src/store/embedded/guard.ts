/**
 * Read-only means read-only. The database's own read-only mode still reads and writes other files, loads extensions and
 * changes settings, so a query passes three gates: its keywords, its preparation, and the operators of its plan, of
 * which only those on a list may run. The first gate is there because preparing `LOAD FROM` already opens the file.
 */
import { QueryError } from '../../model/index.js';
import { placeOf, type Token } from '../cypher-text.js';

const OPENERS = new Set(['MATCH', 'OPTIONAL', 'UNWIND', 'WITH', 'RETURN', 'CALL', 'EXPLAIN']);
const WRITERS = new Set(['CREATE', 'MERGE', 'DELETE', 'DETACH', 'SET', 'REMOVE', 'DROP', 'ALTER', 'COPY']);
/** Procedures that tell about the graph's shape and about nothing else. */
const PROCEDURES = new Set(['SHOW_TABLES', 'TABLE_INFO', 'SHOW_CONNECTION', 'SHOW_FUNCTIONS', 'DB_VERSION']);

const OPERATORS = new Set([
  'RESULT_COLLECTOR', 'PROJECTION', 'FILTER', 'FLATTEN', 'LIMIT', 'SKIP', 'UNWIND', 'MULTIPLICITY_REDUCER',
  'ORDER_BY', 'ORDER_BY_MERGE', 'ORDER_BY_SCAN', 'TOP_K', 'TOP_K_SCAN',
  'AGGREGATE', 'AGGREGATE_FINALIZE', 'AGGREGATE_SCAN', 'UNION_ALL_SCAN', 'EMPTY_RESULT',
  'SCAN_NODE_TABLE', 'PRIMARY_KEY_SCAN_NODE_TABLE', 'INDEX_LOOK_UP', 'SCAN_REL_TABLE', 'COUNT_REL_TABLE',
  'HASH_JOIN_BUILD', 'HASH_JOIN_PROBE', 'INTERSECT', 'INTERSECT_BUILD', 'CROSS_PRODUCT', 'SEMI_MASKER',
  'RECURSIVE_EXTEND', 'PATH_PROPERTY_PROBE', 'DUMMY_SINK', 'TABLE_FUNCTION_CALL',
]); // biome-ignore format: a table
/** What a `TABLE_FUNCTION_CALL` may call: intermediate results, and the procedures above. */
const FUNCTIONS = new Set(['READ_FTABLE', ...PROCEDURES]);

/** The first gate. @throws QueryError `not-allowed`, with the place of the offending word */
export function checkWords(text: string, tokens: readonly Token[]): void {
  const refuse = (token: Token, what: string): never => {
    throw new QueryError(
      'not-allowed',
      `${what} is not allowed: queries only read the graph`,
      placeOf(text, token.start),
    );
  };
  const first = tokens[0];
  if (!first) throw new QueryError('syntax', 'the query is empty', { line: 1, column: 1 });
  const opener = first.text.toUpperCase();
  if (first.kind === 'word' && !OPENERS.has(opener) && (WRITERS.has(opener) || STATEMENTS.has(opener))) {
    refuse(first, opener);
  }
  tokens.forEach((token, index) => {
    if (token.kind !== 'word') return;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    // After a dot, a colon or AS it is a property, a label or an alias.
    if (before && (['.', ':', '|'].includes(before.text) || before.text.toUpperCase() === 'AS')) return;
    const next = after?.kind === 'word' ? after.text.toUpperCase() : '';
    const word = token.text.toUpperCase();
    if (word === 'LOAD' && ['FROM', 'WITH', 'CSV', 'EXTENSION'].includes(next)) refuse(token, `LOAD ${next}`);
    if (word === 'CALL' && after?.text !== '{' && !PROCEDURES.has(next)) refuse(token, `CALL ${after?.text ?? ''}`);
    if (word === 'CALL' && tokens[index + 2]?.text !== '(' && after?.text !== '{') refuse(token, `CALL ${next}`);
  });
  const semicolon = tokens.findIndex((token) => token.kind === 'symbol' && token.text === ';');
  const second = semicolon < 0 ? undefined : tokens[semicolon + 1];
  if (second) refuse(second, 'a second statement');
}
const STATEMENTS = new Set([
  'LOAD', 'EXPORT', 'IMPORT', 'ATTACH', 'INSTALL', 'UNINSTALL', 'UPDATE', 'FORCE', 'USE', 'BEGIN', 'COMMIT',
  'ROLLBACK', 'CHECKPOINT', 'COMMENT', 'ANALYZE', 'PROFILE', 'FOREACH', 'SHOW', 'GRANT', 'REVOKE', 'DENY', 'TERMINATE',
  'START', 'STOP', 'ENABLE', 'RENAME',
]); // biome-ignore format: a table

/**
 * The third gate. Every operator's box of the printed plan has a line of its own `NAME[number]`; the numbers run from 0
 * without gaps, so that an unreadable box is noticed.
 * @throws QueryError `not-allowed` for any operator or table function that is not on the list
 */
export function checkPlan(plan: string): void {
  const refuse = (name: string): never => {
    throw new QueryError('not-allowed', `${name} is not allowed: queries only read the graph`);
  };
  const numbers = new Set<number>();
  let calls = 0;
  let functions = 0;
  for (const cell of plan.split(/[│\n]/)) {
    const [, name, number] = /^\s*([A-Z][A-Z0-9_]*)\[(\d+)\]\s*$/.exec(cell) ?? [];
    if (name !== undefined) {
      if (!OPERATORS.has(name)) refuse(name);
      numbers.add(Number(number));
      if (name === 'TABLE_FUNCTION_CALL') calls++;
    }
    const called = /^\s*Function: (.*?)\s*$/.exec(cell)?.[1];
    if (called !== undefined) {
      if (!FUNCTIONS.has(called)) refuse(called);
      functions++;
    }
  }
  if (numbers.size === 0 || Math.max(...numbers) + 1 !== numbers.size || functions < calls) {
    refuse('a query whose plan cannot be read');
  }
}
