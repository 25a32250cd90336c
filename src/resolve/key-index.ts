/**
 * A compact map from long keys to numbers, for millions of papers: of each key 64 bits of its SHA-256 are kept, in an
 * open-addressing table of typed arrays, so that an entry costs 24 bytes at most instead of a string's hundred or more.
 * Two of ten million keys share their 64 bits with a probability of three in a million.
 */
import { createHash } from 'node:crypto';

const FIRST_CAPACITY = 1 << 12;
const EMPTY = 0;

export class KeyIndex {
  #high = new Uint32Array(FIRST_CAPACITY);
  #low = new Uint32Array(FIRST_CAPACITY);
  /** The value and 1, so that 0 marks a free place. */
  #values = new Uint32Array(FIRST_CAPACITY);
  #size = 0;

  /** The value under the key; where there is none yet, `value` is put there and given back. */
  findOrAdd(key: string, value: number): number {
    if (this.#size * 2 >= this.#values.length) this.#grow();
    const digest = createHash('sha256').update(key).digest();
    const high = digest.readUInt32LE(0);
    const low = digest.readUInt32LE(4);
    const place = this.#place(high, low);
    const there = this.#values[place] ?? EMPTY;
    if (there !== EMPTY) return there - 1;
    this.#put(place, high, low, value + 1);
    this.#size++;
    return value;
  }

  #place(high: number, low: number): number {
    const mask = this.#values.length - 1;
    let place = low & mask;
    while (this.#values[place] !== EMPTY && (this.#high[place] !== high || this.#low[place] !== low))
      place = (place + 1) & mask;
    return place;
  }

  #put(place: number, high: number, low: number, value: number): void {
    this.#high[place] = high;
    this.#low[place] = low;
    this.#values[place] = value;
  }

  #grow(): void {
    const [highs, lows, values] = [this.#high, this.#low, this.#values];
    const capacity = values.length * 2;
    this.#high = new Uint32Array(capacity);
    this.#low = new Uint32Array(capacity);
    this.#values = new Uint32Array(capacity);
    for (const [i, value] of values.entries()) {
      const [high = 0, low = 0] = [highs[i], lows[i]];
      if (value !== EMPTY) this.#put(this.#place(high, low), high, low, value);
    }
  }
}
