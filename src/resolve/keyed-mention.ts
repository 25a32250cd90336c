/**
 * What a mention's forms are for resolution: short forms, which mean what a paper says that they mean, and long ones,
 * which mean themselves.
 */
import { byKeys, compareText, type JoinRule, type SortedRecords } from '../model/index.js';
import { areOfOneFamily } from './family-names.js';
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
  /** What made this form one with those of the same key, where it is not the spelling. */
  readonly rule?: JoinRule;
}

/** Short forms live apart from words: `CLIP` is not `clip`, unless resolution finds that they are one. */
const SHORT = '^';

export const toShortKey = (word: string): string => SHORT + word;
export const isShortKey = (key: string): boolean => key.startsWith(SHORT);
export const wordOfShortKey = (key: string): string => key.slice(SHORT.length);

/**
 * The mentions of all records, sorted by paper and name. What can be told of a form alone is told once, whoever writes it.
 */
export function keyMentions(records: SortedRecords): KeyedMention[] {
  const known = new Map<string, FormFacts>();
  const factsOf = (text: string): FormFacts => {
    const before = known.get(text);
    if (before) return before;
    const form = tellFacts(text);
    known.set(text, form);
    return form;
  };
  const mentions: KeyedMention[] = [];
  for (const { paper, entities } of records) {
    for (const { name, type, role, confidence, surfaces } of [...entities].sort(byKeys(({ name }) => name))) {
      const forms = formsOf({ name, surfaces }).map(factsOf);
      const { long, short } = keyForms(name, forms);
      const mention = { paper: paper.id, name, type, role, confidence, surfaces, long, short };
      mentions.push(long.length + short.length === forms.length ? mention : withoutOthers(mention));
    }
  }
  return mentions;
}

/** Without the surfaces that are no forms of it. */
function withoutOthers(mention: KeyedMention): KeyedMention {
  const forms = new Set([...mention.long, ...mention.short].map(({ form }) => form));
  return { ...mention, surfaces: mention.surfaces.filter((surface) => forms.has(surface)) };
}

interface FormFacts {
  readonly text: string;
  readonly isAcronym: boolean;
  readonly asLong: KeyedForm;
  readonly asShort: KeyedForm;
  /** The forms of a mention that has no other. */
  readonly alone: KeyedForms;
}

type KeyedForms = Pick<KeyedMention, 'long' | 'short'>;

function tellFacts(text: string): FormFacts {
  // A name of signs alone has no key: it is its own.
  const key = nameKey(text) || text;
  const asLong = { key, form: text };
  const asShort = { key: toShortKey(key), form: text };
  const acronym = isAcronym(text);
  const alone = acronym ? { long: [], short: [asShort] } : { long: [asLong], short: [] };
  return { text, isAcronym: acronym, asLong, asShort, alone };
}

function keyForms(name: string, forms: readonly FormFacts[]): KeyedForms {
  const [only, ...others] = forms;
  if (only !== undefined && others.length === 0) return only.alone;
  const long: KeyedForm[] = [];
  const short: KeyedForm[] = [];
  const ofName = numberSignature(name);
  for (const { text, isAcronym, asLong, asShort } of forms) {
    const numbers = numberSignature(text);
    // "LLaMA-3.1-8B (LLMs)": what a paper calls beside its version is the kind, or the family.
    if (numbers === '' && ofName !== '') continue;
    // "Llama-3-70B (Llama-3-70B-Instruct)": a variant is no other name of its family.
    if (areOfOneFamily(name, text)) continue;
    if (isAcronym || forms.some((other) => shortens(text, other.text))) short.push(asShort);
    // "large language models (LLaMA-3.1-8B)" names a model beside what it is: forms with other numbers are other things.
    else if (numbers === ofName || (numbers === '' && shortens(name, text))) long.push(asLong);
  }
  const order = (a: KeyedForm, b: KeyedForm) => compareText(a.key, b.key) || compareText(a.form, b.form);
  if (long.length > 1) long.sort(order);
  if (short.length > 1) short.sort(order);
  return { long, short };
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
