/** Places around an opened node: none on another, away from where one came from, the same each time. */
import { describe, expect, test } from 'vitest';
import { arrange } from '../../web/src/walk/arrange.js';

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const none = () => false;
const home = () => [100, 50] as const;

describe('what an opened node brings', () => {
  test('stands around it in rings, no two in one place', () => {
    const places = arrange([{ id: 'a', others: ids('n', 40) }], none, home, 10);
    expect(places.size).toBe(40);
    const all = [...places.values()];
    for (const [i, [x, y]] of all.entries()) {
      const distance = Math.hypot(x - 100, y - 50);
      expect(distance).toBeGreaterThan(29);
      expect(distance).toBeLessThan(90);
      for (const [u, v] of all.slice(i + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(10);
    }
  });

  test('stands on the far side where one came from another', () => {
    const places = arrange(
      [
        { id: 'a', others: ['b'] },
        { id: 'b', others: ['a', ...ids('m', 6)] },
      ],
      (id) => id === 'a',
      home,
      10,
    );
    const [bx, by] = places.get('b') ?? [0, 0];
    for (const id of ids('m', 6)) {
      const [x, y] = places.get(id) ?? [0, 0];
      expect(Math.hypot(x - 100, y - 50), id).toBeGreaterThan(Math.hypot(bx - 100, by - 50) - 10);
    }
    // The one that was kept stays where it is.
    expect(places.has('a')).toBe(false);
  });
});
