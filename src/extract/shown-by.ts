/** Which of an entity's mentions shows its role: the one whose sentence speaks most for it becomes the evidence. */
import type { Role } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { CUE_GROUPS } from './cue-words.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/**
 * What is added to the scorer's opinion of a mention, in units of its scores: it learnt which role an entity has from all its
 * mentions, not which sentence a reader would quote.
 */
const WEIGHTS = {
  /** A title names, it seldom states. */
  title: -1.5,
  /** "The code of X is available at …" says little of X. */
  available: -1.5,
  /** A result tells what came of a thing that is introduced or studied. */
  result: -1,
  /** What the paper says of itself: "we", "our", "this paper". */
  own: 0.5,
  /** "We propose X": where it does so. */
  proposed: 1.5,
};

/** @param supportOf how much the words around a mention speak for the role */
export function mentionThatShows(
  reading: Reading,
  role: Role,
  mentions: readonly Occurrence[],
  supportOf: (at: Occurrence) => number,
): Occurrence {
  const [only, ...others] = mentions;
  if (only === undefined) throw new RangeError('an entity without a mention');
  if (others.length === 0) return only;
  let shownBy = only;
  let highest = -Infinity;
  for (const at of mentions) {
    const support = supportOf(at) + weightOf(reading, role, at);
    if (support > highest) {
      highest = support;
      shownBy = at;
    }
  }
  return shownBy;
}

function weightOf(reading: Reading, role: Role, at: Occurrence): number {
  const sentence = reading.sentences[reading.sentenceOf[at.from] as number] as Sentence;
  if (sentence.inTitle) return WEIGHTS.title;
  const text = reading.text.slice(sentence.start, sentence.end);
  if (AVAILABLE.test(text)) return WEIGHTS.available;
  let weight = (role === 'introduces' || role === 'studies') && RESULT.test(text) ? WEIGHTS.result : 0;
  if (role === 'introduces' && isProposed(reading, sentence, at)) weight += WEIGHTS.proposed;
  for (let i = sentence.from; i < sentence.to; i++) if (speaksOfItself(reading, i)) return weight + WEIGHTS.own;
  return weight;
}

const AVAILABLE = /\bavailable (?:at|on|from|in)\b|https?:|\bgithub\b/i;

const RESULT =
  /\d ?(?:%|×|x\b|points\b)|\b(?:achiev(?:es?|ed|ing)|experiments?|gains?|improve(?:s|d|ments?)|outperform(?:s|ed|ing)?|state-of-the-art|surpass(?:es|ed|ing)?)\b/i;

/** "we", "our", "this paper". */
function speaksOfItself({ tokens }: Reading, i: number): boolean {
  const { lower } = tokens[i] as Token;
  return lower === 'we' || lower === 'our' || (lower === 'this' && PAPER.test(tokens[i + 1]?.lower ?? ''));
}

const PAPER = /^(?:article|paper|report|study|survey|thesis|work)$/;

/** Tokens between "we" and its verb, and between the verb and what is proposed. */
const BEFORE_VERB = 4;
const BEFORE_PROPOSED = 12;

/** "we propose X", "X is introduced". */
function isProposed(reading: Reading, sentence: Sentence, at: Occurrence): boolean {
  const isVerb = (i: number) => ((reading.cues[i] as number) & CUE_GROUPS.propose) !== 0;
  const isBeing = (i: number) => ['is', 'are'].includes((reading.tokens[i] as Token).lower);
  for (let i = at.to; i < Math.min(sentence.to - 1, at.to + BEFORE_VERB); i++) {
    if (isBeing(i) && isVerb(i + 1)) return true;
  }
  for (let verb = Math.max(sentence.from + 1, at.from - BEFORE_PROPOSED); verb < at.from; verb++) {
    if (!isVerb(verb)) continue;
    for (let i = Math.max(sentence.from, verb - BEFORE_VERB); i < verb; i++)
      if (speaksOfItself(reading, i)) return true;
  }
  return false;
}
