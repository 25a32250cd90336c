/**
 * Whether two long forms of one acronym are the same definition in other words: `reinforcement learning with verifiable
 * rewards` and `reinforcement learning from verifiable reward`, `convolution(al) neural network`. Words are compared by
 * their stems (Porter 1980), without order and without function words.
 */
import { stemmer } from 'stemmer';

const FUNCTION_WORDS = new Set(
  'a an the of for with from and or in on to by via using based at as through over under into between among per s'.split(
    ' ',
  ),
);
/** One word for two of the same stem that Porter does not bring together. */
const SAME: Readonly<Record<string, string>> = { net: 'network', nn: 'network', nlp: 'languag', visual: 'vision' };

/** How alike two long forms of one acronym are: shared stems over all stems (Jaccard), from 0 to 1. */
export function wordingLikeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [stems(a), stems(b)];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

function stems(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => stemmer(SAME[word] ?? word)));
}
