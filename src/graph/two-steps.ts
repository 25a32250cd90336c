/**
 * What lies two steps from a node, the most telling first. A node is the nearer the more ways lead to it; a way counts for
 * less over a node that many others meet at (L. A. Adamic and E. Adar, "Friends and neighbors on the web", Social Networks
 * 25, 2003), and less the less sure its edges are; what is met everywhere anyway comes later.
 */
import { compareText, type EdgeType, type GraphEdge, type GraphNode } from '../model/index.js';
import { at } from './adjacency.js';
import type { Incidence } from './incidence.js';

export interface TwoSteps {
  /** The best first. `edge` is the last step of the way that counts most, `via` the node before it. */
  readonly found: readonly { readonly node: GraphNode; readonly edge: GraphEdge; readonly via: GraphNode }[];
  /** How many nodes there are at two steps. */
  readonly total: number;
}

export interface TwoStepsOptions {
  readonly limit: number;
  readonly offset?: number;
  /** Edges that may be walked over; all where absent. */
  readonly types?: readonly EdgeType[] | undefined;
  /** Whether edges are walked along, or against, their direction only. */
  readonly direction?: 'out' | 'in' | undefined;
}

/**
 * Authors and organizations are walked over, and found, only from one of them or where a type that is theirs is asked for.
 * @param from id of a node @throws RangeError for an unknown id
 */
export function twoSteps(
  incidence: Incidence,
  from: string,
  { limit, offset = 0, types, direction }: TwoStepsOptions,
): TwoSteps {
  const { graph, people } = incidence;
  const start = incidence.index(from);
  const withPeople = people[start] === 1 || types !== undefined;
  /** Edges with their other ends. */
  const steps = function* (node: number): Generator<[neighbour: number, edge: number]> {
    for (let j = at(incidence.starts, node); j < at(incidence.starts, node + 1); j++) {
      const neighbour = at(incidence.neighbours, j);
      if (!withPeople && people[neighbour] === 1) continue;
      const number = at(incidence.edges, j);
      if (types !== undefined || direction !== undefined) {
        const { type, source } = incidence.edge(number);
        if (types && !types.includes(type)) continue;
        if (direction && (incidence.index(source) === node) !== (direction === 'out')) continue;
      }
      yield [neighbour, number];
    }
  };
  /** The surest edge to each neighbour, and what the first step counts for. */
  const near = new Map<number, number>();
  for (const [via, edge] of steps(start)) {
    const counts = incidence.edge(edge).confidence / Math.log1p(incidence.degree(via));
    near.set(via, Math.max(counts, near.get(via) ?? 0));
  }
  near.delete(start);
  const order = graph.nodes.length;
  const [scores, shares] = [new Float64Array(order), new Float64Array(order)];
  const [lastEdges, vias] = [new Uint32Array(order), new Uint32Array(order)];
  const far: number[] = [];
  for (const [via, counts] of near) {
    for (const [node, edge] of steps(via)) {
      if (node === start || near.has(node)) continue;
      const share = counts * incidence.edge(edge).confidence;
      if (at(scores, node) === 0) far.push(node);
      scores[node] = at(scores, node) + share;
      if (share <= at(shares, node)) continue;
      shares[node] = share;
      lastEdges[node] = edge;
      vias[node] = via;
    }
  }
  for (const node of far) scores[node] = at(scores, node) / Math.log1p(incidence.degree(node));
  const node = (index: number) => graph.nodes[index] as GraphNode;
  const best = atLeast(far, scores, offset + limit).sort(
    (a, b) => at(scores, b) - at(scores, a) || compareText(node(a).id, node(b).id),
  );
  return {
    found: best.slice(offset, offset + limit).map((index) => ({
      node: node(index),
      edge: incidence.edge(at(lastEdges, index)),
      via: node(at(vias, index)),
    })),
    total: far.length,
  };
}

/** The nodes that score no less than the last of the best `count`: sorting all of a hub's would take too long. */
function atLeast(nodes: readonly number[], scores: Float64Array, count: number): number[] {
  if (nodes.length <= count) return [...nodes];
  const sorted = Float64Array.from(nodes, (node) => at(scores, node)).sort();
  const least = at(sorted, sorted.length - count);
  return nodes.filter((node) => at(scores, node) >= least);
}
