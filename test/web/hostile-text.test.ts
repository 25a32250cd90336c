/** Markup in what papers say is text wherever it stands: no element comes of it and nothing runs. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExtractionRecord, PaperId } from '../../src/model/index.js';
import { launch, noChromium, open } from './chromium.js';
import { eventually, names, settled, visibleNodes } from './drawing.js';
import { at } from './explorer.js';
import { type BuiltGraph, buildGraph, type Served, serveGraph } from './stemma-server.js';

const harm = (place: string) => `<img src=x onerror="globalThis.harmed='${place}'">`;
const TITLE = `${harm('title')} <script>globalThis.harmed='script'</script> & "gates"`;
const OLD = `Gate${harm('older method')}`;
const NEW = `Lamp<svg onload=globalThis.harmed='newer'>`;
const STATEMENT = `${NEW} extends ${OLD} with a lamp.`;
const AUTHOR = `Eve ${harm('author')}`;
const CATEGORY = harm('category');
const ORGANIZATION = `House of ${harm('organization')}`;

/** What only markup taken for markup could have made. */
const MADE =
  'img, iframe, object, embed, script:not([src]), svg[onload], [onerror], [onload], [onclick], a[href^="javascript" i]';

function record(
  id: string,
  title: string,
  abstract: string,
  found: readonly (readonly [string, 'introduces' | 'uses'])[],
) {
  const text = `${title}\n${abstract}`;
  const spanOf = (part: string): [number, number] => {
    const start = text.lastIndexOf(part);
    if (start < 0) throw new Error(`${part} does not stand in ${id}`);
    return [start, start + part.length];
  };
  const evidence: [number, number] = [title.length + 1, text.length];
  return {
    paper: {
      id: `arxiv:${id}` as PaperId,
      title,
      abstract,
      authors: [AUTHOR],
      organizations: [ORGANIZATION],
      date: `20${id.slice(0, 2)}-${id.slice(2, 4)}-15`,
      categories: [CATEGORY],
      url: "javascript:globalThis.harmed='url'",
      sources: [{ file: `${harm('file')}.jsonl`, line: 1 }],
    },
    entities: found.map(([name, role]) => ({
      name,
      type: 'Technique',
      role,
      surfaces: [name],
      spans: [spanOf(name)],
      evidence,
      confidence: 0.9,
    })),
    relations: abstract.includes(STATEMENT)
      ? [{ from: NEW, type: 'BUILDS_ON', to: OLD, evidence: STATEMENT, span: spanOf(STATEMENT), confidence: 0.9 }]
      : [],
  } satisfies ExtractionRecord;
}

