/** The explorer over a graph in Neo4j: what it shows, finds and asks is the same; what would change the graph is not offered. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadNeo4j, readGraph } from '../../src/store/index.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { launch, noChromium, open } from './chromium.js';
import { eventually, isDrawn, visibleNodes } from './drawing.js';
import { at } from './explorer.js';
import { EMBER_SENTENCE, writeFixture } from './fixture-records.js';
import { type BuiltGraph, buildGraph, type Served, serve, serveGraph } from './stemma-server.js';

const absent = noChromium ?? neo4jIsAbsent;
const NAME = 'explorer-test';

describe.skipIf(absent)(`the explorer over Neo4j${absent ? ` (skipped: ${absent})` : ''}`, () => {
  let home: string;
  let graph: BuiltGraph;
  let neo4j: Neo4jForTests;
  let embedded: Served;
  let served: Served;
  let browser: Browser;

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'stemma-neo4j-page-'));
    const file = join(home, 'fixture.jsonl');
    await writeFixture(file);
    [graph, neo4j, browser] = await Promise.all([buildGraph(file), startNeo4j(), launch()]);
    await loadNeo4j(neo4j, NAME, (await readGraph(graph.folder)).graph, { share: true });
    served = await serve(['--neo4j', neo4j.url, '--name', NAME]);
    embedded = await serveGraph(graph);
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await embedded?.stop();
    await neo4j?.stop();
    await graph?.remove();
    await rm(home, { recursive: true, force: true });
  });

  /** @param refused the status of what the server refuses in it */
  async function onPage<T>(url: string, deed: (page: Page) => Promise<T>, refused = 'none'): Promise<T> {
    const opened = await open(browser, url);
    try {
      const result = await deed(opened.page);
      expect(opened.faults.filter((fault) => !fault.includes(refused))).toEqual([]);
      return result;
    } finally {
      await opened.close();
    }
  }

  test('draws the same nodes', async () => {
    const shown = async (page: Page) => (await visibleNodes(page)).sort();
    const [fromNeo4j, fromFolder] = [await onPage(served.url, shown), await onPage(embedded.url, shown)];
    expect(fromNeo4j.length).toBeGreaterThan(20);
    expect(fromNeo4j).toEqual(fromFolder);
  });

  test('finds, reads and connects, with the sentences; corrections and additions are not offered', () =>
    onPage(served.url, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('RRT');
      await page.getByRole('option', { name: /river routing/ }).waitFor();
      await page.keyboard.press('Enter');
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByText(EMBER_SENTENCE).first().waitFor();
      await eventually(() => page.getByRole('button', { name: 'Merge into…' }).count()).toBe(0);
      await eventually(() => page.getByRole('button', { name: 'Add papers' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Find paths to…' }).click();
      await page.keyboard.type('bridges pl');
      await page.getByRole('option', { name: /bridges planning/ }).waitFor();
      await page.keyboard.press('Enter');
      await page
        .getByRole('region', { name: 'Paths' })
        .getByText('We apply river routing to bridges planning.')
        .first()
        .waitFor();
    }));

  test('asks the server in Cypher, and shows what it answers in the drawing', () =>
    onPage(
      served.url + at('technique:ember'),
      async (page) => {
        await page.keyboard.press('q');
        await page.getByRole('tab', { name: 'Cypher' }).click();
        const field = page.getByRole('textbox', { name: 'Cypher' });
        await field.fill(
          "MATCH (t:Technique {name: 'Ember'})-[r:BUILDS_ON]->(o) RETURN t, r, o, elementId(t) <> '' AS bolt",
        );
        await page.keyboard.press('Control+Enter');
        await page.getByRole('cell', { name: 'true' }).waitFor();
        await page.getByRole('button', { name: 'Show in graph' }).click();
        await eventually(() => isDrawn(page, 'technique:river-routing')).toBe(true);
        await field.fill('CREATE (n:Technique)');
        await page.keyboard.press('Control+Enter');
        await page
          .getByRole('alert')
          .filter({ hasText: /CREATE is not allowed: queries only read the graph/ })
          .first()
          .waitFor();
      },
      '403',
    ));
});
