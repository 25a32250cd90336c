/** The figures of the data folder's eval/score.py, with its names and shapes, the same to the decimal. */
import type { EntityType } from '../model/index.js';
import { type ComparedPaper, comparePapers } from './compare.js';
import { countLinks, findLinks } from './links.js';
import type { MarkedPaper } from './marked-paper.js';
import { roundTenth } from './round.js';
import { type Counts, countsOf, sumTallies, tallyPaper } from './tally.js';

/** Precision, recall and F1 in percent, and how many gold items they are over. */
export interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly gold: number;
}

/** Figures that have a precision, a recall and an F1, in the judge's order. */
export const PRF_FIGURES = ['entity', 'span', 'edge', 'intro', 'relation', 'lineage', 'link'] as const;
export type PrfFigure = (typeof PRF_FIGURES)[number];

/** In the judge's order. */
export const TYPE_FIGURES: readonly EntityType[] = ['Model', 'Technique', 'Benchmark', 'Concept'];

export interface Figures extends Readonly<Record<PrfFigure, Prf>> {
  readonly papers: number;
  readonly papers_found: number;
  /** In percent. */
  readonly named_recall: number;
  readonly by_type: Readonly<Record<EntityType, Prf>>;
}

/** F1 in percent, not rounded. The order of the operations is the judge's, so that the last bit is too. */
export function f1({ right, predicted, gold }: Counts): number {
  const p = predicted > 0 ? right / predicted : 0;
  const r = gold > 0 ? right / gold : 0;
  return p + r > 0 ? (200 * p * r) / (p + r) : 0;
}

export function prf(counts: Counts): Prf {
  const { right, predicted, gold } = counts;
  return {
    p: roundTenth(predicted > 0 ? 100 * (right / predicted) : 0),
    r: roundTenth(gold > 0 ? 100 * (right / gold) : 0),
    f1: roundTenth(f1(counts)),
    gold,
  };
}

/** In percent, not rounded. */
export function recall({ right, gold }: Counts): number {
  return (100 * right) / Math.max(1, gold);
}

/** The figures of a prediction. Papers of the prediction that gold lacks do not count. */
export function score(gold: readonly MarkedPaper[], predicted: readonly MarkedPaper[]): Figures {
  return figuresOf(comparePapers(gold, predicted));
}

export function figuresOf(papers: readonly ComparedPaper[]): Figures {
  const sum = sumTallies(papers.map(tallyPaper), papers.keys());
  const of = (name: Parameters<typeof countsOf>[1]) => prf(countsOf(sum, name));
  const byType = (type: EntityType) => [type, of(`type ${type}`)] as const;
  return {
    papers: papers.length,
    papers_found: papers.filter(({ predicted }) => predicted !== undefined).length,
    entity: of('entity'),
    span: of('span'),
    named_recall: roundTenth(recall(countsOf(sum, 'named'))),
    by_type: Object.fromEntries(TYPE_FIGURES.map(byType)) as Record<EntityType, Prf>,
    edge: of('edge'),
    intro: of('intro'),
    relation: of('relation'),
    lineage: of('lineage'),
    link: prf(countLinks(findLinks(papers))),
  };
}
