/**
 * Communities: Louvain (Blondel et al. 2008), and then the smallest are joined to those that they are tied to most, until
 * there are no more than one can read the names of.
 */
import { UndirectedGraph } from 'graphology';
import { seededRandom } from '../model/index.js';
import { at } from './adjacency.js';
import { louvain } from './algorithms.js';
import type { Ties } from './ties.js';

const SEED = 20_260_101;
/** Above 1 smaller communities are found; measured on 74,000 papers, where 1 puts half of the field into one. */
const RESOLUTION = 1.8;

/**
 * @param order number of nodes
 * @param most communities of more than one node; those that nothing ties to another stay beyond it
 * @returns the number of each node's community: 0 has the most nodes, equal ones are ordered by their first; -1 for a
 * node without a tie
 */
export function findCommunities(ties: Ties, order: number, most: number): Int32Array {
  const graph = new UndirectedGraph<object, { weight: number }>();
  for (let i = 0; i < ties.weight.length; i++) {
    const [a, b] = [String(at(ties.from, i)), String(at(ties.to, i))];
    if (!graph.hasNode(a)) graph.addNode(a);
    if (!graph.hasNode(b)) graph.addNode(b);
    graph.updateEdge(a, b, (known) => ({ weight: (known.weight ?? 0) + at(ties.weight, i) }));
  }
  const community = new Int32Array(order).fill(-1);
  if (graph.size === 0) return community;
  const found = louvain(graph, { getEdgeWeight: 'weight', resolution: RESOLUTION, rng: seededRandom(SEED) });
  for (const [node, number] of Object.entries(found)) community[Number(node)] = number;
  joinSmallest(community, ties, most);
  return numberBySize(community);
}

/** Joins the smallest community to the one that most of its outward weight goes to, again and again. */
function joinSmallest(community: Int32Array, ties: Ties, most: number): void {
  const size = new Map<number, number>();
  for (const number of community) if (number >= 0) size.set(number, (size.get(number) ?? 0) + 1);
  const pull = new Map<number, Map<number, number>>([...size.keys()].map((number) => [number, new Map()]));
  const add = (a: number, b: number, weight: number) => {
    const row = pull.get(a);
    row?.set(b, (row.get(b) ?? 0) + weight);
  };
  for (let i = 0; i < ties.weight.length; i++) {
    const [a, b] = [at(community, at(ties.from, i)), at(community, at(ties.to, i))];
    if (a === b) continue;
    add(a, b, at(ties.weight, i));
    add(b, a, at(ties.weight, i));
  }
  const into = new Map<number, number>();
  const left = new Set([...size.keys()].filter((number) => (pull.get(number)?.size ?? 0) > 0));
  while (left.size > most) {
    const smallest = [...left].reduce((a, b) => {
      const [n, m] = [size.get(a) ?? 0, size.get(b) ?? 0];
      return m < n || (m === n && b > a) ? b : a;
    });
    // Beside its size, or the largest would swallow everything.
    const appeal = ([other, weight]: [number, number]) => weight / Math.sqrt(size.get(other) ?? 1);
    const best = [...(pull.get(smallest) ?? [])].sort((a, b) => appeal(b) - appeal(a) || a[0] - b[0])[0]?.[0];
    left.delete(smallest);
    if (best === undefined) continue;
    into.set(smallest, best);
    size.set(best, (size.get(best) ?? 0) + (size.get(smallest) ?? 0));
    for (const [other, weight] of pull.get(smallest) ?? []) {
      pull.get(other)?.delete(smallest);
      if (other === best) continue;
      add(best, other, weight);
      add(other, best, weight);
    }
    pull.delete(smallest);
  }
  const end = (number: number): number => {
    const next = into.get(number);
    return next === undefined ? number : end(next);
  };
  for (let node = 0; node < community.length; node++) {
    if (at(community, node) >= 0) community[node] = end(at(community, node));
  }
}

/** The same communities, numbered by falling size, equal ones by their first node; -1 stays. */
export function numberBySize(community: Int32Array): Int32Array {
  const size = new Map<number, number>();
  // A map keeps the order in which it was filled, so equal sizes stay in the order of their first nodes.
  for (const number of community) if (number >= 0) size.set(number, (size.get(number) ?? 0) + 1);
  const sorted = [...size].sort(([, n], [, m]) => m - n);
  const place = new Map(sorted.map(([number], i) => [number, i]));
  return community.map((number) => place.get(number) ?? -1);
}
