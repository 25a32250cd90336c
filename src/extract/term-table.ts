/**
 * The terms of the shipped lexicon, found by the hash of their folded form. The table is the text it was shipped as and
 * an index over it: facts are read from their row when they are first asked for, and most never are. So it loads in a
 * fraction of the time and the memory that an object for each term would take.
 */
import { EMPTY_HASH, extendHashBy, hashText } from './hashing.js';
import type { TermFacts, TermLookup } from './lexicon.js';

const TAB = 0x09;
const NEWLINE = 0x0a;

export class TermTable implements TermLookup {
  readonly size: number;
  readonly #text: string;
  /** Where each row begins, and at last where the text ends. */
  readonly #starts: Uint32Array;
  /** Two numbers a slot: the hash of a term, and one more than the number of its row; 0 where the slot is free. */
  readonly #slots: Int32Array;
  readonly #lastSlot: number;
  readonly #facts: (TermFacts | undefined)[];
  readonly #parse: (row: string) => TermFacts;

  /**
   * @param text one term a line, its folded form before the first tab; each line with its end
   * @param parse reads the facts of a row
   */
  constructor(text: string, parse: (row: string) => TermFacts) {
    this.#text = text;
    this.#parse = parse;
    this.#starts = rowStarts(text);
    this.size = this.#starts.length - 1;
    this.#facts = new Array(this.size);
    const slots = 2 ** Math.ceil(Math.log2(2 * this.size + 2));
    this.#slots = new Int32Array(2 * slots);
    this.#lastSlot = slots - 1;
    for (let row = 0; row < this.size; row++) this.#insert(hashOfTerm(text, this.#starts[row] as number), row);
  }

  get(term: string, hash = hashText(term)): TermFacts | undefined {
    const row = this.#find(term, hash);
    if (row < 0) return undefined;
    const known = this.#facts[row];
    if (known !== undefined) return known;
    const facts = this.#parse(this.#text.slice(this.#starts[row], (this.#starts[row + 1] as number) - 1));
    this.#facts[row] = facts;
    return facts;
  }

  has(term: string, hash = hashText(term)): boolean {
    return this.#find(term, hash) >= 0;
  }

  #insert(hash: number, row: number): void {
    let slot = this.#first(hash);
    while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & this.#lastSlot;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = row + 1;
  }

  /** The row of a term; -1 where there is none. */
  #find(term: string, hash: number): number {
    for (let slot = this.#first(hash); this.#slots[2 * slot + 1] !== 0; slot = (slot + 1) & this.#lastSlot) {
      if (this.#slots[2 * slot] !== hash) continue;
      const row = (this.#slots[2 * slot + 1] as number) - 1;
      const start = this.#starts[row] as number;
      if (this.#text.startsWith(term, start) && endsTerm(this.#text.charCodeAt(start + term.length))) return row;
    }
    return -1;
  }

  #first(hash: number): number {
    return (hash ^ (hash >>> 15)) & this.#lastSlot;
  }
}

function rowStarts(text: string): Uint32Array {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return Uint32Array.from(starts);
}

function hashOfTerm(text: string, start: number): number {
  let hash = EMPTY_HASH;
  for (let at = start, code = text.charCodeAt(at); !endsTerm(code); code = text.charCodeAt(++at)) {
    hash = extendHashBy(hash, code);
  }
  return hash;
}

function endsTerm(code: number): boolean {
  return code === TAB || code === NEWLINE;
}
