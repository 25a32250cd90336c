/**
 * Whether a short form and a word of the same letters are one: `BERT` and `Bert` are, `CLIP` and `clip` are not. Case
 * tells apart what the labels tell apart, where both are common enough to have one.
 */
import type { EntityType } from '../model/index.js';
import { isShortKey, type KeyedForm, type KeyedMention, toShortKey, wordOfShortKey } from './keyed-mention.js';

/** Fewer papers than these may have the label wrong. */
const FEW = 3;

/** The mentions with every word that is a short form in other case counted as that short form. */
export function unifyCase(mentions: readonly KeyedMention[]): KeyedMention[] {
  const shortKeys = new Set(mentions.flatMap(({ short }) => (short.length === 0 ? [] : short.map(({ key }) => key))));
  const words = new Set([...shortKeys].map(wordOfShortKey));
  const votes = new Map<string, Map<EntityType, number>>();
  for (const { long, short, type } of mentions) {
    // Nearly all mentions tell nothing: for these no list is made.
    if (short.length === 0 && !long.some(({ key }) => words.has(key))) continue;
    const telling = [...short, ...long.filter(({ key }) => words.has(key))];
    for (const key of new Set(telling.map(({ key }) => key))) {
      const vote = votes.get(key) ?? new Map<EntityType, number>();
      vote.set(type, (vote.get(type) ?? 0) + 1);
      votes.set(key, vote);
    }
  }
  const same = new Set<string>();
  for (const [key, vote] of votes) {
    if (!isShortKey(key)) continue;
    const word = wordOfShortKey(key);
    const other = votes.get(word);
    if (other !== undefined && agree(vote, other)) same.add(word);
  }
  return mentions.map((mention) => {
    if (!mention.long.some(({ key }) => same.has(key))) return mention;
    const moved = mention.long.filter(({ key }) => same.has(key));
    const short: KeyedForm[] = [...mention.short, ...moved.map(({ key, form }) => ({ key: toShortKey(key), form }))];
    return { ...mention, long: mention.long.filter(({ key }) => !same.has(key)), short };
  });
}

function agree(a: ReadonlyMap<EntityType, number>, b: ReadonlyMap<EntityType, number>): boolean {
  if (Math.min(sum(a), sum(b)) < FEW) return true;
  return most(a).some((label) => most(b).includes(label));
}

const sum = (votes: ReadonlyMap<EntityType, number>): number => [...votes.values()].reduce((all, n) => all + n, 0);

function most(votes: ReadonlyMap<EntityType, number>): EntityType[] {
  const highest = Math.max(...votes.values());
  return [...votes].filter(([, n]) => n === highest).map(([label]) => label);
}
