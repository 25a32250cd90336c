/** The drawing and what floats over it: colours, camera, legend, appearance, small screens, a server that goes away. */
import { describe, expect, test } from 'vitest';
import { DARK, LIGHT } from '../../web/src/theme/palette.js';
import { drawn, noChromium, open } from './chromium.js';
import { camera, eventually, isDrawn, position, settled } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { coloursIn } from './pixels.js';
import { type Served, serveGraph } from './stemma-server.js';

const RIVER = 'technique:river-routing';
const BALANCE = 'concept:load-balance';

describe.skipIf(noChromium)(`the view of the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('draws nodes in the colours of their labels', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const colours = coloursIn(await page.screenshot());
      for (const label of ['Paper', 'Concept', 'Technique', 'Model', 'Benchmark'] as const) {
        expect(colours.get(LIGHT.labels[label]) ?? 0, label).toBeGreaterThan(10);
      }
      expect(colours.get(LIGHT.ground) ?? 0).toBeGreaterThan(100_000);
    }));

  test('zooms and fits by keys, buttons and wheel', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const ratio = async () => (await camera(page)).ratio;
      const start = await camera(page);
      await page.keyboard.press('+');
      await eventually(ratio).toBeCloseTo(start.ratio / 1.5, 5);
      await page.getByRole('button', { name: 'Zoom out' }).click();
      await eventually(ratio).toBeCloseTo(start.ratio, 5);
      await page.mouse.move(720, 450);
      await page.mouse.wheel(0, -400);
      await eventually(ratio).toBeLessThan(start.ratio * 0.7);
      await page.keyboard.press('0');
      await eventually(ratio).toBeCloseTo(start.ratio, 5);
      await eventually(async () => (await camera(page)).x).toBeCloseTo(start.x, 5);
    }));

  test('switches to dark and back, and remembers the choice', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Switch to dark' }).click();
      await page.getByRole('button', { name: 'Switch to light' }).waitFor();
      expect(coloursIn(await page.screenshot()).get(DARK.ground) ?? 0).toBeGreaterThan(100_000);
      await page.reload();
      await drawn(page);
      await eventually(() => page.locator('html').getAttribute('data-theme')).toBe('dark');
      await page.getByRole('button', { name: 'Switch to light' }).click();
      await page.getByRole('button', { name: 'Switch to dark' }).waitFor();
      expect(coloursIn(await page.screenshot()).get(LIGHT.ground) ?? 0).toBeGreaterThan(100_000);
    }));

  test('follows the system’s dark appearance', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        expect(coloursIn(await page.screenshot()).get(DARK.ground) ?? 0).toBeGreaterThan(100_000);
      },
      '/',
      { colorScheme: 'dark' },
    ));

  test('hides and shows a label from the legend, which counts it', () =>
    explorer.onPage(async (page) => {
      const concepts = page.getByRole('checkbox', { name: /^Concepts 13$/ });
      await eventually(() => concepts.isChecked()).toBe(true);
      await page.getByText('Concepts', { exact: true }).click();
      await eventually(() => isDrawn(page, BALANCE)).toBe(false);
      await page.getByText('Concepts', { exact: true }).click();
      await eventually(() => isDrawn(page, BALANCE)).toBe(true);
      // What is off says so, and why.
      const organizations = page.locator('.legend-row', { hasText: 'Organizations' });
      expect(await organizations.textContent()).toContain('off');
      expect(await organizations.getAttribute('title')).toMatch(/off at first, .* Click to show/);
      // A drawer takes its room: it folds instead of being cut.
      const heading = page.getByRole('button', { name: 'Legend' });
      await page.keyboard.press('t');
      await eventually(() => heading.getAttribute('aria-expanded')).toBe('false');
      await page.getByRole('table', { name: 'Nodes' }).waitFor();
      await page.keyboard.press('Escape');
      await eventually(() => heading.getAttribute('aria-expanded')).toBe('true');
    }));

  test('leads somewhere from each suggestion of a first visit', () =>
    explorer.onPage(async (page) => {
      const suggestions = page.getByRole('navigation', { name: 'Questions to begin with' });
      const count = await suggestions.locator('.suggestion').count();
      expect(count).toBeGreaterThan(0);
      for (let i = 0; i < count; i++) {
        await suggestions.locator('.suggestion').nth(i).click();
        await page.locator('.step, .answer-table').first().waitFor();
        await page.keyboard.press('Escape');
        await page.locator('.step, .answer-table').first().waitFor({ state: 'hidden' });
      }
      await suggestions.getByRole('button', { name: 'Close the suggestions' }).click();
      await eventually(() => suggestions.count()).toBe(0);
      await page.reload();
      await drawn(page);
      await eventually(() => suggestions.count()).toBe(0);
    }));

  test('lists the keys on a question mark', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      await eventually(() => dialog.textContent()).toContain('Show the whole graph');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }));

  test('is a search above and one sheet below on a small screen', () =>
    explorer.onPage(
      async (page) => {
        await page.getByRole('heading', { name: 'river routing' }).waitFor();
        await settled(page);
        const sheet = await page.getByRole('complementary', { name: 'Details' }).boundingBox();
        expect(sheet).toMatchObject({ x: 0, width: 390 });
        expect((sheet?.y ?? 0) + (sheet?.height ?? 0)).toBe(844);
        expect(sheet?.y).toBeGreaterThan(300);
        const place = await position(page, RIVER);
        expect(place.y).toBeLessThan(sheet?.y ?? 0);
        await eventually(() => page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        await page.getByRole('button', { name: 'Show more of the details' }).click();
        await eventually(async () => (await page.locator('.inspector').boundingBox())?.y ?? 999).toBeLessThan(150);
        // What has no button of its own there stands in a menu.
        await page.getByRole('button', { name: 'More', exact: true }).tap();
        await page.getByRole('menuitem', { name: 'Copy a link to this view' }).waitFor();
        await page.getByRole('menuitem', { name: 'Switch to dark' }).tap();
        await eventually(() => page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
      },
      at(RIVER),
      { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    ));

  test('arrives at once where less motion is asked for', () =>
    explorer.onPage(
      async (page) => {
        const { ratio } = await camera(page);
        const seen = new Set([ratio]);
        await page.keyboard.press('+');
        await eventually(async () => {
          seen.add((await camera(page)).ratio);
          return seen.size;
        }).toBe(2);
        expect([...seen][1]).toBeCloseTo(ratio / 1.5, 5);
      },
      '/',
      { reducedMotion: 'reduce' },
    ));

  test('takes the next key as soon as a dialog is closed', () =>
    explorer.onPage(async (page) => {
      for (const key of ['?', 'Control+k']) {
        await page.keyboard.press(key);
        await page.locator('dialog').waitFor();
        // Both in one go, as fast fingers type.
        await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('t')]);
        await page.getByRole('table', { name: 'Nodes' }).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole('table', { name: 'Nodes' }).waitFor({ state: 'detached' });
      }
    }));

  test('offers to reload the page where the server was updated meanwhile', async () => {
    const { page, close } = await open(explorer.browser, explorer.served.url);
    try {
      // What a new version has: other names of its parts, and other answers.
      await page.route('**/assets/palette-*.js', (route) => route.fulfill({ status: 404, body: '' }));
      await page.route('**/api/nodes/*', (route) => route.fulfill({ json: { another: 'answer' } }));
      await page.keyboard.press('Control+k');
      await page.getByText('The server was updated since this page was opened.').waitFor();
      await page.getByRole('button', { name: 'Reload the page' }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('ember');
      await page.keyboard.press('Enter');
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByText('The server was updated and speaks another version than this page.').waitFor();
      await page.unrouteAll();
      await details.getByRole('button', { name: 'Reload the page' }).click();
      await details.getByRole('heading', { name: 'Ember', exact: true }).waitFor();
    } finally {
      await close();
    }
  });

  test('says that the server is gone, and goes on when it is back', async () => {
    const own = await serveGraph(explorer.graph);
    const { page, close } = await open(explorer.browser, own.url);
    let again: Served | undefined;
    try {
      await own.stop();
      await page.keyboard.press('/');
      await page.keyboard.type('ember');
      await page.getByText('The server does not answer.').waitFor();
      again = await serveGraph(explorer.graph, own.port);
      await page.getByText('The server does not answer.').waitFor({ state: 'detached' });
      await page.keyboard.press('Backspace');
      await page.getByRole('option').first().waitFor();
    } finally {
      await close();
      await again?.stop();
      await own.stop();
    }
  });
});
