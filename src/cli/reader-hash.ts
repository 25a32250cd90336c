/** What a record, and a graph, depend on beside the texts: what the extractor has learnt, and code. */
import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './package-info.js';

const folderOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const READERS = ['../extract', '../model'].map(folderOf);
/** The versions of packages, and the tables of the database. */
const BESIDE_CODE = ['package.json', join('cypher', 'schema.cypher')].map((name) => join(packageRoot, name));

/**
 * Two readers of one hash make the same records.
 * @param extractorVersion tells what was learnt, and not with which code it is used
 * @returns twelve hexadecimal digits
 */
export function readerHash(extractorVersion: string): string {
  const hash = createHash('sha256').update(extractorVersion);
  for (const folder of READERS) addCode(hash, folder);
  return hash.digest('hex').slice(0, 12);
}

/**
 * Two makers of one hash make the same graph of the same records.
 * @param curation the text of the edits that are applied
 */
export function makerHash(curation: string): string {
  const hash = createHash('sha256').update(curation);
  addCode(hash, folderOf('..'));
  for (const file of BESIDE_CODE) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function addCode(hash: Hash, folder: string): void {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
  for (const name of files.sort()) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
}
