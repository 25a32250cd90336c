/** Axe finds nothing in the states beside the everyday ones: nothing there yet, nothing there at all, refused, gone, cut, wide and narrow. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { writeGraph } from '../../src/store/index.js';
import { freshFolder } from '../support/stemma.js';
import { expectAccessible } from './axe.js';
import { noChromium, open } from './chromium.js';
import { eventually, position } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { serveGraph } from './stemma-server.js';

const RIVER = 'technique:river-routing';
const CALM = { colorScheme: 'light', reducedMotion: 'reduce' } as const;

const WINDOWS = [
  { width: 1440, options: { viewport: { width: 1440, height: 900 } } },
  { width: 390, options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
] as const;

describe.skipIf(noChromium)(`every state is accessible${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  /** @param refused what the server is expected to refuse on the way */
  async function on(path: string, deed: (page: Page) => Promise<void>, refused = 'none', options = {}): Promise<void> {
    const opened = await open(explorer.browser, explorer.served.url + path, { ...CALM, ...options });
    try {
      await deed(opened.page);
      expect(opened.faults.filter((fault) => !fault.includes(refused))).toEqual([]);
    } finally {
      await opened.close();
    }
  }

  test('the console: questions, a form, rows, JSON, nothing found, cut, a plan, a mistake, a favourite, what was asked', () =>
    on(
      '/?panels=console',
      async (page) => {
        const cypher = async (query: string) => {
          await page.getByRole('textbox', { name: 'Cypher' }).fill(query);
          await page.keyboard.press('Control+Enter');
        };
        await page.getByRole('button', { name: 'What beats what, and on which benchmark' }).waitFor();
        await expectAccessible(page, 'questions');
        await page.getByRole('button', { name: 'What beats what, and on which benchmark' }).click();
        await page.getByLabel(/^method/).fill('ember');
        await page.keyboard.press('Enter');
        await page.getByRole('cell', { name: 'Ember' }).first().waitFor();
        await page.getByRole('button', { name: 'Show alone' }).click();
        await page.getByRole('region', { name: 'Left out' }).waitFor();
        await expectAccessible(page, 'a form and its answer, alone');
        await page.getByRole('button', { name: 'View JSON' }).click();
        await page.locator('.answer-json').waitFor();
        await expectAccessible(page, 'JSON');
        await page.getByRole('tab', { name: 'Cypher' }).click();
        await cypher('MATCH (n:Technique {name: "nobody"}) RETURN n');
        await page.getByText('Nothing in this graph answers it').waitFor();
        await expectAccessible(page, 'nothing found');
        await cypher('UNWIND range(1, 3000) AS i RETURN i');
        await page.getByText('There are more rows').waitFor();
        await expectAccessible(page, 'cut');
        await cypher('EXPLAIN MATCH (p:Paper) RETURN p.name');
        await page.getByRole('region', { name: 'Plan' }).waitFor();
        await expectAccessible(page, 'a plan');
        await cypher('RETRUN 1');
        await page.getByRole('alert').filter({ hasText: 'Line 1' }).waitFor();
        await expectAccessible(page, 'a mistake');
        await page.getByRole('button', { name: 'Keep as a favourite…' }).click();
        await page.getByLabel('Name of the favourite').waitFor();
        await expectAccessible(page, 'a favourite');
        await page.getByRole('tab', { name: 'Recent' }).click();
        await page.getByRole('button', { name: 'RETRUN 1' }).waitFor();
        await expectAccessible(page, 'what was asked');
      },
      '400',
    ));

  test('the inspector: paths, none, a sentence with its paper, nobody, the address of what is gone', () =>
    on(
      `${at(RIVER)}&to=concept:bridges-planning`,
      async (page) => {
        await page.getByRole('region', { name: 'Paths' }).locator('.step').first().waitFor();
        await expectAccessible(page, 'paths');
        await page.getByRole('button', { name: /^All about/ }).click();
        await page.getByRole('button', { name: 'Find paths to…' }).click();
        await page.keyboard.type('zzzz');
        await page
          .getByText(/No|Nothing/)
          .first()
          .waitFor();
        await expectAccessible(page, 'looking for another node');
        await page.keyboard.press('Escape');
        await page.keyboard.press('/');
        await page.keyboard.type('zzzzzz');
        await page
          .getByText(/Try an alias/)
          .first()
          .waitFor();
        await expectAccessible(page, 'nothing found');
        await page.goto(explorer.served.url + at('technique:nobody'));
        await page.getByRole('alert').filter({ hasText: 'This is not in the graph' }).waitFor();
        await expectAccessible(page, 'a node that is gone');
      },
      '404',
    ));

  test('choices: a category, years and certainty as chips, with all filters open; links as rows, and none', () =>
    on('/?panels=filters,links&years=2023-2025&sure=0.5&papers=1', async (page) => {
      await page.getByRole('button', { name: /^Categories/ }).click();
      await page.getByRole('checkbox', { name: /^math/ }).click();
      await page.getByRole('table', { name: 'Links' }).waitFor();
      await expectAccessible(page, 'filters and links');
      await page.getByLabel('Narrow the table down').fill('zzzz');
      await page.getByText(/No shown links hold/).waitFor();
      await expectAccessible(page, 'no rows');
      await page.getByRole('button', { name: 'Share and save' }).click();
      await page.getByRole('menuitem').first().waitFor();
      await expectAccessible(page, 'what can be shared');
    }));

  test('lineages and the page of a method', () =>
    on(
      '/?lineage=technique:ember',
      async (page) => {
        await page.locator('.lineage-box').first().waitFor();
        await expectAccessible(page, 'a lineage', false);
        await page.locator('.lineage-box').first().click();
        await page.getByRole('complementary').waitFor();
        await expectAccessible(page, 'a method of a lineage', false);
        for (const path of ['?lineage=', '?method=technique:ember', '?method=technique:nobody']) {
          await page.goto(`${explorer.served.url}/${path}`);
          await page.locator('.lineage-layer h1, .lineage-layer [role=alert]').first().waitFor();
          await expectAccessible(page, path, false);
        }
      },
      '404',
    ));

  test('narrow: the first page, the legend, details, the console', () =>
    on(
      '/',
      async (page) => {
        await expectAccessible(page, 'the first page');
        await page.getByRole('button', { name: 'Legend' }).click();
        await expectAccessible(page, 'the legend');
        await page.getByRole('button', { name: 'More filters' }).click();
        await page.getByRole('button', { name: /^Categories/ }).waitFor();
        await expectAccessible(page, 'the filters');
        await page.goto(explorer.served.url + at(RIVER));
        await page.locator('.step').first().waitFor();
        await expectAccessible(page, 'details');
        await page.goto(`${explorer.served.url}/?panels=console`);
        await page.getByRole('tab', { name: 'Questions' }).waitFor();
        await expectAccessible(page, 'the console');
      },
      'none',
      { viewport: { width: 390, height: 844 }, hasTouch: true },
    ));

  test.each(WINDOWS)('nothing there yet, and a graph that could not be loaded: $width wide', async ({ options }) => {
    const context = await explorer.browser.newContext({ ...CALM, ...options });
    try {
      const page = await context.newPage();
      let go: (() => void) | undefined;
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      // The server's answer is held back, then lost, as by a network.
      await page.route('**/api/overview*', async (route) => {
        await held;
        await route.abort();
      });
      await page.goto(explorer.served.url, { waitUntil: 'commit' });
      await page.getByText('Drawing the graph…').waitFor();
      // It comes late, and for those who want no motion all the same.
      await eventually(() => page.evaluate("getComputedStyle(document.querySelector('.app-loading')).opacity")).toBe(
        '1',
      );
      await expectAccessible(page, 'loading', false);
      go?.();
      await page.getByRole('button', { name: 'Try again' }).waitFor();
      await expectAccessible(page, 'failed', false);
    } finally {
      await context.close();
    }
  });

  test.each(WINDOWS)('a graph without papers; a server that is gone: $width wide', async ({ options }) => {
    const folder = freshFolder();
    await writeGraph(folder, {
      meta: { extractor: 'fast', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
      graph: assembleGraph([]),
      records: [],
    });
    const empty = await serveGraph({ folder, remove: async () => {} });
    const context = await explorer.browser.newContext({ ...CALM, ...options });
    try {
      const page = await context.newPage();
      await page.goto(empty.url);
      await page.getByText('This graph is empty').waitFor();
      await expectAccessible(page, 'empty', false);
    } finally {
      await context.close();
      await empty.stop();
    }
    const own = await serveGraph(explorer.graph);
    const { page, close } = await open(explorer.browser, own.url, { ...CALM, ...options });
    try {
      await page.getByRole('button', { name: 'Ask the graph' }).click();
      await page.getByRole('tab', { name: 'Cypher' }).click();
      await own.stop();
      await page.getByRole('textbox', { name: 'Cypher' }).fill('RETURN 1');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('alert').filter({ hasText: 'could not be answered' }).waitFor();
      await page.locator('.app-offline').waitFor();
      await expectAccessible(page, 'a question while the server is gone');
      await page.getByRole('button', { name: 'Close the console' }).click();
      await page.getByRole('combobox', { name: /Search/ }).fill('ember');
      await page
        .getByText(/does not answer/)
        .first()
        .waitFor();
      await expectAccessible(page, 'a search while the server is gone');
      await page.keyboard.press('Escape');
      const { x, y } = await position(page, RIVER);
      await page.mouse.click(x, y);
      await page.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: 'Try again' }).waitFor();
      await expectAccessible(page, 'details while the server is gone');
    } finally {
      await close();
      await own.stop();
    }
  });
});
