/** `curation.yaml` beside the graph: reading it, and writing it at once or not at all. */
import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CurationEdit, CurationError } from '../model/index.js';
import { writeAtomically } from '../store/write-atomically.js';
import { LARGEST, type Place, parseCuration, tooLarge } from './parse.js';

export interface Curation {
  /** The file as messages name it. */
  readonly path: string;
  /** Undefined where there is no file: then there are no edits. */
  readonly text: string | undefined;
  readonly edits: readonly CurationEdit[];
  readonly places: readonly Place[];
}

/**
 * @param dir the graph's folder
 * @throws CurationError `bad-curation` with line and column, `too-large`, `unreadable`, `misnamed` for a `curation.yml`
 */
export async function readCuration(dir: string): Promise<Curation> {
  const path = join(dir, 'curation.yaml');
  const misnamed = join(dir, 'curation.yml');
  if (existsSync(misnamed)) {
    throw new CurationError(
      'misnamed',
      `${misnamed} is not read: edits belong into curation.yaml; rename or remove it`,
    );
  }
  const text = await readText(path);
  return curationOf(path, text);
}

/** @throws CurationError as `readCuration` does */
export function curationOf(path: string, text: string | undefined): Curation {
  return { path, text, ...(text === undefined ? { edits: [], places: [] } : parseCuration(text, path)) };
}

/** @throws InputError `cannot-write`; an earlier file is then untouched */
export async function writeCuration(path: string, text: string | undefined): Promise<void> {
  if (text === undefined) await rm(path, { force: true });
  else await writeAtomically(path, [text]);
}

/** Does what applies the edits, and puts the file, line and column of an edit before what is said against it. */
export function applying<T>({ path, places }: Curation, deed: () => T): T {
  try {
    return deed();
  } catch (error) {
    const place = error instanceof CurationError && error.edit !== undefined ? places[error.edit] : undefined;
    if (!(error instanceof CurationError) || !place) throw error;
    throw new CurationError(
      error.code,
      `${path}:${place.line}:${place.column}: ${error.message}`,
      { ...place, edit: error.edit },
      { cause: error },
    );
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    if ((await stat(path)).size > LARGEST) throw tooLarge(path);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch (error) {
    if (error instanceof CurationError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    const reason = error instanceof TypeError ? 'it is not UTF-8' : error instanceof Error ? error.message : error;
    throw new CurationError('unreadable', `cannot read ${path}: ${reason}`, {}, { cause: error });
  }
}
