/**
 * Main path analysis (Hummon and Doreian 1989): the chain that most ways through the lineage run along. A step is weighed
 * by how many of all ways from a newest to an oldest method use it (search path count, Batagelj 2003); the main path is
 * the way whose steps weigh most in sum, and that through a method is sought from it in both directions (the global and
 * the key-route search of Liu and Lu 2012). Counts grow beyond what a number holds, so they are logarithms here.
 */

export interface Arc {
  readonly head: number;
  readonly tail: number;
}

/** A step that a main path may run along. */
export interface WeighedArc extends Arc {
  /** Decides between ways of the same traffic; above 0. */
  readonly weight: number;
  /** Known by a name alone: it joins what papers state on both sides, and its own traffic counts half. */
  readonly bridge?: boolean;
}

/** Parallel to the arcs: the share of all ways that run over each, from 0 to 1. */
export interface Traffic {
  readonly shares: Float64Array;
  /** Nodes, each before those that it came from. */
  readonly order: readonly number[];
}

/** @param arcs without a circle */
export function countTraffic(arcs: readonly Arc[]): Traffic {
  const out = groupBy(arcs, 'head');
  const into = groupBy(arcs, 'tail');
  const order = sortTopologically(arcs, out);
  const toOldest = new Map<number, number>();
  for (const node of [...order].reverse()) {
    const leaving = out.get(node) ?? [];
    toOldest.set(node, leaving.length === 0 ? 0 : sumLogs(leaving.map((arc) => toOldest.get(arcAt(arcs, arc).tail))));
  }
  const toNewest = new Map<number, number>();
  const sources: number[] = [];
  for (const node of order) {
    const entering = into.get(node) ?? [];
    if (entering.length === 0) sources.push(node);
    toNewest.set(node, entering.length === 0 ? 0 : sumLogs(entering.map((arc) => toNewest.get(arcAt(arcs, arc).head))));
  }
  const all = sumLogs(sources.map((node) => toOldest.get(node)));
  const shares = Float64Array.from(arcs, ({ head, tail }) =>
    Math.exp((toNewest.get(head) ?? 0) + (toOldest.get(tail) ?? 0) - all),
  );
  return { shares, order };
}

/**
 * @returns the path that runs through a node, from the newest to the oldest
 */
export function mainPathThrough(arcs: readonly WeighedArc[], through: number): number[] {
  const { shares, order } = countTraffic(arcs);
  const worth = (arc: number) => worthOf(arcs, shares, arc);
  const back = bestWays(arcs, groupBy(arcs, 'head'), [...order].reverse(), 'tail', worth);
  const forth = bestWays(arcs, groupBy(arcs, 'tail'), order, 'head', worth);
  return [...follow(forth, through).reverse(), ...follow(back, through).slice(1)];
}

/**
 * The main path of the whole, and after it those that carry most of what is left: each takes its methods away.
 * @returns paths from the newest to the oldest, each of two methods or more; of two that are alike the one whose nodes
 *   have lower numbers
 */
export function mainPaths(arcs: readonly WeighedArc[], most: number): number[][] {
  const { shares, order } = countTraffic(arcs);
  const out = groupBy(arcs, 'head');
  const taken = new Set<number>();
  const paths: number[][] = [];
  while (paths.length < most) {
    const worth = (arc: number) => {
      const { head, tail } = arcAt(arcs, arc);
      return taken.has(head) || taken.has(tail) ? 0 : worthOf(arcs, shares, arc);
    };
    const ways = bestWays(arcs, out, [...order].reverse(), 'tail', worth);
    let best: number | undefined;
    for (const node of order) if (best === undefined || beats(ways, node, best)) best = node;
    const path = best === undefined ? [] : follow(ways, best);
    if (path.length < 2) break;
    paths.push(path);
    for (const node of path) taken.add(node);
  }
  return paths;
}

/** How much the evidence of a step counts beside its traffic. */
const TIE = 1e-6;
const BRIDGE = 0.5;

function worthOf(arcs: readonly WeighedArc[], shares: Float64Array, arc: number): number {
  const { weight, bridge } = arcs[arc] as WeighedArc;
  return (bridge ? BRIDGE : 1) * (shares[arc] ?? 0) + TIE * weight;
}

interface Way {
  readonly sum: number;
  readonly next: number | undefined;
}

/** For each node the best way onwards, to the oldest or to the newest. */
function bestWays(
  arcs: readonly Arc[],
  leaving: ReadonlyMap<number, readonly number[]>,
  order: readonly number[],
  end: 'head' | 'tail',
  worth: (arc: number) => number,
): Map<number, Way> {
  const ways = new Map<number, Way>();
  for (const node of order) {
    let best: Way = { sum: 0, next: undefined };
    for (const arc of leaving.get(node) ?? []) {
      const next = arcAt(arcs, arc)[end];
      const sum = worth(arc) + (ways.get(next)?.sum ?? 0);
      if (worth(arc) === 0) continue;
      const better = Math.abs(sum - best.sum) > 1e-12 ? sum > best.sum : best.next === undefined || next < best.next;
      if (better) best = { sum, next };
    }
    ways.set(node, best);
  }
  return ways;
}

function beats(ways: ReadonlyMap<number, Way>, a: number, b: number): boolean {
  const [one, other] = [ways.get(a)?.sum ?? 0, ways.get(b)?.sum ?? 0];
  return Math.abs(one - other) > 1e-12 ? one > other : a < b;
}

function follow(ways: ReadonlyMap<number, Way>, from: number): number[] {
  const path: number[] = [];
  for (let at: number | undefined = from; at !== undefined; at = ways.get(at)?.next) path.push(at);
  return path;
}

function sortTopologically(arcs: readonly Arc[], out: ReadonlyMap<number, readonly number[]>): number[] {
  const waiting = new Map<number, number>();
  for (const { head, tail } of arcs) {
    waiting.set(head, waiting.get(head) ?? 0);
    waiting.set(tail, (waiting.get(tail) ?? 0) + 1);
  }
  const order = [...waiting].filter(([, count]) => count === 0).map(([node]) => node);
  for (const node of order) {
    for (const arc of out.get(node) ?? []) {
      const { tail } = arcAt(arcs, arc);
      const left = (waiting.get(tail) ?? 1) - 1;
      waiting.set(tail, left);
      if (left === 0) order.push(tail);
    }
  }
  if (order.length < waiting.size) throw new RangeError('the steps close a circle');
  return order;
}

function groupBy(arcs: readonly Arc[], end: 'head' | 'tail'): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const [index, arc] of arcs.entries()) {
    const list = groups.get(arc[end]);
    if (list) list.push(index);
    else groups.set(arc[end], [index]);
  }
  return groups;
}

function arcAt(arcs: readonly Arc[], index: number): Arc {
  return arcs[index] as Arc;
}

/** The logarithm of a sum, of the logarithms of what is summed. */
function sumLogs(logs: readonly (number | undefined)[]): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const log of logs) most = Math.max(most, log ?? 0);
  let sum = 0;
  for (const log of logs) sum += Math.exp((log ?? 0) - most);
  return most + Math.log(sum);
}
