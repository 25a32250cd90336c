/**
 * What may stand beside a name without making it another thing: its kind behind it (`COCO dataset`, `CARLA simulator`,
 * `YOLO-series`), its maker before it (`OpenAI o1`, `Meta-Llama-3-8B`, `MS-COCO`). Only where the name alone is taken for
 * a thing of this kind: the dataset of `CLIP`, which is a model, is not CLIP, and an `AI model` no artificial intelligence.
 */
import type { EntityType } from '../model/index.js';

/** A word or more beside a name, which only things of one type have. */
interface Addition {
  readonly type: EntityType;
  readonly beside: RegExp;
  /** Whether what is left without them looks like a name. */
  isName(bare: string): boolean;
}

/** A capital or a digit behind a letter: a first capital alone may be the title's, and `2-Stage` is no name. */
const isWrittenAsName = (bare: string): boolean => /^\P{L}*\p{L}[^\p{Lu}\p{N}]*[\p{Lu}\p{N}]/u.test(bare);

/**
 * Of one word that no title would write so, and of three signs at least: `offline RL algorithm` and `Dual-Stream Framework` are
 * one of many, and what `SC` means, nobody knows.
 */
const isWrittenAsOneWord = (bare: string): boolean =>
  /^\S{3,}$/.test(bare) &&
  !bare.endsWith('-based') &&
  bare.split('-').some((part) => /^\p{Lu}$/u.test(part) || /(?<!^)[\p{Lu}\p{N}]/u.test(part));

const MAKERS =
  'OpenAI|Google(?: DeepMind)?|DeepMind|Anthropic|Microsoft|NVIDIA|Alibaba|xAI|ByteDance|Tencent|Mistral AI|IBM|Amazon|Baidu';
const ADDITIONS: readonly Addition[] = [
  // ARC-Challenge is a part of ARC, and NTIRE 2025 a challenge.
  {
    type: 'Benchmark',
    beside: /(?:[ -](?:data[ -]?set|benchmark|corpus|database)s?|(?<=\d) challenges?)$/i,
    isName: isWrittenAsName,
  },
  { type: 'Model', beside: /[ -](?:models?|family|series)$/i, isName: isWrittenAsName },
  {
    type: 'Technique',
    beside: /[ -](?:(?:architecture|algorithm|framework|method|toolkit|simulator)s?|library)$/i,
    isName: isWrittenAsOneWord,
  },
  // "Meta-R1" is no R1 of Meta's, "NVIDIA VLA" no name.
  {
    type: 'Model',
    beside: new RegExp(
      `^(?:(?:${MAKERS})(?:['’]s)? |OpenAI-(?=[oO]\\d|GPT|gpt)|Meta(?:['’]s)?[ -](?=L[Ll]a[Mm][Aa]|SAM|OPT)|Google-(?=Ge))`,
    ),
    isName: (bare) => /[\p{Lu}\p{N}]/u.test(bare) && /[\p{Ll}\p{N}]/u.test(bare),
  },
  { type: 'Benchmark', beside: /^(?:MS|Microsoft)[ -]?(?=COCO)/i, isName: isWrittenAsName },
];

/** A name that is left when its kind or its maker is taken away. */
export interface BareName {
  readonly bare: string;
  /** What it must be taken for. */
  readonly type: EntityType;
}

/** `MS COCO dataset`: COCO, MS COCO. */
export function namesWritten(form: string): BareName[] {
  return ADDITIONS.flatMap(({ type, beside, isName }) => {
    const bare = form.replace(beside, '');
    return bare === form || !isName(bare) ? [] : [...namesWritten(bare), { bare, type }];
  });
}

const TYPED = ADDITIONS.map(({ type, beside }) => ({ type, beside: new RegExp(beside, 'i') }));

/** The same of what a person types, who need not write a name as a paper does (`humaneval benchmark`): for finding only. */
export function namesTyped(text: string): BareName[] {
  return TYPED.flatMap(({ type, beside }) => {
    const bare = text.replace(beside, '').trim();
    return bare === text.trim() || bare === '' ? [] : [...namesTyped(bare), { bare, type }];
  });
}
