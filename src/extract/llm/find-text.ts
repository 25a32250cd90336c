/** Finds in a text what a model quotes from it: same letters, whatever became of spaces, quotation marks and dashes. */
import type { Span } from '../../model/index.js';

/** One code unit each, so that offsets stay what they are. */
const TYPOGRAPHY: readonly (readonly [RegExp, string])[] = [
  [/[‘’‛`´]/g, "'"],
  [/[“”„]/g, '"'],
  [/[‐‑‒–—−]/g, '-'],
];

function plain(text: string): string {
  return TYPOGRAPHY.reduce((done, [marks, mark]) => done.replace(marks, mark), text);
}

/** A name ends where no letter or digit goes on: "GPT" is not in "GPT-4" nor "C" in "C++", but "LoRA" is in "LoRA-based". */
const BEFORE = '(?<![\\p{L}\\p{N}])';
const AFTER = '(?![\\p{L}\\p{N}]|[.-]\\p{N}|\\+\\+|#)';
const WORD = /[\p{L}\p{N}]/u;
/** Under so many letters a name in another case is likely another name: "MoE" and "Moe". */
const LEAST_FOR_OTHER_CASE = 5;

/** A text that is searched many times. */
export class SearchedText {
  readonly #plain: string;

  constructor(readonly text: string) {
    this.#plain = plain(text);
  }

  /** All places where the name stands as a whole; in another case only where it stands nowhere as given. */
  mentions(name: string): Span[] {
    const wanted = name.trim();
    if (!WORD.test(wanted)) return [];
    const pattern = `${WORD.test(wanted.charAt(0)) ? BEFORE : ''}${spaced(wanted)}${WORD.test(wanted.slice(-1)) ? AFTER : ''}`;
    const exact = this.#all(new RegExp(pattern, 'gu'));
    if (exact.length > 0 || wanted.length < LEAST_FOR_OTHER_CASE) return exact;
    return this.#all(new RegExp(pattern, 'giu'));
  }

  /** The first place where a quotation stands, without the marks and dots that a model puts around it. */
  quotation(quote: string): Span | undefined {
    const wanted = quote
      .trim()
      .replace(/^(?:\.{3}|…|["“])\s*/, '')
      .replace(/(?:\.{3}|…|["”])$/, '')
      .trimEnd();
    if (!WORD.test(wanted)) return undefined;
    return this.#all(new RegExp(spaced(wanted), 'gu'))[0] ?? this.#all(new RegExp(spaced(wanted), 'giu'))[0];
  }

  #all(pattern: RegExp): Span[] {
    return Array.from(this.#plain.matchAll(pattern), ({ index, 0: found }): Span => [index, index + found.length]);
  }
}

function spaced(text: string): string {
  return plain(text)
    .split(/\s+/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
    .join('\\s+');
}
