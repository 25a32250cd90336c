/**
 * The shortest paths between two nodes, best first. A path of fewest steps is found by breadth-first search from both ends
 * (Pohl 1971); among those of the same length the ones come first whose edges tell most and whose inner nodes are no hubs.
 * All of them are counted, as sums along the way (Brandes 2001), and only the best are made.
 */
import { compareText, type EdgeType, type GraphEdge, type GraphNode, type KnowledgeGraph } from '../model/index.js';
import { at } from './adjacency.js';
import type { Incidence } from './incidence.js';
import { SearchSide, type Way } from './search-side.js';

export interface Path {
  /** From the first node to the last. */
  readonly nodes: readonly GraphNode[];
  /** The edges of each step, in either direction, the most telling first; one step fewer than nodes. */
  readonly steps: readonly (readonly GraphEdge[])[];
}

export interface FoundPaths {
  /** Best first; all of the same number of steps; none where the ends are not connected. */
  readonly paths: readonly Path[];
  /** How many shortest paths there are, told apart by their nodes. */
  readonly total: number;
}

/** How little an edge tells of what joins its ends. What papers state of two entities tells most. */
const COST: Record<EdgeType, number> = {
  BUILDS_ON: 1, VARIANT_OF: 1, PART_OF: 1, OUTPERFORMS: 1.25, INTRODUCES: 1.25, COMPARES_WITH: 1.5, EVALUATES_ON: 1.75,
  USES: 1.5, STUDIES: 2, WROTE: 1.5, AFFILIATED_WITH: 2,
}; // biome-ignore format: a table
const costOf = ({ type, confidence }: GraphEdge) => COST[type] * (2 - confidence);
/** What leads over a node of so many edges says so much less: its cost grows with the logarithm of their number. */
const HUB = 0.5;
/** Costs that differ by less are equal: they are sums of the same numbers in another order. */
const EQUAL = 1e-9;

/** Where ways may go on from, and the least that such a way costs. */
interface Lead {
  readonly node: number;
  readonly least: number;
}

export class PathFinder {
  readonly #graph: KnowledgeGraph;
  readonly #incidence: Incidence;
  readonly #starts: Uint32Array;
  readonly #neighbours: Uint32Array;
  readonly #edges: Uint32Array;
  readonly #people: Uint8Array;
  readonly #edgeCosts: Float64Array;
  readonly #ahead: SearchSide;
  readonly #back: SearchSide;

  constructor(incidence: Incidence) {
    this.#incidence = incidence;
    this.#graph = incidence.graph;
    this.#starts = incidence.starts;
    this.#neighbours = incidence.neighbours;
    this.#edges = incidence.edges;
    this.#people = incidence.people;
    const { nodes, edges } = incidence.graph;
    this.#edgeCosts = Float64Array.from(edges, costOf);
    this.#ahead = new SearchSide(nodes.length);
    this.#back = new SearchSide(nodes.length);
  }

