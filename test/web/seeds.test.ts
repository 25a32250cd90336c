/** The explorer on the papers of the seeds, where these are at hand. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIGHT } from '../../web/src/theme/palette.js';
import { launch, noChromium, open } from './chromium.js';
import { eventually, names, settled } from './drawing.js';
import { coloursIn } from './pixels.js';
import { type BuiltGraph, buildGraph, type Served, serveGraph } from './stemma-server.js';

const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));
const noSeeds = existsSync(seeds) ? undefined : 'the folder shared/seeds beside the project is missing';
if (noSeeds && process.env.CI) throw new Error(noSeeds);
const reason = noChromium ?? noSeeds;

let graph: BuiltGraph;
let served: Served;
let browser: Browser;

describe.skipIf(reason)(`the explorer on the seeds${reason ? ` (skipped: ${reason})` : ''}`, () => {
  beforeAll(async () => {
    graph = await buildGraph(seeds);
    served = await serveGraph(graph);
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await graph?.remove();
  });

  test('finds Prefilling-dLLM, shows the sentence that introduces it, and goes on to its paper', async () => {
    const { page, faults, close } = await open(browser, served.url);
    try {
      await settled(page);
      const colours = coloursIn(await page.screenshot());
      for (const label of ['Paper', 'Concept', 'Technique'] as const) {
        expect(colours.get(LIGHT.labels[label]) ?? 0, label).toBeGreaterThan(100);
      }
      await page.keyboard.press('/');
      await page.keyboard.type('prefilling-dl');
      await page
        .getByRole('option', { name: /^Prefilling-dLLM/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Prefilling-dLLM' }).waitFor();
      const introduced = page.locator('section.steps', { hasText: 'Introduced in' });
      await eventually(() => introduced.locator('.evidence').first().textContent()).toContain('Prefilling-dLLM');
      await introduced.locator('.step-name').first().click();
      await page.locator('.abstract').waitFor();
      await eventually(() => page.locator('.abstract .mention').count()).toBeGreaterThan(3);
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });

  test('names the largest regions on a telephone, inside the window, none over another', async () => {
    const { page, faults, close } = await open(browser, served.url, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    try {
      await settled(page);
      const regions = (await names(page)).filter((name) => name.of === 'region');
      expect(regions.length).toBeGreaterThanOrEqual(10);
      const controls = await page.getByRole('region', { name: 'View' }).boundingBox();
      if (!controls) throw new Error('the controls are not there');
      for (const [i, { text, left, right, top, bottom }] of regions.entries()) {
        expect(left >= 0 && right <= 390, text).toBe(true);
        expect(right < controls.x || top > controls.y + controls.height, text).toBe(true);
        for (const other of regions.slice(i + 1)) {
          const isClear = right <= other.left || other.right <= left || bottom <= other.top || other.bottom <= top;
          expect(isClear, `${text} and ${other.text}`).toBe(true);
        }
      }
      expect(faults).toEqual([]);
    } finally {
      await close();
    }
  });
});
