/** The explorer over a graph in Neo4j: what it shows, finds and asks is the same; what would change the graph is not offered. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NodeDetailSchema, OverviewSchema } from '../../src/serve/schemas.js';
import { loadNeo4j, readGraph } from '../../src/store/index.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { expectAccessible } from './axe.js';
import { drawn, launch, noChromium, open } from './chromium.js';
import { eventually, inAddress, isDrawn, settled, visibleNodes } from './drawing.js';
import { at } from './explorer.js';
import { EMBER_SENTENCE, writeFixture } from './fixture-records.js';
import { type BuiltGraph, buildGraph, type Served, serve, serveGraph } from './stemma-server.js';

const absent = noChromium ?? neo4jIsAbsent;
const NAME = 'explorer-test';
const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const EMBER_PAPER = 'arxiv:2503.00002';
const GARDENS = 'arxiv:2509.00011';

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

  /** What this server answers. */
  const asked = async (path: string): Promise<unknown> => (await fetch(served.url + path)).json();

  test('filters by label and years: what stays is what the server lets through, and a chip takes it back', () =>
    onPage(served.url, async (page) => {
      await settled(page);
      const all = (await visibleNodes(page)).length;
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByRole('slider', { name: 'First year' }).focus();
      await page.keyboard.press('ArrowRight');
      await inAddress(page, 'years').toBe('2024-2025');
      await eventually(() => isDrawn(page, 'concept:towers-planning')).toBe(false);
      const { nodes } = OverviewSchema.parse(await asked('/api/overview?years=2024-2025'));
      await eventually(async () => (await visibleNodes(page)).sort()).toEqual(nodes.map(({ id }) => id).sort());
      await page.getByRole('button', { name: /2024–2025/ }).click();
      await eventually(async () => (await visibleNodes(page)).length).toBe(all);
      await inAddress(page, 'years').toBeNull();
    }));

  test('walks: keeps one node, expands as many neighbours as the server has, and takes it back', () =>
    onPage(served.url + at(RIVER), async (page) => {
      await settled(page);
      await page.getByRole('heading', { name: 'river routing' }).waitFor();
      await page.keyboard.press('k');
      await eventually(() => visibleNodes(page)).toEqual([RIVER]);
      await page.keyboard.press('e');
      const { degrees } = NodeDetailSchema.parse(await asked(`/api/nodes/${encodeURIComponent(RIVER)}`));
      const neighbours = degrees.reduce((sum, { count }) => sum + count, 0);
      await page.getByText(`All ${neighbours} links drawn`).waitFor();
      await eventually(() => isDrawn(page, EMBER)).toBe(true);
      await inAddress(page, 'open').toContain(RIVER);
      await page.keyboard.press('Control+z');
      await eventually(() => visibleNodes(page)).toEqual([RIVER]);
      await inAddress(page, 'open').toBeNull();
      await page.keyboard.press('Shift+H');
      await eventually(async () => (await visibleNodes(page)).length).toBeGreaterThan(20);
    }));

  test('understands and compares: a paper with its mentions, the papers like it, what two share with sentences', () =>
    onPage(served.url + at(GARDENS), async (page) => {
      await eventually(() => page.locator('.abstract .mention').count()).toBeGreaterThan(1);
      const like = page.getByRole('region', { name: /Papers most like this/ });
      await like.getByRole('button', { name: 'Compare with Ember: a gate that learns' }).click();
      const shared = page.getByRole('region', { name: 'Comparison' }).getByRole('region', { name: 'In common' });
      await shared.getByRole('button', { name: 'Sentences on load balance' }).click();
      await shared.getByText('We study load balance.').waitFor();
      await eventually(async () => new URL(page.url()).searchParams.getAll('with')).toEqual([EMBER_PAPER]);
      const answer = JSON.stringify(await asked(`/api/compare?id=${GARDENS}&id=${EMBER_PAPER}`));
      expect(answer).toContain('concept:load-balance');
    }));

  test('sees and shares: a table that a link keeps, colours by year, and a file of what is shown', () =>
    onPage(served.url, async (page) => {
      await settled(page);
      await page.getByLabel('Colour by').selectOption('year');
      await page.keyboard.press('t');
      await page.getByLabel('Narrow the table down').fill('balance');
      const names = page.getByRole('table', { name: 'Nodes' }).locator('tbody .table-link');
      await eventually(() => names.allTextContents()).toEqual(['load balance']);
      await inAddress(page, 'colour').toBe('year');
      await page.reload();
      await drawn(page);
      await eventually(() => names.allTextContents()).toEqual(['load balance']);
      await page.getByRole('button', { name: 'Share and save' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: /as JSON/ }).click(),
      ]);
      const { nodes } = JSON.parse(await readFile(await file.path(), 'utf8')) as { nodes: { id: string }[] };
      const { total } = OverviewSchema.parse(await asked('/api/overview'));
      expect(nodes).toHaveLength(total);
    }));

  test('an answer that a link holds is drawn alone; lineages and a method have their pages', () =>
    onPage(served.url, async (page) => {
      const query = "MATCH (t:Technique {name: 'Ember'})-[:BUILDS_ON]->(o) RETURN t, o";
      await page.goto(`${served.url}/?cypher=${encodeURIComponent(query)}&asked=cypher&answer=alone`);
      await drawn(page);
      await eventually(async () => (await visibleNodes(page)).sort()).toEqual([EMBER, RIVER]);
      await page.goto(`${served.url}/?lineage=${encodeURIComponent(EMBER)}`);
      await page.locator('.lineage-box', { hasText: 'river routing' }).waitFor();
      await page.goto(`${served.url}/?method=${encodeURIComponent(EMBER)}`);
      await page.getByRole('heading', { level: 1, name: 'Ember' }).waitFor();
    }));

  test('takes no papers and no edits, on the page and at the server; axe finds nothing, and keys do all of it', async () => {
    const send = (path: string, body: unknown) =>
      fetch(served.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send('/api/papers', { text: 'We introduce Lantern.' })).status).toBeGreaterThanOrEqual(400);
    expect((await send('/api/curation', { action: 'rename', node: RIVER, name: 'x' })).status).toBeGreaterThanOrEqual(
      400,
    );
    expect(JSON.stringify(await asked(`/api/nodes/${encodeURIComponent(RIVER)}`))).toContain('river routing');
    await onPage(served.url, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('ember');
      await page
        .getByRole('option', { name: /^Ember/ })
        .first()
        .waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.step').first().waitFor();
      await expectAccessible(page, 'an entity of a graph in Neo4j');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first().waitFor();
      await eventually(() => page.getByRole('option', { name: 'Add papers' }).count()).toBe(0);
    });
  });
});
