/** How two methods are related by descent: the chain from one to the other, and what both came from. */
import type { Lineage } from './lineage.js';

/** What a step costs at least: fewer steps are better where the evidence is alike. */
const STEP = 1;
/** What it costs to pass through a common tool: such a chain is shown only where there is no other. */
const THROUGH_GENERIC = 20;

/** Numbers of methods, from the newer to the older. */
export type Chain = readonly number[];

/**
 * The chains from a newer to an older method, the best evidenced first (Dijkstra 1959; further ones each avoid a method
 * of those before).
 * @param limit how many, at most
 */
export function findChains(lineage: Lineage, newer: number, older: number, limit: number): Chain[] {
  const chains: Chain[] = [];
  const avoided = new Set<number>();
  while (chains.length < limit) {
    const chain = cheapest(lineage, newer, avoided).chainTo(older);
    if (!chain) break;
    chains.push(chain);
    const inner = chain.slice(1, -1);
    if (inner.length === 0) break;
    for (const node of inner) avoided.add(node);
  }
  return chains;
}

export interface CommonAncestor {
  readonly number: number;
  /** From each of the two to it. */
  readonly chains: readonly [Chain, Chain];
}

/** What both came from, the nearest and best evidenced first; common tools last. One may itself be the ancestor. */
export function commonAncestors(lineage: Lineage, a: number, b: number, limit: number): CommonAncestor[] {
  const none = new Set<number>();
  const [one, two] = [cheapest(lineage, a, none), cheapest(lineage, b, none)];
  const shared = [...one.costs.keys()].filter((node) => two.costs.has(node));
  const cost = (node: number) =>
    (one.costs.get(node) ?? 0) + (two.costs.get(node) ?? 0) + (lineage.method(node).generic ? THROUGH_GENERIC : 0);
  return shared
    .sort((x, y) => cost(x) - cost(y) || x - y)
    .slice(0, limit)
    .map((number) => ({ number, chains: [one.chainTo(number) ?? [], two.chainTo(number) ?? []] }));
}

function cheapest(lineage: Lineage, from: number, avoided: ReadonlySet<number>) {
  const costs = new Map<number, number>([[from, 0]]);
  const cameFrom = new Map<number, number>();
  const done = new Set<number>();
  // Ancestors are few, so the open nodes are looked through; the order of equal ones is that of their numbers.
  const open = new Set([from]);
  while (open.size > 0) {
    let node = -1;
    for (const candidate of open) {
      const order = node < 0 ? -1 : (costs.get(candidate) ?? 0) - (costs.get(node) ?? 0) || candidate - node;
      if (order < 0) node = candidate;
    }
    open.delete(node);
    done.add(node);
    const through = node !== from && lineage.method(node).generic ? THROUGH_GENERIC : 0;
    for (const index of lineage.back[node] ?? []) {
      const { tail, weight } = lineage.step(index);
      if (done.has(tail) || avoided.has(tail)) continue;
      const cost = (costs.get(node) ?? 0) + through + STEP + 1 / (1 + weight);
      if (cost >= (costs.get(tail) ?? Number.POSITIVE_INFINITY)) continue;
      costs.set(tail, cost);
      cameFrom.set(tail, node);
      open.add(tail);
    }
  }
  const chainTo = (goal: number): Chain | undefined => {
    if (!costs.has(goal)) return undefined;
    const chain = [goal];
    for (let at = goal; at !== from; ) {
      at = cameFrom.get(at) ?? from;
      chain.push(at);
    }
    return chain.reverse();
  };
  return { costs, chainTo };
}
