/**
 * Families: which named thing is a version, size or variant of which other, read off the names alone.
 * `Qwen2.5-7B` is a size of `Qwen2.5` and a variant of `Qwen`, where those are names of the graph themselves.
 */
import { byKeys, compareText } from '../model/index.js';
import { nameKey } from './name-key.js';
import type { Sense } from './sense.js';

type Named = Pick<Sense, 'id' | 'label' | 'name' | 'aliases'>;

export interface Variant {
  readonly variant: string;
  readonly family: string;
  readonly rule: 'size' | 'version' | 'suffix';
}

type Rule = Variant['rule'];

/** What may follow the name of a family, and which rule it falls under. */
const MARKS: readonly (readonly [Rule, RegExp])[] = [
  ['size', /^\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)?[KMBT]$/i],
  ['size', /^A\d+(?:\.\d+)?B$/],
  // Not the `F1` of BERTScore-F1, nor the `T2I` and `3S` of what is no version.
  ['version', /^(?!F1$)[A-Za-z]{0,2}\d+(?:\.\d+)*(?:[a-z]|V)?$/],
  ['suffix', /^\++$/],
  [
    'suffix',
    /^(?:air|base|chat|coder|distill|flash|giant|haiku|hard|huge|instruct|it|large|lite|math|max|medium|mini|nano|next|omni|opus|plus|preview|pro|reasoner|small|sonnet|thinking|tiny|turbo|ultra|verified|vl|xl|xxl)$/i,
  ],
];
/** Where a name can end and a mark begin: at a separator, before a number or its `v`, before a plus sign. */
const BOUNDARY = /[-\s_:/]+|(?<=\p{L}{2})(?=[vV]\d)|(?<=\p{L}(?![vV])\p{L})(?=\d)|(?<=[\p{L}\p{N}])(?=\+)/gu;

/** The families that a name implies, the nearest first, each with the rule of the mark that follows it. */
function familyNames(name: string): { family: string; rule: Rule }[] {
  const cuts = [...name.matchAll(BOUNDARY)].map(({ index, 0: { length } }) => ({ end: index, next: index + length }));
  const found: { family: string; rule: Rule }[] = [];
  let end = name.length;
  for (const { end: familyEnd, next } of cuts.reverse()) {
    const rule = ruleOf(name.slice(next, end));
    if (rule === undefined) break;
    const family = name.slice(0, familyEnd);
    if (nameKey(family).length > 1) found.push({ family, rule });
    end = familyEnd;
  }
  return found;
}

/** A family is a proper name: `ResNet` of `ResNet-50`, `o1` of `o1-mini`, not the word of `top 5`. */
const PROPER = /\p{Lu}|\p{L}\d|\d\p{L}/u;

/** `llama3.3:70b` is of the family that others write `Llama`: names of models are written in small letters, too. */
const isFamily = (written: string, { label, name }: Named): boolean =>
  PROPER.test(written) || (label === 'Model' && PROPER.test(name));

function ruleOf(mark: string): Rule | undefined {
  return MARKS.find(([, pattern]) => pattern.test(mark))?.[0];
}

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
    for (const { family, rule } of familyNames(sense.name)) {
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
