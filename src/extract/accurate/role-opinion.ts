/** The opinion of a candidate's role that the network starts from. */
import type { Scored } from '../choose.js';
import { type Draft, likeliestType } from '../drafts.js';
import type { FeatureVector } from '../features.js';
import type { TermFacts } from '../lexicon.js';
import type { LinearModel } from '../linear.js';
import type { Reading } from '../reading.js';
import { scoreRoles } from '../roles.js';

const SMALLEST = 1e-5;

/** Log-probabilities of each role, by the linear scorer, were the candidate an entity of its likeliest type. */
export function roleOpinion(
  reading: Reading,
  scored: Scored,
  facts: TermFacts,
  model: LinearModel,
  vector: FeatureVector,
): number[] {
  const { candidate } = scored;
  const draft: Draft = {
    name: '',
    type: likeliestType(scored).type,
    keys: candidate.keys,
    occurrences: candidate.occurrences,
    defined: candidate.defined,
    nested: false,
    facts,
    probability: scored.probability,
  };
  return Array.from(scoreRoles(reading, draft, model, vector), (p) => Math.log(Math.max(SMALLEST, p)));
}
