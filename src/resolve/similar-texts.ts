/**
 * Finds texts that may be the same without comparing each with each: MinHash signatures (Broder 1997) cut into bands
 * (Indyk and Motwani 1998). Two texts that agree in a whole band are a candidate pair, to be compared by who asks. In
 * memory stays one 32-bit number for each band, 80 bytes for each text, and 8 more for each while pairs are sought.
 *
 * Own code: the one package there is (minhash 0.0.9, with tools of 2018) hashes each string again for each of its
 * functions, multiplies past 2^53, and keeps each text's name and bands as strings, kilobytes for each.
 */
import { seededRandom } from '../model/index.js';
import { hashRun, hashWord } from './shingles.js';

/** Values in a band: texts of resemblance s agree in one with probability s^3. */
const ROWS = 3;
/** Bands over the whole text: s = 0.4 is found with probability 0.60, 0.5 with 0.85, 0.6 with 0.97. */
const WHOLE_BANDS = 14;
/** Bands over the beginning, by which a text that was cut short is found. */
const HEAD_BANDS = 4;
const BANDS = WHOLE_BANDS + HEAD_BANDS + 1;
/** The bands, one of them for the title, and the sum of the shingles, which puts equal bands in order. */
const WIDTH = BANDS + 1;
const CHUNK_ROWS = 1 << 12;
/** In a larger bucket each text is paired with so many neighbours only, so that cost stays linear. */
const NEIGHBOURS = 8;

const next = seededRandom(1997);
const oddNumbers = () => Uint32Array.from({ length: WHOLE_BANDS * ROWS }, () => (next() * 2 ** 32) | 1);
const [FACTORS, SHIFTS] = [oddNumbers(), oddNumbers()];

export class SimilarTexts {
  readonly #chunks: Uint32Array[] = [];
  #size = 0;

  /**
   * Adds the text of the next number: 0, 1, 2 …
   * @param whole shingles of the whole text, one at least
   * @param head shingles of its beginning
   * @param title what texts may be looked for by as well
   */
  add(whole: Uint32Array, head: Uint32Array, title: string | undefined): void {
    const row = this.#addRow();
    row.set(bandsOf(whole, WHOLE_BANDS));
    row.set(bandsOf(head, HEAD_BANDS), WHOLE_BANDS);
    if (title !== undefined) row[BANDS - 1] = hashWord(title) || 1;
    row[BANDS] = whole.reduce((sum, hash) => (sum + hash) >>> 0, 0);
  }

  /** Counts a text that is compared with none. */
  addNone(): void {
    this.#addRow();
  }

  #addRow(): Uint32Array {
    const at = (this.#size++ % CHUNK_ROWS) * WIDTH;
    if (at === 0) this.#chunks.push(new Uint32Array(CHUNK_ROWS * WIDTH));
    return this.#chunks.at(-1)?.subarray(at, at + WIDTH) ?? new Uint32Array(WIDTH);
  }

  /**
   * Pairs of different groups in which texts agree in a band, each pair once, whatever the order of the texts.
   * @param groupOf the group of a text's number; of its texts none is compared with another
   */
  candidates(groupOf: (number: number) => number): [number, number][] {
    const pairs = new Set<number>();
    const bucket: number[] = [];
    const close = () => {
      if (bucket.length > NEIGHBOURS) bucket.sort((a, b) => this.#compare(a, b));
      const groups = bucket.map(groupOf).filter((group, i, all) => group !== all[i - 1]);
      for (const [i, a] of groups.entries())
        for (const b of groups.slice(i + 1, i + 1 + NEIGHBOURS))
          if (a !== b) pairs.add(Math.min(a, b) * this.#size + Math.max(a, b));
      bucket.length = 0;
    };
    for (let band = 0; band < BANDS; band++) {
      let last = -1;
      for (const [hash, number] of this.#sorted(band)) {
        if (hash !== last && bucket.length > 0) close();
        last = hash;
        bucket.push(number);
      }
      close();
    }
    return [...pairs].sort((a, b) => a - b).map((pair) => [Math.floor(pair / this.#size), pair % this.#size]);
  }

  /** The values of one band with the numbers of their texts, ascending; no zeros. */
  *#sorted(band: number): Generator<[number, number]> {
    const both = new BigUint64Array(this.#size);
    // The value in the upper half, the number in the lower: typed arrays of one type are sorted fast.
    const halves = new Uint32Array(both.buffer);
    const [low, high] = LITTLE_ENDIAN ? [0, 1] : [1, 0];
    for (let number = 0; number < this.#size; number++) {
      halves[2 * number + low] = number;
      halves[2 * number + high] = this.#value(number, band);
    }
    both.sort();
    for (let i = 0; i < this.#size; i++) {
      const hash = halves[2 * i + high] ?? 0;
      if (hash !== 0) yield [hash, halves[2 * i + low] ?? 0];
    }
  }

  #value(number: number, column: number): number {
    return this.#chunks[Math.floor(number / CHUNK_ROWS)]?.[(number % CHUNK_ROWS) * WIDTH + column] ?? 0;
  }

  #compare(a: number, b: number): number {
    for (let column = 0; column < WIDTH; column++) {
      const difference = this.#value(a, column) - this.#value(b, column);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

const LITTLE_ENDIAN = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/** Of each band the smallest values of its hash functions over all shingles, in one hash that is not 0. */
function bandsOf(shingles: Uint32Array, bands: number): Uint32Array {
  const least = new Uint32Array(bands * ROWS).fill(0xffffffff);
  for (let i = 0; i < shingles.length; i++) {
    const shingle = shingles[i] as number;
    for (let k = 0; k < least.length; k++) {
      let hash = Math.imul(shingle ^ (SHIFTS[k] as number), FACTORS[k] as number);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      if (hash < (least[k] as number)) least[k] = hash;
    }
  }
  return Uint32Array.from({ length: bands }, (_, band) => hashRun(least, band * ROWS, (band + 1) * ROWS) || 1);
}
