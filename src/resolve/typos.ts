/**
 * Names with a misspelt word: `reinforcment learning`. A word counts as misspelt when hardly any name holds it, it is
 * one letter or one exchange of neighbours away (Damerau 1964) from a word that many names hold, and the name with that
 * word in its place exists. Likely words are found by deleting a letter from both (Garbe's symmetric delete, 2012).
 */
import { compareText } from '../model/index.js';

/** Shorter words are one letter away from too many others. */
const SHORTEST = 8;
/** A word that more names hold than these is one. */
export const RARE = 2;
const COMMON = 30;

/**
 * @param wordCounts how many names hold each word
 * @returns the common word for a misspelt one, or undefined
 */
export function misspellings(wordCounts: ReadonlyMap<string, number>): (word: string) => string | undefined {
  const byDeletion = new Map<string, string[]>();
  const common = [...wordCounts].filter(([word, count]) => count >= COMMON && isPlain(word)).map(([word]) => word);
  for (const word of common.sort(compareText)) {
    for (const rest of deletions(word)) {
      const words = byDeletion.get(rest);
      if (words) words.push(word);
      else byDeletion.set(rest, [word]);
    }
  }
  const known = new Map<string, string | undefined>();
  return (word) => {
    if (word.length < SHORTEST || (wordCounts.get(word) ?? 0) > RARE || !isPlain(word)) return undefined;
    if (!known.has(word)) known.set(word, nearest(word, byDeletion));
    return known.get(word);
  };
}

const isPlain = (word: string): boolean => word.length >= SHORTEST - 1 && /^[a-z]+$/.test(word);

/** The word itself, and the word without each of its letters. */
function deletions(word: string): Set<string> {
  return new Set([word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))]);
}

/** The one common word that is one edit away; undefined when there is none or more than one. */
function nearest(word: string, byDeletion: ReadonlyMap<string, readonly string[]>): string | undefined {
  const near = new Set<string>();
  for (const rest of deletions(word)) {
    for (const other of byDeletion.get(rest) ?? []) if (other !== word && isOneEdit(word, other)) near.add(other);
  }
  const [only] = near;
  return near.size === 1 ? only : undefined;
}

/** One letter more, less or other, or two neighbours exchanged, inside the word: another ending is another word. */
function isOneEdit(a: string, b: string): boolean {
  if (a[0] !== b[0]) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  if (end === 0) return false;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (Math.max(x.length, y.length) === 1) return true;
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
}
