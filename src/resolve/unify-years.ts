/** A benchmark's year in two digits or in four: `AIME24` is AIME 2024, `BraTS'23` BraTS 2023. */
import { type KeyedMention, toShortKey } from './keyed-mention.js';
import { moveForms } from './move-forms.js';
import { nameKey } from './name-key.js';
import { isMostly, voteOnTypes } from './type-votes.js';

/** A letter, and two digits that may be a year of this century. */
const SHORT_YEAR = /^(?<name>.*\p{L})[ -]?['’]?(?<year>[0-2]\d)$/u;

/** The mentions with every benchmark whose year has two digits counted as the one of four, where papers name both. */
export function unifyYears(mentions: readonly KeyedMention[]): KeyedMention[] {
  const inFull = new Map<string, readonly string[]>();
  for (const { long, short } of mentions) {
    for (const { key, form } of [...long, ...short]) {
      const { name, year } = SHORT_YEAR.exec(form)?.groups ?? {};
      if (name === undefined) continue;
      const full = nameKey(`${name} 20${year}`);
      inFull.set(key, [toShortKey(full), full]);
    }
  }
  const asked = new Set([...inFull].flat(2));
  const votes = voteOnTypes(mentions, (key) => asked.has(key));
  const isBenchmark = (key: string): boolean => isMostly(votes.get(key), 'Benchmark');
  const moves = new Map<string, string>();
  for (const [key, fulls] of inFull) {
    const target = isBenchmark(key) ? fulls.find(isBenchmark) : undefined;
    if (target !== undefined) moves.set(key, target);
  }
  return moveForms(mentions, moves);
}
