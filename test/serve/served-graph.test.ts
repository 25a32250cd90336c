/** A version of the graph that is served: what is made ready before anybody asks. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LineageView } from '../../src/serve/lineage-view.js';
import { ServedGraph } from '../../src/serve/served-graph.js';
import type { Store } from '../../src/store/index.js';
import { ALPHABET, family } from '../lineage/family.js';

const { graph } = family(ALPHABET);
const store = { close: async () => undefined } as Partial<Store> as Store;
const prepare = vi.spyOn(LineageView.prototype, 'prepare');
beforeEach(() => {
  vi.useFakeTimers();
  prepare.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

it('makes the lineages ready soon after, not at once', () => {
  const served = new ServedGraph(graph, store, {});
  expect(prepare).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(prepare).toHaveBeenCalledTimes(1);
  expect(served.lineages.mainPaths(3)).toBe(served.lineages.mainPaths(3));
});

it('does not where another version has taken its place', async () => {
  await new ServedGraph(graph, store, {}).retire();
  vi.advanceTimersByTime(5_000);
  expect(prepare).not.toHaveBeenCalled();
});
