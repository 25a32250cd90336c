/** The set of name pairs itself: big enough, no pair twice, split by its hash, and every name really in the corpus. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sharedFolder, sharedIsAbsent } from '../support/shared.js';
import { DIFFERENT_KINDS, readNamePairs, SAME_KINDS } from './name-pairs.js';

const pairs = readNamePairs();
const key = (pair: (typeof pairs)[number]) => [pair.left, pair.right].sort().join('\t');
const paper = z.object({ title: z.string(), abstract: z.string() });

describe('the set of name pairs', () => {
  it('has at least 150 that are the same and 110 that are not, of every kind', () => {
    expect(pairs.filter((pair) => pair.same).length).toBeGreaterThanOrEqual(150);
    expect(pairs.filter((pair) => !pair.same).length).toBeGreaterThanOrEqual(110);
    expect(new Set(pairs.map((pair) => pair.kind))).toEqual(new Set([...SAME_KINDS, ...DIFFERENT_KINDS]));
  });

  it('has no pair twice, in either order, and no name paired with itself', () => {
    const seen = new Set<string>();
    const repeated = pairs.filter((pair) => pair.left === pair.right || seen.size === seen.add(key(pair)).size);
    expect(repeated).toEqual([]);
  });

  it('holds out a third of the pairs, by their hash', () => {
    const heldOut = (pair: (typeof pairs)[number]) =>
      createHash('sha256').update(key(pair)).digest().readUInt32BE(0) % 3 === 0;
    expect(pairs.filter((pair) => heldOut(pair) !== (pair.part === 'held-out'))).toEqual([]);
  });

  it.skipIf(sharedIsAbsent)(
    'names only what occurs in the corpus (needs ../shared)',
    { timeout: 120_000 },
    async () => {
      const missing = new Set(pairs.flatMap((pair) => [pair.left, pair.right]));
      const file = createReadStream(join(sharedFolder, 'data', 'arxiv.jsonl.gz'));
      for await (const line of createInterface({ input: file.pipe(createGunzip()), crlfDelay: Infinity })) {
        if (missing.size === 0) break;
        const { title, abstract } = paper.parse(JSON.parse(line));
        const text = `${title}\n${abstract}`;
        for (const name of missing) if (occursAsName(text, name)) missing.delete(name);
      }
      expect([...missing]).toEqual([]);
    },
  );
});

/** Whether the text has the name as it stands, and not as a piece of a longer word (GPT-4 in GPT-4o). */
function occursAsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!joins(text[at - 1], name[0]) && !joins(name.at(-1), text[at + name.length])) return true;
  }
  return false;
}

function joins(before: string | undefined, after: string | undefined): boolean {
  return /[\p{L}\p{N}]/u.test(before ?? '') && /[\p{L}\p{N}]/u.test(after ?? '');
}
