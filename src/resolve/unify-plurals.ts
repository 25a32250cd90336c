/**
 * Whether a name that ends in S is a plural, where its letters alone do not tell. `LLMS` is, as papers write `LLMs` much
 * oftener; `LVIS` is not. And `Epic-Kitchens` is not either, where others write `EPIC-KITCHENS` and hardly any paper
 * `Epic-Kitchen`.
 */
import { isShortKey, type KeyedForm, type KeyedMention, toShortKey, wordOfShortKey } from './keyed-mention.js';
import { nameKey } from './name-key.js';

/** How many times as often papers must write the plural with a small s. */
const MUCH_OFTENER = 5;

const NAME_IN_S = /\p{Lu}S(?![\p{L}\p{N}])/u;
const SMALL_S = /\p{Ll}s(?![\p{L}\p{N}])/u;

/** The mentions with every plural in capitals counted as what it is the plural of, and names in S as such. */
export function unifyPlurals(mentions: readonly KeyedMention[]): KeyedMention[] {
  const moves = new Map([...pluralsInCapitals(mentions), ...namesInSmallLetters(mentions)]);
  const moved = ({ key, form }: KeyedForm): KeyedForm => ({ key: moves.get(key + form) ?? key, form });
  const isMoved = ({ key, form }: KeyedForm) => moves.has(key + form);
  return mentions.map((mention) =>
    mention.short.some(isMoved) || mention.long.some(isMoved)
      ? { ...mention, long: mention.long.map(moved), short: mention.short.map(moved) }
      : mention,
  );
}

/** How many mentions write a name in S, by the word that its key is made of. */
function countNamesInS(mentions: readonly KeyedMention[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { long, short } of mentions) {
    for (const forms of [long, short]) {
      for (const { key, form } of forms) {
        if (NAME_IN_S.test(form)) counts.set(wordOf(key), (counts.get(wordOf(key)) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** The key that each takes, by its key and form. */
function pluralsInCapitals(mentions: readonly KeyedMention[]): Map<string, string> {
  const plurals = new Map<string, number>();
  const inCapitals = new Map<string, { count: number; forms: Set<string> }>();
  for (const { short } of mentions) {
    for (const { key, form } of short) {
      if (/\p{Lu}s$/u.test(form)) plurals.set(key, (plurals.get(key) ?? 0) + 1);
      if (!form.endsWith('S')) continue;
      const written = inCapitals.get(key) ?? { count: 0, forms: new Set() };
      inCapitals.set(key, { count: written.count + 1, forms: written.forms.add(form) });
    }
  }
  const moves = new Map<string, string>();
  for (const [key, { count, forms }] of inCapitals) {
    const singular = toShortKey(wordOfShortKey(key).replace(/s$/, ''));
    if (singular === key || (plurals.get(singular) ?? 0) < MUCH_OFTENER * count) continue;
    for (const form of forms) moves.set(key + form, singular);
  }
  return moves;
}

/** The same for forms that are a name in S, in small letters. */
function namesInSmallLetters(mentions: readonly KeyedMention[]): Map<string, string> {
  const names = countNamesInS(mentions);
  const plurals = new Map<string, { key: string; name: string }>();
  const singulars = new Map<string, number>();
  for (const { long, short } of mentions) {
    for (const forms of [long, short]) {
      for (const { key, form } of forms) {
        if (!SMALL_S.test(form)) singulars.set(key, (singulars.get(key) ?? 0) + 1);
        else if (!plurals.has(key + form)) plurals.set(key + form, { key, name: nameKey(form.toUpperCase()) });
      }
    }
  }
  const moves = new Map<string, string>();
  for (const [at, { key, name }] of plurals) {
    const count = names.get(name) ?? 0;
    if (name === wordOf(key) || count === 0 || (singulars.get(key) ?? 0) >= count) continue;
    moves.set(at, isShortKey(key) ? toShortKey(name) : name);
  }
  return moves;
}

/** The key of a short form is marked; that of a long one is not. */
const wordOf = (key: string): string => (isShortKey(key) ? wordOfShortKey(key) : key);
