/**
 * The drawing: communities, importance and positions, computed once when the graph is built. Papers and entities are
 * laid out; authors and organizations, which are hidden at first, stand beside the papers they belong to.
 */
import { toAdjacency, type WeightedEdge } from './adjacency.js';
import { layOut } from './layout.js';
import { pagerank } from './pagerank.js';
import { type Places, settle } from './settle.js';

/** Where a node stands, and with which others. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly community: number;
}

export interface Drawn extends Place {
  readonly pagerank: number;
}

export interface DrawingInput {
  /** Ids, sorted. */
  readonly papers: readonly string[];
  readonly entities: readonly string[];
  /** Edges between them; several between the same two count as one of summed weight. */
  readonly edges: readonly WeightedEdge[];
  /** Places by id from an earlier drawing: they are kept, and the other nodes are put beside them. */
  readonly earlier?: Pick<ReadonlyMap<string, Place>, 'get'> | undefined;
}

/** Digits of a rank that are kept: a thousand new papers among 74,000 then leave three ranks in four as they were. */
const DIGITS = 3;

/** @returns position, community (0 the largest when all are laid out at once) and PageRank of every node */
export function draw({ papers, entities, edges, earlier }: DrawingInput): Map<string, Drawn> {
  const nodes = [...papers, ...entities];
  if (nodes.length === 0) return new Map();
  const graph = toAdjacency(nodes, edges);
  const ranks = pagerank(graph);
  let places: Places;
  if (earlier !== undefined && nodes.some((id) => earlier.get(id) !== undefined)) {
    places = {
      x: Float64Array.from(nodes, (id) => earlier.get(id)?.x ?? Number.NaN),
      y: Float64Array.from(nodes, (id) => earlier.get(id)?.y ?? Number.NaN),
      community: Int32Array.from(nodes, (id) => earlier.get(id)?.community ?? -1),
    };
    settle(graph, places);
  } else places = layOut(graph, papers.length);
  const { x, y, community } = places;
  return new Map(
    nodes.map((id, i) => [
      id,
      {
        x: round(x[i] ?? 0, 2),
        y: round(y[i] ?? 0, 2),
        community: community[i] ?? 0,
        pagerank: Number((ranks[i] ?? 0).toPrecision(DIGITS)),
      },
    ]),
  );
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  // Adding zero turns -0 into 0, which JSON writes the same.
  return Math.round(value * factor) / factor + 0;
}

/** Beside the mean of the given places, at an angle that depends on the order alone. */
export function beside(places: readonly Place[], index: number): Drawn {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const mean = (pick: (place: Place) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / Math.max(1, places.length);
  return {
    x: round(mean((place) => place.x) + 8 * Math.cos(angle), 2),
    y: round(mean((place) => place.y) + 8 * Math.sin(angle), 2),
    community: places[0]?.community ?? 0,
    pagerank: 0,
  };
}
