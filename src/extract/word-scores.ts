/**
 * What a scorer says of a word as a term, by the word and the lexicon's facts alone, remembered within bounds: that part
 * of the score is the same in every paper, and nine in ten of a paper's words stood in others. One memory is for one
 * scorer and one source of facts.
 */
import type { TermFacts } from './lexicon.js';
import type { Word } from './words.js';

/** Words are numbered as they come, so each new one takes the place of the one that came so many before. */
const KEPT = 1 << 16;

export class WordScores {
  readonly #classes: number;
  readonly #words = new Int32Array(KEPT);
  readonly #scores: Float64Array;
  readonly #facts: TermFacts[] = [];

  constructor(classes: number) {
    this.#classes = classes;
    this.#scores = new Float64Array(KEPT * classes);
  }

  /** The facts of a word, with its scores put into `out`; undefined where it is not known. */
  get(word: Word, out: Float64Array): TermFacts | undefined {
    const place = word.number % KEPT;
    if (this.#words[place] !== word.number) return undefined;
    const start = place * this.#classes;
    for (let k = 0; k < this.#classes; k++) out[k] = this.#scores[start + k] as number;
    return this.#facts[place];
  }

  set(word: Word, facts: TermFacts, scores: Float64Array): void {
    const place = word.number % KEPT;
    this.#words[place] = word.number;
    this.#scores.set(scores, place * this.#classes);
    this.#facts[place] = facts;
  }
}
