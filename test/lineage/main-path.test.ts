/** Main path analysis against counts worked out by hand. */
import { expect, it } from 'vitest';
import { countTraffic, mainPaths, mainPathThrough, type WeighedArc } from '../../src/lineage/main-path.js';

const arcs = (text: string): WeighedArc[] =>
  text.split(' ').map((pair) => {
    const [head, tail] = pair.split('-').map(Number);
    return { head: head as number, tail: tail as number, weight: 1 };
  });
const weighing = (text: string, weights: readonly number[]) =>
  arcs(text).map((arc, i) => ({ ...arc, weight: weights[i] ?? 1 }));

// 9 and 8 are newest, 0 and 1 oldest. Ways: 9-5-2-0, 9-5-2-1, 9-5-1, 8-5-2-0, 8-5-2-1, 8-5-1, 8-3-1.
const NET = arcs('9-5 8-5 8-3 5-2 5-1 2-0 2-1 3-1');

it('weighs each step by the share of all ways that run over it', () => {
  const { shares, order } = countTraffic(NET);
  expect([...shares].map((share) => Math.round(share * 7))).toEqual([3, 3, 1, 4, 2, 2, 2, 1]);
  for (const { head, tail } of NET) expect(order.indexOf(head)).toBeLessThan(order.indexOf(tail));
});

it('follows the ways that weigh most, and after them what is left', () => {
  expect(mainPaths(NET, 3)).toEqual([
    [8, 5, 2, 0],
    [3, 1],
  ]);
  expect(mainPathThrough(NET, 3)).toEqual([8, 3, 1]);
  expect(mainPathThrough(NET, 7)).toEqual([7]);
});

it('lets the evidence decide between ways of the same traffic', () => {
  const two = '3-1 3-2 1-0 2-0';
  expect(mainPaths(arcs(two), 1)).toEqual([[3, 1, 0]]);
  expect(mainPaths(weighing(two, [1, 2, 1, 1]), 1)).toEqual([[3, 2, 0]]);
});

it('counts half what is known by a name alone, and runs over it where it joins', () => {
  // Of two ways alike the one that papers state all along, though its evidence is less.
  const two = weighing('3-1 3-2 1-0 2-0', [2, 1, 2, 1]);
  expect(
    mainPaths(
      two.map((arc) => (arc.head === 1 ? { ...arc, bridge: true } : arc)),
      1,
    ),
  ).toEqual([[3, 2, 0]]);
  const row = arcs('3-2 2-1 1-0');
  expect(
    mainPaths(
      row.map((arc) => (arc.head === 2 ? { ...arc, bridge: true } : arc)),
      1,
    ),
  ).toEqual([[3, 2, 1, 0]]);
});

it('counts more ways than a number holds', () => {
  // 1,200 diamonds in a row: 2 to the 1,200th ways.
  const list: WeighedArc[] = [];
  for (let i = 0; i < 1_200; i++) {
    for (const side of [1, 2]) {
      list.push({ head: 3 * i, tail: 3 * i + side, weight: 1 }, { head: 3 * i + side, tail: 3 * i + 3, weight: 1 });
    }
  }
  const { shares } = countTraffic(list);
  for (const share of shares) expect(share).toBeCloseTo(0.5, 6);
  expect(mainPaths(list, 1)[0]).toHaveLength(2_401);
});

it('finds nothing where there is nothing, and refuses a circle', () => {
  expect(mainPaths([], 3)).toEqual([]);
  expect(() => countTraffic(arcs('1-2 2-1'))).toThrow(RangeError);
});
