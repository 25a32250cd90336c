/** Steps that say less than what is shown beside them: where A came from B and B from C, that A came from C too. */
import type { Arc } from './main-path.js';

/**
 * @param arcs without a circle
 * @returns for each arc that a longer way replaces (transitive reduction; Aho, Garey and Ullman 1972) the nodes between
 *   on the shortest such way, by its place in the list
 */
export function findShortcuts(arcs: readonly Arc[]): Map<number, number[]> {
  const tails = new Map<number, number[]>();
  for (const { head, tail } of arcs) tails.set(head, [...(tails.get(head) ?? []), tail]);
  const found = new Map<number, number[]>();
  for (const [index, { head, tail }] of arcs.entries()) {
    const way = wayAround(tails, head, tail);
    if (way) found.set(index, way);
  }
  return found;
}

function wayAround(tails: ReadonlyMap<number, readonly number[]>, head: number, goal: number): number[] | undefined {
  const cameFrom = new Map<number, number>();
  const queue: number[] = [];
  for (const next of tails.get(head) ?? []) {
    if (next === goal || cameFrom.has(next)) continue;
    cameFrom.set(next, head);
    queue.push(next);
  }
  for (const node of queue) {
    for (const next of tails.get(node) ?? []) {
      if (next === goal) {
        const way: number[] = [];
        for (let at = node; at !== head; at = cameFrom.get(at) ?? head) way.push(at);
        return way.reverse();
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}
