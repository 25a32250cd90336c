/**
 * What a version was made with, and the sums of its database, whose bytes are others at every build: so that the same need
 * not be made again, and damage is noticed. The name of a version is the sum of its other files.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addFile } from './add-file.js';
import { writeLines } from './json-lines.js';

export const MADE = 'made.jsonl';
export const DATABASE = 'graph.lbug';
const DATABASE_FILES = [DATABASE, `${DATABASE}.wal`];

const ProvenanceSchema = z.object({
  /** A sum of all that a graph depends on beside its records: code and edits. */
  by: z.string(),
  /** Whether all was drawn anew, or what was there before kept its place. */
  drawn: z.enum(['anew', 'beside']),
  /** Edits that changed nothing, by their place in the list. */
  notes: z.array(z.object({ edit: z.number().int(), kind: z.enum(['idle', 'meant']), message: z.string() })),
});
export type Provenance = z.infer<typeof ProvenanceSchema>;

const MadeSchema = z.object({
  /** Absent where the version does not come from papers alone, as after an edit in the explorer. */
  from: ProvenanceSchema.optional(),
  database: z.record(z.string(), z.string()),
});
export type Made = z.infer<typeof MadeSchema>;

/** The first line is the sum of the second. */
export async function writeMade(folder: string, made: Made): Promise<void> {
  const text = JSON.stringify(made);
  await writeLines(join(folder, MADE), [JSON.stringify(sumOf(text)), text], createHash('sha256'));
}

/** Undefined where there is none that is whole: an earlier Stemma wrote none. */
export async function readMade(folder: string): Promise<Made | undefined> {
  try {
    const [sum = '', text = ''] = (await readFile(join(folder, MADE), 'utf8')).split('\n');
    return JSON.parse(sum) === sumOf(text) ? MadeSchema.parse(JSON.parse(text)) : undefined;
  } catch {
    return undefined;
  }
}

const sumOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** Whether the database is what was written. @throws what comes of a file that cannot be read */
export async function hasItsDatabase(folder: string, { database }: Made): Promise<boolean> {
  const now = await sumsOfDatabase(folder);
  return DATABASE_FILES.every((name) => now[name] === database[name]) && now[DATABASE] !== undefined;
}

/** Of the database and its log, which need not be there. */
export async function sumsOfDatabase(folder: string): Promise<Record<string, string>> {
  const sums: Record<string, string> = {};
  for (const name of DATABASE_FILES) {
    const path = join(folder, name);
    if (!existsSync(path)) continue;
    const hash = createHash('sha256');
    await addFile(hash, path);
    sums[name] = hash.digest('hex');
  }
  return sums;
}
