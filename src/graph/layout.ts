/**
 * The layout of a whole graph: communities, then forces. In a large graph the forces move only what holds it together;
 * a node with a single neighbour is put beside that one afterwards, which it would not have left.
 */
import { UndirectedGraph } from 'graphology';
import { compareText, seededRandom } from '../model/index.js';
import type { Adjacency, WeightedEdge } from './adjacency.js';
import { forceAtlas2, louvain, noverlap } from './algorithms.js';
import { type Places, settle } from './settle.js';

const SEED = 20_260_101;
/** How much an edge between two communities pulls, beside one inside: less, so that communities are seen. */
const BETWEEN = 0.4;
/** Share of its own width by which a node is kept apart from the next. */
const MARGIN = 2;
/** Graphs of more nodes are laid out without those that have a single neighbour. */
const WHOLE = 20_000;

type LayoutGraph = UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>;

/** @returns the place and the community (0 the largest) of every node, in the order of `nodes` */
export function layOut(nodes: readonly string[], edges: readonly WeightedEdge[], adjacency: Adjacency): Places {
  const graph: LayoutGraph = new UndirectedGraph();
  for (const id of nodes) graph.addNode(id, { x: 0, y: 0, size: 1 });
  for (const { source, target, weight } of edges) {
    if (source === target) continue;
    graph.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + weight }));
  }
  const community = communities(graph);
  const large = nodes.length > WHOLE;
  if (large) for (const id of nodes.filter((id) => graph.degree(id) === 1)) dropLeaf(graph, id);
  seedPositions(graph, community);
  // Larger graphs start nearly in order, as their communities are placed first, and each round costs more.
  const iterations = Math.round(Math.max(30, Math.min(200, 120_000 / graph.order)));
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: (_edge, { weight }, source, target) =>
      community.get(source) === community.get(target) ? weight : weight * BETWEEN,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 400,
      // The coarser approximation is three times as fast, and in a large graph nobody sees the difference.
      barnesHutTheta: large ? 1.2 : 0.5,
      // Measured on the sample corpus: with these the mean edge is half as long, beside the mean pair of nodes, as with
      // the LinLog forces, which would need ten times the rounds.
      gravity: 0.05,
      scalingRatio: 10,
      slowDown: 1,
      edgeWeightInfluence: 1,
    },
  });
  spread(graph);
  const places: Places = {
    x: Float64Array.from(nodes, (id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'x') : Number.NaN)),
    y: Float64Array.from(nodes, (id) => (graph.hasNode(id) ? graph.getNodeAttribute(id, 'y') : Number.NaN)),
    community: Int32Array.from(nodes, (id) => community.get(id) ?? 0),
  };
  settle(adjacency, places);
  return places;
}

/** Of a pair that is joined to nothing else one node stays. */
function dropLeaf(graph: LayoutGraph, id: string): void {
  if (graph.degree(id) === 1) graph.dropNode(id);
}

/** Louvain communities (Blondel et al. 2008), numbered by falling size, equal sizes by their smallest member. */
function communities(graph: LayoutGraph): Map<string, number> {
  if (graph.size === 0) return new Map(graph.nodes().map((id, index) => [id, index]));
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: seededRandom(SEED), randomWalk: true });
  const members = new Map<number, string[]>();
  for (const id of graph.nodes()) {
    const number = found[id] ?? 0;
    const list = members.get(number);
    if (list) list.push(id);
    else members.set(number, [id]);
  }
  const sorted = [...members.values()].sort((a, b) => b.length - a.length || compareText(a[0] ?? '', b[0] ?? ''));
  return new Map(sorted.flatMap((ids, number) => ids.map((id): [string, number] => [id, number])));
}

/** Communities on a sunflower (Vogel 1979), members on a smaller one around each centre: a start close to the end. */
function seedPositions(graph: LayoutGraph, community: ReadonlyMap<string, number>): void {
  const spacing = 3 * Math.sqrt(graph.order);
  const golden = Math.PI * (3 - Math.sqrt(5));
  const seen = new Map<number, number>();
  graph.updateEachNodeAttributes((id, attributes) => {
    const group = community.get(id) ?? 0;
    const place = seen.get(group) ?? 0;
    seen.set(group, place + 1);
    const [far, near] = [spacing * Math.sqrt(group), 10 * Math.sqrt(place)];
    return {
      ...attributes,
      x: far * Math.cos(group * golden) + near * Math.cos(place * golden),
      y: far * Math.sin(group * golden) + near * Math.sin(place * golden),
    };
  });
}

/** Nodes that lie on top of one another are moved apart; only for graphs that are shown whole. */
function spread(graph: LayoutGraph): void {
  if (graph.order > 5_000) return;
  graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, size: 1 + Math.sqrt(graph.degree(id)) }));
  noverlap.assign(graph, { maxIterations: 60, settings: { margin: MARGIN, ratio: 1.2, speed: 2 } });
}
