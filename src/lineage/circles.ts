/**
 * No method comes from itself: of the steps that close a circle the weakest is left out. Steps are taken one after the
 * other, those that run along time first, then the strongest, each only where it closes no circle with those before it.
 * As steps along time cannot close one, what is taken back is what fits the dates least, or has the least evidence.
 */
import { compareDates } from './dates.js';
import type { AsideStep, Step } from './steps.js';

/**
 * @param dates of the methods, by number
 * @returns the steps without a circle, in the order given, and those left out, each with the circle that it would close
 */
export function breakCircles(
  steps: readonly Step[],
  dates: readonly (string | undefined)[],
): { kept: Step[]; cut: AsideStep[] } {
  const inCircle = componentsOf(steps, dates.length);
  const doubtful = new Set(steps.filter(({ head, tail }) => inCircle[head] === inCircle[tail]));
  if (doubtful.size === 0) return { kept: [...steps], cut: [] };
  const order = [...doubtful].sort(
    (a, b) => along(b, dates) - along(a, dates) || b.weight - a.weight || a.head - b.head || a.tail - b.tail,
  );
  const tails = new Map<number, number[]>();
  const left = new Set<Step>();
  const cut: AsideStep[] = [];
  for (const step of order) {
    const circle = wayBetween(tails, step.tail, step.head);
    if (circle) {
      left.add(step);
      cut.push({ ...step, reason: 'circle', circle });
    } else tails.set(step.head, [...(tails.get(step.head) ?? []), step.tail]);
  }
  return { kept: steps.filter((step) => !left.has(step)), cut };
}

/** 1 where the head is newer, -1 where it is older, 0 where that is not known. */
function along({ head, tail }: Step, dates: readonly (string | undefined)[]): number {
  const [newer, older] = [dates[head], dates[tail]];
  return newer === undefined || older === undefined ? 0 : Math.sign(compareDates(newer, older));
}

/** The shortest way over the steps taken so far, both ends included; undefined where there is none. */
function wayBetween(tails: ReadonlyMap<number, readonly number[]>, from: number, to: number): number[] | undefined {
  const cameFrom = new Map([[from, from]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) {
      const way = [to];
      for (let at = to; at !== from; ) {
        at = cameFrom.get(at) ?? from;
        way.push(at);
      }
      return way.reverse();
    }
    for (const next of tails.get(node) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return undefined;
}

/** The strongly connected component of each node (Tarjan 1972), without recursion. */
function componentsOf(steps: readonly Step[], order: number): Int32Array {
  const tails: number[][] = Array.from({ length: order }, () => []);
  for (const { head, tail } of steps) tails[head]?.push(tail);
  const component = new Int32Array(order).fill(-1);
  const index = new Int32Array(order).fill(-1);
  const low = new Int32Array(order);
  const open: number[] = [];
  const path: { node: number; next: number }[] = [];
  let count = 0;
  const enter = (node: number) => {
    index[node] = low[node] = count++;
    open.push(node);
    path.push({ node, next: 0 });
  };
  const value = (array: Int32Array, i: number) => array[i] as number;
  for (let root = 0; root < order; root++) {
    if (value(index, root) >= 0) continue;
    enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { node } = top;
      const tail = tails[node]?.[top.next++];
      if (tail !== undefined) {
        if (value(index, tail) < 0) enter(tail);
        else if (value(component, tail) < 0) low[node] = Math.min(value(low, node), value(index, tail));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent) low[parent.node] = Math.min(value(low, parent.node), value(low, node));
      if (value(low, node) !== value(index, node)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component[member] = node;
        if (member === node) break;
      }
    }
  }
  return component;
}
