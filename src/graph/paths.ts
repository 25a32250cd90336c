/**
 * The shortest paths between two nodes, best first. A path of fewest steps is found by breadth-first search from both ends
 * (Pohl 1971); among those of the same length the ones come first whose edges tell most and whose inner nodes are no hubs.
 */
import { compareText, type EdgeType, type GraphEdge, type GraphNode, type KnowledgeGraph } from '../model/index.js';
import { at } from './adjacency.js';
import type { Incidence } from './incidence.js';

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
/** What leads over a node of so many edges says so much less: its cost grows with the logarithm of their number. */
const HUB = 0.5;

/** A way from an end of the search to a node, the node included; costs of inner nodes and steps. */
interface Way {
  readonly cost: number;
  readonly nodes: readonly number[];
}

export class PathFinder {
  readonly #graph: KnowledgeGraph;
  readonly #incidence: Incidence;
  readonly #starts: Uint32Array;
  readonly #neighbours: Uint32Array;
  readonly #edges: Uint32Array;
  readonly #people: Uint8Array;

  constructor(incidence: Incidence) {
    this.#incidence = incidence;
    this.#graph = incidence.graph;
    this.#starts = incidence.starts;
    this.#neighbours = incidence.neighbours;
    this.#edges = incidence.edges;
    this.#people = incidence.people;
  }

  /**
   * Authors and organizations are walked over only where one of them is an end.
   * @param from id of a node; `to` likewise
   * @param limit how many paths to give, at most
   * @throws RangeError for an unknown id
   */
  find(from: string, to: string, limit: number): FoundPaths {
    const [start, goal] = [this.#incidence.index(from), this.#incidence.index(to)];
    const { nodes } = this.#graph;
    if (start === goal) return { paths: [this.#toPath([start])], total: 1 };
    const throughPeople = this.#people[start] === 1 || this.#people[goal] === 1;
    const ahead = new Side(nodes.length, start);
    const back = new Side(nodes.length, goal);
    for (let meeting: number[] = []; meeting.length === 0; ) {
      const [side, other] = ahead.frontier.length <= back.frontier.length ? [ahead, back] : [back, ahead];
      if (side.frontier.length === 0) return { paths: [], total: 0 };
      meeting = this.#expand(side, other, throughPeople);
      if (meeting.length > 0) return this.#join(ahead, back, meeting, limit);
    }
    return { paths: [], total: 0 };
  }

  /** One level further. @returns the nodes where the sides meet */
  #expand(side: Side, other: Side, throughPeople: boolean): number[] {
    const level = side.level + 1;
    const next: number[] = [];
    const meeting: number[] = [];
    for (const node of side.frontier) {
      for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
        const neighbour = at(this.#neighbours, j);
        if (at(side.distance, neighbour) >= 0) continue;
        if (!throughPeople && this.#people[neighbour] === 1) continue;
        side.distance[neighbour] = level;
        next.push(neighbour);
        if (at(other.distance, neighbour) >= 0) meeting.push(neighbour);
      }
    }
    side.frontier = next;
    side.level = level;
    return meeting;
  }

  #join(ahead: Side, back: Side, meeting: readonly number[], limit: number): FoundPaths {
    const best: Way[] = [];
    let total = 0;
    for (const node of meeting) {
      const [head, tail] = [this.#ways(ahead, node, limit), this.#ways(back, node, limit)];
      total += head.count * tail.count;
      // What a node costs is counted on both sides.
      const twice = this.#nodeCost(node, ahead, back);
      for (const one of head.best) {
        for (const two of tail.best) {
          best.push({ cost: one.cost + two.cost - twice, nodes: [...one.nodes, ...two.nodes.slice(0, -1).reverse()] });
        }
      }
      if (best.length > 50 * limit) this.#keep(best, limit);
    }
    this.#keep(best, limit);
    return { paths: best.map((way) => this.#toPath(way.nodes)), total };
  }

  /** The best ways from the side's end to a node, and how many there are in all. */
  #ways(side: Side, node: number, limit: number): { best: Way[]; count: number } {
    const known = side.ways.get(node);
    if (known) return known;
    const best: Way[] = [];
    let count = 0;
    const distance = at(side.distance, node);
    if (distance === 0) {
      best.push({ cost: 0, nodes: [node] });
      count = 1;
    } else {
      const stepCosts = new Map<number, number>();
      for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
        const neighbour = at(this.#neighbours, j);
        if (at(side.distance, neighbour) !== distance - 1) continue;
        const cost = this.#edgeCost(this.#graph.edges[at(this.#edges, j)]);
        stepCosts.set(neighbour, Math.min(cost, stepCosts.get(neighbour) ?? cost));
      }
      const own = this.#hubCost(node);
      for (const [neighbour, step] of stepCosts) {
        const before = this.#ways(side, neighbour, limit);
        count += before.count;
        for (const way of before.best) best.push({ cost: way.cost + step + own, nodes: [...way.nodes, node] });
      }
      this.#keep(best, limit);
    }
    const found = { best, count };
    side.ways.set(node, found);
    return found;
  }

  /** Sorts the ways, the best first, equal ones by the ids of their nodes, and drops those beyond the limit. */
  #keep(ways: Way[], limit: number): void {
    const ids = ({ nodes }: Way) => nodes.map((node) => this.#graph.nodes[node]?.id).join('\n');
    ways.sort((a, b) => (Math.abs(a.cost - b.cost) > 1e-9 ? a.cost - b.cost : compareText(ids(a), ids(b))));
    ways.length = Math.min(ways.length, limit);
  }

  #edgeCost(edge: GraphEdge | undefined): number {
    return edge ? COST[edge.type] * (2 - edge.confidence) : 0;
  }

  #hubCost(node: number): number {
    return HUB * Math.log(this.#incidence.degree(node));
  }

  /** What the node where both sides meet was counted too often: once between them, at an end of the path always. */
  #nodeCost(node: number, ahead: Side, back: Side): number {
    const counted = (at(ahead.distance, node) > 0 ? 1 : 0) + (at(back.distance, node) > 0 ? 1 : 0);
    return counted === 2 ? this.#hubCost(node) : 0;
  }

  #toPath(way: readonly number[]): Path {
    const { nodes, edges } = this.#graph;
    return {
      nodes: way.flatMap((node) => nodes[node] ?? []),
      steps: way.slice(1).map((node, i) => {
        const found: GraphEdge[] = [];
        for (let j = at(this.#starts, node); j < at(this.#starts, node + 1); j++) {
          const edge = edges[at(this.#edges, j)];
          if (at(this.#neighbours, j) === way[i] && edge) found.push(edge);
        }
        return found.sort((a, b) => this.#edgeCost(a) - this.#edgeCost(b) || compareText(a.type, b.type));
      }),
    };
  }
}

/** What is known of one end's surroundings. */
class Side {
  /** Steps from the end; -1 where it has not been yet. */
  readonly distance: Int32Array;
  readonly ways = new Map<number, { best: Way[]; count: number }>();
  frontier: number[];
  level = 0;

  constructor(order: number, end: number) {
    this.distance = new Int32Array(order).fill(-1);
    this.distance[end] = 0;
    this.frontier = [end];
  }
}
