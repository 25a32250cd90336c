/** A walk, a look and a place as they stand in an address, and back. */
import { describe, expect, test } from 'vitest';
import { readPlace, writePlace } from '../../web/src/graph/view-place.js';
import { readLook, writeLook } from '../../web/src/look/look.js';
import { shortKey } from '../../web/src/walk/short-key.js';
import {
  type Expansion,
  hiding,
  keeping,
  marking,
  NO_WALK,
  pinning,
  unpinning,
  type Walk,
} from '../../web/src/walk/walk.js';
import { readWalk, writeWalk } from '../../web/src/walk/walk-address.js';

const there = (walk: Walk) => {
  const query = new URLSearchParams();
  writeWalk(query, walk);
  return new URLSearchParams(query.toString());
};

describe('a walk in the address', () => {
  test('has no pin that lies beyond every drawing, or between its points', () => {
    const far = `pin=abcdef${'1'.repeat(80)}x2 bcdefg0.0000001x2 cdefgh12.34x-5`;
    expect([...readWalk(new URLSearchParams(far)).pinned]).toEqual([['cdefgh', [12.34, -5]]]);
  });

  test('is read as it was written', () => {
    const kept = keeping(NO_WALK, ['technique:grpo', 'doi:10.1000/a;b~c']);
    const pinned = pinning(kept, new Map([['technique:grpo', [-12.34, 5]]]));
    const walk: Walk = {
      ...marking(hiding(pinned, ['arxiv:2501.00001']), ['concept:kv-cache']),
      expanded: new Map<string, Expansion>([
        [
          'doi:10.1000/a;b~c',
          new Map([
            ['out USES', 3],
            ['in BUILDS_ON', 12],
          ]),
        ],
        ['technique:grpo', new Map([['in INTRODUCES', 25]])],
      ]),
    };
    expect(readWalk(there(walk))).toEqual(walk);
  });

  test('is short: six characters for a node', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `concept:a-rather-long-name-of-a-concept-${i}`);
    expect(there(keeping(NO_WALK, ids)).toString().length).toBeLessThan(610);
  });

  test('says nothing where nothing was walked', () => {
    expect(there(NO_WALK).toString()).toBe('');
    expect(there(unpinning(pinning(NO_WALK, new Map([['a', [1, 2]]])), ['a'])).toString()).toBe('');
  });

  test.each(['open=a', 'open=a+zz', 'open=a+b99999999', 'hidden=%%%', 'pin=x', 'pin=AAAAAA1y2', 'only=abc'])(
    'takes what it can of %s',
    (text) => {
      const { hidden, pinned, expanded } = readWalk(new URLSearchParams(text));
      expect([...hidden, ...pinned]).toEqual([]);
      for (const expansion of expanded.values()) {
        for (const count of expansion.values()) expect(count).toBeLessThanOrEqual(2_000);
      }
    },
  );

  test('tells the ids of a large graph apart', () => {
    const ids = Array.from({ length: 60_000 }, (_, i) => `arxiv:${2000 + (i % 600)}.${String(i).padStart(5, '0')}`);
    // Of 36 bits, so many ids share fewer than one on average.
    expect(new Set(ids.map(shortKey)).size).toBeGreaterThanOrEqual(ids.length - 2);
  });
});

describe('look and place in the address', () => {
  test('are read as they were written', () => {
    const query = new URLSearchParams();
    writeLook(query, { size: 'degree', colour: 'year' });
    writePlace(query, { x: -1.5, y: 20, span: 300 });
    expect(readLook(query)).toEqual({ size: 'degree', colour: 'year' });
    expect(readPlace(query)).toEqual({ x: -1.5, y: 20, span: 300 });
  });

  test.each(['at=1,2', 'at=1,2,0', 'at=a,b,c', 'at=', ''])('look nowhere for %s', (text) => {
    expect(readPlace(new URLSearchParams(text))).toBeUndefined();
  });
});
