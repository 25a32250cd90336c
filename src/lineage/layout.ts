/**
 * Places for a lineage: one column for each month and each step within it, newer to the right, and rows such that few
 * lines cross (layered drawing; Sugiyama, Tagawa and Toda 1981, as d3-dag does it, with the layers given by time).
 */
import { decrossTwoLayer, type GraphNode, graphStratify, type Layering, sugiyama, twolayerAgg } from 'd3-dag';
import type { LineageAnswer, LineageDrawing } from '../model/index.js';
import { monthNumber } from './dates.js';
import { compactRows } from './rows.js';

const BOX = { width: 148, height: 26 };
const COLUMN = 208;
const ROW_GAP = 10;
const MARGIN = 16;
/** What a line takes where it passes between boxes. */
const LINE = 4;
/** Times that the order of all columns is gone through: more makes no fewer crossings, on lineages of 300 to 1,000. */
const PASSES = 6;
/** Above the drawing stand the months. */
const HEADING = 28;

interface Placed {
  readonly id: string;
  readonly parentIds: readonly string[];
  readonly column: number;
  /** A point that a line passes on its way, not a method. */
  readonly passed: boolean;
}

/**
 * Lines that leave one method for later columns run together until theirs is reached, as a trunk and its branches do: a
 * method with hundreds of descendants stays readable, and there are few lines to keep apart.
 * @returns places of all methods and steps of the answer, deterministic
 */
export function layOut({ methods, steps }: LineageAnswer): LineageDrawing {
  const columns = findColumns({ methods, steps });
  const columnOf = (id: string) => columns.of.get(id) ?? 0;
  const parents = new Map<string, string[]>(methods.map(({ id }) => [id, []]));
  const trunks = new Map<string, Placed>();
  const ways = steps.map(({ head, tail, over }) => {
    if (over !== undefined) return [];
    const way = [tail];
    for (let column = columnOf(tail) + 1; column < columnOf(head); column++) {
      // A method's id holds no line end.
      const id = `${tail}\n${column}`;
      trunks.set(id, { id, parentIds: way.slice(-1), column, passed: true });
      way.push(id);
    }
    parents.get(head)?.push(way.at(-1) ?? tail);
    return [...way, head];
  });
  const boxes = methods.map(({ id }): Placed => {
    return { id, parentIds: parents.get(id) ?? [], column: columnOf(id), passed: false };
  });
  const dag = graphStratify()([...boxes, ...trunks.values()]);
  const layering: Layering<Placed, unknown> = (graph) => {
    for (const node of graph.nodes()) node.y = node.data.column;
    return columns.count - 1;
  };
  const { width: height } = sugiyama()
    .layering(layering)
    .decross(decrossTwoLayer().order(twolayerAgg()).passes(PASSES))
    .coord(compactRows)
    .nodeSize(({ data }: GraphNode<Placed>) => [data.passed ? LINE : BOX.height, 1] as const)
    .gap([ROW_GAP, 1])(dag);
  const left = (column: number) => MARGIN + column * COLUMN;
  const rows = new Map<string, number>();
  for (const node of dag.nodes()) rows.set(node.data.id, Math.round(HEADING + MARGIN + node.x));
  const row = (id: string) => rows.get(id) ?? 0;
  const lines = ways.map((way) =>
    way.flatMap((id, place): [number, number][] => {
      if (place === 0) return [[left(columnOf(id)) + BOX.width, row(id)]];
      if (place === way.length - 1) return [[left(columnOf(id)), row(id)]];
      const at = left(columnOf(way[0] ?? id) + place);
      return [
        [at, row(id)],
        [at + BOX.width, row(id)],
      ];
    }),
  );
  return {
    width: left(columns.count - 1) + BOX.width + MARGIN,
    height: Math.round(height + HEADING + 2 * MARGIN),
    box: BOX,
    methods: methods.map(({ id }) => ({ x: left(columnOf(id)), y: row(id) })),
    lines,
    months: columns.months.map(({ month, first, count }) => ({
      month,
      x: left(first) - (COLUMN - BOX.width) / 2,
      width: count * COLUMN,
    })),
  };
}

interface Columns {
  readonly of: ReadonlyMap<string, number>;
  readonly count: number;
  readonly months: readonly { month: string; first: number; count: number }[];
}

/** Before every month; of methods without a date that nothing dated came from. */
const UNDATED = Number.POSITIVE_INFINITY;

/**
 * A column for each month in which something began, and further ones where a method came from another of the same month.
 * What is first seen later than what came from it must be older than that, and is placed in its month.
 */
function findColumns({ methods, steps }: Pick<LineageAnswer, 'methods' | 'steps'>): Columns {
  const month = new Map(methods.map(({ id, date }) => [id, date === undefined ? UNDATED : monthNumber(date)]));
  const heads = new Map<string, string[]>();
  const tails = new Map<string, string[]>();
  for (const { head, tail } of steps) {
    heads.set(tail, [...(heads.get(tail) ?? []), head]);
    tails.set(head, [...(tails.get(head) ?? []), tail]);
  }
  const order = newestFirst(
    methods.map(({ id }) => id),
    heads,
    tails,
  );
  for (const id of order) {
    for (const head of heads.get(id) ?? []) {
      month.set(id, Math.min(month.get(id) ?? UNDATED, month.get(head) ?? UNDATED));
    }
  }
  const rank = new Map<string, number>();
  for (const id of [...order].reverse()) {
    const before = (tails.get(id) ?? []).filter((tail) => month.get(tail) === month.get(id));
    rank.set(id, Math.max(-1, ...before.map((tail) => rank.get(tail) ?? 0)) + 1);
  }
  const ranks = new Map<number, number>();
  for (const [id, at] of month) ranks.set(at, Math.max(ranks.get(at) ?? 0, (rank.get(id) ?? 0) + 1));
  const months: Columns['months'][number][] = [];
  const firstOf = new Map<number, number>();
  let count = 0;
  // Undated methods come first: nothing is known of them but that they are not newer than what came from them.
  const sorted = [...ranks].sort(([a], [b]) => (a === UNDATED ? -1 : b === UNDATED ? 1 : a - b));
  for (const [at, width] of sorted) {
    firstOf.set(at, count);
    const name = at === UNDATED ? 'undated' : `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    months.push({ month: name, first: count, count: width });
    count += width;
  }
  const of = new Map([...month].map(([id, at]) => [id, (firstOf.get(at) ?? 0) + (rank.get(id) ?? 0)]));
  return { of, count: Math.max(1, count), months };
}

/** Each method after all that came from it. */
function newestFirst(
  ids: readonly string[],
  heads: ReadonlyMap<string, readonly string[]>,
  tails: ReadonlyMap<string, readonly string[]>,
): string[] {
  const waiting = new Map(ids.map((id) => [id, heads.get(id)?.length ?? 0]));
  const order = ids.filter((id) => waiting.get(id) === 0);
  for (const id of order) {
    for (const tail of tails.get(id) ?? []) {
      const left = (waiting.get(tail) ?? 0) - 1;
      waiting.set(tail, left);
      if (left === 0) order.push(tail);
    }
  }
  return order;
}
