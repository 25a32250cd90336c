/**
 * The layout of a whole graph, in three steps: communities, a place for each as a region of its own, and each region's
 * inside. In a large graph regions are made of what holds it together, the backbone of the entities that several papers
 * share; papers and rarer entities are put beside those afterwards.
 */
import { type Adjacency, at } from './adjacency.js';
import { type Arranged, arrange } from './arrange.js';
import { backbone } from './backbone.js';
import { findCommunities, numberBySize } from './communities.js';
import { type Disc, placeRegions } from './regions.js';
import { type Places, settle } from './settle.js';
import { type Ties, tiesBetween } from './ties.js';

/** Graphs of more nodes are laid out by their backbone. */
const WHOLE = 20_000;
/** Entities in so many papers hold a large graph together; at most so many of them are laid out by forces. */
const LEAST_PAPERS = 3;
const MOST_LAID_OUT = 40_000;
/** Of a large graph's ties those stay that chance would leave so strong less often. */
const SIGNIFICANCE = 0.3;
/** Communities that one can read the names of; small graphs have fewer, by the root of their papers. */
const MOST_COMMUNITIES = 36;
/** A community of less than this share of all that is laid out gets no region: its nodes go to what they are joined to. */
const LEAST_SHARE = 0.002;
/** Distance of neighbours in layout units; in a large graph there is room for what is put beside them. */
const SPACING = 14;
const WIDE_SPACING = 22;
/** Up to this many nodes none may lie on another one. */
const SHOWN_WHOLE = 5_000;

/**
 * @param papers number of the graph's nodes, the first ones, that are papers
 * @returns the place and the community (0 the largest) of every node
 */
export function layOut(graph: Adjacency, papers: number): Places {
  const large = graph.order > WHOLE;
  const ties = large
    ? backbone(tiesBetween(graph, papers, sharedEntities(graph, papers)), graph.order, SIGNIFICANCE)
    : asTies(graph);
  const most = Math.max(3, Math.min(MOST_COMMUNITIES, Math.round(1.2 * Math.sqrt(papers))));
  const found = findCommunities(ties, graph.order, most);
  const community = withoutSmallest(found);
  const places: Places = {
    x: new Float64Array(graph.order).fill(Number.NaN),
    y: new Float64Array(graph.order).fill(Number.NaN),
    community,
  };
  const discs = drawRegions(places, ties, large ? WIDE_SPACING : SPACING, graph.order <= SHOWN_WHOLE);
  settle(graph, places);
  keepInside(places, discs);
  community.set(numberBySize(community));
  return places;
}

/** The entities that most papers share. */
function sharedEntities({ order, starts, neighbours }: Adjacency, papers: number): number[] {
  const count = new Uint32Array(order);
  for (let node = papers; node < order; node++) {
    for (let j = at(starts, node); j < at(starts, node + 1); j++) {
      if (at(neighbours, j) < papers) count[node] = at(count, node) + 1;
    }
  }
  const shared: number[] = [];
  for (let node = papers; node < order; node++) if (at(count, node) >= LEAST_PAPERS) shared.push(node);
  return shared.sort((a, b) => at(count, b) - at(count, a) || a - b).slice(0, MOST_LAID_OUT);
}

/** All edges of a small graph. */
function asTies({ order, starts, neighbours, weights }: Adjacency): Ties {
  const [from, to, weight]: number[][] = [[], [], []];
  for (let node = 0; node < order; node++) {
    for (let j = at(starts, node); j < at(starts, node + 1); j++) {
      if (at(neighbours, j) <= node) continue;
      from?.push(node);
      to?.push(at(neighbours, j));
      weight?.push(at(weights, j));
    }
  }
  return {
    from: Uint32Array.from(from ?? []),
    to: Uint32Array.from(to ?? []),
    weight: Float64Array.from(weight ?? []),
  };
}

/** Communities are numbered by size, so the smallest are the last ones. */
function withoutSmallest(community: Int32Array): Int32Array {
  const size = new Map<number, number>();
  for (const number of community) if (number >= 0) size.set(number, (size.get(number) ?? 0) + 1);
  const all = [...size.values()].reduce((sum, count) => sum + count, 0);
  return community.map((number) => ((size.get(number) ?? 0) >= LEAST_SHARE * all ? number : -1));
}

/** Gives all nodes of a community their places; returns the regions, by the community's number. */
function drawRegions({ x, y, community }: Places, ties: Ties, spacing: number, apart: boolean): Disc[] {
  const regions = community.reduce((count, number) => Math.max(count, number + 1), 0);
  const members = Array.from({ length: regions }, (): number[] => []);
  for (let node = 0; node < community.length; node++) members[at(community, node)]?.push(node);
  const inside = Array.from({ length: regions }, (): number[] => []);
  const between = new Map<number, number>();
  for (let i = 0; i < ties.weight.length; i++) {
    const [a, b] = [at(community, at(ties.from, i)), at(community, at(ties.to, i))];
    if (a === b) inside[a]?.push(i);
    else if (a >= 0 && b >= 0) {
      const key = Math.min(a, b) * regions + Math.max(a, b);
      between.set(key, (between.get(key) ?? 0) + at(ties.weight, i));
    }
  }
  const arranged = members.map((nodes, number): Arranged => arrange(nodes, ties, inside[number] ?? [], spacing, apart));
  const keys = [...between.keys()];
  const discs = placeRegions(
    arranged.map(({ radius }) => radius),
    {
      from: Uint32Array.from(keys, (key) => Math.floor(key / regions)),
      to: Uint32Array.from(keys, (key) => key % regions),
      weight: Float64Array.from(between.values()),
    },
  );
  for (const [number, nodes] of members.entries()) {
    const [disc, at] = [discs[number], arranged[number]];
    if (!disc || !at) continue;
    for (const [i, node] of nodes.entries()) {
      x[node] = disc.x + (at.x[i] ?? 0);
      y[node] = disc.y + (at.y[i] ?? 0);
    }
  }
  return discs;
}

/** What was put beside others stays in the region of its community: near its border where it would lie beyond. */
function keepInside({ x, y, community }: Places, discs: readonly Disc[]): void {
  for (let node = 0; node < community.length; node++) {
    const disc = discs[at(community, node)];
    if (!disc) continue;
    const [dx, dy] = [at(x, node) - disc.x, at(y, node) - disc.y];
    const distance = Math.hypot(dx, dy);
    if (distance <= disc.radius) continue;
    const scale = (disc.radius / distance) * (0.86 + (0.14 * disc.radius) / distance);
    x[node] = disc.x + dx * scale;
    y[node] = disc.y + dy * scale;
  }
}
