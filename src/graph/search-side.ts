/** What a search from both ends knows of one of them: how far it has come, and the ways that lead there. */

/** A way from an end of the search to a node, the node included; costs of inner nodes and steps. */
export interface Way {
  readonly cost: number;
  readonly nodes: readonly number[];
}

/** Arrays over all nodes, used again by the next search. */
export class SearchSide {
  /** Steps from the end; -1 where it has not been yet. */
  readonly distance: Int32Array;
  /** Of nodes on shortest paths: how many ways lead there, 0 where it is not known yet, and what the cheapest costs. */
  readonly counts: Float64Array;
  readonly costs: Float64Array;
  /** The scan that met a node last. */
  readonly scans: Float64Array;
  readonly ways = new Map<number, Way[]>();
  readonly #reached: number[] = [];
  readonly #noted: number[] = [];
  #scan = 0;
  frontier: number[] = [];
  level = 0;

  constructor(order: number) {
    this.distance = new Int32Array(order).fill(-1);
    this.counts = new Float64Array(order);
    this.costs = new Float64Array(order);
    this.scans = new Float64Array(order);
  }

  begin(end: number): void {
    for (const node of this.#reached) this.distance[node] = -1;
    for (const node of this.#noted) this.counts[node] = 0;
    this.#reached.length = 0;
    this.#noted.length = 0;
    this.ways.clear();
    this.frontier = [end];
    this.level = 0;
    this.reach(end, 0);
    this.note(end, 1, 0);
  }

  reach(node: number, level: number): void {
    this.distance[node] = level;
    this.#reached.push(node);
  }

  note(node: number, count: number, cost: number): void {
    this.counts[node] = count;
    this.costs[node] = cost;
    this.#noted.push(node);
  }

  nextScan(): number {
    return ++this.#scan;
  }
}
