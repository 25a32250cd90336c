/** Outlines of regions, and the colours they take. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convexHull, findRegions, type Member, type Point } from '../../web/src/map/region-shapes.js';

const cross = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** So many members on a ring around a place. */
function ring(community: number, x: number, y: number, radius = 5, count = 12): Member[] {
  return Array.from({ length: count }, (_, i) => ({
    community,
    x: x + radius * Math.cos((2 * Math.PI * i) / count),
    y: y + radius * Math.sin((2 * Math.PI * i) / count),
  }));
}

describe('the outline of a region', () => {
  it('holds every point, and turns one way only', () => {
    const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 60 }), (points) => {
        const hull = convexHull(points);
        for (const [i, corner] of hull.entries()) {
          const next = hull[(i + 1) % hull.length] ?? corner;
          for (const each of points) expect(cross(corner, next, each)).toBeGreaterThanOrEqual(0);
        }
        for (const corner of hull) expect(points).toContainEqual(corner);
      }),
    );
  });

  it('leaves a stray outside', () => {
    const [region] = findRegions([...ring(0, 0, 0, 5, 99), { community: 0, x: 900, y: 0 }], 3);
    expect(Math.max(...(region?.outline ?? []).map(({ x }) => x))).toBeLessThan(6);
    expect(region?.centre.x).toBeCloseTo(0, 0);
  });

  it('is not drawn around one or two', () => {
    expect(findRegions([...ring(0, 0, 0), ...ring(1, 50, 0, 1, 2)], 3).map(({ community }) => community)).toEqual([0]);
  });
});

describe('the colours of regions', () => {
  it('differ between neighbours, and come back far away', () => {
    const row = Array.from({ length: 9 }, (_, i) => ring(i, 12 * i, 0)).flat();
    const colours = findRegions(row, 4).map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(4);
    for (let i = 1; i < colours.length; i++) expect(colours[i]).not.toBe(colours[i - 1]);
  });
});
