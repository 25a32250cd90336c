/** A text as the set of its runs of three words (shingles; Broder, On the resemblance and containment of documents, 1997). */
import { foldWords } from '../model/index.js';

const RUN = 3;
/** Words on either side of a number by which its place in the sentence is known. */
const AROUND = 2;

/** Words that count or enumerate; with digits and Roman numerals they tell Part I from Part II. */
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth tenth'.split(
    ' ',
  ),
);

/** Whether a folded word counts: it has a digit, is a Roman numeral up to 39, or a number in words. */
export function isNumber(word: string): boolean {
  return /\p{N}/u.test(word) || /^(?:x{0,3}(?:i[xv]|v?i{1,3}|v)|x{1,3})$/.test(word) || NUMBER_WORDS.has(word);
}

/** The different shingles of the words as 32-bit hashes, ascending; empty for fewer than three words. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const hashes = words.map(hashWord);
  const all = new Uint32Array(Math.max(0, words.length - RUN + 1));
  for (let i = 0; i < all.length; i++) all[i] = hashRun(hashes, i, i + RUN);
  all.sort();
  let kept = 0;
  // An index, as this runs for every shingle of every paper.
  for (let i = 0; i < all.length; i++) if (i === 0 || all[i] !== all[kept - 1]) all[kept++] = all[i] ?? 0;
  return all.subarray(0, kept);
}

/** How many hashes two ascending lists share. */
export function countShared(a: Uint32Array, b: Uint32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x = 0, y = 0] = [a[i], b[j]];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

/** A text ready to be compared with others. */
export class ShingledText {
  readonly shingles: Uint32Array;
  /** By the words around a number, what numbers stand there. */
  readonly #numbers = new Map<number, Set<number>>();

  constructor(text: string) {
    const words = foldWords(text);
    this.shingles = shinglesOf(words);
    const exact = words.map(hashWord);
    const masked = words.map((word, i) => (isNumber(word) ? 0 : (exact[i] ?? 0)));
    for (const [i, hash] of masked.entries()) {
      if (hash !== 0) continue;
      const [from, to] = [Math.max(0, i - AROUND), Math.min(words.length, i + AROUND + 1)];
      // Fewer words than that stand around numbers everywhere.
      if (masked.slice(from, to).filter((one) => one !== 0).length <= AROUND) continue;
      const place = hashRun(masked, from, to);
      const there = this.#numbers.get(place) ?? new Set();
      this.#numbers.set(place, there.add(hashRun(exact, from, to)));
    }
  }

  /**
   * 1 for the same shingles, 0 for none in common: the resemblance (shared of all), or the containment (shared of the
   * smaller set) less 0.2 where that is more, as it is when one of the texts was cut short.
   */
  similarity(other: ShingledText): number {
    const [a, b] = [this.shingles.length, other.shingles.length];
    const shared = countShared(this.shingles, other.shingles);
    return shared === 0 ? 0 : Math.max(shared / (a + b - shared), shared / Math.min(a, b) - 0.2);
  }

  /** Whether somewhere the same words stand around other numbers: one template, filled in twice. */
  hasOtherNumbers(other: ShingledText): boolean {
    for (const [place, numbers] of this.#numbers) {
      const others = other.#numbers.get(place);
      if (others !== undefined && ![...numbers].some((number) => others.has(number))) return true;
    }
    return false;
  }
}

/** 32 bits: FNV-1a (Fowler, Noll, Vo) over the code units. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** 32 bits of the values from `from` up to `to`, in their order. */
export function hashRun(hashes: ArrayLike<number>, from: number, to: number): number {
  let hash = 0x9e3779b9;
  for (let i = from; i < to; i++) {
    hash = Math.imul(hash ^ (hashes[i] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
