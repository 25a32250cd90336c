/** One query in the database's process: the gates before it, its rows or its plan, and all digits of its integers. */
import { availableParallelism } from 'node:os';
import { QueryError } from '../../model/index.js';
import { checkWords } from '../check-words.js';
import { placeOf, tokenizeCypher } from '../cypher-text.js';
import { BATCH, MAX_BYTES, type Row, sizeOf } from '../store.js';
import type { Connection, PreparedStatement, QueryResult } from './database.js';
import { explainFailure } from './failure.js';
import { checkPlan, PROCEDURES } from './guard.js';
import { parsePlan, withoutCounts } from './plan-tree.js';
import type { QueryRequest, Reply } from './protocol.js';
import { withLimit } from './row-limit.js';
import { type Statement, toStatement } from './statement.js';
import { exactType, RoundedInteger, toJson } from './values.js';

/** Threads that a query may use. */
const THREADS = Math.max(1, Math.min(4, availableParallelism()));

export type Answer = Omit<Extract<Reply, { is: 'answer' }>, 'is' | 'id'>;
export type HandOn = (columns: string[], rows: Row[]) => Promise<void>;

/** Rejects with a SentError. */
export async function answerOne(connection: Connection, request: QueryRequest, handOn: HandOn): Promise<Answer> {
  let statement: Statement | undefined;
  const end = performance.now() + request.timeoutMs;
  try {
    statement = toStatement(request.cypher, request.parameters);
    const { text, parameters, mode, translated } = statement;
    const checked = await check(connection, request, statement);
    const shown = translated === undefined ? {} : { translated };
    if (mode !== 'run') {
      const plan = parsePlan(
        mode === 'explain' ? checked.explained : await planOf(connection, `PROFILE ${text}`, parameters),
      );
      if (!plan) throw new Error('the plan cannot be read');
      return { columns: [], truncated: false, plan: mode === 'explain' ? withoutCounts(plan) : plan, ...shown };
    }
    const prepared = await prepareLimited(connection, checked, text, request.maxRows + 1);
    const result = only(await connection.execute(prepared, parameters));
    try {
      return { ...(await readRows(result, request, end, statement, handOn)), ...shown };
    } catch (error) {
      if (!(error instanceof RoundedInteger)) throw error;
      const types = result.getColumnDataTypesSync().map(exactType);
      return { ...(await answerExactly(connection, request, end, types, handOn, error)), ...shown };
    } finally {
      result.close();
    }
  } catch (error) {
    throw explainFailure(error, request.cypher, statement);
  }
}

interface Checked {
  prepared: PreparedStatement;
  /** Its plan, as the database prints it. */
  explained: string;
}

/** The gates before a statement. @throws QueryError */
async function check(connection: Connection, request: QueryRequest, statement: Statement): Promise<Checked> {
  const { text, parameters, placeAt } = statement;
  checkWords(statement.tokens, (offset) => placeOf(request.cypher, offset));
  checkWords(tokenizeCypher(text), placeAt, PROCEDURES);
  connection.setQueryTimeout(request.timeoutMs);
  connection.setMaxNumThreadForExec(statement.ordered ? 1 : THREADS);
  const prepared = await prepare(connection, text);
  if (!prepared.isReadOnly()) throw new Error('a read-only database is not written to');
  const explained = await planOf(connection, `EXPLAIN ${text}`, parameters);
  checkPlan(explained);
  return { prepared, explained };
}

/** Asks again with columns of types that the driver does not round. @throws `rounded` where the query cannot be put so */
async function answerExactly(
  connection: Connection,
  request: QueryRequest,
  end: number,
  types: readonly (string | undefined)[],
  handOn: HandOn,
  rounded: RoundedInteger,
): Promise<Answer> {
  const statement = toStatement(request.cypher, request.parameters, types);
  const asked = await check(connection, request, statement)
    .then((checked) => prepareLimited(connection, checked, statement.text, request.maxRows + 1))
    .then((prepared) => connection.execute(prepared, statement.parameters))
    .catch(() => undefined);
  if (asked === undefined) throw rounded;
  const result = only(asked);
  try {
    return await readRows(result, request, end, statement, handOn);
  } finally {
    result.close();
  }
}

