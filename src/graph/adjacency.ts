/** An undirected weighted graph as typed arrays (compressed sparse rows), for what is worked out over all of it. */

export interface Adjacency {
  /** Number of nodes; they are called 0, 1, 2 … */
  readonly order: number;
  /** The neighbours of node i stand from `starts[i]` up to `starts[i + 1]`; parallel edges stand there several times. */
  readonly starts: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Weight of the edge to the neighbour at the same place. */
  readonly weights: Float64Array;
}

export interface WeightedEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/** @param nodes ids of all nodes; edges to others, and from a node to itself, are left out */
export function toAdjacency(nodes: readonly string[], edges: readonly WeightedEdge[]): Adjacency {
  const indexOf = new Map(nodes.map((id, index) => [id, index]));
  const sources = new Uint32Array(edges.length);
  const targets = new Uint32Array(edges.length);
  const given = new Float64Array(edges.length);
  const starts = new Uint32Array(nodes.length + 1);
  let count = 0;
  for (const { source, target, weight } of edges) {
    const from = indexOf.get(source);
    const to = indexOf.get(target);
    if (from === undefined || to === undefined || from === to) continue;
    sources[count] = from;
    targets[count] = to;
    given[count++] = weight;
    starts[from + 1] = at(starts, from + 1) + 1;
    starts[to + 1] = at(starts, to + 1) + 1;
  }
  for (let i = 0; i < nodes.length; i++) starts[i + 1] = at(starts, i + 1) + at(starts, i);
  const free = starts.slice();
  const neighbours = new Uint32Array(2 * count);
  const weights = new Float64Array(2 * count);
  const put = (from: number, to: number, weight: number) => {
    const place = at(free, from);
    free[from] = place + 1;
    neighbours[place] = to;
    weights[place] = weight;
  };
  for (let i = 0; i < count; i++) {
    put(at(sources, i), at(targets, i), at(given, i));
    put(at(targets, i), at(sources, i), at(given, i));
  }
  return { order: nodes.length, starts, neighbours, weights };
}

/** An item that is known to be there: typed arrays are dense, which the type of an index does not say. */
export function at(array: Uint32Array | Int32Array | Float64Array, index: number): number {
  return array[index] as number;
}
