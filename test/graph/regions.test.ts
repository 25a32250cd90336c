/** Regions never overlap, whatever their sizes and ties, and what is tied stands close. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Disc, placeRegions } from '../../src/graph/regions.js';
import type { Ties } from '../../src/graph/ties.js';

function ties(list: readonly (readonly [number, number, number])[]): Ties {
  return {
    from: Uint32Array.from(list, ([from]) => from),
    to: Uint32Array.from(list, ([, to]) => to),
    weight: Float64Array.from(list, ([, , weight]) => weight),
  };
}

const distance = (a: Disc | undefined, b: Disc | undefined) =>
  Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));

describe('regions', () => {
  it('do not overlap, and are the same again', () => {
    const some = fc.record({
      radii: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 40 }),
      pairs: fc.array(fc.tuple(fc.nat(39), fc.nat(39), fc.double({ min: 0.1, max: 900, noNaN: true })), {
        maxLength: 60,
      }),
    });
    fc.assert(
      fc.property(some, ({ radii, pairs }) => {
        const sorted = radii.toSorted((a, b) => b - a);
        const between = ties(pairs.filter(([a, b]) => a < b && b < sorted.length));
        const discs = placeRegions(sorted, between);
        expect(discs.map(({ radius }) => radius)).toEqual(sorted);
        for (const [i, one] of discs.entries()) {
          for (const other of discs.slice(i + 1)) {
            expect(distance(one, other)).toBeGreaterThanOrEqual((one.radius + other.radius) * (1 - 1e-9));
          }
        }
        expect(placeRegions(sorted, between)).toEqual(discs);
      }),
      { numRuns: 60 },
    );
  });

  it('stand near what they are tied to', () => {
    const radii = Array.from({ length: 14 }, () => 10);
    const discs = placeRegions(radii, ties([[0, 13, 50]]));
    const others = discs.slice(1, 13).map((disc) => distance(disc, discs[0]));
    const closer = others.filter((other) => other < distance(discs[13], discs[0]) - 1e-6);
    expect(closer.length).toBeLessThan(6);
  });
});
