/** All that is said about a prediction: the judge's figures under the judge's names, and what explains them. */
import { bootstrap, type Intervals } from './bootstrap.js';
import { comparePapers } from './compare.js';
import { type Figures, figuresOf } from './figures.js';
import type { MarkedPaper } from './marked-paper.js';
import { type Mistakes, mistakes } from './mistakes.js';
import { type ReliabilityFigures, reliability } from './reliability.js';
import { type RoleFigures, roleFigures } from './roles.js';

export interface Evaluation extends Figures, RoleFigures {
  /** 95 % intervals of the F1 figures and of the named recall, in percent. */
  readonly intervals: Intervals;
  readonly mistakes: Mistakes;
  readonly reliability: ReliabilityFigures;
}

export interface EvaluationOptions {
  /** How many of the worst misses, extras and wrong types are listed; 10 unless given. */
  readonly errors?: number;
  /** Samples of the bootstrap; 1,000 unless given. */
  readonly resamples?: number;
}

const ERRORS = 10;
const RESAMPLES = 1_000;

/** Pure: the same papers give the same evaluation to the last bit. */
export function evaluate(
  gold: readonly MarkedPaper[],
  predicted: readonly MarkedPaper[],
  { errors = ERRORS, resamples = RESAMPLES }: EvaluationOptions = {},
): Evaluation {
  const papers = comparePapers(gold, predicted);
  return {
    ...figuresOf(papers),
    intervals: bootstrap(papers, resamples),
    ...roleFigures(papers),
    reliability: reliability(papers),
    mistakes: mistakes(papers, errors),
  };
}
