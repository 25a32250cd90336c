/**
 * Runs in the database's process: makes the tables of `cypher/schema.cypher` where the database is new, and takes Parquet
 * files over into them.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readSchema } from '../schema.js';
import { openDatabase } from './database.js';

export const LoadStepSchema = z.object({
  /** Rows are new, in bulk or a few; or nodes take new values; or nodes with all their edges, or edges, are no more. */
  does: z.enum(['copy', 'create', 'set', 'delete']),
  file: z.string(),
  table: z.string(),
  rows: z.number().int(),
  columns: z.array(z.string()),
  ends: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type LoadStep = z.infer<typeof LoadStepSchema>;

/** What the process that fills is told: how many rows there will be, each file once it is written, and that it was the last. */
export const FillMessageSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('rows'), rows: z.number().int() }),
  z.object({ is: z.literal('step'), step: LoadStepSchema }),
  z.object({ is: z.literal('last') }),
]);
export type FillMessage = z.infer<typeof FillMessageSchema>;

/** A small graph is loaded in one transaction, which saves a wait for the disk after each file; a large one by the file. */
const IN_ONE_GO = 50_000;

/**
 * Files are copied while the next ones are written.
 * @param messages gives one after the other, in the order in which they were sent
 * @param progress rows copied so far
 */
export async function fillDatabase(
  path: string,
  folder: string,
  messages: AsyncIterable<FillMessage>,
  progress: (done: number) => void,
): Promise<void> {
  const isNew = !existsSync(path);
  const { database, connect } = await openDatabase(path, isNew ? 'fill' : 'update');
  const connection = connect();
  let inOneGo = false;
  let done = 0;
  for await (const message of messages) {
    if (message.is === 'last') break;
    if (message.is === 'rows') {
      inOneGo = isNew && message.rows < IN_ONE_GO;
      if (inOneGo) await connection.query('BEGIN TRANSACTION');
      if (isNew) for (const statement of await readSchema('embedded')) await connection.query(statement);
      continue;
    }
    const { step } = message;
    const result = await connection.query(toStatement(step, join(folder, step.file).replace(/['\\]/g, '\\$&')));
    for (const one of Array.isArray(result) ? result : [result]) one.close();
    done += step.rows;
    progress(done);
  }
  if (inOneGo) await connection.query('COMMIT');
  // Closing makes a checkpoint too: after an update the process just ends, as what is committed is safe in the log.
  if (!isNew) return;
  await connection.query('CHECKPOINT');
  await connection.close();
  await database.close();
}

/** The statement of a step; the columns of its file that are no properties of the table come first, under fixed names. */
function toStatement({ does, table, columns, ends }: LoadStep, path: string): string {
  const quoted = (name: string) => `\`${name}\``;
  if (does === 'copy') {
    const from = ends ? ` (from='${ends.from}', to='${ends.to}')` : '';
    return `COPY ${table}(${columns.map(quoted).join(', ')}) FROM '${path}'${from}`;
  }
  const load = `LOAD FROM '${path}' WITH`;
  const values = columns.map((_, i) => `v${i}`).join(', ');
  const bound = columns.map((name, i) => `${quoted(name)} AS v${i}`).join(', ');
  if (does === 'create') {
    const properties = columns.map((name, i) => `${quoted(name)}: v${i}`).join(', ');
    if (ends === undefined) return `${load} ${bound} CREATE (:${table} {${properties}})`;
    // One end after the other: both at once would be every pair of nodes.
    const first = `${load} ${quoted('from')} AS a, ${quoted('to')} AS b, ${bound} MATCH (x:${ends.from}) WHERE x.id = a`;
    return `${first} WITH x, b, ${values} MATCH (y:${ends.to}) WHERE y.id = b CREATE (x)-[:${table} {${properties}}]->(y)`;
  }
  if (ends !== undefined) {
    return `${load} ${quoted('from')} AS a, ${quoted('to')} AS b MATCH (x:${ends.from})-[r:${table}]->(y:${ends.to}) WHERE x.id = a AND y.id = b DELETE r`;
  }
  if (does === 'delete') return `${load} id AS a MATCH (n:${table}) WHERE n.id = a DETACH DELETE n`;
  const set = columns.map((name, i) => `n.${quoted(name)} = v${i}`).slice(1);
  return `${load} ${bound} MATCH (n:${table}) WHERE n.id = v0 SET ${set.join(', ')}`;
}
