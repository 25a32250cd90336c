/** The steps of the accurate extractor, each on its own, so that tuning can stop between them. */
import type { Relation } from '../../model/index.js';
import { findCandidates } from '../candidates.js';
import type { Scored, Thresholds } from '../choose.js';
import { type Draft, draftEntities, scoreCandidates } from '../drafts.js';
import { type FactsOf, FeatureVector, SPAN_BITS } from '../features.js';
import type { Knowledge } from '../knowledge.js';
import { type PairReading, readPairs } from '../pair-facts.js';
import { decidePairs, lookAtPairs } from '../pair-look.js';
import { RELATION_BITS } from '../pairs.js';
import { type Reading, read } from '../reading.js';
import { chooseRelations } from '../relations.js';
import { lookAgain, rescore, type SecondLook, typeOpinion } from '../rescore.js';
import type { ShownDraft } from '../role-cues.js';
import { decideRoles, ROLE_BITS } from '../roles.js';
import { type Encoding, encode } from './encoding.js';
import type { Hidden, Network } from './network.js';
import { roleOpinion } from './role-opinion.js';
import type { WordPieces } from './word-pieces.js';

/** What decides: the linear scorers whose opinions the network corrects, and the network. */
export interface Deciders {
  readonly knowledge: Pick<Knowledge, 'lexicon' | 'spans' | 'again' | 'roles' | 'relations' | 'pairs'>;
  readonly factsOf: FactsOf;
  readonly network: Network;
  readonly words: WordPieces;
}

/** A paper that the network has read, with its opinion of every candidate that is worth one. */
export interface NetworkReading {
  readonly reading: Reading;
  readonly encoding: Encoding;
  readonly hidden: Hidden;
  /** The candidates at the second look, what it saw of each, and the network's opinion of each. */
  readonly looks: readonly SecondLook[];
  readonly rescored: readonly Scored[];
  readonly scored: readonly Scored[];
  /** Probabilities of the roles, by each key of a candidate. */
  readonly roles: ReadonlyMap<string, RoleOpinion>;
}

interface RoleOpinion {
  /** Of being an entity at all. */
  readonly probability: number;
  readonly roles: Float32Array;
}

const vectors = {
  spans: new FeatureVector(SPAN_BITS),
  roles: new FeatureVector(ROLE_BITS),
  relations: new FeatureVector(RELATION_BITS),
};

export async function readWithNetwork(deciders: Deciders, text: string): Promise<NetworkReading> {
  const { knowledge, factsOf, network, words } = deciders;
  const { lexicon, spans } = knowledge;
  const reading = read(text, lexicon);
  const encoding = encode(reading, words);
  const hidden = await network.read(encoding);
  const candidates = findCandidates(reading, lexicon);
  const opinions = scoreCandidates(reading, candidates, lexicon, factsOf, spans, vectors.spans);
  const looks = lookAgain(reading, opinions, factsOf, lexicon);
  const rescored = rescore(looks, knowledge.again);
  const answer = await network.entities(
    hidden,
    rescored.map((one, i) => {
      const { term, facts } = looks[i] as SecondLook;
      return {
        pieces: one.candidate.occurrences.map((o) => piecesOf(encoding, o.from, o.to)),
        types: typeOpinion(one),
        roles: roleOpinion(reading, one, term, knowledge.roles, vectors.roles),
        facts,
      };
    }),
  );
  const roles = new Map<string, RoleOpinion>();
  const scored = rescored.map(({ candidate }, i): Scored => {
    const [none, ...types] = answer.types[i] as Float32Array;
    const probability = 1 - (none as number);
    for (const key of candidate.keys) roles.set(key, { probability, roles: answer.roles[i] as Float32Array });
    return { candidate, probability, types };
  });
  return { reading, encoding, hidden, looks, rescored, scored, roles };
}

/** The entities with their roles, in the order of their first mention. */
export function decideEntities(deciders: Deciders, read: NetworkReading, thresholds: Thresholds): ShownDraft[] {
  const { knowledge, factsOf } = deciders;
  const { reading, scored } = read;
  const drafts = draftEntities(reading, scored, knowledge.lexicon, factsOf, thresholds);
  return decideRoles(reading, drafts, knowledge.roles, vectors.roles, (draft) => surest(draft, read.roles));
}

/** The pairs of a paper's entities that may be related, what states them, and what is thought of each pair. */
export interface JudgedPairs extends PairReading {
  /** Of no relation and of each type, pair by pair. */
  readonly probabilities: readonly (readonly number[])[];
}

/**
 * The network, which reads the words, and the second look, which weighs the pairs of a paper against each other, err in
 * different places: the geometric mean of their probabilities counts (a logarithmic opinion pool; Genest and Zidek 1986).
 */
export async function judgePairs(
  deciders: Deciders,
  read: NetworkReading,
  drafts: readonly ShownDraft[],
): Promise<JudgedPairs> {
  const { reading, encoding, hidden } = read;
  const found = readPairs(reading, drafts, deciders.knowledge.relations, vectors.relations);
  const answer = await deciders.network.relations(
    hidden,
    found.inputs.map(({ opinion, facts, head, tail, between }) => ({
      pieces: [head, tail, between].map(([from, to]) => piecesOf(encoding, from, to)),
      opinion,
      facts,
    })),
  );
  const second = decidePairs(found.inputs, lookAtPairs(reading, drafts, found.inputs), deciders.knowledge.pairs);
  return { ...found, probabilities: answer.map((one, i) => pool(one, second[i] as ArrayLike<number>)) };
}

/** The relations at or above the least probabilities, in the order of the relation types. */
export async function decideRelations(
  deciders: Deciders,
  read: NetworkReading,
  drafts: readonly ShownDraft[],
  least: readonly number[],
): Promise<Relation[]> {
  const { pairs, statements, probabilities } = await judgePairs(deciders, read, drafts);
  return chooseRelations(read.reading, drafts, pairs, statements, { least }, (_, i) => probabilities[i] as number[]);
}

/** The geometric mean of two distributions, as a distribution. */
function pool(a: ArrayLike<number>, b: ArrayLike<number>): number[] {
  const means = Array.from(a, (p, i) => Math.sqrt(p * (b[i] as number)));
  const sum = means.reduce((total, mean) => total + mean, 0);
  return means.map((mean) => mean / sum);
}

function piecesOf(encoding: Encoding, from: number, to: number): readonly [number, number] {
  return [encoding.first[from] as number, encoding.last[to - 1] as number];
}

/** The roles of the surest of the candidates that became one entity. */
function surest(draft: Draft, of: ReadonlyMap<string, RoleOpinion>): Float32Array {
  let best: RoleOpinion | undefined;
  for (const key of draft.keys) {
    const one = of.get(key);
    if (one !== undefined && (best === undefined || one.probability > best.probability)) best = one;
  }
  if (best === undefined) throw new Error(`"${draft.name}" was not put to the network`);
  return best.roles;
}
