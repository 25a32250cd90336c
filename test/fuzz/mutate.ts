/** Inputs like those that are there: cut, doubled, spliced, and with words of the kind put in. */

/** Signs that mean something to many a format, and some that mean too much. */
const SIGNS = ['\0', '\t', '\n', '\r\n', '\u2028', '\uFEFF', '\u0301', '😀', 'ﷺ', '"', "'", '`', '\\', '$', '{', '}', '[', ']', '(', ')', '<', '>', '%', '&', '#', '@', '~', ':', ';', ',', '-1', '1e999', '__proto__']; // biome-ignore format: a list

/** Larger ones take longer and reach no more. */
const LONGEST = 4096;
const MOST_REPEATED = 300;
const NUMBERS = ['0', '1', '-1', '7', '12', '65', '999', '65536', '4294967296', '9007199254740993', '0.5', '1e999'];

export class Mutator {
  readonly #random: () => number;
  readonly #words: readonly Buffer[];

  /** @param seeds whose words are put into others */
  constructor(seeds: readonly Buffer[], random: () => number) {
    this.#random = random;
    const words = new Set(SIGNS);
    // What is written together, with the signs beside it: `Abstract:`, `\frac{`, `<-[`, `&from=`.
    for (const seed of seeds)
      for (const [word] of seed.toString().matchAll(/[^\w\s]{1,3}|[\\&@]?\w+[^\w\s]?/g)) words.add(word);
    this.#words = [...words].map((word) => Buffer.from(word));
  }

  /** A new one, of one of them. */
  from(corpus: readonly Buffer[]): Buffer {
    let bytes = this.#oneOf(corpus);
    do bytes = this.#change(bytes, corpus);
    while (this.#random() < 0.5);
    return bytes.subarray(0, LONGEST);
  }

  #change(bytes: Buffer, corpus: readonly Buffer[]): Buffer {
    const at = this.#below(bytes.length + 1);
    const put = (some: Uint8Array, cut = 0) =>
      Buffer.concat([bytes.subarray(0, at), some, bytes.subarray(Math.min(bytes.length, at + cut))]);
    switch (this.#below(9)) {
      case 0:
        return put(Buffer.of(), this.#length());
      case 1:
        return put(this.#oneOf(this.#words));
      case 2:
        return put(this.#oneOf(this.#words), this.#length());
      case 3:
        return put(bytes.subarray(at, at + this.#length()));
      case 4: {
        const word = this.#random() < 0.5 ? this.#oneOf(this.#words) : bytes.subarray(at, at + this.#length());
        return put(Buffer.concat(Array.from({ length: 2 + this.#below(MOST_REPEATED) }, () => word)));
      }
      case 5: {
        const other = this.#oneOf(corpus);
        const from = this.#below(other.length);
        return put(other.subarray(from, from + this.#length()), this.#length());
      }
      case 6: {
        const other = this.#oneOf(corpus);
        return Buffer.concat([bytes.subarray(0, at), other.subarray(this.#below(other.length))]);
      }
      case 7: {
        // The next number becomes another.
        const text = bytes.toString('latin1');
        const from = text.slice(at).search(/\d/) + at;
        if (from < at) return put(this.#oneOf(this.#words));
        const digits = /^\d+/.exec(text.slice(from))?.[0] ?? '';
        const number =
          this.#random() < 0.5 ? Number(digits) + this.#below(9) - 4 : NUMBERS[this.#below(NUMBERS.length)];
        return Buffer.concat([bytes.subarray(0, from), Buffer.from(`${number}`), bytes.subarray(from + digits.length)]);
      }
      default:
        return put(Buffer.of(this.#below(256)), 1);
    }
  }

  /** Mostly a few, now and then many. */
  #length(): number {
    return 1 + this.#below(this.#random() < 0.8 ? 8 : 400);
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most);
  }

  #oneOf(some: readonly Buffer[]): Buffer {
    return some[this.#below(some.length)] ?? Buffer.of();
  }
}
