/**
 * How far a figure would move with other papers: 95 % intervals by the percentile bootstrap over papers (B. Efron and
 * R. Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). Papers are drawn, not entities, because what is
 * marked in one paper is not independent.
 */
import { type EntityType, seededRandom } from '../model/index.js';
import type { ComparedPaper } from './compare.js';
import { f1, PRF_FIGURES, type PrfFigure, recall, TYPE_FIGURES } from './figures.js';
import { countLinks, findLinks } from './links.js';
import { roundTenth } from './round.js';
import { countsOf, sumTallies, tallyPaper } from './tally.js';

/** The lower and upper end, in percent. */
export type Interval = readonly [number, number];

/** Intervals of the F1 figures and of the named recall. */
export interface Intervals extends Readonly<Record<PrfFigure, Interval>> {
  readonly named_recall: Interval;
  readonly by_type: Readonly<Record<EntityType, Interval>>;
}

const SEED = 20_260_101;
const TAIL = 0.025;

/**
 * A pair of papers in a sample counts as often as both its papers together were drawn; a paper drawn twice makes no
 * link with itself.
 * @param resamples how many samples of as many papers are drawn, with replacement
 */
export function bootstrap(papers: readonly ComparedPaper[], resamples: number): Intervals {
  const tallies = papers.map(tallyPaper);
  const links = findLinks(papers);
  const random = seededRandom(SEED);
  const samples = new Map<string, number[]>();
  const add = (name: string, value: number) => {
    const known = samples.get(name);
    if (known) known.push(value);
    else samples.set(name, [value]);
  };
  for (let n = 0; n < resamples; n++) {
    const times = new Uint32Array(papers.length);
    const drawn = papers.map(() => Math.floor(random() * papers.length));
    for (const paper of drawn) times[paper] = (times[paper] as number) + 1;
    const sum = sumTallies(tallies, drawn);
    for (const figure of PRF_FIGURES) {
      const counts = figure === 'link' ? countLinks(links, (paper) => times[paper] ?? 0) : countsOf(sum, figure);
      add(figure, f1(counts));
    }
    add('named_recall', recall(countsOf(sum, 'named')));
    for (const type of TYPE_FIGURES) add(type, f1(countsOf(sum, `type ${type}`)));
  }
  const of = (name: string) => middle(samples.get(name) ?? []);
  return {
    ...(Object.fromEntries(PRF_FIGURES.map((figure) => [figure, of(figure)])) as Record<PrfFigure, Interval>),
    named_recall: of('named_recall'),
    by_type: Object.fromEntries(TYPE_FIGURES.map((type) => [type, of(type)])) as Record<EntityType, Interval>,
  };
}

/** What is left of the values when a fortieth is cut off at either end. */
function middle(values: readonly number[]): Interval {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * TAIL);
  return [roundTenth(sorted[cut] ?? 0), roundTenth(sorted[sorted.length - 1 - cut] ?? 0)];
}
