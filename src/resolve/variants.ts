/**
 * Families: which named thing is a version, size or variant of which other, read off the names alone.
 * `Qwen2.5-7B` is a size of `Qwen2.5` and a variant of `Qwen`, where those are names of the graph themselves.
 */
import { byKeys, compareText } from '../model/index.js';
import { familyNames, type Rule } from './family-names.js';
import { nameKey, spells } from './name-key.js';
import { papersOf, type Sense } from './sense.js';
import { isAcronym } from './shapes.js';

type Named = Pick<Sense, 'id' | 'label' | 'name' | 'aliases' | 'mentions'>;

export interface Variant {
  readonly variant: string;
  readonly family: string;
  readonly rule: Rule;
}

/** A family is a proper name: `ResNet` of `ResNet-50`, `o1` of `o1-mini`, not the word of `top 5`. */
const PROPER = /\p{Lu}|\p{L}\d|\d\p{L}/u;
/** Two letters are the beginning of too many names. */
const FEW_LETTERS = 2;
/** From so many papers on, an acronym is taken for the thing that they call so, whoever else coined it. */
const WELL_KNOWN = 5;

/** Whether the beginning of a variant's name means a node that has this name, in any spelling. */
function isFamily(written: string, { label, name }: Named, family: Named): boolean {
  const isProper = PROPER.test(written);
  // `llama3.3:70b` is of the family that others write `Llama`: names of models are written in small letters, too.
  if (label === 'Model') return isProper || PROPER.test(family.name);
  const isItsName = sameLetters(family.name, written);
  const isShort = written.replace(/[^\p{L}]/gu, '').length <= FEW_LETTERS;
  // `SD3-Medium` is none of StarDist.
  if (label === 'Benchmark') return isProper && (isItsName || !isShort);
  // `Trade-R1` is none of TRADE, nor `Ovis2.5` of OVI.
  const forms = [family.name, ...family.aliases];
  if (!isProper || isShort || !forms.some((form) => sameLetters(form, written))) return false;
  // The letters of a technique stand for this and that: `CFG 2.0` is no calibration of fully-connected gradients. Who
  // puts a plus behind them knows the other.
  if (isItsName && (name.startsWith(`${written}+`) || papersOf(family) >= WELL_KNOWN)) return true;
  return !isAcronym(written) || !forms.some((form) => defines(form, written));
}

const withoutSeparators = (text: string): string => text.replace(/[-\s_:/.]/g, '');
const sameLetters = (a: string, b: string): boolean => withoutSeparators(a) === withoutSeparators(b);
const defines = (form: string, acronym: string): boolean => form.length >= 2 * acronym.length && spells(acronym, form);

/**
 * VARIANT_OF edges between senses, from each variant to every family that its name implies, so that all of a family are
 * one step away; sorted by variant and family.
 * @param senses all senses of the graph; Concepts have no variants
 */
export function findVariants(senses: readonly Named[]): Variant[] {
  const byKey = new Map<string, Named>();
  for (const sense of [...senses].sort((a, b) => compareText(b.id, a.id))) {
    if (sense.label === 'Concept') continue;
    for (const form of [...sense.aliases, sense.name]) byKey.set(nameKey(form), sense);
  }
  const variants: Variant[] = [];
  for (const sense of senses) {
    if (sense.label === 'Concept') continue;
    const seen = new Set([sense.id]);
    for (const { family, rule } of familyNames(sense.name, sense.label)) {
      const known = byKey.get(nameKey(family));
      if (known === undefined || seen.has(known.id) || known.label !== sense.label) continue;
      if (!isFamily(family, sense, known)) continue;
      seen.add(known.id);
      variants.push({ variant: sense.id, family: known.id, rule });
    }
  }
  return variants.sort(
    byKeys(
      ({ variant }) => variant,
      ({ family }) => family,
    ),
  );
}
