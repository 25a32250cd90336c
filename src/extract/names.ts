/**
 * Canonical names: as written for proper names (the short form where the text gives one), lower-case singular for
 * established terms, expanded where the text expands them.
 */
import type { Chosen } from './choose.js';
import type { Lexicon } from './lexicon.js';
import type { Reading } from './reading.js';
import { looksNamed, SHAPES, type Shape, shapeOf } from './shapes.js';
import { normOf } from './words.js';

/** The text of an occurrence. */
export function surfaceOf(reading: Reading, from: number, to: number): string {
  return reading.text.slice(reading.tokens[from]?.start ?? 0, reading.tokens[to - 1]?.end ?? 0);
}

export function canonicalName(reading: Reading, chosen: Chosen, lexicon: Lexicon): string {
  const { candidate, occurrences } = chosen;
  const surfaces = occurrences.map(({ from, to }) => surfaceOf(reading, from, to));
  const long = surfaceOf(reading, candidate.model.from, candidate.model.to);
  if (candidate.defined && candidate.keys.length > 1) {
    const short = surfaces.find((s) => isShort(s));
    const coined = (lexicon.terms.get(candidate.keys[0] as string)?.papers ?? 0) < 3;
    // An acronym that only this paper spells out is its own name; a known term goes by its long form.
    if (short !== undefined && coined) return withoutPlural(short);
    return generic(long, lexicon);
  }
  const lower = surfaces.find((s) => s === s.toLowerCase());
  if (lower !== undefined) return generic(lower, lexicon);
  return generic(surfaces.at(-1) ?? long, lexicon);
}

function isShort(surface: string): boolean {
  return !surface.includes(' ') && looksNamed(shapeOf(surface));
}

function withoutPlural(name: string): string {
  return /\p{Lu}s$/u.test(name) ? name.slice(0, -1) : name;
}

/** Lower-cases what is no proper name, word by word, and makes the last word singular. */
function generic(surface: string, lexicon: Lexicon): string {
  const words = surface.split(/\s+/);
  const shapes = words.map(shapeOf);
  if (words.length === 1 && looksNamed(shapes[0] as Shape)) return withoutPlural(surface);
  // A single capitalised word away from a lexicon entry in lower case is a name ("Adam").
  const lowered = words.map((word, i) => {
    const shape = shapes[i] as Shape;
    if (shape !== SHAPES.title && shape !== SHAPES.hyphenTitle) return word;
    return isProper(word, lexicon) ? word : word.toLowerCase();
  });
  const last = lowered.length - 1;
  // A mixture is of many experts: what follows "of" keeps its number.
  if (lowered[last - 1] !== 'of' && !/-of-/.test(lowered[last] as string)) {
    lowered[last] = singular(lowered[last] as string);
  }
  return lowered.join(' ');
}

/** Whether the corpus writes the word with a capital also away from the beginning of a sentence. */
function isProper(word: string, lexicon: Lexicon): boolean {
  const facts = lexicon.terms.get(normOf(word));
  return facts === undefined || facts.papers === 0 ? shapeOf(word) === SHAPES.title : facts.capital > 0.7;
}

const NO_PLURAL = /(?:ss|us|is|as|os|ics|series|species|news)$/;

export function singular(word: string): string {
  if (/\p{Lu}s$/u.test(word)) return word.slice(0, -1);
  if (word.length < 4 || !word.endsWith('s') || NO_PLURAL.test(word) || !/\p{Ll}s$/u.test(word)) return word;
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
