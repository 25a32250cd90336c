/**
 * The backbone of a weighted graph: the disparity filter of Serrano, Boguñá and Vespignani ("Extracting the multiscale
 * backbone of complex weighted networks", 2009). An edge stays where its share of what one of its ends gives is more
 * than chance would leave it, so that nodes of few and weak edges keep theirs, beside those of many and strong ones.
 */
import { at } from './adjacency.js';
import type { Ties } from './ties.js';

/**
 * @param order number of nodes
 * @param significance an edge stays below this probability, from 0 (none) to 1 (all); one at an end with no other stays
 */
export function backbone({ from, to, weight }: Ties, order: number, significance: number): Ties {
  const strength = new Float64Array(order);
  const degree = new Uint32Array(order);
  for (let i = 0; i < weight.length; i++) {
    for (const end of [at(from, i), at(to, i)]) {
      strength[end] = at(strength, end) + at(weight, i);
      degree[end] = at(degree, end) + 1;
    }
  }
  const tells = (end: number, value: number) =>
    at(degree, end) === 1 || (1 - value / at(strength, end)) ** (at(degree, end) - 1) < significance;
  const kept = weight.reduce<number[]>((list, value, i) => {
    if (tells(at(from, i), value) || tells(at(to, i), value)) list.push(i);
    return list;
  }, []);
  return {
    from: Uint32Array.from(kept, (i) => at(from, i)),
    to: Uint32Array.from(kept, (i) => at(to, i)),
    weight: Float64Array.from(kept, (i) => at(weight, i)),
  };
}
