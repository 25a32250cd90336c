/** What the steps after the choice work on: an entity with its mentions, not yet with evidence. */
import { ENTITY_TYPES, type EntityType, type Role } from '../model/index.js';
import type { Candidate, Occurrence } from './candidates.js';
import { type Chosen, choose, type Scored, type Thresholds } from './choose.js';
import { addContextFeatures, addPlaceFeatures, addTermFeatures, type FactsOf, type FeatureVector } from './features.js';
import { isKnownConcept } from './known-concepts.js';
import type { Lexicon, TermFacts } from './lexicon.js';
import { addScore, type LinearModel, score, softmax } from './linear.js';
import { canonicalName } from './names.js';
import { type Reading, surfaceOf } from './reading.js';
import type { Token } from './tokenise.js';
import type { WordScores } from './word-scores.js';

export interface Draft {
  readonly name: string;
  readonly type: EntityType;
  readonly keys: readonly string[];
  readonly occurrences: readonly Occurrence[];
  readonly defined: boolean;
  /** A name that shares words with a surer entity: it is linked to the paper, and neither introduced nor related. */
  readonly nested: boolean;
  readonly facts: TermFacts;
  /** Probability that it is an entity of this type. */
  readonly probability: number;
}

export interface RoledDraft extends Draft {
  readonly role: Role;
  readonly roleProbability: number;
}

/** Log-odds against being no entity under which a candidate is given up before its context is read. */
const HOPELESS = -5;

function highestOdds(scores: Float64Array): number {
  let highest = -Infinity;
  for (let k = 1; k < scores.length; k++) highest = Math.max(highest, (scores[k] as number) - (scores[0] as number));
  return highest;
}

/** Scores all candidates of a paper; `memory` holds what the same model and facts said of words before. */
export function scoreCandidates(
  reading: Reading,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
  factsOf: FactsOf,
  model: LinearModel,
  vector: FeatureVector,
  memory?: WordScores,
): Scored[] {
  const scores = new Float64Array(model.classes);
  return candidates.map((candidate) => {
    const facts = scoreTerm(reading, candidate, factsOf, model, vector, memory, scores);
    vector.clear();
    addPlaceFeatures(reading, candidate, facts, vector);
    addScore(model, vector, scores);
    // Most candidates are hopeless by their words alone: no surroundings make up for that.
    if (highestOdds(scores) > HOPELESS) {
      vector.clear();
      addContextFeatures(reading, candidate, facts, lexicon, vector);
      addScore(model, vector, scores);
    }
    softmax(scores);
    return { candidate, probability: 1 - (scores[0] as number), types: typesOf(scores) };
  });
}

/** Puts into `scores` what the words and the facts of a candidate say, and gives the facts. */
function scoreTerm(
  reading: Reading,
  candidate: Candidate,
  factsOf: FactsOf,
  model: LinearModel,
  vector: FeatureVector,
  memory: WordScores | undefined,
  scores: Float64Array,
): TermFacts {
  const { keys, hashes, model: at } = candidate;
  // What an acronym and its long form say together holds for this paper only; longer terms seldom come again.
  const word = keys.length === 1 && at.to - at.from === 1 ? (reading.tokens[at.from] as Token).word : undefined;
  const known = word && memory?.get(word, scores);
  if (known !== undefined) return known;
  const facts = factsOf(keys, hashes);
  vector.clear();
  addTermFeatures(reading, candidate, facts, vector);
  score(model, vector, scores);
  if (word !== undefined) memory?.set(word, facts, scores);
  return facts;
}

/** The probabilities of the types, which follow that of being none. */
export function typesOf(scores: Float64Array): number[] {
  const types: number[] = [];
  for (let k = 1; k < scores.length; k++) types.push(scores[k] as number);
  return types;
}

/** The entities of a paper, with different names, in the order of their first mention. */
export function draftEntities(
  reading: Reading,
  scored: readonly Scored[],
  lexicon: Lexicon,
  factsOf: FactsOf,
  thresholds: Thresholds,
): Draft[] {
  const drafts = new Map<string, Draft>();
  for (const chosen of choose(scored, thresholds, reading)) {
    const draft = toDraft(reading, chosen, lexicon, factsOf);
    const twin = drafts.get(draft.name);
    drafts.set(draft.name, twin === undefined ? draft : joined(twin, draft));
  }
  return [...drafts.values()];
}

function toDraft(reading: Reading, chosen: Chosen, lexicon: Lexicon, factsOf: FactsOf): Draft {
  const { from, to } = chosen.candidate.model;
  const { type, probability } = isKnownConcept(surfaceOf(reading, from, to))
    ? { type: 'Concept' as const, probability: chosen.probability }
    : likeliestType(chosen);
  return {
    name: canonicalName(reading, chosen, type, lexicon),
    type,
    keys: chosen.candidate.keys,
    occurrences: chosen.occurrences,
    defined: chosen.candidate.defined,
    nested: chosen.nested,
    facts: factsOf(chosen.candidate.keys),
    probability,
  };
}

/** And its probability; of equals the first type. */
export function likeliestType({ types }: Pick<Scored, 'types'>): { type: EntityType; probability: number } {
  let best = 0;
  for (let k = 1; k < types.length; k++) if ((types[k] as number) > (types[best] as number)) best = k;
  return { type: ENTITY_TYPES[best] as EntityType, probability: types[best] as number };
}

/** Two candidates that come to the same name are one entity: the surer one decides on the type. */
function joined(a: Draft, b: Draft): Draft {
  const sure = a.probability >= b.probability ? a : b;
  const all = [...a.occurrences, ...b.occurrences].sort((x, y) => x.from - y.from || y.to - x.to);
  // Of two that share words the longer, or else the first, stands for both.
  const occurrences: Occurrence[] = [];
  for (const at of all) if (at.from >= (occurrences.at(-1)?.to ?? 0)) occurrences.push(at);
  return {
    ...sure,
    keys: [...a.keys, ...b.keys],
    occurrences,
    defined: a.defined || b.defined,
    nested: a.nested && b.nested,
  };
}
