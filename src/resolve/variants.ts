/**
 * Families: which named thing is a version, size or variant of which other, read off the names alone.
 * `Qwen2.5-7B` is a size of `Qwen2.5` and a variant of `Qwen`, where those are names of the graph themselves.
 */
import { byKeys, compareText } from '../model/index.js';
import { familyNames, type Rule } from './family-names.js';
import { nameKey } from './name-key.js';
import type { Sense } from './sense.js';

type Named = Pick<Sense, 'id' | 'label' | 'name' | 'aliases'>;

export interface Variant {
  readonly variant: string;
  readonly family: string;
  readonly rule: Rule;
}

/** A family is a proper name: `ResNet` of `ResNet-50`, `o1` of `o1-mini`, not the word of `top 5`. */
const PROPER = /\p{Lu}|\p{L}\d|\d\p{L}/u;

/** `llama3.3:70b` is of the family that others write `Llama`: names of models are written in small letters, too. */
const isFamily = (written: string, { label, name }: Named): boolean =>
  PROPER.test(written) || (label === 'Model' && PROPER.test(name));

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
    for (const { family, rule } of familyNames(sense.name, sense.label === 'Model')) {
      const known = byKey.get(nameKey(family));
      if (known === undefined || seen.has(known.id) || known.label !== sense.label || !isFamily(family, known))
        continue;
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
