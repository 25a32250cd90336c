/** A link holds what one asked and how one looked at the answer and the table, and shows it again, of a graph built anew, too. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drawn, noChromium, open } from './chromium.js';
import { eventually, inAddress, isDrawn, settled, visibleNodes } from './drawing.js';
import { useExplorer } from './explorer.js';
import { writeFixture } from './fixture-records.js';
import { buildGraph, serveGraph } from './stemma-server.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const BRIDGES = 'concept:bridges-planning';
const DESCENT = 'MATCH (a:Technique)-[r:BUILDS_ON]->(b) WHERE a.name = $name RETURN a, b';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Cypher' });
const column = (page: Page, number: number) =>
  page.locator(`.answer-table tbody td:nth-child(${number + 1})`).allTextContents();

/** As somebody else opens the link: in a browser that keeps nothing of the one before. */
async function reopened(page: Page, check: () => Promise<void>): Promise<void> {
  const address = page.url();
  await page.evaluate('localStorage.clear()');
  await page.reload();
  await drawn(page);
  await check();
  await settled(page);
  await eventually(async () => page.url()).toBe(address);
}

async function ask(page: Page): Promise<void> {
  await page.keyboard.press('q');
  await page.getByRole('tab', { name: 'Cypher' }).click();
  await editor(page).fill(DESCENT);
  await page.getByLabel('$name').fill('Ember');
  await page.keyboard.press('Enter');
  await eventually(() => column(page, 1)).toEqual(['Ember']);
}

describe.skipIf(noChromium)(`links to a view${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('hold the query with its parameters, its answer, and what of it is drawn', () =>
    explorer.onPage(async (page) => {
      const whole = (await visibleNodes(page)).length;
      await ask(page);
      await inAddress(page, 'cypher').toBe(DESCENT);
      await inAddress(page, 'param').toBe('name:Ember');
      await inAddress(page, 'asked').toBe('cypher');
      await page.getByRole('button', { name: 'Show alone' }).click();
      await eventually(async () => (await visibleNodes(page)).sort()).toEqual([EMBER, RIVER]);
      await inAddress(page, 'answer').toBe('alone');
      await reopened(page, async () => {
        await eventually(() => column(page, 1)).toEqual(['Ember']);
        await eventually(() => editor(page).textContent()).toBe(DESCENT);
        await eventually(() => page.getByLabel('$name').inputValue()).toBe('Ember');
        await eventually(async () => (await visibleNodes(page)).sort()).toEqual([EMBER, RIVER]);
      });
      // A closer look at one of them leaves the others where they are.
      await page.getByRole('link', { name: 'Ember' }).click();
      await page.getByRole('heading', { name: 'Ember' }).waitFor();
      expect((await visibleNodes(page)).sort()).toEqual([EMBER, RIVER]);
      await page.getByRole('button', { name: 'Show all' }).click();
      await eventually(async () => (await visibleNodes(page)).length).toBe(whole);
      await inAddress(page, 'answer').toBeNull();
    }));

  test('show among the rest what the filters leave out, with the console closed, of a graph that was built anew', () =>
    explorer.onPage(async (page) => {
      await ask(page);
      await page.getByRole('button', { name: 'Show in graph' }).click();
      await eventually(() => isDrawn(page, EMBER)).toBe(true);
      await page.getByRole('button', { name: 'Close the console' }).click();
      await settled(page);
      await reopened(page, () => eventually(() => isDrawn(page, EMBER)).toBe(true));
      const address = new URL(page.url());
      const home = await mkdtemp(join(tmpdir(), 'stemma-anew-'));
      const file = join(home, 'more.jsonl');
      await writeFixture(file);
      await appendFile(
        file,
        `${JSON.stringify({ arxiv_id: '2509.00009', title: 'Lantern: more light', abstract: 'We introduce Lantern. Lantern builds on Ember.', published: '2025-09-01' })}\n`,
      );
      const graph = await buildGraph(file);
      const served = await serveGraph(graph);
      const later = await open(explorer.browser, served.url + address.search);
      try {
        await eventually(() => isDrawn(later.page, EMBER)).toBe(true);
        expect(await isDrawn(later.page, RIVER)).toBe(true);
        await eventually(() => isDrawn(later.page, BRIDGES)).toBe(true);
        expect(later.faults).toEqual([]);
      } finally {
        await later.close();
        await served.stop();
        await graph.remove();
        await rm(home, { recursive: true, force: true });
      }
    }, '/?hide=Technique'));

  test('hold a ready question with its values, how its answer is sorted, and that it is read as JSON', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('q');
      await page.getByRole('button', { name: 'What beats what, and on which benchmark' }).click();
      await page.getByLabel(/^method/).fill('ember');
      await page.keyboard.press('Enter');
      await eventually(() => column(page, 2)).toEqual(['river routing']);
      const heading = page.locator('.answer-table th').nth(2);
      await heading.getByRole('button').click();
      await eventually(() => heading.getAttribute('aria-sort')).toBe('ascending');
      await reopened(page, async () => {
        await eventually(() => page.getByLabel(/^method/).inputValue()).toBe('ember');
        await eventually(() => column(page, 2)).toEqual(['river routing']);
        await eventually(() => page.locator('.answer-table th').nth(2).getAttribute('aria-sort')).toBe('ascending');
      });
      // What is written meanwhile takes nothing from the answer.
      await page.getByLabel(/^method/).fill('em');
      await page.getByRole('button', { name: 'View JSON' }).click();
      await reopened(page, async () => {
        await page.locator('.answer-json').filter({ hasText: 'QuarryBench' }).waitFor();
        await eventually(() => page.getByLabel(/^method/).inputValue()).toBe('em');
      });
    }));

  test('hold how the table is narrowed down and sorted; going back loses nothing that was written', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('t');
      const table = page.getByRole('table', { name: 'Nodes' });
      await table.waitFor();
      await page.getByLabel('Narrow the table down').fill('BALANCE');
      await table.getByRole('button', { name: 'Name' }).click();
      await inAddress(page, 'find').toBe('BALANCE');
      await inAddress(page, 'nodes-by').toBe('up Name');
      await reopened(page, async () => {
        await eventually(() => table.locator('tbody .table-link').allTextContents()).toEqual(['load balance']);
        await eventually(() => table.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort')).toBe(
          'ascending',
        );
      });
      await table.locator('tbody .table-link').first().click();
      await inAddress(page, 'node').toBe('concept:load-balance');
      await page.keyboard.press('Escape');
      await page.keyboard.press('q');
      await page.getByRole('tab', { name: 'Cypher' }).click();
      await editor(page).fill('RETURN 1');
      await inAddress(page, 'cypher').toBe('RETURN 1');
      await page.goBack();
      await table.waitFor();
      await page.getByRole('button', { name: 'Ask the graph' }).click();
      await eventually(() => editor(page).textContent()).toBe('RETURN 1');
      await inAddress(page, 'cypher').toBe('RETURN 1');
    }));
});
