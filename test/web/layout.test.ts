/** What floats over the drawing leaves it to be seen, and nothing floats over anything else: in narrow windows, too. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { noChromium } from './chromium.js';
import { eventually, names, position, settled, visibleNodes } from './drawing.js';
import { at, useExplorer } from './explorer.js';

const RIVER = 'technique:river-routing';
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce',
} as const;
const TABLET = { viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' } as const;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('it is not to be seen');
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** From the highest to the lowest node that is to be seen. */
async function heights(page: Page): Promise<{ top: number; bottom: number }> {
  await settled(page);
  const ids = await visibleNodes(page);
  expect(ids.length).toBeGreaterThan(5);
  const ys = await Promise.all(ids.map(async (id) => (await position(page, id)).y));
  return { top: Math.min(...ys), bottom: Math.max(...ys) };
}

describe.skipIf(noChromium)(`room for the drawing${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('on a phone the legend is a sheet below the whole drawing, which takes its place again when it goes', () =>
    explorer.onPage(
      async (page) => {
        const before = await heights(page);
        const button = page.getByRole('button', { name: 'Legend' });
        await button.click();
        await page.getByText('fainter: less certain').waitFor();
        await eventually(async () => (await heights(page)).bottom < (await boxOf(page.locator('.legend'))).top).toBe(
          true,
        );
        expect((await heights(page)).top).toBeGreaterThan((await boxOf(page.locator('.explorer-top'))).bottom);
        await button.click();
        await eventually(async () => (await heights(page)).bottom).toBeCloseTo(before.bottom, 0);
      },
      '/',
      PHONE,
    ));

  test('on a phone the legend has room for the numbers of a large graph', () =>
    explorer.onPage(
      async (page) => {
        await page.route('**/api/stats', async (route) => {
          const stats: { nodes: Record<string, number> } = await (await route.fetch()).json();
          for (const label of Object.keys(stats.nodes)) stats.nodes[label] = 888_888;
          await route.fulfill({ json: stats });
        });
        await page.reload();
        await page.getByText('888,888').first().waitFor();
        const sheet = await boxOf(page.locator('.legend'));
        const counts = page.locator('.legend-count');
        expect(await counts.count()).toBeGreaterThan(5);
        for (const count of await counts.all()) expect((await boxOf(count)).right).toBeLessThan(sheet.right - 4);
        const rows = await Promise.all((await page.locator('.legend-row').all()).map(boxOf));
        for (const [i, row] of rows.entries())
          for (const other of rows.slice(i + 1)) expect(meet(row, other)).toBe(false);
        for (const [i, name] of (await page.locator('.legend-name').all()).entries())
          expect((await boxOf(name)).right).toBeLessThanOrEqual((await boxOf(counts.nth(i))).left + 1);
      },
      '/?panels=legend',
      PHONE,
    ));

  test('on a phone a drawer leaves the whole drawing to be seen, below the search field', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        await page.getByRole('button', { name: 'Table of what is shown' }).tap();
        const drawer = page.getByRole('region', { name: 'Table' });
        await drawer.waitFor();
        await eventually(async () => (await heights(page)).bottom < (await boxOf(drawer)).top).toBe(true);
        expect((await heights(page)).top).toBeGreaterThan((await boxOf(page.locator('.explorer-top'))).bottom);
      },
      '/',
      PHONE,
    ));

  test('on a phone what is found stands in the width of the window', () =>
    explorer.onPage(
      async (page) => {
        await page.getByRole('combobox', { name: /Search/ }).fill('river');
        await page
          .getByRole('option', { name: /river routing/ })
          .first()
          .waitFor();
        const { left, right } = await boxOf(page.getByRole('listbox').first());
        expect(right - left).toBeGreaterThan(350);
      },
      '/',
      PHONE,
    ));

  test('chips of filters stand above the drawing', () =>
    explorer.onPage(
      async (page) => {
        const { bottom } = await boxOf(page.getByRole('region', { name: 'Filters in force' }));
        expect((await heights(page)).top).toBeGreaterThan(bottom);
      },
      '/?years=2023-2026&sure=0.1&papers=1',
      { viewport: { width: 1440, height: 600 }, reducedMotion: 'reduce' },
    ));

  test('the small map, what is counted, the years and the suggestions keep apart', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const suggestions = page.getByRole('navigation', { name: 'Questions to begin with' });
        await suggestions.waitFor();
        await page.keyboard.press('y');
        const years = page.getByRole('region', { name: 'Years' });
        await years.waitFor();
        if (await suggestions.isVisible()) expect(meet(await boxOf(suggestions), await boxOf(years))).toBe(false);
        await page.keyboard.press('Escape');
        await suggestions.waitFor();
        for (let i = 0; i < 4; i++) await page.keyboard.press('+');
        const map = page.locator('.minimap');
        await map.waitFor();
        expect(meet(await boxOf(map), await boxOf(page.locator('.zoom-note')))).toBe(false);
        await page.goto(explorer.served.url + at(RIVER));
        await page.locator('.step').first().waitFor();
        await settled(page);
        // The camera may yet go to what has just come.
        await eventually(async () => {
          await page.keyboard.press('+');
          return map.isVisible();
        }).toBe(true);
        await settled(page);
        expect(meet(await boxOf(map), await boxOf(page.locator('.zoom-note')))).toBe(false);
      },
      '/',
      TABLET,
    ));

  test.each([
    ['concept:quays-planning', { width: 1024, height: 768 }],
    ['concept:harbours-planning', { width: 1200, height: 640 }],
  ])('what is selected does not lie behind the small map: %s', (id, viewport) =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const map = page.locator('.minimap');
        await map.waitFor();
        const { x, y } = await position(page, id);
        expect(meet(await boxOf(map), { left: x, top: y, right: x, bottom: y })).toBe(false);
      },
      at(id),
      { viewport, reducedMotion: 'reduce' },
    ),
  );

  test('who goes nearer as soon as a drawer closes stays near', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        await page.keyboard.press('y');
        await page.getByRole('region', { name: 'Years' }).waitFor();
        await settled(page);
        // In one moment: a hand is faster than a frame.
        await page.evaluate(
          `for (const key of ['y', '+', '+']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))`,
        );
        await settled(page);
        expect(await page.getByRole('region', { name: 'Years' }).isVisible()).toBe(false);
        expect(await page.locator('.minimap').isVisible()).toBe(true);
      },
      '/',
      TABLET,
    ));

  test.each([PHONE, TABLET])('no name is written over another, nor over the nodes that are looked at: %#', (options) =>
    explorer.onPage(
      async (page) => {
        await page.getByRole('region', { name: 'Comparison' }).getByText('In common').waitFor();
        await settled(page);
        const written = (await names(page)).filter(({ of }) => of === 'node');
        expect(written.length).toBeGreaterThan(3);
        for (const [i, name] of written.entries())
          for (const other of written.slice(i + 1))
            expect(meet(name, other), `${name.text} and ${other.text}`).toBe(false);
        const { x, y } = await position(page, 'arxiv:2509.00011');
        for (const name of written)
          expect(meet(name, { left: x - 3, right: x + 3, top: y - 3, bottom: y + 3 }), name.text).toBe(false);
      },
      `${at('arxiv:2509.00011')}&with=${encodeURIComponent('arxiv:2503.00002')}&with=${encodeURIComponent('arxiv:2509.00010')}`,
      options,
    ),
  );
});
