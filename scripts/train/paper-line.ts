/** A paper as train.py reads it: pieces and forms in windows; candidates and pairs, each with what is put to the network. */
import type { Encoding } from '../../src/extract/accurate/encoding.js';
import { roleOpinion } from '../../src/extract/accurate/role-opinion.js';
import type { Scored } from '../../src/extract/choose.js';
import { FeatureVector } from '../../src/extract/features.js';
import type { LinearModel } from '../../src/extract/linear.js';
import type { PairInput } from '../../src/extract/pair-facts.js';
import type { Reading } from '../../src/extract/reading.js';
import { type SecondLook, typeOpinion } from '../../src/extract/rescore.js';
import { ROLE_BITS } from '../../src/extract/roles.js';

type Range = readonly [number, number];

/** What the network is to say of a candidate. */
interface CandidateLabel {
  /** 0 for no entity, else 1 and the number of the type. */
  readonly y: number;
  /** The number of the role; -1 for none. */
  readonly r: number;
}

/** What the network is to say of a pair. */
interface PairLabel {
  /** 0 for no relation, else 1 and the number of the type; -1 where it is not to be learnt from. */
  readonly y: number | undefined;
}

interface TrainingPaper {
  readonly id: string;
  readonly split: 'given' | 'own' | 'seeds';
  readonly reading: Reading;
  readonly encoding: Encoding;
  /** The candidates at the second look, with what it saw of each. */
  readonly looks: readonly SecondLook[];
  readonly rescored: readonly Scored[];
  readonly roles: LinearModel;
  readonly inputs: readonly PairInput[];
}

const roleVector = new FeatureVector(ROLE_BITS);

/** Four decimals are as many as a network heeds. */
export const round = (n: number): number => Math.round(n * 1e4) / 1e4;

/** One line of JSON, with its newline. */
export function paperLine(
  { id, split, reading, encoding, looks, rescored, roles, inputs }: TrainingPaper,
  candidateLabel: (scored: Scored, i: number) => CandidateLabel,
  pairLabel: (i: number) => PairLabel,
): string {
  const pieces = ([from, to]: Range): Range => [encoding.first[from] as number, encoding.last[to - 1] as number];
  const candidates = rescored.map((scored, i) => {
    const { term, facts } = looks[i] as SecondLook;
    return {
      ...candidateLabel(scored, i),
      o: scored.candidate.occurrences.map(({ from, to }) => pieces([from, to])),
      t: typeOpinion(scored).map(round),
      u: roleOpinion(reading, scored, term, roles, roleVector).map(round),
      f: facts.map(round),
    };
  });
  const pairs = inputs.map(({ opinion, facts, head, tail, between }, i) => ({
    ...pairLabel(i),
    t: opinion.map(round),
    f: facts.map(round),
    h: pieces(head),
    l: pieces(tail),
    b: pieces(between),
  }));
  const { ids, forms, ends } = encoding;
  return `${JSON.stringify({ id, split, ids, forms, ends, candidates, pairs })}\n`;
}
