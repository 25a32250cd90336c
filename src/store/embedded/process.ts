/**
 * The main file of the embedded database's process, started by `client.ts` to answer queries and by `load.ts` to fill a
 * new database. It ends with the process that started it, and its end costs that one nothing but a restart.
 */
import { availableParallelism } from 'node:os';
import { QueryError } from '../../model/index.js';
import { checkWords } from '../check-words.js';
import { placeOf, tokenizeCypher } from '../cypher-text.js';
import { BATCH, MAX_BYTES, type Row, sizeOf } from '../store.js';
import { type Connection, openDatabase, type PreparedStatement, type QueryResult } from './database.js';
import { explainFailure } from './failure.js';
import { fillDatabase } from './fill.js';
import { checkPlan, PROCEDURES } from './guard.js';
import { parsePlan, withoutCounts } from './plan-tree.js';
import type { QueryRequest, Reply, SentError, TakenMessage } from './protocol.js';
import { RoleSchema } from './protocol.js';
import { type Statement, toStatement } from './statement.js';
import { toJson } from './values.js';

/** Threads that a query may use. */
const THREADS = Math.max(1, Math.min(4, availableParallelism()));

const send = (reply: Reply) => process.send?.(reply);

// Ctrl-C reaches the whole group of processes; ours ends when the one that started it says so, or is gone.
process.on('SIGINT', () => undefined);
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const [, , role, path = '', folder = ''] = process.argv;
try {
  if (RoleSchema.parse(role) === 'fill') {
    await fillDatabase(path, folder, (done) => send({ is: 'progress', done }));
    send({ is: 'filled' });
  } else await answerQueries(path);
} catch (error) {
  send({ is: 'failed', message: error instanceof Error ? error.message : String(error) });
}

async function answerQueries(databasePath: string): Promise<void> {
  const { connect } = await openDatabase(databasePath, 'read');
  const idle: Connection[] = [];
  const taken = new Map<number, () => void>();
  process.on('message', async (message: QueryRequest | TakenMessage) => {
    if ('taken' in message) {
      taken.get(message.taken)?.();
      taken.delete(message.taken);
      return;
    }
    const { id } = message;
    const handOn = (columns: string[], rows: Row[]) =>
      new Promise<void>((resolve) => {
        taken.set(id, resolve);
        send({ is: 'rows', id, columns, rows });
      });
    const connection = idle.pop() ?? connect();
    const answer = await answerOne(connection, message, handOn).catch((error: unknown) => error as SentError);
    idle.push(connection);
    if ('of' in answer) send({ is: 'error', id, error: answer });
    else send({ is: 'answer', id, ...answer });
  });
  send({ is: 'ready' });
}

type Answer = Omit<Extract<Reply, { is: 'answer' }>, 'is' | 'id'>;
type HandOn = (columns: string[], rows: Row[]) => Promise<void>;

/** Rejects with a SentError. */
async function answerOne(connection: Connection, request: QueryRequest, handOn: HandOn): Promise<Answer> {
  let statement: Statement | undefined;
  try {
    statement = toStatement(request.cypher, request.parameters);
    const { text, parameters, mode, translated } = statement;
    const { placeAt } = statement;
    checkWords(statement.tokens, (offset) => placeOf(request.cypher, offset));
    checkWords(tokenizeCypher(text), placeAt, PROCEDURES);
    connection.setQueryTimeout(request.timeoutMs);
    connection.setMaxNumThreadForExec(statement.ordered ? 1 : THREADS);
    const prepared = await prepare(connection, text);
    if (!prepared.isReadOnly()) throw new QueryError('not-allowed', 'writing is not allowed: queries only read');
    const explained = await planOf(connection, `EXPLAIN ${text}`, parameters);
    checkPlan(explained);
    const shown = translated === undefined ? {} : { translated };
    if (mode !== 'run') {
      const plan = parsePlan(mode === 'explain' ? explained : await planOf(connection, `PROFILE ${text}`, parameters));
      if (!plan) throw new Error('the plan cannot be read');
      return {
        columns: [],
        rows: [],
        truncated: false,
        plan: mode === 'explain' ? withoutCounts(plan) : plan,
        ...shown,
      };
    }
    const result = only(await connection.execute(prepared, parameters));
    try {
      return { ...(await readRows(result, request, statement, handOn)), ...shown };
    } finally {
      result.close();
    }
  } catch (error) {
    throw explainFailure(error, request.cypher, statement);
  }
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

async function readRows(
  result: QueryResult,
  { maxRows, stream }: QueryRequest,
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
  let rows: Row[] = [];
  let count = 0;
  let size = 0;
  while (count < maxRows && size < MAX_BYTES && result.hasNext()) {
    const row = result.getNextSync() ?? {};
    const entries = given.map((name, index) => {
      const column = columns[index] ?? name;
      return [column, toJson(row[name], types[index] ?? '', column)] as const;
    });
    rows.push(Object.fromEntries(entries));
    count++;
    if (!stream) size += sizeOf(entries);
    else if (rows.length === BATCH) {
      await handOn(columns, rows);
      rows = [];
    }
  }
  if (stream && rows.length > 0) await handOn(columns, rows);
  const truncated = result.hasNext();
  return {
    columns,
    rows: stream ? [] : rows,
    truncated,
    ...(truncated ? { truncatedBy: count < maxRows ? ('size' as const) : ('rows' as const) } : {}),
  };
}
