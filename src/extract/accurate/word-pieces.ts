/**
 * Word pieces: the units in which the encoder reads a text. Wu et al., "Google's neural machine translation system"
 * (2016), as BERT uses them: lower case, no accents, marks apart, then the longest known piece from the left.
 */

export const UNKNOWN = 100;
export const BEGIN = 101;
export const END = 102;

const LONGEST_WORD = 100;
const WORDS_KEPT = 100_000;

export class WordPieces {
  readonly #ids: ReadonlyMap<string, number>;
  readonly #known = new Map<string, readonly number[]>();

  /** @param vocabulary the pieces in the order of their numbers; "##" marks one that continues a word */
  constructor(vocabulary: readonly string[]) {
    this.#ids = new Map(vocabulary.map((piece, id) => [piece, id]));
  }

  /** The numbers of a word's pieces; never empty. */
  of(word: string): readonly number[] {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size >= WORDS_KEPT) this.#known.clear();
    const plain = word
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '');
    const parts = plain.match(/[\p{P}\p{S}\p{Script=Han}]|[^\p{P}\p{S}\p{Script=Han}\s]+/gu) ?? [];
    const pieces = parts.flatMap((part) => this.#split(part));
    const result = pieces.length === 0 ? [UNKNOWN] : pieces;
    this.#known.set(word, result);
    return result;
  }

  #split(part: string): number[] {
    if (part.length > LONGEST_WORD) return [UNKNOWN];
    const pieces: number[] = [];
    for (let from = 0; from < part.length; ) {
      let to = part.length;
      let id: number | undefined;
      for (; to > from; to--) {
        id = this.#ids.get((from > 0 ? '##' : '') + part.slice(from, to));
        if (id !== undefined) break;
      }
      if (id === undefined) return [UNKNOWN];
      pieces.push(id);
      from = to;
    }
    return pieces;
  }
}
