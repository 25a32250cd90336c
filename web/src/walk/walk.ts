/** What a reader's walk made of the drawing: what was opened, hidden, kept alone, pinned and marked. Plain values. */
import type { Direction, EdgeType } from '../api/types.js';
import { shortKey } from './short-key.js';

/** The neighbours of a node by one type of link in one direction. */
export interface Group {
  readonly type: EdgeType;
  readonly direction: Direction;
}

/** `out USES`: a group as the key of a map. */
export type GroupKey = `${Direction} ${EdgeType}`;

export function groupKey({ type, direction }: Group): GroupKey {
  return `${direction} ${type}`;
}

/** How many of each group are drawn, the most telling first. */
export type Expansion = ReadonlyMap<GroupKey, number>;

export interface Walk {
  /** By the id of the node that was expanded. */
  readonly expanded: ReadonlyMap<string, Expansion>;
  /** Short keys of nodes that are not to be seen. */
  readonly hidden: ReadonlySet<string>;
  /** Short keys of the only nodes that are, but for what was expanded; undefined where all are. */
  readonly kept: ReadonlySet<string> | undefined;
  /** Places by short key, in the coordinates of the drawing. */
  readonly pinned: ReadonlyMap<string, Place>;
  /** Short keys of the nodes that a deed on several is meant for. */
  readonly marked: ReadonlySet<string>;
}

export type Place = readonly [x: number, y: number];

export const NO_WALK: Walk = {
  expanded: new Map(),
  hidden: new Set(),
  kept: undefined,
  pinned: new Map(),
  marked: new Set(),
};

export function isWalked({ expanded, hidden, kept, pinned, marked }: Walk): boolean {
  return kept !== undefined || [expanded, hidden, pinned, marked].some(({ size }) => size > 0);
}

export function hiding(walk: Walk, ids: readonly string[]): Walk {
  const keys = ids.map(shortKey);
  return {
    ...walk,
    hidden: new Set([...walk.hidden, ...keys]),
    marked: without(walk.marked, keys),
  };
}

/** What is kept is shown even if it was hidden before; what was expanded counts as given up. */
export function keeping(walk: Walk, ids: readonly string[]): Walk {
  const keys = ids.map(shortKey);
  return { ...walk, kept: new Set(keys), hidden: without(walk.hidden, keys), expanded: new Map(), marked: new Set() };
}

export function showingAll(walk: Walk): Walk {
  return { ...walk, hidden: new Set(), kept: undefined, expanded: new Map() };
}

export function expanding(walk: Walk, id: string, expansion: Expansion, brought: readonly string[]): Walk {
  return {
    ...walk,
    expanded: new Map([...walk.expanded, [id, expansion]]),
    hidden: without(walk.hidden, [id, ...brought].map(shortKey)),
  };
}

export function collapsing(walk: Walk, id: string): Walk {
  const expanded = new Map(walk.expanded);
  expanded.delete(id);
  return { ...walk, expanded };
}

export function pinning(walk: Walk, places: ReadonlyMap<string, Place>): Walk {
  const pinned = new Map(walk.pinned);
  for (const [id, [x, y]] of places) pinned.set(shortKey(id), [round(x), round(y)]);
  return { ...walk, pinned };
}

export function unpinning(walk: Walk, ids: readonly string[]): Walk {
  const pinned = new Map(walk.pinned);
  for (const id of ids) pinned.delete(shortKey(id));
  return { ...walk, pinned };
}

export function marking(walk: Walk, ids: readonly string[]): Walk {
  return { ...walk, marked: new Set([...walk.marked, ...ids.map(shortKey)]) };
}

export function unmarking(walk: Walk, ids: readonly string[]): Walk {
  return { ...walk, marked: without(walk.marked, ids.map(shortKey)) };
}

/** As the address gives it back. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function without(set: ReadonlySet<string>, keys: readonly string[]): ReadonlySet<string> {
  if (set.size === 0) return set;
  const next = new Set(set);
  for (const key of keys) next.delete(key);
  return next;
}