  /**
   * Authors and organizations are walked over only where one of them is an end.
   * @param from id of a node; `to` likewise
   * @param limit how many paths to give, at most
   * @throws RangeError for an unknown id
   */
  find(from: string, to: string, limit: number): FoundPaths {
    const [start, goal] = [this.#incidence.index(from), this.#incidence.index(to)];
    if (start === goal) return { paths: [this.#toPath([start])], total: 1 };
    const throughPeople = this.#people[start] === 1 || this.#people[goal] === 1;
    const [ahead, back] = [this.#ahead, this.#back];
    ahead.begin(start);
    back.begin(goal);
    for (;;) {
      const [side, other] = ahead.frontier.length <= back.frontier.length ? [ahead, back] : [back, ahead];
      if (side.frontier.length === 0) return { paths: [], total: 0 };
      const meeting = this.#expand(side, other, throughPeople);
      if (meeting.length > 0) return this.#join(meeting, limit);
    }
  }

  /** One level further. @returns the nodes where the sides meet */
  #expand(side: SearchSide, other: SearchSide, throughPeople: boolean): number[] {
    const level = side.level + 1;
    const next: number[] = [];
    const meeting: number[] = [];
    for (const node of side.frontier) {
      for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
        const neighbour = at(this.#neighbours, j);
        if (at(side.distance, neighbour) >= 0) continue;
        if (!throughPeople && this.#people[neighbour] === 1) continue;
        side.reach(neighbour, level);
        next.push(neighbour);
        if (at(other.distance, neighbour) >= 0) meeting.push(neighbour);
      }
    }
    side.frontier = next;
    side.level = level;
    return meeting;
  }

  /** How many ways lead to a node, and what the cheapest costs: known of the nodes before it first. */
  #measure(side: SearchSide, node: number): void {
    if (at(side.counts, node) > 0) return;
    const before = at(side.distance, node) - 1;
    const scan = side.nextScan();
    let count = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
      const neighbour = at(this.#neighbours, j);
      if (at(side.distance, neighbour) !== before) continue;
      // Several edges to the same neighbour are one way.
      if (at(side.scans, neighbour) !== scan) {
        side.scans[neighbour] = scan;
        this.#measure(side, neighbour);
        count += at(side.counts, neighbour);
      }
      least = Math.min(least, at(side.costs, neighbour) + at(this.#edgeCosts, at(this.#edges, j)));
    }
    side.note(node, count, least + this.#hubCost(node));
  }

  #join(meeting: readonly number[], limit: number): FoundPaths {
    const [ahead, back] = [this.#ahead, this.#back];
    let total = 0;
    const leads = meeting.map((node): Lead => {
      this.#measure(ahead, node);
      this.#measure(back, node);
      total += at(ahead.counts, node) * at(back.counts, node);
      return { node, least: at(ahead.costs, node) + at(back.costs, node) - this.#countedTwice(node) };
    });
    const best = this.#bestOf(leads, limit, ({ node }) => {
      const tails = this.#ways(back, node, limit);
      const twice = this.#countedTwice(node);
      return this.#ways(ahead, node, limit).flatMap((one) =>
        tails.map((two) => ({
          cost: one.cost + two.cost - twice,
          nodes: [...one.nodes, ...two.nodes.slice(0, -1).reverse()],
        })),
      );
    });
    return { paths: best.map((way) => this.#toPath(way.nodes)), total };
  }

  /** The best ways from the side's end to a node. */
  #ways(side: SearchSide, node: number, limit: number): Way[] {
    const known = side.ways.get(node);
    if (known) return known;
    const found = this.#waysTo(side, node, limit);
    side.ways.set(node, found);
    return found;
  }

  #waysTo(side: SearchSide, node: number, limit: number): Way[] {
    const distance = at(side.distance, node);
    if (distance === 0) return [{ cost: 0, nodes: [node] }];
    const stepCosts = new Map<number, number>();
    for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
      const neighbour = at(this.#neighbours, j);
      if (at(side.distance, neighbour) !== distance - 1) continue;
      const cost = at(this.#edgeCosts, at(this.#edges, j));
      stepCosts.set(neighbour, Math.min(cost, stepCosts.get(neighbour) ?? cost));
    }
    const own = this.#hubCost(node);
    const leads = [...stepCosts].map(([neighbour, step]) => ({
      node: neighbour,
      step,
      least: at(side.costs, neighbour) + step + own,
    }));
    return this.#bestOf(leads, limit, ({ node: neighbour, step }) =>
      this.#ways(side, neighbour, limit).map((way) => ({ cost: way.cost + step + own, nodes: [...way.nodes, node] })),
    );
  }

  /** The best ways over some nodes. Each has one that costs its least, so that only the least of all need be gone over. */
  #bestOf<T extends Lead>(leads: readonly T[], limit: number, waysOver: (lead: T) => readonly Way[]): Way[] {
    const most = smallest(leads, limit) + EQUAL;
    const best = leads.filter(({ least }) => least <= most).flatMap(waysOver);
    this.#keep(best, limit);
    return best;
  }

  /** Sorts the ways, the best first, equal ones by the ids of their nodes, and drops those beyond the limit. */
  #keep(ways: Way[], limit: number): void {
    const ids = ({ nodes }: Way) => nodes.map((node) => this.#graph.nodes[node]?.id).join('\n');
    ways.sort((a, b) => (Math.abs(a.cost - b.cost) > EQUAL ? a.cost - b.cost : compareText(ids(a), ids(b))));
    ways.length = Math.min(ways.length, limit);
  }

  #hubCost(node: number): number {
    return HUB * Math.log(this.#incidence.degree(node));
  }

  /** What the node where the sides meet costs on either of them; an end of the path costs nothing. */
  #countedTwice(node: number): number {
    const isInner = at(this.#ahead.distance, node) > 0 && at(this.#back.distance, node) > 0;
    return isInner ? this.#hubCost(node) : 0;
  }

  #toPath(way: readonly number[]): Path {
    const { nodes } = this.#graph;
    return {
      nodes: way.flatMap((node) => nodes[node] ?? []),
      steps: way
        .slice(1)
        .map((node, i) =>
          this.#between(way[i] ?? node, node).sort((a, b) => costOf(a) - costOf(b) || compareText(a.type, b.type)),
        ),
    };
  }

  /** The edges between two nodes, looked for at the one that has fewer. */
  #between(a: number, b: number): GraphEdge[] {
    const [node, other] = this.#incidence.degree(a) < this.#incidence.degree(b) ? [a, b] : [b, a];
    const found: GraphEdge[] = [];
    for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
      if (at(this.#neighbours, j) === other) found.push(this.#incidence.edge(at(this.#edges, j)));
    }
    return found;
  }
}

/** The `rank`-th smallest of what the leads cost at least, or the largest where they are fewer. */
function smallest(leads: readonly Lead[], rank: number): number {
  const sorted: number[] = [];
  for (const { least } of leads) {
    const last = sorted.at(-1);
    if (sorted.length === rank && last !== undefined && least >= last) continue;
    let place = sorted.length;
    while (place > 0 && least < (sorted[place - 1] as number)) place--;
    sorted.splice(place, 0, least);
    sorted.length = Math.min(sorted.length, rank);
  }
  return sorted.at(-1) ?? 0;
}
