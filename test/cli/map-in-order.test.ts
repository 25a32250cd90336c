import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { mapInOrder } from '../../src/cli/map-in-order.js';

async function* numbers(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i;
}

describe('mapping with several items under way', () => {
  it('keeps the order, and never has more under way than allowed', async () => {
    let underWay = 0;
    let most = 0;
    const results: number[] = [];
    const mapped = mapInOrder(numbers(20), 4, async (n) => {
      most = Math.max(most, ++underWay);
      await sleep((n * 7) % 5);
      underWay--;
      return n * n;
    });
    for await (const result of mapped) results.push(result);
    expect(results).toEqual(Array.from({ length: 20 }, (_, n) => n * n));
    expect(most).toBe(4);
  });

  it('ends at the first failure, after what came before it', async () => {
    const results: number[] = [];
    const run = async (): Promise<void> => {
      const mapped = mapInOrder(numbers(9), 3, async (n) => {
        if (n === 4) throw new Error('the fifth');
        return n;
      });
      for await (const result of mapped) results.push(result);
    };
    await expect(run()).rejects.toThrow('the fifth');
    expect(results).toEqual([0, 1, 2, 3]);
  });
});
