/** Runs in the database's process: makes the tables of `cypher/schema.cypher` and copies Parquet files into them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readSchema } from '../schema.js';
import { openDatabase } from './database.js';

export const LoadStepSchema = z.object({
  file: z.string(),
  table: z.string(),
  rows: z.number().int(),
  columns: z.array(z.string()),
  ends: z.object({ from: z.string(), to: z.string() }).optional(),
});
export type LoadStep = z.infer<typeof LoadStepSchema>;

/** A small graph is loaded in one transaction, which saves a wait for the disk after each file; a large one by the file. */
const IN_ONE_GO = 50_000;

/** @param progress rows copied so far */
export async function fillDatabase(path: string, folder: string, progress: (done: number) => void): Promise<void> {
  const steps = z.array(LoadStepSchema).parse(JSON.parse(await readFile(join(folder, 'steps.json'), 'utf8')));
  const { database, connect } = await openDatabase(path, false);
  const connection = connect();
  const inOneGo = steps.reduce((sum, { rows }) => sum + rows, 0) < IN_ONE_GO;
  if (inOneGo) await connection.query('BEGIN TRANSACTION');
  for (const statement of await readSchema('embedded')) await connection.query(statement);
  let done = 0;
  for (const { file, table, rows, columns, ends } of steps) {
    const list = columns.map((column) => `\`${column}\``).join(', ');
    const from = ends ? ` (from='${ends.from}', to='${ends.to}')` : '';
    await connection.query(`COPY ${table}(${list}) FROM '${join(folder, file).replace(/['\\]/g, '\\$&')}'${from}`);
    done += rows;
    progress(done);
  }
  if (inOneGo) await connection.query('COMMIT');
  await connection.query('CHECKPOINT');
  await connection.close();
  await database.close();
}
