/** Filters: what they leave out on the screen, how they are said and taken back, and that a link shows the same. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drawn, noChromium } from './chromium.js';
import { eventually, inAddress, isDrawn, settled, visibleNodes } from './drawing.js';
import { useExplorer } from './explorer.js';

const RIVER = 'technique:river-routing';
const TOWERS = 'concept:towers-planning';
const BRIDGES = 'concept:bridges-planning';
const BENCH = 'benchmark:quarrybench';
const OLD_PAPER = 'arxiv:2509.00020';

const chip = (page: Page, text: string) => page.getByRole('button', { name: `Remove the filter: ${text}` });
const more = (page: Page) => page.getByRole('button', { name: 'More filters' }).click();

describe.skipIf(noChromium)(`the filters of the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('leave out a type of link with what hangs on it alone, and say so', () =>
    explorer.onPage(async (page) => {
      await more(page);
      await eventually(() => isDrawn(page, BENCH)).toBe(true);
      await page.getByRole('checkbox', { name: 'evaluates on 1' }).click();
      await eventually(() => isDrawn(page, BENCH)).toBe(false);
      await eventually(() => isDrawn(page, RIVER)).toBe(true);
      await inAddress(page, 'without').toBe('EVALUATES_ON');
      await page.getByText(/^\d+ of \d+ drawn nodes, \d+ links$/).waitFor();
      await chip(page, 'Without “evaluates on”').click();
      await eventually(() => isDrawn(page, BENCH)).toBe(true);
      await inAddress(page, 'without').toBeNull();
    }));

  test('choose years by the keyboard and by a brush, and what only other papers speak of goes too', () =>
    explorer.onPage(async (page) => {
      await more(page);
      expect([await isDrawn(page, OLD_PAPER), await isDrawn(page, TOWERS)]).toEqual([true, true]);
      await page.getByRole('slider', { name: 'First year' }).focus();
      await page.keyboard.press('ArrowRight');
      await eventually(() => isDrawn(page, OLD_PAPER)).toBe(false);
      await eventually(() => isDrawn(page, TOWERS)).toBe(false);
      await eventually(() => isDrawn(page, BRIDGES)).toBe(true);
      await chip(page, '2024–2025').click();
      await eventually(() => isDrawn(page, TOWERS)).toBe(true);
      const bars = await page.locator('.years-bars').boundingBox();
      if (!bars) throw new Error('there are no bars');
      await page.mouse.move(bars.x + bars.width * 0.1, bars.y + 20);
      await page.mouse.down();
      await page.mouse.move(bars.x + bars.width * 0.5, bars.y + 20, { steps: 4 });
      await page.mouse.up();
      await chip(page, '2023–2024').waitFor();
      await eventually(() => isDrawn(page, BRIDGES)).toBe(false);
      await eventually(() => isDrawn(page, TOWERS)).toBe(true);
    }));

  test('work together, and all are taken back at once', () =>
    explorer.onPage(async (page) => {
      await more(page);
      await page.getByLabel('In at least').fill('1');
      await eventually(() => isDrawn(page, BRIDGES)).toBe(false);
      await eventually(() => isDrawn(page, RIVER)).toBe(true);
      await page.getByRole('button', { name: /^Categories/ }).click();
      await page.getByRole('checkbox', { name: /^math\.OC/ }).click();
      await eventually(() => isDrawn(page, 'arxiv:2501.00001')).toBe(false);
      await eventually(() => isDrawn(page, OLD_PAPER)).toBe(true);
      await eventually(() => page.getByRole('button', { name: /^Remove the filter/ }).count()).toBe(2);
      await page.getByRole('button', { name: 'Show all' }).click();
      await eventually(() => isDrawn(page, BRIDGES)).toBe(true);
      await eventually(() => page.getByRole('button', { name: /^Remove the filter/ }).count()).toBe(0);
    }));

  test('leave out links that are less sure', () =>
    explorer.onPage(async (page) => {
      await more(page);
      // The third entity of a paper is 0.75 sure in the fixture, the first 0.95.
      await page.getByLabel('Sure at least').fill('9');
      await eventually(() => isDrawn(page, BENCH)).toBe(false);
      await eventually(() => isDrawn(page, RIVER)).toBe(true);
      await chip(page, 'At least 90 % sure').waitFor();
    }));

  test('choose several communities, named by their own terms, each a chip of its own', () =>
    explorer.onPage(async (page) => {
      await more(page);
      await page.getByRole('button', { name: /^Communities/ }).click();
      const choices = page.locator('.filter-section', { hasText: 'Communities' }).getByRole('checkbox');
      const names = await page
        .locator('.filter-section', { hasText: 'Communities' })
        .locator('.filter-type > span:first-of-type')
        .allTextContents();
      expect(names.join()).toMatch(/planning|Ember|river routing/);
      expect(names.length).toBeGreaterThan(1);
      await settled(page);
      const all = (await visibleNodes(page)).length;
      await choices.nth(0).click();
      await eventually(async () => (await visibleNodes(page)).length).toBeLessThan(all);
      const one = (await visibleNodes(page)).length;
      await choices.nth(1).click();
      await eventually(async () => (await visibleNodes(page)).length).toBeGreaterThan(one);
      await inAddress(page, 'community').toMatch(/^\d+,\d+$/);
      await page.reload();
      await drawn(page);
      await eventually(() => page.getByRole('button', { name: /^Remove the filter/ }).count()).toBe(2);
      await chip(page, names[0] ?? '').click();
      await inAddress(page, 'community').toMatch(/^\d+$/);
    }));

  test('count how much of each choice the others leave', () =>
    explorer.onPage(async (page) => {
      await more(page);
      await page.getByRole('checkbox', { name: 'Papers 14' }).waitFor();
      await page.getByRole('checkbox', { name: 'studies 14' }).waitFor();
      await page.getByRole('button', { name: /^Categories/ }).click();
      await page.getByRole('checkbox', { name: 'math.OC 2' }).click();
      // Both papers of that category study something of their own, and no paper of it evaluates on anything.
      await page.getByRole('checkbox', { name: 'Papers 2' }).waitFor();
      await page.getByRole('checkbox', { name: 'studies 2' }).waitFor();
      await page.getByRole('checkbox', { name: 'evaluates on 0' }).waitFor();
      // Its own kind goes on saying what it would bring.
      await page.getByRole('checkbox', { name: 'cs.LG 12' }).click();
      await inAddress(page, 'category').toBe('math.OC');
      await page.getByRole('checkbox', { name: 'Papers 14' }).waitFor();
      await eventually(() => page.getByRole('button', { name: /^Remove the filter/ }).count()).toBe(2);
      await page.getByRole('slider', { name: 'First year' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('checkbox', { name: 'math.OC 0' }).waitFor();
    }));

  test('are in the address, so that a link shows the same', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await eventually(() => isDrawn(page, BRIDGES)).toBe(false);
      await eventually(() => isDrawn(page, TOWERS)).toBe(true);
      await eventually(() => isDrawn(page, BENCH)).toBe(false);
      await chip(page, '2023').waitFor();
      await page.reload();
      await drawn(page);
      await chip(page, 'No benchmarks').click();
      await eventually(async () => new URL(page.url()).search).toBe('?years=2023-2023');
    }, '/?years=2023-2023&hide=Benchmark&papers=nonsense&without=NOTHING'));

  test('say that nothing is left, and show all again', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Nothing is left: show all' }).click();
      await eventually(() => isDrawn(page, RIVER)).toBe(true);
    }, '/?organization=Nobody'));
});
