/**
 * A second look at the candidates, when all have been scored: what a candidate is worth depends on those that it
 * shares words with ("LLM" in "LLM inference") and on how much else the paper has to offer. Stacked generalization
 * (Wolpert 1992): learnt from first scores of papers that the first scorer was not trained on.
 */
import { candidateFacts } from './candidate-facts.js';
import type { Scored } from './choose.js';
import { typesOf } from './drafts.js';
import type { FactsOf } from './features.js';
import { isLeftOut } from './left-out.js';
import type { Lexicon, TermFacts } from './lexicon.js';
import { correct, type Perceptron } from './perceptron.js';
import type { Reading } from './reading.js';
import { type Rivalry, rivalries } from './rivals.js';

/** Candidates that the first scorer gives less than this are given up. */
const WORTH_A_LOOK = 0.012;
const SMALLEST = 1e-5;

/** A candidate as the second look sees it. */
export interface SecondLook {
  readonly scored: Scored;
  /** Log-probabilities of no entity and of each type, at the first look. */
  readonly opinion: readonly number[];
  /** What is known of the term, and as the dense numbers of candidate-facts.ts. */
  readonly term: TermFacts;
  readonly facts: readonly number[];
}

/** The candidates that are worth a second look, in the order given. */
export function lookAgain(
  reading: Reading,
  scored: readonly Scored[],
  factsOf: FactsOf,
  lexicon: Lexicon,
): SecondLook[] {
  const worth = scored.filter(({ candidate, probability }) => {
    const { from, to } = candidate.model;
    return probability >= WORTH_A_LOOK && !isLeftOut(reading, from, to);
  });
  const rivalry = rivalries(worth, reading.tokens.length);
  return worth.map((one, i): SecondLook => {
    const term = factsOf(one.candidate.keys, one.candidate.hashes);
    return {
      scored: one,
      opinion: typeOpinion(one),
      term,
      facts: candidateFacts(reading, one, term, rivalry[i] as Rivalry, lexicon),
    };
  });
}

/** The candidates with the probabilities of the second look. */
export function rescore(looks: readonly SecondLook[], perceptron: Perceptron): Scored[] {
  const input = new Float64Array(perceptron.layers[0].inputs);
  return looks.map(({ scored, opinion, facts }): Scored => {
    input.set(opinion);
    input.set(facts, opinion.length);
    const scores = correct(perceptron, input, opinion);
    return { candidate: scored.candidate, probability: 1 - (scores[0] as number), types: typesOf(scores) };
  });
}

/** Log-probabilities of no entity and of each type. */
export function typeOpinion(scored: Scored): number[] {
  const opinion = [Math.log(Math.max(SMALLEST, 1 - scored.probability))];
  for (const p of scored.types) opinion.push(Math.log(Math.max(SMALLEST, p)));
  return opinion;
}
