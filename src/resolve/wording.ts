/**
 * Whether two long forms of one acronym are the same definition in other words: `reinforcement learning with verifiable
 * rewards` and `reinforcement learning from verifiable reward`, `convolution(al) neural network`. Words are compared by
 * their stems (Porter 1980), without order and without function words; misspellings by their edit distance (Levenshtein
 * 1966).
 */
import { distance } from 'fastest-levenshtein';
import { stemmer } from 'stemmer';

const FUNCTION_WORDS = new Set(
  'a an the of for with from and or in on to by via using based at as through over under into between among per s'.split(
    ' ',
  ),
);
/** One word for those of the same meaning that Porter does not bring together. */
const SAME: Readonly<Record<string, string>> = {
  net: 'network',
  nn: 'network',
  visual: 'vision',
  multiple: 'multi',
  automated: 'automatic',
  spatio: 'spatial',
  uncrewed: 'unmanned',
};

/** What two forms are alike of which one says what kind of thing it is. */
const WITHOUT_KIND = 0.9;
/** Words that say what kind of thing it is: `structural similarity index measure` is `structural similarity index`. */
const KINDS = new Set('algorithm approach index measur method metric model score techniqu'.split(' '));

/** How alike two long forms of one acronym are: shared stems over all stems (Jaccard), from 0 to 1. */
export function wordingLikeness(a: readonly string[], b: readonly string[]): number {
  const [one, other] = [stems(joinedAs(b, a)), stems(joinedAs(a, b))];
  const shared = [...one].filter((stem) => other.has(stem)).length;
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one];
  const more = [...longer].filter((stem) => !shorter.has(stem));
  if (more.length > 0 && shared === shorter.size && shared > 1 && more.every((stem) => KINDS.has(stem)))
    return WITHOUT_KIND;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** At most this many letters are wrong in a misspelt definition. */
const WRONG_LETTERS = 2;
const SHORTEST = 10;

/** Whether one long form of an acronym is the other misspelt. */
export function isMisspelling(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [a.join(' '), b.join(' ')];
  if (Math.min(one.length, other.length) < SHORTEST || Math.abs(one.length - other.length) > WRONG_LETTERS)
    return false;
  return distance(one, other) <= WRONG_LETTERS;
}

/** The words with two neighbours made one where the other form writes them so: `pre training` as `pretraining`. */
function joinedAs(model: readonly string[], words: readonly string[]): string[] {
  const known = new Set(model);
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    if (before !== undefined && known.has(before + word)) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** The stems of the words that say something. */
export function stems(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => !FUNCTION_WORDS.has(word)).map((word) => stemmer(SAME[word] ?? word)));
}
