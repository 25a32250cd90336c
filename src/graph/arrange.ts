/**
 * The inside of a region: ForceAtlas2 (Jacomy et al. 2014) over its members alone, then spread over a disc, so that the
 * middle is not crowded and nothing strays.
 */
import { UndirectedGraph } from 'graphology';
import { at } from './adjacency.js';
import { forceAtlas2, noverlap } from './algorithms.js';
import type { Ties } from './ties.js';

/** How far the members are spread evenly, from 0 (as the forces leave them) to 1 (each has the room that it needs). */
const EVENNESS = 0.8;
/** The power of a member's ties that is the room it needs: what is tied to much is drawn large, and seen from afar. */
const ROOM = 0.55;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));
/** Share of its own width by which a node is kept apart from the next. */
const MARGIN = 2;

interface Attributes {
  x: number;
  y: number;
  size: number;
  /** Weight of all ties. */
  ties: number;
}

export interface Arranged {
  /** Around the origin, in the order of the members. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** No member is farther from the origin. */
  readonly radius: number;
}

/**
 * @param members nodes by number
 * @param ties those among the members, each by its place in the parallel arrays
 * @param spacing the distance that two neighbours get, about
 * @param apart whether members are also kept from lying on one another, which takes long for many
 */
export function arrange(
  members: readonly number[],
  { from, to, weight }: Ties,
  inside: readonly number[],
  spacing: number,
  apart: boolean,
): Arranged {
  const graph = new UndirectedGraph<Attributes, { weight: number }>();
  const room = spacing * Math.sqrt(members.length);
  for (const [i, member] of members.entries()) {
    const far = room * Math.sqrt((i + 0.5) / members.length);
    graph.addNode(String(member), { x: far * Math.cos(i * GOLDEN), y: far * Math.sin(i * GOLDEN), size: 1, ties: 0 });
  }
  for (const i of inside) {
    graph.updateEdge(String(at(from, i)), String(at(to, i)), (known) => ({
      weight: (known.weight ?? 0) + Math.log1p(at(weight, i)),
    }));
    for (const end of [from, to]) {
      graph.updateNodeAttribute(String(at(end, i)), 'ties', (ties) => (ties ?? 0) + at(weight, i));
    }
  }
  forceAtlas2.assign(graph, {
    iterations: Math.round(Math.max(60, Math.min(300, 250_000 / graph.order))),
    getEdgeWeight: 'weight',
    settings: {
      ...forceAtlas2.inferSettings(graph),
      barnesHutOptimize: graph.order > 400,
      barnesHutTheta: 0.8,
      gravity: 0.2,
      scalingRatio: 10,
      slowDown: 1,
      edgeWeightInfluence: 1,
    },
  });
  evenOut(graph, room);
  if (apart) {
    graph.updateEachNodeAttributes((id, attributes) => ({ ...attributes, size: 1 + Math.sqrt(graph.degree(id)) }));
    noverlap.assign(graph, { maxIterations: 60, settings: { margin: MARGIN, ratio: 1.2, speed: 2 } });
  }
  const x = Float64Array.from(members, (member) => graph.getNodeAttribute(String(member), 'x'));
  const y = Float64Array.from(members, (member) => graph.getNodeAttribute(String(member), 'y'));
  const radius = x.reduce((far, px, i) => Math.max(far, Math.hypot(px, at(y, i))), 0) + spacing / 2;
  return { x, y, radius };
}

/**
 * Puts the mean into the origin and every node at a distance that lies between its own and the one at which all that are
 * nearer have the room that they need.
 */
function evenOut(graph: UndirectedGraph<Attributes>, room: number): void {
  const mean = { x: 0, y: 0 };
  graph.forEachNode((_, { x, y }) => {
    mean.x += x / graph.order;
    mean.y += y / graph.order;
  });
  const far = graph.mapNodes((id, { x, y, ties }) => ({
    id,
    distance: Math.hypot(x - mean.x, y - mean.y),
    need: Math.max(ties, 0.01) ** ROOM,
  }));
  // The sort is stable, so equal distances stay in the order of the nodes.
  far.sort((a, b) => a.distance - b.distance);
  const most = far.at(-1)?.distance || 1;
  const all = far.reduce((sum, { need }) => sum + need, 0);
  let nearer = 0;
  for (const { id, distance, need } of far) {
    const even = Math.sqrt((nearer + need / 2) / all);
    nearer += need;
    const wanted = room * (EVENNESS * even + (1 - EVENNESS) * (distance / most));
    const scale = distance === 0 ? 0 : wanted / distance;
    const { x, y } = graph.getNodeAttributes(id);
    graph.mergeNodeAttributes(id, { x: (x - mean.x) * scale, y: (y - mean.y) * scale });
  }
}
