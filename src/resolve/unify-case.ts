/**
 * Whether a short form and a word of the same letters are one: `BERT` and `Bert` are, `CLIP` and `clip` are not. Case
 * tells apart what the labels tell apart, where both are common enough to have one.
 */
import type { EntityType } from '../model/index.js';
import { isShortKey, type KeyedForm, type KeyedMention, toShortKey, wordOfShortKey } from './keyed-mention.js';
import { sumOf, type TypeVotes, voteOnTypes } from './type-votes.js';

/** Fewer papers than these may have the label wrong. */
const FEW = 3;
/** A word that so many names hold is one of the language. */
const COMMON = 10;

/** The mentions with every word that is a short form in other case counted as that short form. */
export function unifyCase(mentions: readonly KeyedMention[]): KeyedMention[] {
  const shortKeys = new Set(mentions.flatMap(({ short }) => (short.length === 0 ? [] : short.map(({ key }) => key))));
  const words = new Set([...shortKeys].map(wordOfShortKey));
  const votes = voteOnTypes(mentions, (key) => isShortKey(key) || words.has(key));
  const same = new Set<string>();
  for (const [key, vote] of votes) {
    if (!isShortKey(key)) continue;
    const word = wordOfShortKey(key);
    const other = votes.get(word);
    if (other !== undefined && agree(vote, other)) same.add(word);
  }
  const common = commonWords(mentions, same);
  const isMoved = ({ key, form }: KeyedForm) => same.has(key) && !(common.has(key) && form === form.toLowerCase());
  return mentions.map((mention) => {
    if (!mention.long.some(isMoved)) return mention;
    const moved = mention.long.filter(isMoved);
    const short: KeyedForm[] = [...mention.short, ...moved.map(({ key, form }) => ({ key: toShortKey(key), form }))];
    return { ...mention, long: mention.long.filter((form) => !isMoved(form)), short };
  });
}

/**
 * Of these words those that many names hold, and more in small letters than in capitals: a `node` is no NODE, though few
 * papers write it alone.
 */
function commonWords(mentions: readonly KeyedMention[], words: ReadonlySet<string>): ReadonlySet<string> {
  const counts = new Map<string, { small: number; capital: number }>();
  const seen = new Set<string>();
  for (const { long } of mentions) {
    for (const { form } of long) {
      if (seen.has(form) || !/[\s-]/.test(form)) continue;
      seen.add(form);
      for (const part of form.split(/[\s-]+/)) {
        const lower = part.toLowerCase();
        const key = words.has(lower) ? lower : lower.replace(/s$/, '');
        if (!words.has(key)) continue;
        const count = counts.get(key) ?? { small: 0, capital: 0 };
        counts.set(key, count);
        if (part === lower) count.small++;
        else if (/[A-Z].*[A-Z]/.test(part)) count.capital++;
      }
    }
  }
  return new Set(
    [...counts].flatMap(([word, { small, capital }]) => (small >= COMMON && small > capital ? [word] : [])),
  );
}

function agree(a: TypeVotes, b: TypeVotes): boolean {
  if (Math.min(sumOf(a), sumOf(b)) < FEW) return true;
  return most(a).some((label) => most(b).includes(label));
}

function most(votes: TypeVotes): EntityType[] {
  const highest = Math.max(...votes.values());
  return [...votes].filter(([, n]) => n === highest).map(([label]) => label);
}
