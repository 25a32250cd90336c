/**
 * What the network and the second look are told of a pair of entities beside the text: what the linear scorer and plain
 * statements say.
 */
import { ENTITY_TYPES, RELATION_TYPES, ROLES } from '../model/index.js';
import type { RoledDraft } from './drafts.js';
import type { FeatureVector } from './features.js';
import { type LinearModel, score, softmax } from './linear.js';
import { contributions, crowds, findPairs, type PairInstance, pairFeatures } from './pairs.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import { findStatements, pairKey, type Statement } from './statements.js';

const SMALLEST = 1e-5;

export interface PairInput {
  readonly pair: PairInstance;
  /** Whether a plain statement relates the two, in this direction. */
  readonly stated: boolean;
  /** Log-probabilities of no relation and of each type, by the linear scorer. */
  readonly opinion: readonly number[];
  readonly facts: readonly number[];
  /** Ranges of tokens: the head (its first mention where the sentence only says "we"), the tail, and what is between. */
  readonly head: readonly [number, number];
  readonly tail: readonly [number, number];
  readonly between: readonly [number, number];
}

/** What is told of the pairs of one paper. */
export interface PairReading {
  readonly pairs: readonly PairInstance[];
  readonly statements: readonly Statement[];
  /** Parallel to the pairs. */
  readonly inputs: readonly PairInput[];
}

/** @param worth pairs that the scorer relates with less than this, and no statement does, are told no facts */
export function readPairs(
  reading: Reading,
  drafts: readonly RoledDraft[],
  model: LinearModel,
  vector: FeatureVector,
  worth = 0,
): PairReading {
  const pairs = findPairs(reading, drafts);
  const own = contributions(drafts);
  const statements = findStatements(reading, drafts, own);
  const crowd = crowds(pairs);
  const stated = new Map(statements.map((s) => [pairKey(s, drafts), RELATION_TYPES.indexOf(s.type)]));
  const scores = new Float64Array(model.classes);
  const inputs = pairs.map((pair): PairInput => {
    pairFeatures(reading, drafts, pair, own, crowd.get(pair.sentence) ?? 0, vector);
    score(model, vector, scores);
    softmax(scores);
    const head = drafts[pair.head] as RoledDraft;
    const tail = drafts[pair.tail] as RoledDraft;
    const sentence = reading.sentences[pair.sentence] as Sentence;
    const { headAt, tailAt } = pair;
    const shown = headAt ?? head.occurrences[0] ?? tailAt;
    const two = headAt !== undefined && headAt !== tailAt;
    const low = two ? Math.min(headAt.to, tailAt.to) : sentence.from;
    const high = two ? Math.max(headAt.from, tailAt.from) : tailAt.from;
    const form = headAt === undefined ? 0 : headAt === tailAt ? 1 : headAt.from < tailAt.from ? 2 : 3;
    const statement = stated.get(pairKey(pair, drafts));
    const reverse = stated.get(pairKey({ head: pair.tail, tail: pair.head, sentence: pair.sentence }, drafts));
    return {
      pair,
      stated: statement !== undefined,
      opinion: logarithms(scores),
      // Most pairs are given up by the first look: what else is known of them need not be told.
      facts:
        statement === undefined && (scores[0] as number) > 1 - worth
          ? []
          : [
              ...oneOf(4, form),
              ...oneOf(ROLES.length, ROLES.indexOf(head.role)),
              ...oneOf(ROLES.length, ROLES.indexOf(tail.role)),
              ...oneOf(ENTITY_TYPES.length, ENTITY_TYPES.indexOf(head.type)),
              ...oneOf(ENTITY_TYPES.length, ENTITY_TYPES.indexOf(tail.type)),
              ...oneOf(RELATION_TYPES.length, statement ?? -1),
              ...oneOf(RELATION_TYPES.length, reverse ?? -1),
              ...oneOf(2, own.indexOf(pair.head)),
              ...oneOf(2, own.indexOf(pair.tail)),
              sentence.inTitle ? 1 : 0,
              Math.log1p(Math.max(0, high - low)) / 2,
              Math.log1p(crowd.get(pair.sentence) ?? 0) / 2,
              pair.sentence / Math.max(1, reading.sentences.length),
              head.probability,
              tail.probability,
            ],
      head: [shown.from, shown.to],
      tail: [tailAt.from, tailAt.to],
      between: high > low ? [low, high] : [tailAt.from, tailAt.to],
    };
  });
  return { pairs, statements, inputs };
}

function logarithms(probabilities: Float64Array): number[] {
  const out: number[] = [];
  for (const p of probabilities) out.push(Math.log(Math.max(SMALLEST, p)));
  return out;
}

function oneOf(count: number, chosen: number): number[] {
  return Array.from({ length: count }, (_, i) => (i === chosen ? 1 : 0));
}
