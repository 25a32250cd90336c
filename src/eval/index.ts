/** Measures what was extracted against what annotators marked, by the figures of the data folder's eval/score.py. */
export { type Evaluation, evaluate } from './evaluate.js';
export { PRF_FIGURES, type Prf, score, TYPE_FIGURES } from './figures.js';
export { type MarkedPaper, marked, paperOfMarked } from './marked-paper.js';
export type { Mistake } from './mistakes.js';
export { readMarked } from './read-marked.js';
export type { Reliability } from './reliability.js';
