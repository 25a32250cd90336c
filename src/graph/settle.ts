/**
 * Places beside places: nodes that were left out of a layout, or came after it, are put beside their neighbours. What
 * stands stays where it is.
 */
import { type Adjacency, at } from './adjacency.js';

export interface Places {
  /** NaN where a node has no place yet. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Number of the community; -1 where none is known yet. */
  readonly community: Int32Array;
}

/** Distance of the first node that is put beside another, and of each next one times the root of its number. */
const SPACING = 6;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Gives every node without a place one: the weighted mean of its neighbours' places, a little aside, so that nodes
 * around the same neighbour form a sunflower (Vogel 1979). Its community is the one that most of its weight goes to, and
 * only neighbours of that one count for its place.
 * What no edge joins to a placed node is put on the rim, each group as a community of its own. Depends on the order of
 * the nodes alone.
 */
export function settle(graph: Adjacency, places: Places): void {
  const beside = new Uint32Array(graph.order);
  let waiting = new Uint32Array(graph.order).map((_, node) => node).filter((node) => Number.isNaN(places.x[node]));
  const rim = new Rim(places);
  let communities = places.community.reduce((most, number) => Math.max(most, number), -1) + 1;
  while (waiting.length > 0) {
    // All of a round see the places of the round before, so that neither of two new neighbours comes first.
    const found = waiting.map((node) => (hasPlacedNeighbour(graph, places, node) ? 1 : 0));
    const round = waiting.filter((_, i) => found[i] === 1);
    const put = Array.from(round, (node) => placeBeside(graph, places, beside, node));
    for (const { node, x, y, community } of put) {
      places.x[node] = x;
      places.y[node] = y;
      if (places.community[node] === -1) places.community[node] = community;
    }
    if (round.length === 0) {
      const node = at(waiting, 0);
      rim.put(node);
      if (places.community[node] === -1) places.community[node] = communities++;
    }
    waiting = waiting.filter((node) => Number.isNaN(places.x[node]));
  }
}

function hasPlacedNeighbour({ starts, neighbours }: Adjacency, { x }: Places, node: number): boolean {
  for (let j = at(starts, node); j < at(starts, node + 1); j++) {
    if (!Number.isNaN(x[at(neighbours, j)])) return true;
  }
  return false;
}

function placeBeside({ starts, neighbours, weights }: Adjacency, places: Places, beside: Uint32Array, node: number) {
  const pull = new Map<number, number>();
  for (let j = at(starts, node); j < at(starts, node + 1); j++) {
    const neighbour = at(neighbours, j);
    if (Number.isNaN(places.x[neighbour])) continue;
    const community = at(places.community, neighbour);
    pull.set(community, (pull.get(community) ?? 0) + at(weights, j));
  }
  const [community = 0] = [...pull].sort(([a, v], [b, w]) => w - v || a - b)[0] ?? [];
  let [x, y, sum, strongest, most] = [0, 0, 0, -1, 0];
  for (let j = at(starts, node); j < at(starts, node + 1); j++) {
    const neighbour = at(neighbours, j);
    // Between two regions there is nothing: what is joined to both stands in one.
    if (Number.isNaN(places.x[neighbour]) || at(places.community, neighbour) !== community) continue;
    const weight = at(weights, j);
    x += weight * at(places.x, neighbour);
    y += weight * at(places.y, neighbour);
    sum += weight;
    if (weight > most || (weight === most && neighbour < strongest)) [strongest, most] = [neighbour, weight];
  }
  const number = at(beside, strongest);
  beside[strongest] = number + 1;
  const distance = SPACING * Math.sqrt(number + 1);
  return {
    node,
    x: x / sum + distance * Math.cos(number * GOLDEN),
    y: y / sum + distance * Math.sin(number * GOLDEN),
    community,
  };
}

/** A circle around all that stands. */
class Rim {
  readonly #places: Places;
  #radius: number | undefined;
  #count = 0;

  constructor(places: Places) {
    this.#places = places;
  }

  put(node: number): void {
    const { x, y } = this.#places;
    this.#radius ??= x.reduce((far, px, i) => (Number.isNaN(px) ? far : Math.max(far, Math.hypot(px, at(y, i)))), 0);
    const angle = this.#count++ * GOLDEN;
    x[node] = (this.#radius + 5 * SPACING) * Math.cos(angle);
    y[node] = (this.#radius + 5 * SPACING) * Math.sin(angle);
  }
}
