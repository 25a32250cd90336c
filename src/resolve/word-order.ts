/**
 * The same words in another order for the same thing: a version before or behind the words that say which model it is
 * (`Claude 4 Sonnet`, `Claude Sonnet 4`), and the two sides of what holds between them (`text-image alignment`).
 */
import { nameWords } from './name-key.js';
import { isAcronym } from './shapes.js';

/** A version or a size: `4`, `v2`, `3.5`, `8B`. */
const VERSION = /^v?\d+(?:\.\d+)*[bkmt]?$/i;

/** What holds between two in both directions, as nouns in the singular. */
const MUTUAL = new Set(
  `alignment calibration codesign collaboration communication comparison consistency cooperation coordination correlation
  correspondence coupling dialogue fusion gap interaction interface mismatch pair registration similarity synchronization
  synergy teaming tradeoff`.split(/\s+/),
);

/** The key of all orders of a name that are one thing; undefined where another order would be another thing. */
export function orderKey(form: string): string | undefined {
  return versionedKey(form) ?? mutualKey(form);
}

function versionedKey(form: string): string | undefined {
  const [family = '', ...rest] = form.split(/[\s-]+/);
  if (rest.length < 2 || !/^\p{Lu}/u.test(family)) return undefined;
  const versions = rest.filter((part) => VERSION.test(part));
  const words = rest.filter((part) => !VERSION.test(part));
  if (versions.length === 0 || words.length === 0 || !words.every((word) => /^\p{Lu}/u.test(word))) return undefined;
  // Two versions, or two words, mean something else the other way round.
  return [family, ...versions.map((version) => version.replace(/^v/i, '')), '|', ...words].join(' ').toLowerCase();
}

function mutualKey(form: string): string | undefined {
  const words = form.split(/\s+/);
  const relation = nameWords(words.pop() ?? '').join('');
  const at = MUTUAL.has(relation) ? words.findIndex(isPair) : -1;
  if (at < 0) return undefined;
  const sides = (words[at] as string).toLowerCase().split('-').sort();
  return ['=', ...words.slice(0, at), ...sides, '=', ...words.slice(at + 1), relation].join(' ').toLowerCase();
}

/** Two things of a kind: no names of people or languages, which a translation leads from and to. */
function isPair(word: string): boolean {
  const sides = word.split('-');
  return sides.length === 2 && sides.every((side) => /^\p{Ll}{3,}$/u.test(side) || isAcronym(side));
}
