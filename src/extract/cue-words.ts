/**
 * Groups of words in which abstracts speak of what they propose, test, beat and use: bits of a mask, so that a scorer
 * can learn of a whole group what it has too few examples to learn of each word.
 */
export const CUE_GROUPS = {
  propose: 1,
  evaluate: 2,
  beat: 4,
  /** What was there before: baselines and prior work. */
  earlier: 8,
  use: 16,
  unlike: 32,
  fresh: 64,
  own: 128,
} as const;

const WORDS: Record<keyof typeof CUE_GROUPS, string> = {
  propose:
    'propose proposes proposed proposing introduce introduces introduced introducing present presents presented develop develops developed designed design called dubbed termed named coined release releases released construct constructed create created formulate contribute built build builds establish offer describe describes',
  evaluate:
    'evaluate evaluates evaluated evaluating evaluation evaluations benchmark benchmarks experiment experiments experimental test tested tests validate validated validation dataset datasets scores score results demonstrate demonstrates achieves achieve achieving empirical empirically',
  beat: 'outperform outperforms outperformed outperforming surpass surpasses surpassed surpassing beat beats exceed exceeds exceeding compared compare comparing comparison than versus vs against over superior better faster higher lower matches matching rivals competitive comparable improvement improvements gains',
  earlier:
    'existing prior previous traditional conventional standard vanilla classical baseline baselines sota state-of-the-art counterpart counterparts alternatives popular strong leading',
  use: 'use uses used using employ employs employed employing leverage leverages leveraging adopt adopts adopted utilize utilizes utilizing via based -based integrate integrates integrating incorporate incorporates incorporating combine combines combining trained train fine-tuned fine-tune fine-tuning finetune applied apply powered through with initialized pretrained pre-trained',
  unlike: 'unlike instead rather without contrast whereas',
  fresh: 'novel new first',
  own: 'we our this paper work it its',
};

const MASKS = new Map<string, number>();
for (const [group, words] of Object.entries(WORDS) as [keyof typeof CUE_GROUPS, string][]) {
  for (const word of words.split(' ')) MASKS.set(word, (MASKS.get(word) ?? 0) | CUE_GROUPS[group]);
}

/** The groups of a lower-case word; 0 for most. */
export function cueMask(lower: string): number {
  return MASKS.get(lower) ?? 0;
}

/** All groups between two tokens. */
export function maskBetween(masks: Uint8Array, from: number, to: number): number {
  let mask = 0;
  for (let i = Math.max(0, from); i < to; i++) mask |= masks[i] ?? 0;
  return mask;
}
