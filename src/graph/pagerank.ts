/** PageRank (Page, Brin, Motwani and Winograd 1999) by power iteration: how important a node is to a walk over the edges. */
import { type Adjacency, at } from './adjacency.js';

/** Probability that the walk goes on along an edge. */
const DAMPING = 0.85;
const TOLERANCE = 1e-9;
const MOST_ITERATIONS = 200;

/**
 * @param tolerance iterations end when the ranks move by less than this in sum
 * @returns the rank of each node; they sum to 1. The same edges in the same order give the same bits.
 */
export function pagerank(
  { order, starts, neighbours, weights }: Adjacency,
  tolerance: number = TOLERANCE,
): Float64Array {
  const strength = new Float64Array(order);
  for (let i = 0; i < order; i++) {
    for (let j = at(starts, i); j < at(starts, i + 1); j++) strength[i] = at(strength, i) + at(weights, j);
  }
  let ranks = new Float64Array(order).fill(1 / order);
  let next = new Float64Array(order);
  const given = new Float64Array(order);
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    // What a node without an edge holds is shared by all.
    let loose = 0;
    for (let i = 0; i < order; i++) {
      const all = at(strength, i);
      if (all > 0) given[i] = at(ranks, i) / all;
      else loose += at(ranks, i);
    }
    const base = (1 - DAMPING + DAMPING * loose) / order;
    let moved = 0;
    for (let i = 0; i < order; i++) {
      let sum = 0;
      for (let j = at(starts, i); j < at(starts, i + 1); j++) sum += at(given, at(neighbours, j)) * at(weights, j);
      const rank = base + DAMPING * sum;
      moved += Math.abs(rank - at(ranks, i));
      next[i] = rank;
    }
    [ranks, next] = [next, ranks];
    if (moved < tolerance) break;
  }
  return ranks;
}
