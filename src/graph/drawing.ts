/**
 * The drawing: communities, importance and positions, computed once when the graph is built. Papers and entities are
 * laid out; authors and organizations, which are hidden at first, stand beside the papers they belong to.
 */
import { UndirectedGraph } from 'graphology';
import { compareText, seededRandom } from '../model/index.js';
import { forceAtlas2, louvain, noverlap, pagerank } from './algorithms.js';

export interface Drawn {
  x: number;
  y: number;
  community: number;
  pagerank: number;
}

export interface DrawingInput {
  /** Ids of papers and entities, sorted. */
  readonly nodes: readonly string[];
  /** Edges between them; several between the same two count as one of summed weight. */
  readonly edges: readonly { source: string; target: string; weight: number }[];
}

const SEED = 20_260_101;
/** How much an edge between two communities pulls, beside one inside: less, so that communities are seen. */
const BETWEEN = 0.4;
/** Share of its own width by which a node is kept apart from the next. */
const MARGIN = 2;

/** @returns position, community (0 the largest) and PageRank of every node */
export function draw({ nodes, edges }: DrawingInput): Map<string, Drawn> {
  if (nodes.length === 0) return new Map();
  const graph = new UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>();
  for (const id of nodes) graph.addNode(id, { x: 0, y: 0, size: 1 });
  for (const { source, target, weight } of edges) {
    if (source === target) continue;
    graph.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + weight }));
  }
  const community = communities(graph);
  const rank = pagerank(graph, { getEdgeWeight: 'weight', maxIterations: 1_000, tolerance: 1e-8 });
  seedPositions(graph, community);
  // Larger graphs start nearly in order, as their communities are placed first, and each round costs more.
  const iterations = Math.round(Math.max(30, Math.min(200, 120_000 / nodes.length)));
  forceAtlas2.assign(graph, {
    iterations,
    getEdgeWeight: (_edge, { weight }, source, target) =>
      community.get(source) === community.get(target) ? weight : weight * BETWEEN,
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: nodes.length > 400,
      // Measured on the sample corpus: with these the mean edge is half as long, beside the mean pair of nodes, as with
      // the LinLog forces, which would need ten times the rounds.
      gravity: 0.05,
      scalingRatio: 10,
      slowDown: 1,
      edgeWeightInfluence: 1,
    },
  });
  spread(graph);
  const drawn = new Map<string, Drawn>();
  graph.forEachNode((id, { x, y }) => {
    drawn.set(id, {
      x: round(x, 2),
      y: round(y, 2),
      community: community.get(id) ?? 0,
      pagerank: Number((rank[id] ?? 0).toPrecision(6)),
    });
  });
  return drawn;
}

type LayoutGraph = UndirectedGraph<{ x: number; y: number; size: number }, { weight: number }>;

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

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  // Adding zero turns -0 into 0, which JSON writes the same.
  return Math.round(value * factor) / factor + 0;
}

/** Beside the mean of the given places, at an angle that depends on the order alone. */
export function beside(places: readonly Drawn[], index: number): Drawn {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const mean = (pick: (place: Drawn) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / Math.max(1, places.length);
  return {
    x: round(mean((place) => place.x) + 8 * Math.cos(angle), 2),
    y: round(mean((place) => place.y) + 8 * Math.sin(angle), 2),
    community: places[0]?.community ?? 0,
    pagerank: 0,
  };
}
