/**
 * The overview of a graph that is too large to be drawn whole: named regions from afar, more nodes and papers as one
 * comes closer, no name over another one at any distance.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mix } from '../../web/src/theme/colour.js';
import { DARK, LIGHT } from '../../web/src/theme/palette.js';
import { field } from '../graph/fields.js';
import { drawn, launch, noChromium, open } from './chromium.js';
import { drawnNodes, eventually, type Name, names, settled, visibleNodes } from './drawing.js';
import { coloursIn } from './pixels.js';
import { type BuiltGraph, buildGraph, type Served, serveGraph } from './stemma-server.js';

const FIELDS = ['tides', 'gates', 'kilns', 'reefs', 'looms', 'mills', 'quays', 'silos', 'piers', 'roofs'];
const PAPERS = 160;

const note = (page: Page) => page.locator('.zoom-note').textContent();

function overlapping(all: readonly Name[]): string[] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.text} and ${b.text}`),
  );
}

describe.skipIf(noChromium)(`the map${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  let home = '';
  let graph: BuiltGraph;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'stemma-map-'));
    const file = join(home, 'fields.jsonl');
    const records = FIELDS.flatMap((name) => field(name, PAPERS));
    await writeFile(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    graph = await buildGraph(file);
    served = await serveGraph(graph);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await graph?.remove();
    await rm(home, { recursive: true, force: true });
  });

  test('names its regions from afar and few nodes, and says how much is drawn of how much', async () => {
    const { page, faults, close } = await open(browser, served.url);
    try {
      await settled(page);
      await eventually(() => note(page)).toMatch(/^The 3,000 most telling of [4-9],\d\d\d nodes/);
      const seen = await names(page);
      const regions = seen.filter((name) => name.of === 'region');
      expect(regions.length).toBeGreaterThan(4);
      const { facets } = (await (await fetch(`${served.url}/api/stats`)).json()) as {
        facets: { communities: { name: string }[] };
      };
      const called = facets.communities.map(({ name }) => name);
      for (const { text } of regions) expect(called.some((name) => name.startsWith(text))).toBe(true);
      expect(seen.length - regions.length).toBeLessThanOrEqual(14);
      expect(overlapping(seen)).toEqual([]);
      const colours = coloursIn(await page.screenshot());
      const tinted = LIGHT.communities.map((colour) => colours.get(mix(LIGHT.ground, colour, 0.09)) ?? 0);
      expect(tinted.filter((pixels) => pixels > 2_000).length).toBeGreaterThan(3);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  test('shows more as one comes closer, papers among it, and leaves it out again from afar', async () => {
    const { page, faults, close } = await open(browser, served.url);
    try {
      await settled(page);
      const [region] = (await names(page)).filter((name) => name.of === 'region');
      const before = (await drawnNodes(page)).length;
      const at = { x: ((region?.left ?? 0) + (region?.right ?? 0)) / 2, y: (region?.bottom ?? 0) + 8 };
      const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.has('box'));
      await page.mouse.move(at.x, at.y);
      for (let turn = 0; turn < 4; turn++) {
        await page.mouse.wheel(0, -300);
        await settled(page);
      }
      await asked;
      await eventually(async () => (await drawnNodes(page)).length).toBeGreaterThan(before);
      await eventually(
        async () => (await names(page)).filter(({ text }) => text.startsWith('Paper ')).length,
      ).toBeGreaterThan(0);
      expect(overlapping(await names(page))).toEqual([]);
      await eventually(() => note(page)).not.toContain('The 3,000 ');
      await page.keyboard.press('0');
      await eventually(() => note(page)).toContain('The 3,000 most telling');
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  test('filters leave what is drawn until the server has looked through the whole graph, and say that it does', async () => {
    const { page, faults, close } = await open(browser, served.url);
    try {
      await settled(page);
      let answer = () => {};
      const asked = new Promise<void>((resolve) => {
        answer = resolve;
      });
      await page.route('**/api/overview?**', async (route) => {
        await asked;
        await route.continue();
      });
      await page.goto(`${served.url}/?sure=0.1`);
      await drawn(page);
      await page.getByText('Looking through the whole graph…').waitFor();
      expect((await visibleNodes(page)).length).toBeGreaterThan(1_000);
      expect(await page.getByText('Nothing is left').count()).toBe(0);
      answer();
      await page.getByText('Looking through the whole graph…').waitFor({ state: 'detached' });
      await eventually(async () => (await visibleNodes(page)).length).toBeGreaterThan(1_000);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  test.each([
    ['390 pixels wide, in the dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' as const }, DARK],
    ['1024 pixels wide', { viewport: { width: 1024, height: 768 } }, LIGHT],
  ])('writes no name over another one %s', async (_size, options, palette) => {
    const { page, faults, close } = await open(browser, served.url, options);
    try {
      await settled(page);
      const seen = await names(page);
      expect(seen.some((name) => name.of === 'region')).toBe(true);
      expect(overlapping(seen)).toEqual([]);
      for (const { left, right } of seen) {
        expect(left).toBeGreaterThanOrEqual(-4);
        expect(right).toBeLessThanOrEqual(options.viewport.width + 4);
      }
      expect(coloursIn(await page.screenshot()).get(palette.ground) ?? 0).toBeGreaterThan(50_000);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });
});
