/**
 * The explorer on the papers of the seeds, over the embedded database and over Neo4j: a deed for each thing that it is for.
 * What is expected is what the server says, so that a better extraction breaks nothing here.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  NeighboursSchema,
  NodeDetailSchema,
  OverviewSchema,
  PathsSchema,
  SearchSchema,
  StatsSchema,
} from '../../src/serve/schemas.js';
import { loadNeo4j, readGraph } from '../../src/store/index.js';
import { LIGHT } from '../../web/src/theme/palette.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { expectAccessible } from './axe.js';
import { drawn, launch, noChromium, open } from './chromium.js';
import {
  colour,
  eventually,
  inAddress,
  isDrawn,
  names,
  pointOnLink,
  position,
  settled,
  spread,
  visibleNodes,
} from './drawing.js';
import { at } from './explorer.js';
import { coloursIn } from './pixels.js';
import { type BuiltGraph, buildGraph, type Served, serve, serveGraph } from './stemma-server.js';

const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));
const noSeeds = existsSync(seeds) ? undefined : 'the folder shared/seeds beside the project is missing';
if (noSeeds && process.env.CI) throw new Error(noSeeds);
const reason = noChromium ?? noSeeds;
const NAME = 'seeds-test';

let graph: BuiltGraph;
let browser: Browser;

describe.skipIf(reason)(`the explorer on the seeds${reason ? ` (skipped: ${reason})` : ''}`, () => {
  beforeAll(async () => {
    [graph, browser] = await Promise.all([buildGraph(seeds), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.remove();
  });

  // The database in the folder comes last: what is added to it Neo4j would not have.
  describe.each(['Neo4j', 'embedded database'] as const)('over the %s', (store) => {
    const absent = store === 'Neo4j' ? neo4jIsAbsent : undefined;
    const isEditable = store !== 'Neo4j';
    let neo4j: Neo4jForTests | undefined;
    let served: Served;
    beforeAll(async () => {
      if (absent) return;
      if (store === 'Neo4j') {
        neo4j = await startNeo4j();
        await loadNeo4j(neo4j, NAME, (await readGraph(graph.folder)).graph, { share: true });
        served = await serve(['--neo4j', neo4j.url, '--name', NAME]);
      } else served = await serveGraph(graph);
    });
    afterAll(async () => {
      await served?.stop();
      await neo4j?.stop();
    });

    /** @param refused the status of what the server refuses in it */
    async function onPage(
      deed: (page: Page) => Promise<void>,
      path = '/',
      { refused = 'none', ...options }: BrowserContextOptions & { refused?: string } = {},
    ): Promise<void> {
      const opened = await open(browser, served.url + path, options);
      try {
        await deed(opened.page);
        expect(opened.faults.filter((fault) => !fault.includes(refused))).toEqual([]);
      } finally {
        await opened.close();
      }
    }
    /** What the server answers. */
    const asked = async (path: string): Promise<unknown> => (await fetch(`${served.url}/api/${path}`)).json();
    const overview = async (choice = '') => OverviewSchema.parse(await asked(`overview?${choice}`));
    /** The first of what has a name, as the search has it. */
    const idOf = async (name: string): Promise<string> => {
      const { hits } = SearchSchema.parse(await asked(`search?q=${encodeURIComponent(name)}`));
      const [first] = hits;
      if (!first) throw new Error(`nothing is called ${name}`);
      return first.id;
    };
    const detailOf = async (id: string) => NodeDetailSchema.parse(await asked(`nodes/${encodeURIComponent(id)}`));

    test.skipIf(absent)(
      'overview: draws what the server says, in the colours of its labels, with the names of communities',
      () =>
        onPage(async (page) => {
          await settled(page);
          const { nodes } = await overview();
          expect(nodes.length).toBeGreaterThan(500);
          expect((await visibleNodes(page)).sort()).toEqual(nodes.map(({ id }) => id).sort());
          const colours = coloursIn(await page.screenshot());
          for (const label of ['Paper', 'Concept', 'Technique'] as const) {
            expect(colours.get(LIGHT.labels[label]) ?? 0, label).toBeGreaterThan(100);
          }
          const { facets } = StatsSchema.parse(await asked('stats'));
          const regions = (await names(page)).filter((name) => name.of === 'region');
          expect(regions.length).toBeGreaterThan(4);
          for (const { text } of regions) {
            expect(
              facets.communities.some(({ name }) => name.startsWith(text)),
              text,
            ).toBe(true);
          }
          // None is written over the largest disc.
          const most = await position(page, await idOf('large language model'));
          for (const { text, left, right, top, bottom } of regions) {
            expect(most.x > left && most.x < right && most.y > top && most.y < bottom, text).toBe(false);
          }
          await inAddress(page, 'node').toBeNull();
        }),
    );

    test.skipIf(absent)('find: a name by its beginning, the sentence that introduces it, and on to its paper', () =>
      onPage(async (page) => {
        await page.keyboard.press('/');
        await page.keyboard.type('prefilling-dl');
        await page
          .getByRole('option', { name: /^Prefilling-dLLM/ })
          .first()
          .waitFor();
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Prefilling-dLLM' }).waitFor();
        await inAddress(page, 'node').toBe(await idOf('prefilling-dl'));
        const introduced = page.locator('section.steps', { hasText: 'Introduced in' });
        await eventually(() => introduced.locator('.evidence').first().textContent()).toContain('Prefilling-dLLM');
        await introduced.locator('.step-name').first().click();
        await page.locator('.abstract').waitFor();
      }),
    );

    test.skipIf(absent)('filter: what stays is what the server lets through, and a chip takes it back', () =>
      onPage(async (page) => {
        await settled(page);
        const all = (await visibleNodes(page)).length;
        await page.getByRole('button', { name: 'More filters' }).click();
        await page.getByLabel('In at least').fill('1');
        await inAddress(page, 'papers').toBe('2');
        const { nodes } = await overview('papers=2');
        expect(nodes.length).toBeLessThan(all / 2);
        await eventually(async () => (await visibleNodes(page)).sort()).toEqual(nodes.map(({ id }) => id).sort());
        await page.getByRole('button', { name: /^Remove the filter/ }).click();
        await eventually(async () => (await visibleNodes(page)).length).toBe(all);
        await inAddress(page, 'papers').toBeNull();
      }),
    );

    test.skipIf(absent)(
      'filter: says how many papers without a date the years hide, in the film too, and shows them',
      async () => {
        const { papers, facets } = StatsSchema.parse(await asked('stats'));
        const undated = papers - facets.years.reduce((sum, { papers: ofYear }) => sum + ofYear, 0);
        expect(undated).toBeGreaterThan(1);
        const { nodes } = await overview();
        const ids = nodes.flatMap(({ id, label, year }) => (label === 'Paper' && year === undefined ? id : []));
        expect(ids).toHaveLength(undated);
        await onPage(async (page) => {
          const shown = async () => (await visibleNodes(page)).filter((id) => ids.includes(id)).length;
          await settled(page);
          await page.keyboard.press('y');
          await page.getByRole('region', { name: 'Years' }).getByRole('button', { name: 'Play' }).click();
          await eventually(shown).toBe(0);
          await page.getByRole('region', { name: 'Years' }).getByLabel(`${undated} without a date hidden`).check();
          await eventually(shown).toBe(undated);
          await inAddress(page, 'undated').toBe('true');
          await page.getByRole('button', { name: 'Remove the filter: With papers without a date' }).click();
          await eventually(shown).toBe(0);
          await page.getByRole('button', { name: `${undated} papers without a date hidden: show` }).click();
          await eventually(shown).toBe(undated);
        });
      },
    );

    test.skipIf(absent)(
      'walk: keeps one node, expands as many neighbours as the server has, and takes it back',
      async () => {
        const id = await idOf('GSM8K');
        const { degrees } = await detailOf(id);
        const links = degrees.reduce((sum, { count }) => sum + count, 0);
        await onPage(async (page) => {
          await settled(page);
          await page.getByRole('heading', { name: 'GSM8K' }).waitFor();
          await page.keyboard.press('k');
          await eventually(() => visibleNodes(page)).toEqual([id]);
          await page.keyboard.press('e');
          await page.getByText(`All ${links} links drawn`).waitFor();
          await eventually(async () => (await visibleNodes(page)).length).toBeGreaterThan(2);
          await inAddress(page, 'open').toContain(id);
          await page.keyboard.press('Control+z');
          await eventually(() => visibleNodes(page)).toEqual([id]);
          await page.keyboard.press('Control+z');
          await eventually(async () => (await visibleNodes(page)).length).toBeGreaterThan(500);
        }, at(id));
      },
    );

    test.skipIf(absent)(
      'understand: a paper with its mentions, and an entity with its papers; a correction where there can be one',
      async () => {
        const id = await idOf('speculative decoding');
        await onPage(async (page) => {
          const details = page.getByRole('complementary', { name: 'Details' });
          await details.locator('.step-name').first().waitFor();
          const renaming = page.getByRole('button', { name: 'Rename…' });
          await eventually(() => renaming.count()).toBe(isEditable ? 1 : 0);
          if (!isEditable) {
            const { status } = await fetch(`${served.url}/api/curation`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ rename: 'speculative decoding', to: 'x' }),
            });
            expect(status).toBe(403);
            return;
          }
          await renaming.click();
          await page.keyboard.type('Speculative Decoding (SD)');
          await page.keyboard.press('Enter');
          await page.getByRole('heading', { name: 'Speculative Decoding (SD)' }).waitFor();
          expect((await detailOf(id)).node.name).toBe('Speculative Decoding (SD)');
          await page.getByRole('button', { name: 'Undo', exact: true }).click();
          await page.getByRole('heading', { name: 'speculative decoding', exact: true }).waitFor();
          expect((await detailOf(id)).node.name).toBe('speculative decoding');
        }, at(id));
        const introducing = await idOf('Prefilling-dLLM');
        await onPage(async (page) => {
          await page.locator('section.steps', { hasText: 'Introduced in' }).locator('.step-name').first().click();
          await eventually(() => page.locator('.abstract .mention').count()).toBeGreaterThan(3);
          await inAddress(page, 'node').not.toBe(introducing);
        }, at(introducing));
      },
    );

    test.skipIf(absent)(
      'understand: a link that is clicked in the drawing, with its sentence, and on to the paper',
      async () => {
        const id = await idOf('speculative decoding');
        const { neighbours } = NeighboursSchema.parse(
          await asked(`nodes/${encodeURIComponent(id)}/neighbours?type=BUILDS_ON&limit=1`),
        );
        const [step] = neighbours;
        if (step?.edge.type !== 'BUILDS_ON') throw new Error('nothing builds on it');
        const { edge, node } = step;
        await onPage(async (page) => {
          await page.locator('.step-name').first().waitFor();
          const { x, y } = await pointOnLink(page, id, node.id);
          await page.mouse.click(x, y);
          await inAddress(page, 'link').toBe('BUILDS_ON');
          await inAddress(page, 'node').toBe(edge.source);
          await inAddress(page, 'to').toBe(edge.target);
          const sentences = page.getByRole('region', { name: 'Sentences' });
          await eventually(() => sentences.textContent()).toContain(edge.evidence[0] ?? 'a sentence');
          await sentences.getByRole('link').first().click();
          await page.locator('.abstract').waitFor();
          await inAddress(page, 'node').toBe(edge.papers[0]);
          await page.goBack();
          await sentences.waitFor();
        }, at(id));
      },
    );

    test.skipIf(absent)(
      'connect: the best path between two, each hop with the sentence that the server gives',
      async () => {
        const [from, to] = [await idOf('speculative decoding'), await idOf('KV cache')];
        const { paths } = PathsSchema.parse(
          await asked(`path?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}&limit=12`),
        );
        const [best] = paths;
        expect(best?.steps.length).toBeGreaterThan(0);
        await onPage(async (page) => {
          await page.getByRole('button', { name: 'Find paths to…' }).click();
          await page.keyboard.type('KV cache');
          await page
            .getByRole('option', { name: /^KV cache/ })
            .first()
            .waitFor();
          await page.keyboard.press('Enter');
          const hops = page.getByRole('region', { name: 'Paths' }).locator('.hops');
          for (const { edges } of best?.steps ?? []) {
            const said = edges.flatMap((edge) => ('evidence' in edge ? edge.evidence : []));
            expect(said.length).toBeGreaterThan(0);
            for (const sentence of said.slice(0, 1)) await eventually(() => hops.textContent()).toContain(sentence);
          }
          // Without scrolling, however many paths there are to choose from.
          const first = await hops.locator('.evidence').first().boundingBox();
          expect(first && first.y + first.height).toBeLessThan(900);
          const choice = page.locator('.path-choice').first();
          if (paths.length > 1) expect((await choice.boundingBox())?.height).toBeGreaterThan(20);
          await inAddress(page, 'to').toBe(to);
          await settled(page);
          const written = (await names(page)).map(({ text }) => text);
          for (const { label, name } of best?.nodes ?? [])
            if (label !== 'Paper') expect(written, written.join(', ')).toContain(name);
          for (const { id } of best?.nodes ?? []) await eventually(() => isDrawn(page, id)).toBe(true);
        }, at(from));
      },
    );

    test.skipIf(absent)(
      'ask: Cypher counts what the server holds, and its answer stands in the drawing; writing is refused',
      () =>
        onPage(
          async (page) => {
            await settled(page);
            await page.keyboard.press('q');
            await page.getByRole('tab', { name: 'Cypher' }).click();
            const field = page.getByRole('textbox', { name: 'Cypher' });
            await field.fill('MATCH (t:Technique) RETURN count(t) AS techniques');
            await page.keyboard.press('Control+Enter');
            const { nodes } = StatsSchema.parse(await asked('stats'));
            await page.getByRole('cell', { name: String(nodes.Technique), exact: true }).waitFor();
            await field.fill("MATCH (p:Paper)-[r:EVALUATES_ON]->(b:Benchmark {name: 'GSM8K'}) RETURN p, r, b");
            await page.keyboard.press('Control+Enter');
            const show = page.getByRole('button', { name: 'Show in graph' });
            await show.click();
            await inAddress(page, 'cypher').toContain('GSM8K');
            await inAddress(page, 'answer').not.toBeNull();
            const answered = (await visibleNodes(page)).length;
            await page.getByRole('button', { name: 'Show alone' }).click();
            await eventually(async () => (await visibleNodes(page)).length).toBeLessThan(answered);
            // Its nodes stand together in the room above the console, each to be seen, not at the ends of the map.
            await eventually(async () => (await spread(page)).reach).toBeLessThan(1440);
            const { reach, nearest } = await spread(page);
            expect(reach).toBeGreaterThan(200);
            expect(nearest).toBeGreaterThan(20);
            await field.fill('CREATE (n:Technique)');
            await page.keyboard.press('Control+Enter');
            await page
              .getByRole('alert')
              .filter({ hasText: /CREATE is not allowed: a query only reads the graph/ })
              .first()
              .waitFor();
          },
          '/',
          { refused: '403' },
        ),
    );

    test.skipIf(absent)(
      'see and share: colours by community, a table that a link keeps, and a file of what is shown',
      () =>
        onPage(async (page) => {
          await settled(page);
          const id = await idOf('KV cache');
          const before = await colour(page, id);
          await page.getByLabel('Colour by').selectOption('community');
          await eventually(() => colour(page, id)).not.toBe(before);
          await page.keyboard.press('t');
          await page.getByLabel('Narrow the table down').fill('speculative dec');
          const rows = page.getByRole('table', { name: 'Nodes' }).locator('tbody .table-link');
          await eventually(() => rows.allTextContents()).toContain('speculative decoding');
          const shown = await rows.allTextContents();
          await page.reload();
          await drawn(page);
          await eventually(() => rows.allTextContents()).toEqual(shown);
          await inAddress(page, 'colour').toBe('community');
          await page.getByRole('button', { name: 'Share and save' }).click();
          const [file] = await Promise.all([
            page.waitForEvent('download'),
            page.getByRole('menuitem', { name: /as JSON/ }).click(),
          ]);
          const { nodes } = JSON.parse(await readFile(await file.path(), 'utf8')) as { nodes: { id: string }[] };
          expect(nodes).toHaveLength((await overview()).total);
        }),
    );

    test.skipIf(absent)(
      'for everyone: with the keys alone to a method, its lineage and its page; axe finds nothing',
      () =>
        onPage(async (page) => {
          await page.keyboard.press('?');
          const help = page.locator('dialog');
          await help.waitFor();
          await expectAccessible(page, 'the keys');
          await page.keyboard.press('Escape');
          await help.waitFor({ state: 'detached' });
          await page.keyboard.press('/');
          await page.keyboard.type('adaspec');
          await page
            .getByRole('option', { name: /^AdaSPEC/ })
            .first()
            .waitFor();
          await page.keyboard.press('Enter');
          await page.locator('.step').first().waitFor();
          await expectAccessible(page, 'an entity of the seeds');
          await page.keyboard.press('Control+k');
          await page.getByRole('dialog', { name: 'Commands' }).getByRole('option').first().waitFor();
          await page.keyboard.type('its lineage');
          await page.keyboard.press('Enter');
          await inAddress(page, 'lineage').toBe(await idOf('AdaSPEC'));
          await page.locator('.lineage-box', { hasText: 'AdaSPEC' }).first().waitFor();
          await expectAccessible(page, 'a lineage of the seeds');
        }),
    );

    test.skipIf(absent)('add: a pasted abstract is in the graph, or refused where nothing can be added', async () => {
      const { papers: before } = StatsSchema.parse(await asked('stats'));
      const abstract =
        'LanternDecoding: drafting by lamplight. We introduce LanternDecoding, a method that drafts tokens at night. LanternDecoding builds on speculative decoding and is evaluated on GSM8K.';
      if (!isEditable) {
        const form = new FormData();
        form.append('files', new File([abstract], 'pasted.txt'));
        const { status } = await fetch(`${served.url}/api/papers`, { method: 'POST', body: form });
        expect(status).toBe(403);
        await onPage(async (page) => {
          await settled(page);
          expect(await page.getByRole('button', { name: 'Add papers' }).count()).toBe(0);
        });
        return;
      }
      await onPage(async (page) => {
        await page.getByRole('button', { name: 'Add papers' }).click();
        const dialog = page.getByRole('dialog', { name: 'Add papers' });
        await dialog.getByLabel('Or paste abstracts').fill(abstract);
        await dialog.getByRole('button', { name: 'See what is in it' }).click();
        await dialog
          .getByRole('list', { name: 'Papers found' })
          .getByText('LanternDecoding', { exact: true })
          .first()
          .waitFor();
        await dialog.getByRole('button', { name: 'Add 1 paper' }).click();
        await dialog.waitFor({ state: 'detached' });
        await eventually(async () => StatsSchema.parse(await asked('stats')).papers).toBe(before + 1);
        const id = await idOf('LanternDecoding');
        await eventually(() => isDrawn(page, id)).toBe(true);
        await inAddress(page, 'node').not.toBeNull();
      });
    });

    test.skipIf(absent)('names the largest regions on a telephone, inside the window, none over another', async () => {
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
});
