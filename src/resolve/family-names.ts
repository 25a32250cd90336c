/** The families that a name implies by its own words: `Qwen2.5-7B-Instruct` those of `Qwen2.5-7B`, `Qwen2.5` and `Qwen`. */
import type { EntityType } from '../model/index.js';
import { nameKey } from './name-key.js';

export type Rule = 'size' | 'version' | 'suffix';

const SIZE = /^\d+(?:\.\d+)?(?:x\d+(?:\.\d+)?)?[KMBT]$/i;
/** What may follow the name of a family, and which rule it falls under. */
const MARKS: readonly (readonly [Rule, RegExp])[] = [
  ['size', SIZE],
  ['size', /^A\d+(?:\.\d+)?B$/],
  // Not the `F1` of BERTScore-F1, nor the `T2I` and `3S` of what is no version, nor the score of `FVD 16.95`.
  ['version', /^(?!F1$|\d{2,}\.\d)[A-Za-z]{0,2}\d+(?:\.\d+)*(?:[a-z]|V)?$/],
  ['suffix', /^\++$/],
  [
    'suffix',
    /^(?:air|base|chat|coder|distill|flash|giant|haiku|hard|hf|huge|instruct|it|large|lite|math|max|medium|mini|nano|next|omni|opus|plus|preview|pro|reasoner|small|sonnet|thinking|tiny|turbo|ultra|verified|vl|xl|xxl)$/i,
  ],
];
/** What may follow the name of a model besides: what it reads or makes, what it is for, how exact its numbers are. */
const MODEL_MARK =
  /^(?:4bit|8bit|asr|audio|awq|bf16|code|edit|embedding|[EK]\d+B|fp4|fp8|fp16|gguf|gptq|guard|image|int4|int8|layered|maverick|moe|mt|nemo|qat|reranker|scout|speech|thinker|tts|video|vision|zero|n|s|m|l|b|h)$/i;
/** The version of a technique: `X-R1`, `X360` and `S2V` tell what one does, `MOS 2.94` how well. */
const TECHNIQUE_VERSION = /^v?(?:\d{1,2}(?:\.\d)?|(?:19|20)\d\d)$/i;
/** Where a name can end and a mark begin: at a separator, before a number or its `v`, before a plus sign. */
const BOUNDARY = /[-\s_:/]+|(?<=\p{L}{2})(?=[vV]\d)|(?<=\p{L}(?![vV])\p{L})(?=\d)|(?<=[\p{L}\p{N}])(?=\+)/gu;

/**
 * The families that a name implies, the nearest first, each with the rule of the mark that follows it.
 * @param label of what is called so; more marks follow the names of models, fewer those of techniques
 */
export function familyNames(name: string, label?: EntityType): { family: string; rule: Rule }[] {
  const cuts = [...name.matchAll(BOUNDARY)].map(({ index, 0: { length } }) => ({ end: index, next: index + length }));
  const found: { family: string; rule: Rule }[] = [];
  let end = name.length;
  for (const { end: familyEnd, next } of cuts.reverse()) {
    const rule = ruleOf(name.slice(next, end), label);
    if (rule === undefined) break;
    const family = name.slice(0, familyEnd);
    if (nameKey(family).length > 1 && !SIZE.test(family)) found.push({ family, rule });
    end = familyEnd;
  }
  return found;
}

function ruleOf(mark: string, label: EntityType | undefined): Rule | undefined {
  if (label === 'Model' && MODEL_MARK.test(mark)) return 'suffix';
  const rule = MARKS.find(([, pattern]) => pattern.test(mark))?.[0];
  return rule === 'version' && label === 'Technique' && !TECHNIQUE_VERSION.test(mark) ? undefined : rule;
}

/** Whether one of two names is a version, size or variant of the other. */
export function areOfOneFamily(a: string, b: string): boolean {
  const [one, other] = [nameKey(a), nameKey(b)];
  if (one === other) return false;
  const [longer, family] = one.length > other.length ? [a, other] : [b, one];
  return familyNames(longer).some((found) => nameKey(found.family) === family);
}
