/** PageRank (Page, Brin, Motwani and Winograd 1999): how important a node is to a walk over the edges. */
import { type Adjacency, at } from './adjacency.js';

/** Probability that the walk goes on along an edge. */
const DAMPING = 0.85;
/** What a sweep still moves, for a node on average, when the sweeps end. */
const TOLERANCE = 1e-6;
const MOST_SWEEPS = 200;

/**
 * Each rank is worked out from the newest ones of its neighbours (Gauss–Seidel sweeps), which takes half the sweeps that
 * the power method takes (Arasu, Novak, Tomkins and Tomlin, PageRank Computation and the Structure of the Web, 2002).
 *
 * @returns the rank of each node, in multiples of the mean, so that ranks of graphs of any size compare. The same edges in
 * the same order give the same bits.
 */
export function pagerank({ order, starts, neighbours, weights }: Adjacency): Float64Array {
  const strength = new Float64Array(order);
  let isolated = 0;
  for (let i = 0; i < order; i++) {
    for (let j = at(starts, i); j < at(starts, i + 1); j++) strength[i] = at(strength, i) + at(weights, j);
    if (at(strength, i) === 0) isolated++;
  }
  // What a node without an edge holds is shared by all. Such a node gets nothing else, so the share is known beforehand.
  const base = ((1 - DAMPING) * order) / (order - DAMPING * isolated);
  const ranks = new Float64Array(order).fill(base);
  // What a node gives along an edge of weight 1.
  const given = new Float64Array(order);
  for (let i = 0; i < order; i++) if (at(strength, i) > 0) given[i] = base / at(strength, i);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let moved = 0;
    for (let i = 0; i < order; i++) {
      if (at(strength, i) === 0) continue;
      let sum = 0;
      for (let j = at(starts, i); j < at(starts, i + 1); j++) sum += at(given, at(neighbours, j)) * at(weights, j);
      const rank = base + DAMPING * sum;
      moved += Math.abs(rank - at(ranks, i));
      ranks[i] = rank;
      given[i] = rank / at(strength, i);
    }
    if (moved < TOLERANCE * order) break;
  }
  return ranks;
}
