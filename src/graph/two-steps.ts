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
  /** Visits the edges that may be walked over, with their other ends. */
  const visit = (node: number, see: (neighbour: number, edge: number) => void) => {
    for (let j = at(incidence.starts, node); j < at(incidence.starts, node + 1); j++) {
      const neighbour = at(incidence.neighbours, j);
      if (!withPeople && people[neighbour] === 1) continue;
      const number = at(incidence.edges, j);
      if (types !== undefined || direction !== undefined) {
        const { type, source } = incidence.edge(number);
        if (types && !types.includes(type)) continue;
        if (direction && (incidence.index(source) === node) !== (direction === 'out')) continue;
      }
      see(neighbour, number);
    }
  };
  /** What the first step to each neighbour counts for, over the surest edge. */
  const near = new Map<number, number>();
  visit(start, (via, edge) => {
    const counts = Math.max(incidence.edge(edge).confidence, LEAST) / Math.log1p(incidence.degree(via));
    near.set(via, Math.max(counts, near.get(via) ?? 0));
  });
  near.delete(start);
  const { scores, shares, lastEdges, vias } = scratchOf(incidence);
  // What is no further than a step is marked by a score that is none.
  scores[start] = -1;
  for (const via of near.keys()) scores[via] = -1;
  const far: number[] = [];
  for (const [via, counts] of near) {
    visit(via, (node, edge) => {
      const score = at(scores, node);
      if (score < 0) return;
      const share = counts * Math.max(incidence.edge(edge).confidence, LEAST);
      if (score === 0) far.push(node);
      scores[node] = score + share;
      if (share <= at(shares, node)) return;
      shares[node] = share;
      lastEdges[node] = edge;
      vias[node] = via;
    });
  }
  for (const node of far) scores[node] = at(scores, node) / Math.log1p(incidence.degree(node));
  const node = (index: number) => graph.nodes[index] as GraphNode;
  const best = atLeast(far, scores, offset + limit).sort(
    (a, b) => at(scores, b) - at(scores, a) || compareText(node(a).id, node(b).id),
  );
  const found = best.slice(offset, offset + limit).map((index) => ({
    node: node(index),
    edge: incidence.edge(at(lastEdges, index)),
    via: node(at(vias, index)),
  }));
  for (const index of [start, ...near.keys(), ...far]) {
    scores[index] = 0;
    shares[index] = 0;
  }
  return { found, total: far.length };
}

/** So that an edge of no certainty at all still leads somewhere. */
const LEAST = 1e-6;

interface Scratch {
  readonly scores: Float64Array;
  readonly shares: Float64Array;
  readonly lastEdges: Uint32Array;
  readonly vias: Uint32Array;
}

/** One value for each node: made once for a graph, as filling megabytes with zeros takes longer than most walks. */
const scratches = new WeakMap<Incidence, Scratch>();

function scratchOf(incidence: Incidence): Scratch {
  const order = incidence.graph.nodes.length;
  const scratch = scratches.get(incidence) ?? {
    scores: new Float64Array(order),
    shares: new Float64Array(order),
    lastEdges: new Uint32Array(order),
    vias: new Uint32Array(order),
  };
  scratches.set(incidence, scratch);
  return scratch;
}

/** The nodes that score no less than the last of the best `count`: sorting all of a hub's would take too long. */
function atLeast(nodes: readonly number[], scores: Float64Array, count: number): number[] {
  if (nodes.length <= count) return [...nodes];
  const sorted = Float64Array.from(nodes, (node) => at(scores, node)).sort();
  const least = at(sorted, sorted.length - count);
  return nodes.filter((node) => at(scores, node) >= least);
}
