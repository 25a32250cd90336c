/** Places of an answer that stands alone: what is linked stands together, none on another, the same each time. */
import { expect, test } from 'vitest';
import { layOut } from '../../web/src/walk/lay-out.js';

test('draws together what is linked, keeps all apart, and says the same twice', () => {
  const [first, second] = ['a', 'b'].map((letter) => Array.from({ length: 12 }, (_, i) => `${letter}${i}`));
  const groups = [first ?? [], second ?? []];
  const ids = groups.flat();
  const links = groups.flatMap((group) => group.slice(1).map((id) => [group[0] ?? '', id] as const));
  const places = layOut(ids, links, [100, 50], 10);
  expect([...places]).toEqual([...layOut(ids, links, [100, 50], 10)]);
  const distance = (a: string, b: string) => {
    const [[x, y], [u, v]] = [places.get(a) ?? [0, 0], places.get(b) ?? [0, 0]];
    return Math.hypot(x - u, y - v);
  };
  const mean = (all: readonly number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  for (const [i, id] of ids.entries())
    for (const other of ids.slice(i + 1)) expect(distance(id, other)).toBeGreaterThan(5);
  expect(mean(links.map(([a, b]) => distance(a, b)))).toBeLessThan(
    mean(groups[0]?.map((id) => distance(id, 'b0')) ?? []),
  );
  expect(mean(ids.map((id) => places.get(id)?.[0] ?? 0))).toBeCloseTo(100);
});