/**
 * The database finds all rows before it gives the first: a LIMIT of ours, where a query has none, lets it stop at those
 * that are wanted. Not where it walks, as it then counts walks that come to nothing.
 */
async function prepareLimited(
  connection: Connection,
  { prepared, explained }: Checked,
  text: string,
  rows: number,
): Promise<PreparedStatement> {
  const limited = explained.includes('RECURSIVE_EXTEND') ? undefined : withLimit(text, rows);
  const attempt = limited === undefined ? undefined : await connection.prepare(limited);
  return attempt?.isSuccess() ? attempt : prepared;
}

async function prepare(connection: Connection, text: string): Promise<PreparedStatement> {
  const prepared = await connection.prepare(text);
  if (!prepared.isSuccess()) throw new Error(prepared.getErrorMessage());
  return prepared;
}

async function planOf(connection: Connection, text: string, parameters: Statement['parameters']): Promise<string> {
  const result = only(await connection.execute(await prepare(connection, text), parameters));
  const [plan] = Object.values(result.getNextSync() ?? {});
  result.close();
  return String(plan);
}

function only(results: QueryResult | QueryResult[]): QueryResult {
  const result = Array.isArray(results) ? results.at(-1) : results;
  if (!result) throw new Error('the database gave no result');
  return result;
}

/**
 * Hands rows on in batches, each when the one before was taken.
 * @param end when the query's time is over, as `performance.now()` tells it; it does not run while a batch is being taken
 */
async function readRows(
  result: QueryResult,
  { cypher, maxRows, whole }: QueryRequest,
  end: number,
  statement: Statement,
  handOn: HandOn,
): Promise<Answer> {
  const given = result.getColumnNamesSync();
  const types = result.getColumnDataTypesSync();
  const columns = statement.columns?.length === given.length ? [...statement.columns] : given;
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new QueryError('syntax', `two columns are called ${twice}: name one of them with AS`);
  }
  const duration = columns[types.findIndex((type) => /^INTERVAL\b/.test(type))];
  if (duration !== undefined) {
    const word = statement.tokens.find(({ text }) => /^(?:duration|interval)$/i.test(text)) ?? statement.tokens[0];
    const message = `${duration} is a duration, of which the driver tells no months and days: return toString(…) of it, or a part, duration.inDays(a, b).days`;
    throw new QueryError('syntax', message, word ? placeOf(cypher, word.start) : {});
  }
  const toRow = (): Row => {
    const row = result.getNextSync() ?? {};
    return Object.fromEntries(
      given.map((name, index) => {
        const column = columns[index] ?? name;
        return [column, toJson(row[name], types[index] ?? '', column)] as const;
      }),
    );
  };
  // Rows that were handed on cannot be taken back, should a later one hold an integer that is rounded.
  let most = maxRows;
  const checks = result.getNumTuples() > BATCH && types.some(exactType);
  if (checks) {
    for (most = 0; most < maxRows && result.hasNext() && performance.now() < end; most++) toRow();
    result.resetIterator();
  }
  let rows: Row[] = [];
  let count = 0;
  let size = 0;
  let waited = 0;
  const inTime = () => checks || performance.now() - waited < end;
  while (count < most && size < MAX_BYTES && result.hasNext() && (count === 0 || inTime())) {
    const row = toRow();
    rows.push(row);
    count++;
    if (whole) size += sizeOf(row);
    if (rows.length < BATCH) continue;
    const handed = performance.now();
    await handOn(columns, rows);
    waited += performance.now() - handed;
    rows = [];
  }
  if (rows.length > 0) await handOn(columns, rows);
  if (!result.hasNext()) return { columns, truncated: false };
  return { columns, truncated: true, truncatedBy: count === maxRows ? 'rows' : size < MAX_BYTES ? 'time' : 'size' };
}
