/** The pairs of names by which entity resolution is judged (`name-pairs.tsv`, whose comments say how they were chosen). */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const SAME_KINDS = [
  'acronym',
  'acronym-inside',
  'spelling',
  'parenthetical',
  'plural',
  'british-american',
  'greek-latex',
  'wording',
  'typo',
] as const;
export const DIFFERENT_KINDS = [
  'version',
  'size',
  'variant',
  'two-senses',
  'look-alike',
  'shared-head',
  'near-name',
  'symbol',
] as const;

const name = z.string().min(1);
const part = z.enum(['dev', 'held-out']);
const row = z.union([
  z.tuple([name, name, z.literal('same'), z.enum(SAME_KINDS), part]),
  z.tuple([name, name, z.literal('different'), z.enum(DIFFERENT_KINDS), part]),
]);

/** All pairs, in the file's order; a ZodError where a row has other columns or a kind that its judgement does not know. */
export function readNamePairs() {
  const lines = readFileSync(new URL('name-pairs.tsv', import.meta.url), 'utf8').split('\n');
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [left, right, judgement, kind, part] = row.parse(line.split('\t'));
      return { left, right, same: judgement === 'same', kind, part };
    });
}
