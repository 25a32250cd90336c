/** Lineages on the page: the drawing with its sentences, folding, the way to another, saving, and the page of a method. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { writeGraph } from '../../src/store/index.js';
import { ALPHABET, paper } from '../lineage/family.js';
import { freshFolder, type Served, serveGraph } from '../support/stemma.js';
import { violations } from './axe.js';
import { launch, noChromium, open } from './chromium.js';
import { eventually, inAddress } from './drawing.js';

/** As much of an element as is asked here. */
interface Box {
  closest(selector: string): Box;
  getBoundingClientRect(): { left: number; right: number; top: number; bottom: number };
}

/** As much of an SVG path as is asked here. */
interface Path {
  getTotalLength(): number;
  getPointAtLength(length: number): { x: number; y: number };
  getScreenCTM(): { a: number; d: number; e: number; f: number };
}

const records = [...ALPHABET, paper('2025-07', '<i>Golf</i>', 'Delta'), paper('2025-08', 'Hermit')];
const lineageOf = (name: string) => `?lineage=technique:${name}`;

describe.skipIf(noChromium)(`lineages in the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  let served: Served;
  let browser: Browser;
  beforeAll(async () => {
    const folder = freshFolder();
    await writeGraph(folder, {
      meta: { extractor: 'fast', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
      graph: assembleGraph(records),
      records,
    });
    served = await serveGraph(folder);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.stop();
  });

  /** A page of its own; every fault of the page fails the test. */
  async function on(path: string, deed: (page: Page) => Promise<void>, options = {}): Promise<void> {
    const opened = await open(browser, served.url + path, options);
    try {
      await deed(opened.page);
      expect(opened.faults).toEqual([]);
    } finally {
      await opened.close();
    }
  }
  const box = (page: Page, name: string) => page.locator('.lineage-box', { hasText: name });
  const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

  test('are reached from the inspector, and loaded only then', () =>
    on('?node=technique:delta', async (page) => {
      const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      expect((await loaded()).some((name) => name.includes('/pages-'))).toBe(false);
      await page.getByRole('link', { name: 'Lineage', exact: true }).click();
      await page.getByRole('heading', { name: 'Lineage of Delta' }).waitFor();
      expect((await loaded()).some((name) => name.includes('/pages-'))).toBe(true);
      await inAddress(page, 'lineage').toBe('technique:delta');
      await page.keyboard.press('Escape');
      await page.locator('.lineage-layer').waitFor({ state: 'detached' });
      await inAddress(page, 'node').toBe('technique:delta');
      await page.goBack();
      await page.getByRole('heading', { name: 'Lineage of Delta' }).waitFor();
    }));

  test('stand on a time axis, the newer to the right, the main path marked', () =>
    on(lineageOf('delta'), async (page) => {
      await box(page, 'Alfa').waitFor();
      const left = async (name: string) => (await box(page, name).boundingBox())?.x ?? Number.NaN;
      const places = [
        await left('Alfa'),
        await left('Bravo'),
        await left('Charlie'),
        await left('Delta'),
        await left('Echo'),
      ];
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(new Set(places).size).toBe(5);
      await page.locator('.lineage-months', { hasText: 'Aug 2024' }).waitFor();
      await eventually(() => page.locator('.lineage-line-main').count()).toBe(3);
      // A name is text, whatever it looks like.
      await eventually(() => box(page, '<i>Golf</i>').count()).toBe(1);
    }));

  test('show the sentence of a step under the pointer, and those of a method beside the drawing', () =>
    on(lineageOf('delta'), async (page) => {
      await box(page, 'Delta').waitFor();
      const step = page.locator('.lineage-reach').last();
      // The drawing may still find its place: the pointer follows.
      await eventually(async () => {
        const at = await step.evaluate((path: Path) => {
          const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
          const { a, d, e, f } = path.getScreenCTM();
          return [a * x + e, d * y + f] as const;
        });
        await page.mouse.move(...at);
        return page.getByRole('tooltip').allTextContents();
      }).toContainEqual(expect.stringContaining('extends'));
      await details(page).getByText('Delta extends Bravo.').waitFor();
      await box(page, 'Echo').click();
      await details(page).getByRole('heading', { name: 'Echo' }).waitFor();
      await details(page).getByText('Not drawn: it also leads over Delta').waitFor();
    }));

  test('fold at a method and show the way to another; both stand in the address', () =>
    on(lineageOf('alfa'), async (page) => {
      await box(page, 'Delta').click();
      await details(page).getByRole('button', { name: 'Fold' }).click();
      await box(page, 'Golf').waitFor({ state: 'detached' });
      await box(page, '+1').waitFor();
      await eventually(async () => new URL(page.url()).searchParams.getAll('fold')).toEqual(['technique:delta']);
      await page.goBack();
      await box(page, 'Golf').waitFor();
      await page.getByRole('button', { name: 'To…' }).click();
      await page.keyboard.type('charl');
      await page.getByRole('option', { name: /Charlie/ }).waitFor();
      await page.keyboard.press('Enter');
      await details(page).getByText('Charlie came from Alfa.').waitFor();
      await eventually(() => page.locator('.lineage-box').count()).toBe(2);
      await page.reload();
      await details(page).getByText('Charlie came from Alfa.').waitFor();
    }));

  test('name what two have in common, with the sentences from each to it', () =>
    on('?lineage=technique:bravo&until=technique:charlie', async (page) => {
      await details(page).getByText('Both came from Alfa.').waitFor();
      for (const [chain, sentence] of [
        ['Bravo ← Alfa', 'Bravo extends Alfa.'],
        ['Charlie ← Alfa', 'Charlie extends Alfa.'],
      ] as const) {
        const part = details(page).locator('section', { has: page.getByRole('heading', { name: chain }) });
        await part.getByText(sentence).waitFor();
      }
    }));

  test('are saved as SVG, PNG, Mermaid and JSON', () =>
    on(lineageOf('delta'), async (page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const saved = async (role: 'link' | 'button', name: string) => {
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole(role, { name, exact: true }).click(),
        ]);
        return { file: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      };
      const svg = await saved('link', 'SVG');
      expect(svg.file).toBe('lineage-technique-delta.svg');
      expect(svg.bytes.toString()).toContain('&lt;i&gt;Golf&lt;/i&gt;');
      expect((await saved('button', 'PNG')).bytes.subarray(1, 4).toString()).toBe('PNG');
      expect((await saved('link', 'Mermaid')).bytes.toString()).toMatch(/^flowchart LR/);
      expect(JSON.parse((await saved('button', 'JSON')).bytes.toString()).of).toBe('technique:delta');
    }));

  test('begin with the main paths of the whole graph, each to be read as a chain of sentences', () =>
    on('', async (page) => {
      await page.getByRole('button', { name: 'Main lineages' }).click();
      await page.getByRole('heading', { name: 'Main paths' }).waitFor();
      await box(page, 'Alfa').waitFor();
      await details(page)
        .getByRole('heading', { name: /← Bravo ← Alfa/ })
        .waitFor();
      await details(page).getByText('Bravo extends Alfa.').waitFor();
      await details(page).getByRole('button', { name: 'Bravo' }).click();
      await details(page).getByRole('heading', { name: 'Bravo' }).waitFor();
    }));

  test('open with the main path in sight where all of it is too much', () =>
    on(
      '?lineage=',
      async (page) => {
        await box(page, 'Alfa').waitFor({ state: 'attached' });
        const seen = () =>
          page.locator('.lineage-main').evaluateAll((boxes: Box[]) => {
            const frame = boxes[0]?.closest('.lineage-scroll').getBoundingClientRect();
            if (!frame) return 0;
            return boxes.filter((one) => {
              const { left, right, top, bottom } = one.getBoundingClientRect();
              return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom;
            }).length;
          });
        // As many as there is room for: a column is 208 px wide.
        await eventually(seen).toBeGreaterThanOrEqual(2);
      },
      { viewport: { width: 640, height: 700 } },
    ));

  test('show where in its paper a sentence stands, and what the lines mean', () =>
    on(lineageOf('delta'), async (page) => {
      await box(page, 'Delta').waitFor();
      const thumbnail = details(page)
        .getByRole('img', { name: /It stands \d+ % down the abstract/ })
        .first();
      await thumbnail.waitFor();
      // The paper of Delta says "We propose Delta. Delta extends Bravo. …": the mark begins within the one line there is.
      const left = async (name: string) => {
        const path = await details(page)
          .locator('.lineage-sentence', { hasText: name })
          .first()
          .locator('.page-mark')
          .getAttribute('d');
        return Number(/^M([\d.]+)/.exec(path ?? '')?.[1]);
      };
      expect(await left('Delta extends Bravo.')).toBeLessThan(await left('Delta extends Charlie.'));
      await page.getByRole('list', { name: 'Key' }).getByText('main path').waitFor();
    }));

  test('are walked through with the arrow keys', () =>
    on(lineageOf('delta'), async (page) => {
      await box(page, 'Delta').waitFor();
      const focused = () => page.locator(':focus').textContent();
      await page.getByRole('region', { name: 'Drawing of the lineage' }).focus();
      await page.keyboard.press('Tab');
      await eventually(focused).toBe('Delta');
      await page.keyboard.press('ArrowRight');
      await eventually(focused).not.toBe('Delta');
      await page.keyboard.press('ArrowLeft');
      await eventually(focused).toBe('Delta');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await eventually(focused).toBe('Alfa');
      await page.keyboard.press('Enter');
      await details(page).getByRole('heading', { name: 'Alfa' }).waitFor();
    }));

  test('say so of a method that has no relatives', () =>
    on('?lineage=technique:hermit', async (page) => {
      await page.getByText('It stands alone').waitFor();
      await details(page).getByRole('link', { name: 'Its page' }).waitFor();
    }));

  test.each(['?lineage=technique:nobody', '?method=technique:nobody'])('%s says that there is none', async (path) => {
    const { page, faults, close } = await open(browser, served.url + path);
    try {
      const said = page.getByRole('alert').filter({ hasText: 'There is no such method in the graph' });
      await said.getByText('Search for a method by its name').waitFor();
      expect(await said.textContent()).not.toContain('/api/');
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    } finally {
      await close();
    }
  });

  test('a method has a page with an address of its own', () =>
    on('?method=technique:alfa', async (page) => {
      const main = page.locator('.method');
      await main.getByRole('heading', { name: 'Alfa', level: 1 }).waitFor();
      for (const part of ['Papers by month', 'Gave rise to', 'Branches', 'Sentences']) {
        await main.getByRole('heading', { name: part }).waitFor();
      }
      await main.getByText('Bravo extends Alfa.').first().waitFor();
      await main.getByRole('link', { name: 'Bravo' }).first().click();
      await main.getByRole('heading', { name: 'Bravo', level: 1 }).waitFor();
      await inAddress(page, 'method').toBe('technique:bravo');
      await main.getByRole('button', { name: 'In the graph' }).click();
      await page.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'Bravo' }).waitFor();
      await eventually(async () => new URL(page.url()).search).not.toContain('method');
    }));

  test.each([
    ['a lineage', lineageOf('delta')],
    ['a method', '?method=technique:delta'],
  ])('%s fits a phone and can be used by everybody', (_, path) =>
    on(
      path,
      async (page) => {
        await page.locator('.lineage-box, .method-head').first().waitFor();
        await eventually(() => page.evaluate('document.documentElement.scrollWidth')).toBe(390);
        expect(await violations(page, '.lineage-layer')).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    ),
  );
});
