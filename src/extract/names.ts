/**
 * Canonical names: as written for proper names (the short form where the text gives one), lower-case singular for
 * established terms, expanded where the text expands them.
 */
import type { EntityType } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { isInRunningText, isWrittenAsName, withItsCapitals } from './casing.js';
import type { Chosen } from './choose.js';
import type { Lexicon } from './lexicon.js';
import { type Reading, surfaceOf } from './reading.js';
import { looksNamed, shapeOf } from './shapes.js';

export function canonicalName(reading: Reading, chosen: Chosen, type: EntityType, lexicon: Lexicon): string {
  // "Natural Questions" is no natural question: who writes a benchmark with capitals means its name.
  const title = type === 'Benchmark' && !chosen.candidate.defined ? titleIn(reading, chosen.occurrences) : undefined;
  const name = title ?? spelledName(reading, chosen, lexicon);
  // "self-supervised" alone is short for the learning: two hubs were one thing.
  return /\b(?:un)?supervised$/i.test(name) ? `${name} learning` : name;
}

/** How running text writes several words as a name. */
function titleIn(reading: Reading, occurrences: readonly Occurrence[]): string | undefined {
  const at = occurrences.find(
    ({ from, to }) => to - from > 1 && isInRunningText(reading, from) && isWrittenAsName(reading, from, to),
  );
  return at && surfaceOf(reading, at.from, at.to);
}

function spelledName(reading: Reading, chosen: Chosen, lexicon: Lexicon): string {
  const { candidate, occurrences } = chosen;
  const surfaces = occurrences.map(({ from, to }) => surfaceOf(reading, from, to));
  let written = candidate.model;
  if (candidate.defined && candidate.keys.length > 1) {
    const short = surfaces.find((s) => isShort(s));
    const coined = (lexicon.terms.get(candidate.keys[0] as string)?.papers ?? 0) < 3;
    // An acronym that only this paper spells out is its own name; a known term goes by its long form.
    if (short !== undefined && coined) return withoutPlural(short);
  } else {
    const lower = surfaces.find((s) => s === s.toLowerCase());
    if (lower !== undefined) return asOne(lower.split(/\s+/));
    written = occurrences.at(-1) ?? candidate.model;
  }
  const surface = surfaceOf(reading, written.from, written.to);
  if (isShort(surface)) return withoutPlural(surface);
  const alike = occurrences.filter(
    ({ from, to }) => surfaceOf(reading, from, to).toLowerCase() === surface.toLowerCase(),
  );
  return asOne(withItsCapitals(reading, [...alike, written], candidate.defined, lexicon));
}

function isShort(surface: string): boolean {
  return !surface.includes(' ') && looksNamed(shapeOf(surface));
}

function withoutPlural(name: string): string {
  return /\p{Lu}s$/u.test(name) ? name.slice(0, -1) : name;
}

/** The name of one of them: the last word in the singular. */
function asOne(words: readonly string[]): string {
  const last = words.length - 1;
  const word = words[last] as string;
  // A mixture is of many experts: what follows "of" keeps its number. So does a word that was made up: "Mull-Tokens".
  if (words[last - 1] === 'of' || /-of-|^\p{Lu}.*-/u.test(word)) return words.join(' ');
  return [...words.slice(0, last), singular(word)].join(' ');
}

const NO_PLURAL =
  /(?:ss|us|is|as|os|ics|series|species|news|lens|diabetes|siemens|kubernetes|bayes|herpes|\.\p{Ll}+)$/iu;

/** Plurals that lose more than their s: the end of the word, and the end of one. */
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/(?<=\b(?:bi|ali|atl|canv|g))ases$/, 'as'],
  [/(?<=\blen)ses$/, 's'],
  [/(?<=\bca|\bni|\bpsy|avalan|(?:\b|head)a)ches$/, 'che'],
  [/(?<=\bax)es$/, 'is'],
  [/(?<=matr|hel|append)ices$/, 'ix'],
  [/(?<=ind|vert|vort|cort|simpl)ices$/, 'ex'],
  [/(?<=analy|hypothe|synthe|parenthe|diagno|progno|metasta|prosthe|\bthe|\bcri)ses$/, 'sis'],
  [/(?<=vir|stat|corp|foc|bon|cens|consens|camp|\bb)uses$/, 'us'],
];

export function singular(word: string): string {
  if (/\p{Lu}s$/u.test(word)) return word.slice(0, -1);
  if (word.length < 4 || !word.endsWith('s') || NO_PLURAL.test(word) || !/\p{Ll}s$/u.test(word)) return word;
  const irregular = IRREGULAR.find(([plural]) => plural.test(word));
  if (irregular) return word.replace(...irregular);
  if (/[^aeiou]ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}
