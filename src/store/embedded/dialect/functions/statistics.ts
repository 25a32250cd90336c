/** Aggregations that the database lacks: deviations by sums, percentiles by a sorted list. */

import { type Piece, weave } from '../rope.js';
import type { Rule } from './functions.js';

const isDistinct = (distinct: boolean) => (distinct ? 'DISTINCT ' : '');

/** @param freedom how many values the mean of the squares counts less */
function deviation(freedom: 0 | 1): Rule {
  return (_, { start: at, distinct }, [of = []]) => {
    const word = isDistinct(distinct);
    const value = weave(at)`CAST(${of} AS DOUBLE)`;
    const count = weave(at)`count(${word}${of})`;
    const squares = weave(at)`sum(${word}${value} * ${value}) - pow(sum(${word}${value}), 2) / ${count}`;
    // What is left of nothing but rounding must not become the root of a negative number.
    const divisor = freedom === 0 ? count : weave(at)`(${count} - 1)`;
    const variance = weave(at)`CASE WHEN ${count} > 1 AND ${squares} > 0 THEN (${squares}) / ${divisor} ELSE 0.0 END`;
    return weave(at)`CASE WHEN ${count} > 0 THEN sqrt(${variance}) END`;
  };
}

function percentile(pick: (at: number, list: Piece[], share: Piece[]) => Piece[]): Rule {
  return (_, { start: at, distinct }, [of = [], share = []]) => {
    const list = weave(at)`list_sort(collect(${isDistinct(distinct)}${of}))`;
    return pick(at, list, weave(at)`(${share})`);
  };
}

const nth = (at: number, list: Piece[], place: Piece[]) =>
  weave(at)`list_extract(${list}, CAST(${place} AS INT64) + 1)`;

export const STATISTICS: Readonly<Record<string, Rule>> = {
  stdev: deviation(1),
  stdevp: deviation(0),
  percentilecont: percentile((at, list, share) => {
    const place = weave(at)`(${share} * (size(${list}) - 1))`;
    const [low, high] = [nth(at, list, weave(at)`floor(${place})`), nth(at, list, weave(at)`ceil(${place})`)];
    return weave(at)`(${low} + (${high} - ${low}) * (${place} - floor(${place})))`;
  }),
  percentiledisc: percentile((at, list, share) => {
    const place = weave(at)`(ceil(${share} * size(${list})) - 1)`;
    return nth(at, list, weave(at)`CASE WHEN ${place} < 0 THEN 0 ELSE ${place} END`);
  }),
};
