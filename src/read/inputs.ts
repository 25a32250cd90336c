/** From what the user named to the files to be read: folders are walked, in an order that no file system changes. */
import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { compareText, InputError } from '../model/index.js';
import { type ReadItem, refuse } from './item.js';

export const STANDARD_INPUT = '-';

/** @throws InputError `missing-file` when one of the inputs is not there, before the first is read */
export async function checkInputs(inputs: readonly string[]): Promise<void> {
  for (const input of inputs) {
    if (input === STANDARD_INPUT) continue;
    try {
      await stat(input);
    } catch (error) {
      if (isMissing(error)) {
        throw new InputError(
          'missing-file',
          `there is no file or folder ${input}: check the name, or give - for standard input`,
          { cause: error },
        );
      }
    }
  }
}

/** The files behind one input, by the names the user would write; a fault for what cannot be looked at. */
export async function* listFiles(input: string): AsyncGenerator<string | ReadItem> {
  if (input === STANDARD_INPUT) {
    yield input;
    return;
  }
  const stats = await look(input);
  if (!('isDirectory' in stats)) yield stats;
  else if (!stats.isDirectory()) yield input;
  else {
    let found = false;
    for await (const file of walk(input, new Set())) {
      found = true;
      yield file;
    }
    if (!found) yield refuse('no-paper', 'this folder holds no file: name a folder with papers', input);
  }
}

/** Hidden files are left out; a folder that links lead back to is walked once. */
async function* walk(folder: string, seen: Set<string>): AsyncGenerator<string | ReadItem> {
  let names: string[];
  try {
    const place = await realpath(folder);
    if (seen.has(place)) return;
    seen.add(place);
    names = await readdir(folder);
  } catch (error) {
    yield unreadable(folder, error);
    return;
  }
  for (const name of names.filter((name) => !name.startsWith('.')).sort(compareText)) {
    const path = `${folder.replace(/(?<!\/)\/+$/, '')}/${name}`;
    const stats = await look(path);
    if (!('isDirectory' in stats)) yield stats;
    else if (stats.isDirectory()) yield* walk(path, seen);
    else if (stats.isFile()) yield path;
    else yield refuse('unreadable', 'this is neither a file nor a folder and was skipped', path);
  }
}

async function look(path: string): Promise<Stats | ReadItem> {
  try {
    return await stat(path);
  } catch (error) {
    return unreadable(path, error);
  }
}

export function unreadable(file: string, error: unknown): ReadItem {
  const reason = error instanceof Error ? error.message : String(error);
  return refuse('unreadable', `cannot be read (${reason}): check its permissions, or leave it out`, file);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