describe.skipIf(noChromium)(`hostile text${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  let home = '';
  let graph: BuiltGraph;
  let served: Served;
  let browser: Browser;
  /** Of the graph that was built. */
  let ids: { paper: string; other: string; older: string; newer: string };

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'stemma-hostile-'));
    const file = join(home, 'hostile.jsonl');
    const records = [
      record('2501.00001', `The first ${OLD}`, `We introduce ${OLD}. It closes.`, [[OLD, 'introduces']]),
      record('2506.00002', TITLE, `We introduce ${NEW}. ${STATEMENT}`, [
        [NEW, 'introduces'],
        [OLD, 'uses'],
      ]),
    ];
    await writeFile(file, records.map((each) => `${JSON.stringify(each)}\n`).join(''));
    graph = await buildGraph(file);
    served = await serveGraph(graph);
    browser = await launch();
    const { nodes } = (await (await fetch(`${served.url}/api/overview`)).json()) as {
      nodes: { id: string; label: string; name: string }[];
    };
    const idOf = (name: string) => nodes.find((node) => node.name === name)?.id ?? `nothing is called ${name}`;
    ids = { paper: 'arxiv:2506.00002', other: 'arxiv:2501.00001', older: idOf(OLD), newer: idOf(NEW) };
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
    await graph?.remove();
    await rm(home, { recursive: true, force: true });
  });

  /** A page of its own, on which nothing may come of markup. */
  async function on(path: string, deed: (page: Page) => Promise<void>): Promise<void> {
    const opened = await open(browser, served.url + path, { reducedMotion: 'reduce' });
    try {
      await deed(opened.page);
      expect(await opened.page.locator(MADE).evaluateAll((all) => all.map(String))).toEqual([]);
      expect(await opened.page.evaluate('globalThis.harmed')).toBeUndefined();
      expect(opened.faults).toEqual([]);
    } finally {
      await opened.close();
    }
  }

  async function saved(page: Page, deed: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), deed()]);
    return readFile(await download.path(), 'utf8');
  }

  /** Expects a drawing in which the name is text, and nothing that runs. */
  function expectHarmless(svg: string, name: string): void {
    const document = new DOMParser().parseFromString(svg, 'text/xml');
    const elements = [...document.getElementsByTagName('*')];
    expect(document.documentElement?.tagName).toBe('svg');
    expect(
      elements.map(({ tagName }) => tagName).filter((tag) => /^(?:img|script|foreignObject|a)$/i.test(tag)),
    ).toEqual([]);
    expect(elements.flatMap((each) => [...each.attributes].filter(({ name }) => /^on/i.test(name)))).toEqual([]);
    expect(elements.slice(1).filter(({ tagName }) => tagName === 'svg')).toEqual([]);
    expect(document.documentElement?.textContent).toContain(name);
  }

  test('in the drawing, its menu and its pictures', () =>
    on('/', async (page) => {
      await settled(page);
      expect((await visibleNodes(page)).sort()).toEqual(Object.values(ids).sort());
      // A long name is cut there.
      await eventually(async () => (await names(page)).map(({ text }) => text.slice(0, 12))).toContain(
        OLD.slice(0, 12),
      );
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: /picture/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Save a picture of this view' });
      await dialog.getByText(/^SVG/).click();
      const svg = await saved(page, () => dialog.getByRole('button', { name: 'Save', exact: true }).click());
      expectHarmless(svg, OLD.slice(0, 12));
    }));

  test('in the search, the table, the legend and its filters, with their chips', () =>
    on('/?panels=table,filters,legend', async (page) => {
      const table = page.getByRole('table', { name: 'Nodes' });
      await table.getByText(TITLE).waitFor();
      await table.getByText(NEW, { exact: true }).first().waitFor();
      await page.getByRole('button', { name: /^Categories/ }).click();
      await page.getByRole('checkbox', { name: CATEGORY }).click();
      await page.getByRole('region', { name: 'Filters in force' }).getByText(CATEGORY).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type('lamp');
      await page.getByRole('option').filter({ hasText: NEW }).waitFor();
    }));

  test('in the details of a paper, of what it speaks of and of a link', () =>
    on(at(ids.paper), async (page) => {
      await page.getByRole('heading', { name: TITLE }).waitFor();
      await eventually(() => page.title()).toBe(`${TITLE} – Stemma`);
      await eventually(() => page.locator('.abstract').textContent()).toContain(STATEMENT);
      await eventually(() => page.locator('.inspector').textContent()).toContain(AUTHOR);
      await eventually(() => page.locator('.inspector').textContent()).toContain(ORGANIZATION);
      await page.goto(served.url + at(ids.newer));
      await page.getByRole('heading', { name: NEW }).waitFor();
      await page.locator('.evidence', { hasText: STATEMENT }).first().waitFor();
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menu', { name: NEW }).waitFor();
      await page.keyboard.press('Escape');
      await page.goto(`${served.url}${at(ids.newer)}&link=BUILDS_ON&to=${encodeURIComponent(ids.older)}`);
      await page.locator('.inspector .evidence', { hasText: STATEMENT }).first().waitFor();
    }));

  test('in paths and comparisons', () =>
    on(`${at(ids.paper)}&to=${encodeURIComponent(ids.other)}`, async (page) => {
      const paths = page.getByRole('region', { name: 'Paths' });
      await paths.getByText(OLD, { exact: true }).first().waitFor();
      await page.goto(`${served.url}${at(ids.paper)}&with=${encodeURIComponent(ids.other)}`);
      const comparison = page.getByRole('region', { name: 'Comparison' });
      await comparison.getByRole('link', { name: OLD, exact: true }).first().waitFor();
    }));

  test('in the answers of the console, as rows, in the graph and as JSON', () =>
    on('/?panels=console', async (page) => {
      await page.getByRole('tab', { name: 'Cypher' }).click();
      await page
        .getByRole('textbox', { name: 'Cypher' })
        .fill('MATCH (p:Paper)-[r]->(t:Technique) RETURN p, r, t, t.name AS name, p.authors AS authors');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('cell', { name: NEW }).first().waitFor();
      await eventually(() => page.locator('.answer').textContent()).toContain(AUTHOR);
      await page.getByRole('button', { name: 'Show alone' }).click();
      await page.getByRole('region', { name: 'Left out' }).waitFor();
      await page.getByRole('button', { name: 'View JSON' }).click();
      await eventually(() => page.locator('.answer-json').textContent()).toContain(JSON.stringify(NEW));
    }));

  test('in a lineage, its files and the page of a method', () =>
    on(`/?lineage=${encodeURIComponent(ids.newer)}`, async (page) => {
      await page.locator('.lineage-box', { hasText: OLD }).waitFor();
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const svg = await saved(page, () => page.getByRole('link', { name: 'SVG' }).click());
      expectHarmless(svg, NEW);
      await page.goto(`${served.url}/?method=${encodeURIComponent(ids.newer)}`);
      await page.getByRole('heading', { name: NEW }).waitFor();
      await page.locator('.evidence', { hasText: STATEMENT }).first().waitFor();
    }));

  test('in what is found in papers before they are added', () =>
    on('/', async (page) => {
      await page.getByRole('button', { name: 'Add papers' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add papers' });
      await dialog
        .getByLabel('Or paste abstracts')
        .fill(
          `LanternNet finds boats\n\nWe introduce LanternNet, a model. LanternNet builds on Ember ${harm('pasted')} and beats it.`,
        );
      await dialog.getByRole('button', { name: 'See what is in it' }).click();
      await dialog.getByRole('button', { name: 'Add 1 paper' }).waitFor();
      await eventually(() => dialog.textContent()).toContain(harm('pasted'));
    }));
});
