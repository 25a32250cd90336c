/**
 * The main file of the embedded database's process, started by `client.ts` to answer queries and by `load.ts` to fill a
 * new database. It ends with the process that started it, and its end costs that one nothing but a restart.
 */

import { QueryError } from '../../model/index.js';
import { checkWords } from '../check-words.js';
import { type Connection, openDatabase, type QueryResult } from './database.js';
import { explainFailure } from './failure.js';
import { fillDatabase } from './fill.js';
import { checkPlan, PROCEDURES } from './guard.js';
import type { QueryRequest, Reply, SentError } from './protocol.js';
import { RoleSchema } from './protocol.js';
import { type Statement, toStatement } from './statement.js';
import { toJson } from './values.js';

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
  process.on('message', async (request: QueryRequest) => {
    const connection = idle.pop() ?? connect();
    const answer = await answerOne(connection, request).catch((error: unknown) => error as SentError);
    idle.push(connection);
    if ('of' in answer) send({ is: 'error', id: request.id, error: answer });
    else send({ is: 'answer', id: request.id, ...answer });
  });
  send({ is: 'ready' });
}

interface Answer {
  columns: string[];
  rows: Record<string, ReturnType<typeof toJson>>[];
  truncated: boolean;
}

/** Rejects with a SentError. */
async function answerOne(connection: Connection, request: QueryRequest): Promise<Answer> {
  let statement: Statement | undefined;
  try {
    statement = toStatement(request.cypher, request.parameters);
    checkWords(request.cypher, statement.tokens, PROCEDURES);
    connection.setQueryTimeout(request.timeoutMs);
    const prepared = await connection.prepare(statement.text);
    if (!prepared.isSuccess()) throw new Error(prepared.getErrorMessage());
    if (!prepared.isReadOnly()) throw new QueryError('not-allowed', 'writing is not allowed: queries only read');
    await checkOperators(connection, statement);
    const result = only(await connection.execute(prepared, statement.parameters));
    try {
      return readRows(result, request.maxRows);
    } finally {
      result.close();
    }
  } catch (error) {
    throw explainFailure(error, request.cypher, statement);
  }
}

async function checkOperators(connection: Connection, { text, tokens, parameters }: Statement): Promise<void> {
  // EXPLAIN of an EXPLAIN is none; and the plan of a query that is only explained is never run.
  if (tokens[0]?.text.toUpperCase() === 'EXPLAIN') return;
  const explaining = await connection.prepare(`EXPLAIN ${text}`);
  if (!explaining.isSuccess()) throw new Error(explaining.getErrorMessage());
  const result = only(await connection.execute(explaining, parameters));
  const [plan] = Object.values(result.getNextSync() ?? {});
  result.close();
  checkPlan(String(plan));
}

function only(results: QueryResult | QueryResult[]): QueryResult {
  const result = Array.isArray(results) ? results.at(-1) : results;
  if (!result) throw new Error('the database gave no result');
  return result;
}

function readRows(result: QueryResult, maxRows: number): Answer {
  const columns = result.getColumnNamesSync();
  const types = result.getColumnDataTypesSync();
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice !== undefined) {
    throw new QueryError('syntax', `two columns are called ${twice}: name one of them with AS`);
  }
  const rows: Answer['rows'] = [];
  while (rows.length < maxRows && result.hasNext()) {
    const row = result.getNextSync() ?? {};
    rows.push(Object.fromEntries(columns.map((name, index) => [name, toJson(row[name], types[index] ?? '', name)])));
  }
  return { columns, rows, truncated: result.hasNext() };
}
