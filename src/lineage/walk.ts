/**
 * What a method came from and what came from it, to any depth. Common tools and classes of things are named where they
 * are met, and not walked through; so are methods that the reader has folded.
 */
import type { Lineage } from './lineage.js';
import type { Step } from './steps.js';

export type Direction = 'ancestors' | 'descendants' | 'both';

export interface WalkOptions {
  readonly direction: Direction;
  /** Steps to go, at most. */
  readonly depth: number;
  /** Methods to show, at most, the one asked about included; the nearest and the most used first. */
  readonly limit: number;
  /** Whether to name all common tools and classes of things; those next to the method asked about are named anyway. */
  readonly generic: boolean;
  /** Ids of methods whose own lineage, away from the one asked about, is not shown. */
  readonly folded?: ReadonlySet<string>;
}

export interface Walk {
  /** Number of the method asked about. */
  readonly from: number;
  /** Methods shown, by number: steps away, below 0 for ancestors. The one asked about is 0. */
  readonly steps: ReadonlyMap<number, number>;
  /** Numbers of the steps between methods that are shown. */
  readonly shown: readonly number[];
  /** Methods within the depth. */
  readonly ancestors: number;
  readonly descendants: number;
  /** How many methods each folded one hides. */
  readonly hidden: ReadonlyMap<number, number>;
  /** What was shown before all others. */
  readonly first: readonly number[];
}

/**
 * @param from number of a method
 * @param chooseFirst names what is shown before all others, by the steps within reach: chains that begin at the method
 */
export function walk(
  lineage: Lineage,
  from: number,
  options: WalkOptions,
  chooseFirst: (steps: readonly number[]) => readonly number[],
): Walk {
  const { direction, limit, folded = new Set<string>() } = options;
  const sides = {
    back: direction === 'descendants' ? new Map<number, number>() : reach(lineage, from, 'back', options, folded),
    forth: direction === 'ancestors' ? new Map<number, number>() : reach(lineage, from, 'forth', options, folded),
  };
  const first = chooseFirst(between(lineage, from, new Set([from, ...sides.back.keys(), ...sides.forth.keys()])));
  const room = Math.max(0, limit - 1);
  const forAncestors = Math.min(sides.back.size, Math.max(Math.ceil(room / 2), room - sides.forth.size));
  const steps = new Map([[from, 0]]);
  for (const [side, most, sign] of [
    ['back', forAncestors, -1],
    ['forth', room - forAncestors, 1],
  ] as const) {
    for (const node of choose(lineage, from, sides[side], side, most, first)) {
      if (!steps.has(node)) steps.set(node, sign * (sides[side].get(node) ?? 0));
    }
  }
  const hidden = new Map<number, number>();
  for (const node of steps.keys()) {
    const side = (steps.get(node) ?? 0) < 0 ? 'back' : 'forth';
    if (node === from || !folded.has(lineage.method(node).node.id)) continue;
    const beyond = reach(lineage, node, side, options, new Set());
    hidden.set(node, [...beyond.keys()].filter((other) => !sides[side].has(other)).length);
  }
  return {
    from,
    steps,
    shown: between(lineage, from, new Set(steps.keys())),
    ancestors: sides.back.size,
    descendants: sides.forth.size,
    hidden,
    first,
  };
}

/** Every method within the depth, with its distance; the one asked about is not among them. */
function reach(
  lineage: Lineage,
  from: number,
  side: 'back' | 'forth',
  { depth, generic }: WalkOptions,
  folded: ReadonlySet<string>,
): Map<number, number> {
  const distance = new Map([[from, 0]]);
  const queue = [from];
  for (const node of queue) {
    const steps = distance.get(node) ?? 0;
    if (steps === depth || (node !== from && isEnd(lineage, node, folded))) continue;
    for (const index of lineage[side][node] ?? []) {
      const next = other(lineage.step(index), side);
      if (distance.has(next) || (!generic && node !== from && lineage.method(next).generic)) continue;
      distance.set(next, steps + 1);
      queue.push(next);
    }
  }
  distance.delete(from);
  return distance;
}

function isEnd(lineage: Lineage, node: number, folded: ReadonlySet<string>): boolean {
  const method = lineage.method(node);
  return method.generic || folded.has(method.node.id);
}

function other(step: Step, side: 'back' | 'forth'): number {
  return side === 'back' ? step.tail : step.head;
}

/**
 * The nearest first; of the same distance the methods before the common tools, then those that most others came from and
 * that most papers speak of. Only such whose way from the method asked about is shown too.
 */
function choose(
  lineage: Lineage,
  from: number,
  distance: ReadonlyMap<number, number>,
  side: 'back' | 'forth',
  most: number,
  first: readonly number[],
): number[] {
  if (distance.size <= most) return [...distance.keys()];
  const rank = (node: number) => {
    const { generic, node: entity } = lineage.method(node);
    return (lineage.forth[node]?.length ?? 0) + Math.log1p(entity.papers) - (generic ? 1e6 : 0);
  };
  const order = [...distance.keys()].sort(
    (a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0) || rank(b) - rank(a) || a - b,
  );
  // Room is left for what lies further on: a level takes half of what is left, where there are deeper ones. What they do
  // not need is given to the nearest after all.
  // Each chain from the method on, as far as there is room.
  const here = first.indexOf(from);
  const chain = side === 'back' ? first.slice(here + 1) : first.slice(0, Math.max(0, here)).reverse();
  const chosen = new Set([from, ...chain.slice(0, most)]);
  const deepest = distance.get(order.at(-1) ?? from) ?? 0;
  const back = side === 'back' ? 'forth' : 'back';
  const isJoined = (node: number) =>
    (lineage[back][node] ?? []).some((index) => {
      const before = other(lineage.step(index), back);
      return (
        chosen.has(before) && (before === from ? 0 : (distance.get(before) ?? -1)) === (distance.get(node) ?? 0) - 1
      );
    });
  for (const sparing of [true, false]) {
    for (let level = 1; level <= deepest; level++) {
      const left = most + 1 - chosen.size;
      let room = sparing && level < deepest ? Math.ceil(left / 2) : left;
      for (const node of order) {
        if (room === 0) break;
        if (distance.get(node) !== level || chosen.has(node) || !isJoined(node)) continue;
        chosen.add(node);
        room--;
      }
    }
  }
  chosen.delete(from);
  return [...chosen];
}

/** The steps between methods shown; of what a common tool itself came from only what is asked about. */
function between(lineage: Lineage, from: number, shown: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const node of shown) {
    const ends = node !== from && lineage.method(node).generic;
    for (const index of lineage.back[node] ?? []) {
      const { tail } = lineage.step(index);
      if (shown.has(tail) && (!ends || tail === from)) found.push(index);
    }
  }
  return found.sort((a, b) => a - b);
}
