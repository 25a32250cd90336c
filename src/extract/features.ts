/**
 * What the span scorer sees of a candidate: its words, classes and shapes, the corpus's and the annotators' facts about
 * it, where it stands in the paper, and the words around each occurrence. Sparse, hashed into one table; the values of
 * context features are averaged over the occurrences, so that a frequent term weighs as much as a rare one.
 */
import type { Candidate } from './candidates.js';
import { maskBetween } from './cue-words.js';
import { extendHash, hashText, slot } from './hashing.js';
import { type Lexicon, NO_FACTS, type TermFacts } from './lexicon.js';
import type { Reading } from './reading.js';
import type { Token } from './tokenise.js';

export const SPAN_BITS = 18;

/** A sparse vector that is filled again and again; `size` says how much of the arrays counts. */
export class FeatureVector {
  readonly slots = new Int32Array(4096);
  readonly values = new Float32Array(4096);
  size = 0;
  readonly #bits: number;
  constructor(bits: number) {
    this.#bits = bits;
  }
  clear(): void {
    this.size = 0;
  }
  /** Adds one feature: the template's number and up to two values. */
  add(template: number, a = 0, b = 0, value = 1): void {
    if (this.size >= this.slots.length) return;
    this.slots[this.size] = slot(template, a, b, this.#bits);
    this.values[this.size++] = value;
  }
}

/** Facts about a candidate, seen from a paper that may itself be one of the annotated. */
export type FactsOf = (keys: readonly string[], hashes?: readonly number[]) => TermFacts;

export function factsFrom(lexicon: Lexicon): FactsOf {
  return (keys, hashes) => {
    let best: TermFacts = NO_FACTS;
    for (let i = 0; i < keys.length; i++) {
      const facts = lexicon.terms.get(keys[i] as string, hashes?.[i]);
      if (facts !== undefined && (best === NO_FACTS || facts.papers + facts.seen > best.papers + best.seen))
        best = facts;
    }
    return best;
  };
}

/** Steps of a logarithmic scale, from 0. */
export function scale(count: number): number {
  // 31 - clz32 is the whole part of the logarithm to the base 2.
  return count <= 0 ? 0 : count < 4 ? count : count >= 4096 ? 14 : 33 - Math.clz32(count);
}

export function tenths(share: number): number {
  return share < 0 ? -1 : Math.min(9, Math.floor(share * 10));
}

const MOST_OCCURRENCES = 6;

/** Fills `out` with the features of one candidate. */
export function spanFeatures(
  reading: Reading,
  candidate: Candidate,
  facts: TermFacts,
  lexicon: Lexicon,
  out: FeatureVector,
): void {
  out.clear();
  addTermFeatures(reading, candidate, facts, out);
  addPlaceFeatures(reading, candidate, facts, out);
  addContextFeatures(reading, candidate, facts, lexicon, out);
}

/** Adds the first part of them: the words and the facts, which are the same wherever the term stands. */
export function addTermFeatures(reading: Reading, candidate: Candidate, facts: TermFacts, out: FeatureVector): void {
  out.add(0);
  inner(reading, candidate, out);
  known(candidate, facts, out);
}

/** Adds the third part: the words around each occurrence. */
export function addContextFeatures(
  reading: Reading,
  candidate: Candidate,
  facts: TermFacts,
  lexicon: Lexicon,
  out: FeatureVector,
): void {
  const shown = Math.min(MOST_OCCURRENCES, candidate.occurrences.length);
  for (let i = 0; i < shown; i++) around(reading, candidate, i, 1 / shown, lexicon, facts, out);
}

function inner(reading: Reading, candidate: Candidate, out: FeatureVector): void {
  const { words, classes, shapes, endings, tokens } = reading;
  const { from, to } = candidate.model;
  const length = Math.min(to - from, 7);
  const last = to - 1;
  const w = (i: number): number => words[i] as number;
  const c = (i: number): number => classes[i] as number;
  const s = (i: number): number => shapes[i] as number;
  out.add(1, length);
  for (const hash of candidate.hashes) out.add(2, hash);
  out.add(3, w(from), length > 1 ? 1 : 0);
  out.add(4, w(last), length > 1 ? 1 : 0);
  out.add(5, c(from), length);
  out.add(6, c(last), length);
  out.add(7, s(from), s(last) * 8 + length);
  out.add(8, c(from), c(last) * 8 + length);
  out.add(9, endings[last] as number, length > 1 ? 1 : 0);
  out.add(10, endings[from] as number, length > 1 ? 1 : 0);
  if (length > 1) {
    out.add(11, w(last - 1), w(last));
    out.add(12, c(last - 1), c(last));
    out.add(13, w(from), w(from + 1));
    out.add(14, c(from), c(from + 1));
    out.add(15, w(last), c(from));
    out.add(16, w(from), c(last));
    for (let i = from; i < to; i++) {
      out.add(17, w(i));
      out.add(18, c(i));
    }
  } else {
    out.add(19, s(from), c(from));
  }
  let pattern = 0;
  for (let i = from; i < to; i++) pattern = pattern * 13 + s(i) + 1;
  out.add(20, pattern);
  const { head, hyphen } = (tokens[from] as Token).word.hashes;
  const { part, tail } = (tokens[last] as Token).word.hashes;
  out.add(21, part, s(last));
  out.add(22, tail, s(last));
  out.add(23, head, s(from));
  if (hyphen !== undefined) {
    out.add(24, hyphen[0]);
    out.add(25, hyphen[1]);
  }
}

function known(candidate: Candidate, facts: TermFacts, out: FeatureVector): void {
  const length = Math.min(candidate.model.to - candidate.model.from, 4);
  const papers = scale(facts.papers);
  out.add(30, papers, length);
  out.add(31, facts.papers > 0 ? tenths(facts.free) : -1, length);
  out.add(32, facts.papers > 0 ? tenths(Math.sqrt(facts.titles / facts.papers)) : -1, length);
  out.add(33, scale(facts.definitions), papers);
  out.add(34, facts.papers > 0 ? tenths(facts.capital) : -1, length);
  out.add(35, tenths(facts.free), papers);
  const marked = facts.marked[0] + facts.marked[1] + facts.marked[2] + facts.marked[3];
  out.add(39, facts.seen > 0 ? Math.floor((marked / facts.seen) * 5) : -1, Math.min(5, scale(facts.seen)));
  for (let type = 0; type < 4; type++) {
    const votes = facts.marked[type] as number;
    if (votes > 0) out.add(40, type, Math.min(4, scale(votes)));
  }
}

/** Adds the second part: where in the paper it stands, and how often. */
export function addPlaceFeatures(reading: Reading, candidate: Candidate, facts: TermFacts, out: FeatureVector): void {
  const { occurrences, model } = candidate;
  const firstAt = occurrences[0]?.from ?? 0;
  const firstSentence = reading.sentenceOf[firstAt] as number;
  const titled = (reading.tokens[firstAt] as Token).end <= reading.titleEnd;
  const length = Math.min(model.to - model.from, 4);
  const count = Math.min(6, occurrences.length);
  const shape = reading.shapes[model.to - 1] as number;
  out.add(50, count, length);
  out.add(51, titled ? 1 : 0, length);
  out.add(52, Math.min(8, firstSentence));
  out.add(53, candidate.defined ? 1 : 0, length);
  out.add(54, titled ? 1 : 0, count * 16 + shape);
  out.add(55, count, scale(facts.papers));
  if (titled) {
    const next = reading.tokens[occurrences[0]?.to ?? 0]?.text;
    out.add(56, firstAt === 0 ? 1 : 0, next === ':' ? 1 : 0);
    out.add(57, next === ':' ? 1 : 0, shape);
  }
}

function around(
  reading: Reading,
  candidate: Candidate,
  index: number,
  value: number,
  lexicon: Lexicon,
  facts: TermFacts,
  out: FeatureVector,
): void {
  const { words, classes, shapes, sentences, sentenceOf, stops } = reading;
  const { from, to } = candidate.occurrences[index] as { from: number; to: number };
  const sentence = sentences[sentenceOf[from] as number];
  const low = sentence?.from ?? 0;
  const high = sentence?.to ?? 0;
  const w = (i: number): number => (i < low ? 1 : i >= high ? 2 : (words[i] as number));
  const c = (i: number): number => (i < low || i >= high ? 0 : (classes[i] as number));
  const s = (i: number): number => (i < low || i >= high ? 15 : (shapes[i] as number));
  const length = to - from > 1 ? 1 : 0;
  out.add(60, w(from - 1), length, value);
  out.add(61, w(to), length, value);
  out.add(62, c(from - 1), length, value);
  out.add(63, c(to), length, value);
  out.add(64, w(from - 2), w(from - 1), value);
  out.add(65, w(to), w(to + 1), value);
  out.add(66, c(from - 1), c(to), value);
  out.add(67, s(from - 1), s(to) * 16 + s(to - 1), value);
  out.add(68, c(from - 1), c(from), value);
  out.add(69, c(to - 1), c(to), value);
  out.add(70, w(to - 1), c(to), value);
  out.add(71, c(from - 1), w(from), value);
  // Is it a part of a longer phrase? Whether the neighbours could belong to the term, and whether the corpus knows that.
  const left = from > low && stops[from - 1] === 0;
  const right = to < high && stops[to] === 0;
  out.add(72, left ? 1 : 0, (right ? 1 : 0) * 8 + Math.min(4, to - from), value);
  const before = maskBetween(reading.cues, Math.max(low, from - 6), from);
  const after = maskBetween(reading.cues, to, Math.min(high, to + 6));
  for (let bit = 0; bit < 8; bit++) {
    if ((before & (1 << bit)) !== 0) out.add(75, bit, length, value);
    if ((after & (1 << bit)) !== 0) out.add(76, bit, length, value);
  }
  const longer = Math.max(
    left ? papersWith(lexicon, (reading.tokens[from - 1] as Token).norm, candidate.keys[0] as string) : 0,
    right
      ? papersWith(lexicon, candidate.keys[0] as string, (reading.tokens[to] as Token).norm, candidate.hashes[0])
      : 0,
  );
  out.add(73, left || right ? scale((10 * longer) / (facts.papers + 1)) : -1, scale(facts.papers), value);
  out.add(74, left || right ? scale(longer) : -1, 0, value);
}

/** How many papers hold the term of two parts; `hash` is that of the first. */
function papersWith(lexicon: Lexicon, start: string, end: string, hash = hashText(start)): number {
  return lexicon.terms.get(start + end, extendHash(hash, end))?.papers ?? 0;
}
