/** Seeing and sharing by deeds: sizes, colours, the table, files that other programs read, the years, and links that bring it all back. */
import { readFile } from 'node:fs/promises';
import { DOMParser } from '@xmldom/xmldom';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../web/src/theme/palette.js';
import { drawn, noChromium } from './chromium.js';
import { camera, colour, eventually, inAddress, isDrawn, position, settled, visibleNodes } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { coloursIn } from './pixels.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const BALANCE = 'concept:load-balance';

/** The content of the file that a deed saves. */
async function saved(page: Page, deed: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), deed()]);
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
}

async function share(page: Page, command: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Share and save' }).click();
  await page.getByRole('menuitem', { name: command }).click();
}

describe.skipIf(noChromium)(`seeing and sharing${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('colours by year and by community, and a link does, too', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await eventually(() => colour(page, RIVER)).toBe(LIGHT.labels.Technique);
      await page.getByLabel('Colour by').selectOption('year');
      await eventually(() => colour(page, RIVER)).not.toBe(LIGHT.labels.Technique);
      // What only older papers mention is lighter.
      const [old, recent] = [await colour(page, 'concept:silos-planning'), await colour(page, EMBER)];
      expect(old).not.toBe(recent);
      await inAddress(page, 'colour').toBe('year');
      await page.getByText('2023', { exact: true }).waitFor();
      await page.getByLabel('Size by').selectOption('degree');
      await page.reload();
      await drawn(page);
      await settled(page);
      await eventually(() => colour(page, EMBER)).toBe(recent);
      await eventually(() => page.getByLabel('Size by').inputValue()).toBe('degree');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Commands' }).waitFor();
      await page.keyboard.type('colour by comm');
      await page.keyboard.press('Enter');
      await inAddress(page, 'colour').toBe('community');
      await eventually(async () => LIGHT.communities.includes((await colour(page, RIVER)) ?? '')).toBe(true);
    }));

  test('lists what is shown in a table, narrowed down and sorted, and goes from there into the drawing', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await page.keyboard.press('t');
      const table = page.getByRole('table', { name: 'Nodes' });
      await table.waitFor();
      const first = table.locator('tbody .table-link').first();
      await table.getByRole('button', { name: 'Papers' }).click();
      await eventually(() => first.textContent()).toBe('river routing');
      // Papers are in no number of papers: they come last either way.
      await table.getByRole('button', { name: 'Papers' }).click();
      await eventually(() => table.locator('tbody td:nth-child(3)').first().textContent()).toBe('1');
      await table.getByRole('button', { name: 'Name' }).click();
      await eventually(() => first.textContent()).toMatch(/^<img/);
      // The field has the focus from the beginning, and a filter of the page narrows the table, too.
      await page.getByLabel('Narrow the table down').fill('BALANCE');
      await eventually(() => table.locator('tbody .table-link').allTextContents()).toEqual(['load balance']);
      await table.getByRole('checkbox', { name: 'Mark load balance' }).click();
      await page.getByRole('region', { name: 'Marked nodes' }).getByText('1 node marked').waitFor();
      await first.click();
      await page.getByRole('heading', { name: 'load balance' }).waitFor();
      await inAddress(page, 'node').toBe(BALANCE);
      await page.getByLabel('Narrow the table down').fill('ember');
      await page.getByRole('tab', { name: 'Links' }).click();
      const links = page.getByRole('table', { name: 'Links' });
      await links.getByText('builds on').waitFor();
      await page.getByRole('button', { name: 'Close the table' }).click();
      await links.waitFor({ state: 'detached' });
    }));

  test('saves what is shown as JSON, CSV and GEXF with places and colours', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const shown = (await visibleNodes(page)).sort();
      const json = await saved(page, () => share(page, /as JSON/));
      const { nodes, links } = JSON.parse(json.content.toString()) as { nodes: { id: string }[]; links: unknown[] };
      expect(nodes.map(({ id }) => id).sort()).toEqual(shown);
      const csv = await saved(page, () => share(page, /nodes as CSV/));
      expect(csv.content.toString().split('\n')[0]).toBe('id,label,name,papers,year,links,community,pagerank');
      // A line each, and the names of the columns.
      expect(csv.content.toString().trimEnd().split('\n')).toHaveLength(shown.length + 1);
      const gexf = await saved(page, () => share(page, /GEXF/));
      expect(gexf.name).toBe('stemma.gexf');
      const document = new DOMParser().parseFromString(gexf.content.toString(), 'text/xml');
      const drawnNodes = [...document.getElementsByTagName('node')];
      expect(drawnNodes.map((node) => node.getAttribute('id')).sort()).toEqual(shown);
      expect(document.getElementsByTagName('edge')).toHaveLength(links.length);
      const river = drawnNodes.find((node) => node.getAttribute('id') === RIVER);
      const paint = river?.getElementsByTagName('viz:color')[0];
      const hex = ['r', 'g', 'b'].map((part) => Number(paint?.getAttribute(part)).toString(16).padStart(2, '0'));
      expect(`#${hex.join('')}`).toBe(LIGHT.labels.Technique);
      expect(river?.getElementsByTagName('viz:position')).toHaveLength(1);
    }));

  test('saves pictures of the chosen size, of pixels and of vectors', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await share(page, /picture/);
      const dialog = page.getByRole('dialog', { name: 'Save a picture of this view' });
      await dialog.getByLabel('Width in pixels').fill('1000');
      await dialog.getByLabel('Height in pixels').fill('700');
      const png = await saved(page, () => dialog.getByRole('button', { name: 'Save', exact: true }).click());
      const { width, height } = PNG.sync.read(png.content);
      expect([width, height]).toEqual([1000, 700]);
      const colours = coloursIn(png.content);
      for (const label of ['Technique', 'Concept', 'Paper'] as const) {
        expect(colours.get(LIGHT.labels[label]) ?? 0, label).toBeGreaterThan(10);
      }
      await share(page, /picture/);
      await dialog.getByText(/^SVG/).click();
      const svg = await saved(page, () => dialog.getByRole('button', { name: 'Save', exact: true }).click());
      const text = svg.content.toString();
      expect(new DOMParser().parseFromString(text, 'text/xml').documentElement?.tagName).toBe('svg');
      expect(text).toContain('>river routing</text>');
      expect(text).toContain(LIGHT.labels.Technique);
      // A title is text there, too.
      expect(text).not.toContain('<img');
    }));

  test('plays the years: what came later is not there yet, and at the end all is as before', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        await page.keyboard.press('y');
        const film = page.getByRole('region', { name: 'Years' });
        await film.getByRole('button', { name: 'Play' }).click();
        await eventually(() => isDrawn(page, EMBER)).toBe(false);
        await inAddress(page, 'years').toMatch(/^2023-202[34]$/);
        await eventually(() => isDrawn(page, EMBER)).toBe(true);
        await inAddress(page, 'years').toBe('2023-2025');
        await film.getByRole('button', { name: 'Play' }).waitFor();
        await film.getByLabel('Each year alone').check();
        await inAddress(page, 'years').toBe('2025-2025');
        await page.keyboard.press('Escape');
        await film.waitFor({ state: 'detached' });
        await inAddress(page, 'years').toBeNull();
      },
      '/',
      { reducedMotion: 'reduce' },
    ));

  test('keeps in a link where one looks, in a window of another size, too; a small map moves the view', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        await eventually(() => page.locator('.minimap').count()).toBe(0);
        await page.mouse.move(900, 300);
        await page.mouse.wheel(0, -600);
        await inAddress(page, 'at').not.toBeNull();
        await settled(page);
        const before = await position(page, RIVER);
        const address = page.url();
        await page.reload();
        await drawn(page);
        await settled(page);
        const again = await position(page, RIVER);
        expect(Math.hypot(again.x - before.x, again.y - before.y)).toBeLessThan(3);
        await eventually(async () => page.url()).toBe(address);
        const { x } = await camera(page);
        const map = await page.locator('.minimap canvas').boundingBox();
        if (!map) throw new Error('the small map is not there');
        await page.mouse.click(map.x + 12, map.y + map.height / 2);
        await eventually(async () => (await camera(page)).x).toBeLessThan(x);
        await page.keyboard.press('0');
        await page.locator('.minimap').waitFor({ state: 'detached' });
        await inAddress(page, 'at').toBeNull();
      },
      at(RIVER).replace(/\?.*/, ''),
    ));

  test('a link that opens the table shows the whole drawing above it', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('table', { name: 'Nodes' }).waitFor();
      await settled(page);
      const drawer = await page.getByRole('region', { name: 'Table' }).boundingBox();
      const ids = await visibleNodes(page);
      expect(ids.length).toBeGreaterThan(20);
      for (const id of ids) expect((await position(page, id)).y, id).toBeLessThan(drawer?.y ?? 0);
    }, '/?panels=table'));

  test('keeps in a link which panels are open', () =>
    explorer.onPage(async (page) => {
      const links = page.getByRole('table', { name: 'Links' });
      await links.waitFor();
      await page.getByLabel('First year').waitFor();
      await eventually(() => page.getByLabel('Each year alone').isChecked()).toBe(true);
      await page.getByRole('tab', { name: 'Nodes' }).click();
      await page.getByRole('table', { name: 'Nodes' }).waitFor();
      await page.getByRole('button', { name: 'Fewer filters' }).click();
      await page.getByRole('button', { name: 'Legend' }).click();
      await inAddress(page, 'panels').toBe('table,each-year,no-legend,no-map');
      await page.reload();
      await drawn(page);
      await page.getByRole('table', { name: 'Nodes' }).waitFor();
      await eventually(() => page.getByRole('button', { name: 'Legend' }).getAttribute('aria-expanded')).toBe('false');
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Show the small map' }).click();
      await page.getByRole('button', { name: 'Close the years' }).click();
      await page.getByRole('button', { name: 'Close the table' }).click();
      await inAddress(page, 'panels').toBe('no-legend');
    }, '/?panels=links,each-year,filters,no-map,nonsense'));

  test('copies the link to the view', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        await share(page, /^Copy a link/);
        await page.getByText('Link to this view copied').first().waitFor();
        await eventually(() => page.evaluate('navigator.clipboard.readText()')).toBe(page.url());
      },
      at(RIVER),
      { permissions: ['clipboard-read', 'clipboard-write'] },
    ));
});
