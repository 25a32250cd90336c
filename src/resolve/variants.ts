/**
 * Families: which named thing is a version, size or variant of which other, read off the names alone.
 * `Qwen2.5-7B` is a size of `Qwen2.5`, which is a version of `Qwen`, where those are names of the graph themselves.
 */
import { compareText, fold } from '../model/index.js';
import type { Sense } from './sense.js';

type Named = Pick<Sense, 'id' | 'label' | 'name' | 'aliases'>;

export interface Variant {
  readonly variant: string;
  readonly family: string;
  readonly rule: 'size' | 'version' | 'suffix';
}

const SIZE = /[-\s]?\d+(?:\.\d+)?\s?[MBT](?=$|[-\s])/;
const SUFFIX = /[-\s](?:Instruct|Chat|Base|Thinking|Pro|Lite|Mini|Turbo|Large|Small|Next|XL|NeXT|it|v\d+)$/i;
const VERSION = /[-\s]?v?\d+(?:\.\d+)*$/i;

/** The family's name that a name implies, most specific first; empty when the name carries no such mark. */
function familyNames(name: string): { family: string; rule: Variant['rule'] }[] {
  const rules = [
    ['suffix', SUFFIX],
    ['size', SIZE],
    ['version', VERSION],
  ] as const;
  const found: { family: string; rule: Variant['rule'] }[] = [];
  for (const [rule, pattern] of rules) {
    const family = name.replace(pattern, '').trim();
    // A family is a proper name: `ResNet` of `ResNet-50`, not the empty text of `3D` nor the word of `top 5`.
    if (family !== name && /\p{Lu}/u.test(family) && fold(family).length > 1) found.push({ family, rule });
  }
  return found;
}

/**
 * VARIANT_OF edges between senses, each variant to its nearest family, sorted by variant.
 * @param senses all senses of the graph; Concepts have no variants
 */
export function findVariants(senses: readonly Named[]): Variant[] {
  const byKey = new Map<string, Named>();
  for (const sense of [...senses].sort((a, b) => compareText(b.id, a.id))) {
    if (sense.label === 'Concept') continue;
    for (const form of [...sense.aliases, sense.name]) byKey.set(fold(form), sense);
  }
  const variants: Variant[] = [];
  for (const sense of senses) {
    if (sense.label === 'Concept') continue;
    const nearest = nearestFamily(sense, byKey);
    if (nearest) variants.push(nearest);
  }
  return variants.sort((a, b) => compareText(a.variant, b.variant));
}

function nearestFamily(sense: Named, byKey: ReadonlyMap<string, Named>): Variant | undefined {
  // Several marks fall away one after the other (`Qwen2.5-7B-Instruct`): look at every name on the way.
  let names = [sense.name];
  for (let depth = 0; depth < 3 && names.length > 0; depth++) {
    const next: string[] = [];
    for (const name of names) {
      for (const { family, rule } of familyNames(name)) {
        const known = byKey.get(fold(family));
        if (known && known.id !== sense.id && known.label === sense.label) {
          return { variant: sense.id, family: known.id, rule };
        }
        next.push(family);
      }
    }
    names = next;
  }
  return undefined;
}
