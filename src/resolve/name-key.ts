/**
 * The spelling key of a name: two names with the same key differ in spelling only. Over `fold` (case, hyphens, spaces,
 * Greek letters, LaTeX, diacritics) it takes every word in the singular and in American spelling, and leaves out an
 * acronym in brackets after the words that it stands for.
 */
import pluralize from 'pluralize';
import { plainWords } from '../model/index.js';
import { isAcronym } from './shapes.js';

// The plurals of our field that the library does not know.
for (const [one, many] of [
  ['bias', 'biases'],
  ['lens', 'lenses'],
  ['axis', 'axes'],
  ['corpus', 'corpora'],
  ['formula', 'formulae'],
  ['simplex', 'simplices'],
  ['canvas', 'canvases'],
  ['atlas', 'atlases'],
  ['alias', 'aliases'],
  ['gas', 'gases'],
] as const)
  pluralize.addIrregularRule(one, many);
for (const word of ['bayes', 'bus', 'pandas', 'kubernetes', 'basis', 'canvas', 'atlas', 'chaos', 'axis', 'nous'])
  pluralize.addUncountableRule(word);

const BRITISH: readonly [RegExp, string][] = [
  [/is(ation|ational|e|ed|er|ing|able)$/, 'iz$1'],
  [/ys(e|ed|er|ing)$/, 'yz$1'],
  [/^(behavi|col|neighb|fav|lab|tum|hum|arm|rum|rig|vap|flav|harb|od)our/, '$1or'],
  [/^(model|label|signal|channel|tunnel|travel|cancel|level|marvel)l(ing|ed|er)$/, '$1$2'],
  [/^(cent|fib|met|spect)re$/, '$1er'],
  [/^grey/, 'gray'],
  [/^artefact/, 'artifact'],
  [/^(catal|anal|dial)ogue$/, '$1og'],
  [/^programme$/, 'program'],
];

const known = new Map<string, string>();
const KNOWN_WORDS = 200_000;

function wordKey(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  let key = word.length > 2 ? pluralize.singular(word) : word;
  for (const [british, american] of BRITISH) key = key.replace(british, american);
  // The words of all papers are too many to be kept; those that come again are soon kept again.
  if (known.size >= KNOWN_WORDS) known.clear();
  known.set(word, key);
  return key;
}

/** The words of a name, each in its key form. */
export function nameWords(name: string): string[] {
  return plainWords(withoutBrackets(name)).map(wordKey);
}

/** The key; empty when the name holds no letter, digit or plus sign. */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}

/** `Key-Value (KV) cache` without `(KV)`. */
function withoutBrackets(name: string): string {
  if (!name.includes('(')) return name;
  return name.replace(/^(.+?)\s*\(([^()]+)\)/, (whole, long: string, short: string) =>
    isAcronym(short) && spells(short, long) ? long : whole,
  );
}

/** Whether the letters of the short form stand in this order in the long one, the first at its beginning. */
export function spells(short: string, long: string): boolean {
  const letters =
    short
      .replace(/(?<=\p{Lu})s$/u, '')
      .toLowerCase()
      .match(/\p{L}/gu) ?? [];
  const text = long.toLowerCase();
  if (letters.length === 0 || !text.startsWith(letters[0] as string)) return false;
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
