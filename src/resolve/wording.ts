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
const KINDS = new Set(
  'algorithm approach architectur framework index measur method metric model network score techniqu'.split(' '),
);

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

/** `residual neural network` is a residual network, `robustly optimized BERT pretraining approach` one without `pretraining`. */
export function withoutUnsaid(words: readonly string[]): string[] {
  return words.filter(
    (word, i) => word !== 'pretraining' && !(word === 'neural' && /^net(?:work)?s?$/.test(words[i + 1] ?? '')),
  );
}

/** At most this many letters are wrong in a misspelt definition. */
const WRONG_LETTERS = 2;
const SHORTEST = 10;
/** A shorter word with a letter changed is another word (`hand`, `head`); `muti` lacks one. */
const SHORTEST_CHANGED = 5;
const SHORTEST_WORD = 4;
/** Two words that begin with as many letters are taken for each other: `principal`, `principle`. */
const BEGINNING = 6;
/** What makes the opposite of a word, or another kind of it; the longer ones first. */
const PREFIX =
  /^(?:hetero|hyper|inter|intra|macro|micro|multi|super|under|anti|down|endo|homo|hypo|meso|mono|over|post|self|semi|dis|exo|non|off|pre|sub|tri|uni|bi|de|im|in|on|un|up)/;

/**
 * Whether one long form of an acronym is the other misspelt.
 * @param isWord whether a word stands in other names too, and so is no misspelling
 */
export function isMisspelling(
  right: readonly string[],
  misspelt: readonly string[],
  isWord: (word: string) => boolean,
): boolean {
  const [one, other] = [right.join(' '), misspelt.join(' ')];
  if (Math.min(one.length, other.length) < SHORTEST || Math.abs(one.length - other.length) > WRONG_LETTERS)
    return false;
  if (distance(one, other) > WRONG_LETTERS) return false;
  // Only spaces are wrong, or missing.
  if (right.length !== misspelt.length) return !misspelt.some((word) => !right.includes(word) && isWord(word));
  return right.every((word, i) => word === misspelt[i] || isMisspeltWord(word, misspelt[i] ?? '', isWord));
}

function isMisspeltWord(right: string, written: string, isWord: (word: string) => boolean): boolean {
  const shortest = right.length === written.length ? SHORTEST_CHANGED : SHORTEST_WORD;
  if (Math.min(right.length, written.length) < shortest || areOpposite(right, written)) return false;
  return !isWord(written) || right.slice(0, BEGINNING) === written.slice(0, BEGINNING);
}

function areOpposite(a: string, b: string): boolean {
  const [one, other] = [a.replace(PREFIX, ''), b.replace(PREFIX, '')];
  return one === other || one === b || a === other;
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
