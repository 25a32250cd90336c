/**
 * Learning, step by step: spans, then roles on the entities that the spans yield, then relations on the roles. Each
 * step learns from what the step before finds on papers that it was not trained on, as it will be in use.
 */

import type { Scored, Thresholds } from '../../src/extract/choose.js';
import { type Draft, draftEntities, type RoledDraft, scoreCandidates } from '../../src/extract/drafts.js';
import { FeatureVector, SPAN_BITS, spanFeatures } from '../../src/extract/features.js';
import type { Knowledge } from '../../src/extract/knowledge.js';
import { roundedTerm } from '../../src/extract/knowledge.js';
import type { Lexicon } from '../../src/extract/lexicon.js';
import type { LinearModel } from '../../src/extract/linear.js';
import { readPairs } from '../../src/extract/pair-facts.js';
import { lookAtPairs } from '../../src/extract/pair-look.js';
import { contributions, crowds, findPairs, pairFeatures, RELATION_BITS } from '../../src/extract/pairs.js';
import type { Perceptron } from '../../src/extract/perceptron.js';
import { decideRelations } from '../../src/extract/relations.js';
import { lookAgain, rescore, type SecondLook } from '../../src/extract/rescore.js';
import { decideRoles, ROLE_BITS, roleFeatures } from '../../src/extract/roles.js';
import { ENTITY_TYPES, RELATION_TYPES, ROLES } from '../../src/model/index.js';
import type { CorpusFacts } from './corpus-cache.js';
import { relationLabels } from './gold-relations.js';
import { Examples, type Training, trainLogistic } from './logistic.js';
import { entityIndex, type Prepared, Votes } from './prepared.js';
import { type PerceptronExamples, trainPerceptron } from './train-perceptron.js';
import { ALMOST_ANY, tune } from './tune.js';

/** In how many parts the annotated papers are cut: what is learnt on the others is asked of each part. */
export const FOLDS = 4;
/**
 * Least probability of a name within or around a surer entity, for the fast extractor. On papers not learnt from: named
 * recall 82.5 and entity F1 61.3 without, 87.7 and 60.9 at 0.3, 90.6 and 59.9 at 0.2.
 */
const NESTED = 0.3;
const SPANS: Training = {
  classes: ENTITY_TYPES.length + 1,
  bits: SPAN_BITS,
  epochs: 8,
  rate: 0.035,
  penalty: 1e-4,
  seed: 11,
};
const ROLES_TRAINING: Training = {
  classes: ROLES.length,
  bits: ROLE_BITS,
  epochs: 8,
  rate: 0.05,
  penalty: 3e-4,
  seed: 12,
};
const RELATIONS: Training = {
  classes: RELATION_TYPES.length + 1,
  bits: RELATION_BITS,
  epochs: 6,
  rate: 0.05,
  penalty: 1e-4,
  seed: 13,
};

/** What was learnt, and what learning it in folds says of each paper by scorers that never saw the paper. */
export interface Learnt {
  readonly knowledge: Knowledge & { readonly lexicon: CorpusFacts };
  readonly votes: Votes;
  readonly unseen: ReadonlyMap<number, Unseen>;
}

/** One annotated paper as scorers that were learnt from other papers see it. */
export interface Unseen {
  readonly looks: readonly SecondLook[];
  /** The candidates at the second look. */
  readonly rescored: readonly Scored[];
  readonly again: Perceptron;
  /** The entities found, and those that were missed. */
  readonly roled: readonly RoledDraft[];
  readonly spans: LinearModel;
  readonly roles: LinearModel;
  readonly relations: LinearModel;
  readonly pairs: Perceptron;
}

