/**
 * An inverted index in typed arrays: sorted terms, and for each the numbers of the things that it stands in. Prefixes are
 * runs of terms, found by bisection; misspelt terms are found by their letters, then by edit distance (Levenshtein 1966).
 */
import { distance } from 'fastest-levenshtein';
import { compareText } from '../model/index.js';

/** Terms from `from` up to `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

export class TermTable {
  readonly #terms: readonly string[];
  /** The numbers of term i stand from `starts[i]` up to `starts[i + 1]`. */
  readonly #starts: Uint32Array;
  readonly #numbers: Uint32Array;
  /** Which letters a term has, a bit each: two terms of d edits differ in at most 2 d letters. */
  readonly #letters: Uint32Array;

  /** @param entries numbers by term; a number may stand under several terms, and twice under one */
  constructor(entries: ReadonlyMap<string, readonly number[]>) {
    this.#terms = [...entries.keys()].sort(compareText);
    this.#starts = new Uint32Array(this.#terms.length + 1);
    let size = 0;
    for (const [i, term] of this.#terms.entries()) this.#starts[i + 1] = size += entries.get(term)?.length ?? 0;
    this.#numbers = new Uint32Array(size);
    for (const [i, term] of this.#terms.entries()) this.#numbers.set(entries.get(term) ?? [], this.#starts[i]);
    this.#letters = Uint32Array.from(this.#terms, lettersOf);
  }

  term(index: number): string {
    return this.#terms[index] ?? '';
  }

  /** Every number of the run, with the term that it stands under. */
  visit({ from, to }: Run, see: (number: number, term: string) => void): void {
    for (let i = from; i < to; i++) {
      const term = this.term(i);
      const end = this.#starts[i + 1] ?? 0;
      for (let at = this.#starts[i] ?? 0; at < end; at++) see(this.#numbers[at] ?? 0, term);
    }
  }

  /** The terms that begin so. */
  withPrefix(prefix: string): Run {
    return { from: this.#firstFrom(prefix), to: this.#firstFrom(`${prefix}\uffff`) };
  }

  /** The terms at most so many edits away, each as a run of its own. */
  near(word: string, edits: number): Run[] {
    const letters = lettersOf(word);
    const found: Run[] = [];
    for (const [i, other] of this.#letters.entries()) {
      if (countBits(letters ^ other) > 2 * edits) continue;
      const term = this.term(i);
      if (Math.abs(term.length - word.length) <= edits && distance(term, word) <= edits)
        found.push({ from: i, to: i + 1 });
    }
    return found;
  }

  #firstFrom(text: string): number {
    let [low, high] = [0, this.#terms.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareText(this.term(middle), text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function lettersOf(term: string): number {
  let bits = 0;
  for (let i = 0; i < term.length; i++) bits |= 1 << (term.charCodeAt(i) & 31);
  return bits >>> 0;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}
