/**
 * What may stand beside a name without making it another thing: its kind behind it (`COCO dataset`, `CARLA simulator`,
 * `YOLO-series`), its maker before it (`OpenAI o1`, `Meta-Llama-3-8B`, `MS-COCO`). Only where the name alone is mostly taken for
 * a thing of this kind: the dataset of `CLIP`, which is a model, is not CLIP, and an `AI model` no artificial intelligence.
 */
import { compareText, type EntityType } from '../model/index.js';
import { type KeyedMention, toShortKey } from './keyed-mention.js';
import { moveForms } from './move-forms.js';
import { nameKey } from './name-key.js';
import { isMostly, voteOnTypes } from './type-votes.js';

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

/** The mentions with every form that adds a kind or a maker to a name counted as that name. */
export function unifyAdditions(mentions: readonly KeyedMention[]): KeyedMention[] {
  const names = namesWithin(mentions);
  const bareKeys = new Set([...names.values()].flatMap((within) => within.names.flatMap(({ keys }) => keys)));
  const votes = voteOnTypes(mentions, (key) => bareKeys.has(key));
  const moves = new Map<string, string>();
  for (const [key, { names: ofKey }] of names) {
    const [target] = ofKey.flatMap(({ type, keys }) =>
      keys.filter((one) => one !== key && isMostly(votes.get(one), type)),
    );
    if (target !== undefined) moves.set(key, target);
  }
  // Each key is shorter than the one that it stands for, so moving ends.
  return moveForms(mentions, moves);
}

interface Name {
  /** What it must mostly be taken for. */
  readonly type: EntityType;
  readonly bare: string;
  /** What it may be known by. */
  readonly keys: readonly string[];
}

/** The names within the spellings of a key, the shortest first: of the first spelling, as text sorts, that has any. */
function namesWithin(
  mentions: readonly KeyedMention[],
): ReadonlyMap<string, { readonly form: string; readonly names: readonly Name[] }> {
  const names = new Map<string, { readonly form: string; readonly names: readonly Name[] }>();
  const seen = new Set<string>();
  for (const { long, short } of mentions) {
    for (const forms of [long, short]) {
      for (const { key, form } of forms) {
        if (seen.has(form)) continue;
        seen.add(form);
        const known = names.get(key);
        const ofForm = known && compareText(known.form, form) < 0 ? [] : namesIn(form);
        if (ofForm.length > 0) names.set(key, { form, names: ofForm });
      }
    }
  }
  return names;
}

/** `MS COCO dataset`: COCO, MS COCO. */
export function namesIn(form: string): Name[] {
  return ADDITIONS.flatMap(({ type, beside, isName }) => {
    const bare = form.replace(beside, '');
    if (bare === form || !isName(bare)) return [];
    const key = nameKey(bare);
    return key === '' ? [] : [...namesIn(bare), { type, bare, keys: [toShortKey(key), key] }];
  });
}
