/**
 * Whether confidence means what it says: of the edges at 0.8, about 80 in 100 should be right. A table by tenths of
 * confidence and the expected calibration error (C. Guo et al., On Calibration of Modern Neural Networks, 2017).
 */
import type { ComparedPaper } from './compare.js';

export interface ReliabilityBin {
  /** Confidence from here, up to and without `to`; the last bin holds 1 too. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** 0 to 1. */
  readonly mean_confidence: number;
  /** The share that is right, 0 to 1. */
  readonly right: number;
}

export interface Reliability {
  /** Bins that hold something, from low confidence to high. */
  readonly bins: readonly ReliabilityBin[];
  /** The mean distance of confidence and share that is right, weighted by count; 0 to 1. */
  readonly expected_calibration_error: number;
}

export interface ReliabilityFigures {
  /** Edges from papers to entities: right when type and role are. Absent where the prediction gives no confidence. */
  readonly edges?: Reliability;
  readonly relations?: Reliability;
}

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const BINS = 10;
const DIGITS = 4;

/** Over the papers that the prediction has. */
export function reliability(papers: readonly ComparedPaper[]): ReliabilityFigures {
  const edges = papers.flatMap(judgedEdges);
  const relations = papers.flatMap((paper) => paper.relations).flatMap(withConfidence);
  return {
    ...(edges.length === 0 ? {} : { edges: tableOf(edges) }),
    ...(relations.length === 0 ? {} : { relations: tableOf(relations) }),
  };
}

function judgedEdges({ gold, predicted, pairs }: ComparedPaper): Judged[] {
  const right = new Set<number>();
  for (const [i, j] of pairs) {
    const [entity, partner] = [gold.entities[i], predicted?.entities[j]];
    if (entity?.type === partner?.type && entity?.role === partner?.role) right.add(j);
  }
  return (predicted?.entities ?? []).flatMap(({ confidence }, j) =>
    withConfidence({ confidence, right: right.has(j) }),
  );
}

function withConfidence({ confidence, right }: { confidence?: number | undefined; right: boolean }): Judged[] {
  return confidence === undefined ? [] : [{ confidence, right }];
}

function tableOf(judged: readonly Judged[]): Reliability {
  const bins: ReliabilityBin[] = [];
  let error = 0;
  for (let n = 0; n < BINS; n++) {
    const inside = judged.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === n);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter((one) => one.right).length / inside.length;
    error += (inside.length / judged.length) * Math.abs(mean - right);
    bins.push({
      from: n / BINS,
      to: (n + 1) / BINS,
      count: inside.length,
      mean_confidence: round(mean),
      right: round(right),
    });
  }
  return { bins, expected_calibration_error: round(error) };
}

const round = (share: number) => Number(share.toFixed(DIGITS));