/** Learns from annotated papers; the lexicon holds what the corpus says. Deterministic. */
export function learn(papers: readonly Prepared[], corpus: CorpusFacts, version: string): Learnt {
  const votes = new Votes(papers, corpus);
  const foldOf = new Map(papers.map((p, i) => [p.group, i % FOLDS]));
  const given = papers.filter((p) => p.origin === 'given');
  const inFold = (fold: number) => (group: number) => foldOf.get(group) !== fold;
  const everyone = (): boolean => true;

  const spanExamples = examplesOfSpans(papers, corpus, votes);
  const spans = trainLogistic(spanExamples, everyone, SPANS);
  const spanFolds = Array.from({ length: FOLDS }, (_, f) => trainLogistic(spanExamples, inFold(f), SPANS));
  const vector = new FeatureVector(SPAN_BITS);
  const scored = new Map<number, Scored[]>();
  for (const p of papers) {
    const model = spanFolds[foldOf.get(p.group) as number] as LinearModel;
    scored.set(p.group, scoreCandidates(p.reading, p.candidates, corpus, votes.seenFrom(p.group), model, vector));
  }

  const looks = new Map(
    papers.map((p): [number, SecondLook[]] => [
      p.group,
      lookAgain(p.reading, scored.get(p.group) as Scored[], votes.seenFrom(p.group), corpus),
    ]),
  );
  const lookExamples = examplesOfSecondLook(papers, looks);
  const again = trainPerceptron(lookExamples, everyone);
  const againFolds = Array.from({ length: FOLDS }, (_, f) => trainPerceptron(lookExamples, inFold(f)));
  const againOf = (p: Prepared): Perceptron => againFolds[foldOf.get(p.group) as number] as Perceptron;
  const rescored = new Map(
    papers.map((p): [number, Scored[]] => [p.group, rescore(looks.get(p.group) as SecondLook[], againOf(p))]),
  );
  const threshold = tune.threshold(given, (p) => rescored.get(p.group) as Scored[]);
  const lexicon = (): CorpusFacts => ({
    ...corpus,
    terms: new Map([...votes.allTerms()].map(([key, facts]) => [key, roundedTerm(facts)])),
  });
  const draft = (thresholds: Thresholds): Map<number, Draft[]> =>
    new Map(
      papers.map((p): [number, Draft[]] => [
        p.group,
        draftEntities(p.reading, rescored.get(p.group) as Scored[], corpus, votes.seenFrom(p.group), thresholds),
      ]),
    );
  // Roles and relations are learnt from entities that share no words; those within others are only decided on.
  const drafted = draft({ threshold });
  const decided = draft({ threshold, nested: NESTED });

  const learntFrom = new Map(
    papers.map((p) => [p.group, withMissed(p, drafted.get(p.group) as Draft[], corpus, votes)]),
  );
  const roleExamples = examplesOfRoles(papers, learntFrom);
  const roles = trainLogistic(roleExamples, everyone, ROLES_TRAINING);
  const roleFolds = Array.from({ length: FOLDS }, (_, f) => trainLogistic(roleExamples, inFold(f), ROLES_TRAINING));
  const roleVector = new FeatureVector(ROLE_BITS);
  const roled = new Map<number, RoledDraft[]>();
  const roledFrom = new Map<number, RoledDraft[]>();
  for (const p of papers) {
    const model = roleFolds[foldOf.get(p.group) as number] as LinearModel;
    const decide = (drafts: readonly Draft[]): RoledDraft[] => decideRoles(p.reading, drafts, model, roleVector);
    roled.set(p.group, decide(decided.get(p.group) as Draft[]));
    roledFrom.set(p.group, decide(learntFrom.get(p.group) as Draft[]));
  }

  const relationExamples = examplesOfRelations(papers, roledFrom);
  const relations = trainLogistic(relationExamples, everyone, RELATIONS);
  const relationFolds = Array.from({ length: FOLDS }, (_, f) => trainLogistic(relationExamples, inFold(f), RELATIONS));
  const relationOf = (p: Prepared): LinearModel => relationFolds[foldOf.get(p.group) as number] as LinearModel;
  const pairVector = new FeatureVector(RELATION_BITS);
  const pairExamples = examplesOfPairLooks(papers, roledFrom, relationOf, pairVector);
  const pairs = trainPerceptron(pairExamples, everyone);
  const pairFolds = Array.from({ length: FOLDS }, (_, f) => trainPerceptron(pairExamples, inFold(f)));
  const pairsOf = (p: Prepared): Perceptron => pairFolds[foldOf.get(p.group) as number] as Perceptron;
  const roledOf = (p: Prepared): RoledDraft[] => roled.get(p.group) as RoledDraft[];
  const tuned = tune.relations(given, roledOf, (p) =>
    decideRelations(
      p.reading,
      roledOf(p),
      { relations: relationOf(p), pairs: pairsOf(p) },
      { least: ALMOST_ANY },
      pairVector,
    ),
  );
  const shape = (model: LinearModel) => ({ classes: model.classes, bits: model.bits, scale: 1 });
  const unseen = new Map(
    papers.map((p): [number, Unseen] => [
      p.group,
      {
        looks: looks.get(p.group) as SecondLook[],
        rescored: rescored.get(p.group) as Scored[],
        again: againOf(p),
        roled: roledFrom.get(p.group) as RoledDraft[],
        spans: spanFolds[foldOf.get(p.group) as number] as LinearModel,
        roles: roleFolds[foldOf.get(p.group) as number] as LinearModel,
        relations: relationOf(p),
        pairs: pairsOf(p),
      },
    ]),
  );
  const knowledge: Learnt['knowledge'] = {
    lexicon: lexicon(),
    spans,
    again,
    roles,
    relations,
    pairs,
    settings: {
      version,
      spans: shape(spans),
      roles: shape(roles),
      relations: shape(relations),
      threshold,
      nested: NESTED,
      relationThresholds: tuned.least,
      calibration: {
        edge: tune.edgeCalibration(given, roledOf),
        relation: tuned.calibration,
      },
    },
  };
  return { knowledge, votes, unseen };
}

