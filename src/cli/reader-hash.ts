/** What a record depends on beside its text: what the extractor has learnt, and the code that reads. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CODE = ['../extract', '../model'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/**
 * Two readers of one hash make the same records.
 * @param extractorVersion tells what was learnt, and not with which code it is used
 * @returns twelve hexadecimal digits
 */
export function readerHash(extractorVersion: string): string {
  const hash = createHash('sha256').update(extractorVersion);
  for (const folder of CODE) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name));
    for (const name of files.sort()) hash.update(`\n${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 12);
}
