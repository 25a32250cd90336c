/**
 * What a mention's forms are for resolution: short forms, which mean what a paper says that they mean, and long ones,
 * which mean themselves.
 */
import { compareText } from '../model/index.js';
import { formsOf, type Mention } from './mention.js';
import { nameKey, spells } from './name-key.js';
import { isAcronym, numberSignature } from './shapes.js';

export interface KeyedMention extends Mention {
  /** Key and form, long forms first by key; a key may come under several forms. */
  readonly long: readonly KeyedForm[];
  readonly short: readonly KeyedForm[];
}

export interface KeyedForm {
  readonly key: string;
  readonly form: string;
}

/** Short forms live apart from words: `CLIP` is not `clip`, unless resolution finds that they are one. */
const SHORT = '^';

export const toShortKey = (word: string): string => SHORT + word;
export const isShortKey = (key: string): boolean => key.startsWith(SHORT);
export const wordOfShortKey = (key: string): string => key.slice(SHORT.length);

export function keyMention(mention: Mention): KeyedMention {
  const forms = formsOf(mention);
  const long: KeyedForm[] = [];
  const short: KeyedForm[] = [];
  for (const form of forms) {
    // A name of signs alone has no key: it is its own.
    const key = nameKey(form) || form;
    if (isAcronym(form) || (forms.length > 1 && forms.some((other) => shortens(form, other))))
      short.push({ key: toShortKey(key), form });
    else if (isNameOf(form, mention.name)) long.push({ key, form });
  }
  const order = (a: KeyedForm, b: KeyedForm) => compareText(a.key, b.key) || compareText(a.form, b.form);
  if (long.length > 1) long.sort(order);
  if (short.length > 1) short.sort(order);
  return { ...mention, long, short };
}

/** "large language models (LLaMA-3.1-8B)" names a model beside what it is: forms with other numbers are other things. */
function isNameOf(form: string, name: string): boolean {
  return form === name || numberSignature(form) === numberSignature(name) || shortens(name, form);
}

/** `T5` for text-to-text transfer transformer, `seq2seq`, `SemCom`: one word for several, with their letters in order. */
function shortens(form: string, other: string): boolean {
  return (
    form.length * 2 <= other.length &&
    /^[\p{L}\p{N}]+$/u.test(form) &&
    /\p{Lu}|\p{N}/u.test(form) &&
    /[\s-]/.test(other.trim()) &&
    spells(form, other)
  );
}