/** The entities found, and what the annotators marked besides: roles and relations have few enough examples. */
function withMissed(p: Prepared, drafts: readonly Draft[], lexicon: Lexicon, votes: Votes): Draft[] {
  const found = new Set(drafts.map((draft) => entityIndex(p.entityOf, draft.keys)));
  const missed = p.candidates.flatMap((candidate, i): Scored[] => {
    const label = p.labels[i] as number;
    const index = entityIndex(p.entityOf, candidate.keys);
    if (label === 0 || found.has(index)) return [];
    found.add(index);
    return [{ candidate, probability: 1, types: ENTITY_TYPES.map((_, type) => (type === label - 1 ? 1 : 0)) }];
  });
  const names = new Set(drafts.map((draft) => draft.name));
  const added = draftEntities(p.reading, missed, lexicon, votes.seenFrom(p.group), { threshold: 0 });
  return [...drafts, ...added.filter((draft) => !names.has(draft.name))];
}

function examplesOfSpans(papers: readonly Prepared[], lexicon: Lexicon, votes: Votes): Examples {
  const examples = new Examples();
  const vector = new FeatureVector(SPAN_BITS);
  for (const p of papers) {
    const factsOf = votes.seenFrom(p.group);
    p.candidates.forEach((candidate, i) => {
      spanFeatures(p.reading, candidate, factsOf(candidate.keys), lexicon, vector);
      examples.add(vector, p.labels[i] as number, p.group);
    });
  }
  return examples;
}

function examplesOfSecondLook(
  papers: readonly Prepared[],
  looks: ReadonlyMap<number, readonly SecondLook[]>,
): PerceptronExamples {
  const examples = { input: [] as number[][], opinion: [] as number[][], label: [] as number[], group: [] as number[] };
  for (const p of papers) {
    const labelOf = new Map(p.candidates.map((candidate, i) => [candidate, p.labels[i] as number]));
    for (const { scored, opinion, facts } of looks.get(p.group) ?? []) {
      examples.input.push([...opinion, ...facts]);
      examples.opinion.push([...opinion]);
      examples.label.push(labelOf.get(scored.candidate) ?? 0);
      examples.group.push(p.group);
    }
  }
  return { ...examples, inputs: examples.input[0]?.length ?? 0, classes: ENTITY_TYPES.length + 1 };
}

function examplesOfRoles(papers: readonly Prepared[], drafted: ReadonlyMap<number, readonly Draft[]>): Examples {
  const examples = new Examples();
  const vector = new FeatureVector(ROLE_BITS);
  for (const p of papers) {
    for (const draft of drafted.get(p.group) ?? []) {
      const index = entityIndex(p.entityOf, draft.keys);
      if (index === undefined) continue;
      roleFeatures(p.reading, draft, vector);
      examples.add(vector, ROLES.indexOf(p.paper.entities[index]?.[2] ?? 'studies'), p.group);
    }
  }
  return examples;
}

function examplesOfRelations(papers: readonly Prepared[], roled: ReadonlyMap<number, readonly RoledDraft[]>): Examples {
  const examples = new Examples();
  const vector = new FeatureVector(RELATION_BITS);
  for (const p of papers) {
    const drafts = roled.get(p.group) ?? [];
    const own = contributions(drafts);
    const pairs = findPairs(p.reading, drafts);
    const labels = relationLabels(p, drafts, pairs);
    const crowd = crowds(pairs);
    pairs.forEach((pair, i) => {
      const label = labels[i] as number;
      if (label < 0) return;
      pairFeatures(p.reading, drafts, pair, own, crowd.get(pair.sentence) ?? 0, vector);
      examples.add(vector, label, p.group);
    });
  }
  return examples;
}

function examplesOfPairLooks(
  papers: readonly Prepared[],
  roled: ReadonlyMap<number, readonly RoledDraft[]>,
  relationOf: (p: Prepared) => LinearModel,
  vector: FeatureVector,
): PerceptronExamples {
  const examples = { input: [] as number[][], opinion: [] as number[][], label: [] as number[], group: [] as number[] };
  for (const p of papers) {
    const drafts = roled.get(p.group) ?? [];
    const { pairs, inputs } = readPairs(p.reading, drafts, relationOf(p), vector);
    const labels = relationLabels(p, drafts, pairs);
    lookAtPairs(p.reading, drafts, inputs).forEach((look, i) => {
      const label = labels[i] as number;
      if (look === undefined || label < 0) return;
      examples.input.push([...look.opinion, ...look.facts]);
      examples.opinion.push([...look.opinion]);
      examples.label.push(label);
      examples.group.push(p.group);
    });
  }
  return { ...examples, inputs: examples.input[0]?.length ?? 0, classes: RELATION_TYPES.length + 1 };
}
