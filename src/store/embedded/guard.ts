/**
 * Read-only means read-only. The database's own read-only mode still reads and writes other files, loads extensions and
 * changes settings, so a query passes three gates: its keywords, its preparation, and the operators of its plan, of
 * which only those on a list may run. The first gate is there because preparing `LOAD FROM` already opens the file.
 */
import { QueryError } from '../../model/index.js';

/** Procedures that tell about the graph's shape and about nothing else. */
export const PROCEDURES: ReadonlySet<string> = new Set([
  'SHOW_TABLES',
  'TABLE_INFO',
  'SHOW_CONNECTION',
  'SHOW_FUNCTIONS',
  'DB_VERSION',
]);

const OPERATORS = new Set([
  'RESULT_COLLECTOR', 'PROJECTION', 'FILTER', 'FLATTEN', 'LIMIT', 'SKIP', 'UNWIND', 'MULTIPLICITY_REDUCER',
  'ORDER_BY', 'ORDER_BY_MERGE', 'ORDER_BY_SCAN', 'TOP_K', 'TOP_K_SCAN',
  'AGGREGATE', 'AGGREGATE_FINALIZE', 'AGGREGATE_SCAN', 'UNION_ALL_SCAN', 'EMPTY_RESULT',
  'SCAN_NODE_TABLE', 'PRIMARY_KEY_SCAN_NODE_TABLE', 'QUERY_PRIMARY_KEY_LOOKUP', 'INDEX_LOOK_UP', 'SCAN_REL_TABLE',
  'COUNT_REL_TABLE',
  'HASH_JOIN_BUILD', 'HASH_JOIN_PROBE', 'INTERSECT', 'INTERSECT_BUILD', 'CROSS_PRODUCT', 'SEMI_MASKER',
  'RECURSIVE_EXTEND', 'PATH_PROPERTY_PROBE', 'DUMMY_SINK', 'TABLE_FUNCTION_CALL',
]); // biome-ignore format: a table
/** What a `TABLE_FUNCTION_CALL` may call: intermediate results, and the procedures above. */
const FUNCTIONS = new Set(['READ_FTABLE', ...PROCEDURES]);

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
    const called = /^\s*Function: (.*)$/s.exec(cell)?.[1]?.trimEnd();
    if (called !== undefined) {
      if (!FUNCTIONS.has(called)) refuse(called);
      functions++;
    }
  }
  if (numbers.size === 0 || Math.max(...numbers) + 1 !== numbers.size || functions < calls) {
    refuse('a query whose plan cannot be read');
  }
}
