/** Walking the drawing by deeds: what each changes on the screen and in the address, and that it can be taken back. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { shortKey } from '../../web/src/walk/short-key.js';
import { drawn, noChromium } from './chromium.js';
import { clickNode, eventually, inAddress, isDrawn, position, settled, spread, visibleNodes } from './drawing.js';
import { at, useExplorer } from './explorer.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const EMBER_PAPER = 'arxiv:2503.00002';
const BALANCE = 'concept:load-balance';

/** What the address keeps, but for where one looks: the camera may still fly, and flying is no step that is taken back. */
function stepsIn(page: Page) {
  const kept = new URL(page.url()).searchParams;
  kept.delete('at');
  return kept.toString();
}

async function menuOf(page: Page, id: string) {
  const { x, y } = await position(page, id);
  await page.mouse.click(x, y, { button: 'right' });
  return page.getByRole('menu');
}

describe.skipIf(noChromium)(`walking the graph${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('keeps only a node, opens it by a double-click, says of how many, and takes each step back', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const all = (await visibleNodes(page)).length;
      const menu = await menuOf(page, RIVER);
      await menu.getByRole('menuitem', { name: /^Keep only this/ }).click();
      await eventually(() => visibleNodes(page)).toEqual([RIVER]);
      await inAddress(page, 'only').toBe(shortKey(RIVER));
      await settled(page);
      const { x, y } = await position(page, RIVER);
      await page.mouse.dblclick(x, y);
      // Fourteen papers and what builds on it.
      await eventually(async () => (await visibleNodes(page)).length).toBe(16);
      await inAddress(page, 'open').toContain(RIVER);
      await page.getByRole('region', { name: 'In the drawing' }).getByText('All 16 links drawn').waitFor();
      // What came has the window to itself, and can be told apart.
      await eventually(async () => (await spread(page)).reach).toBeGreaterThan(450);
      expect((await spread(page)).nearest).toBeGreaterThan(40);
      const steps = stepsIn(page);
      await page.keyboard.press('Control+z');
      await eventually(() => visibleNodes(page)).toEqual([RIVER]);
      await inAddress(page, 'open').toBeNull();
      await page.keyboard.press('Control+Shift+Z');
      await eventually(async () => (await visibleNodes(page)).length).toBe(16);
      await eventually(async () => stepsIn(page)).toBe(steps);
      await page.reload();
      await drawn(page);
      await eventually(async () => (await visibleNodes(page)).length).toBe(16);
      await page.keyboard.press('Shift+H');
      await eventually(async () => (await visibleNodes(page)).length).toBe(all);
    }));

  test('hides by a key what is selected, and brings it back from the message', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await page.getByRole('heading', { name: 'load balance' }).waitFor();
      await page.keyboard.press('h');
      await eventually(() => isDrawn(page, BALANCE)).toBe(false);
      await inAddress(page, 'hidden').toBe(shortKey(BALANCE));
      await page.getByText('load balance hidden').first().waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await eventually(() => isDrawn(page, BALANCE)).toBe(true);
      await inAddress(page, 'hidden').toBeNull();
    }, at(BALANCE)));

  test('collapses a paper: what only it mentions goes, and comes back when it is opened', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await page.getByRole('heading', { name: 'Ember: a gate that learns' }).waitFor();
      await page.keyboard.press('c');
      await eventually(() => isDrawn(page, 'benchmark:quarrybench')).toBe(false);
      await eventually(() => isDrawn(page, RIVER)).toBe(true);
      await page.keyboard.press('e');
      await eventually(() => isDrawn(page, 'benchmark:quarrybench')).toBe(true);
      await eventually(() => isDrawn(page, EMBER)).toBe(true);
    }, at(EMBER_PAPER)));

  test('drags a node to a place that a link keeps, and that arrow keys change', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const from = await position(page, RIVER);
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 40, from.y + 30, { steps: 5 });
      await page.mouse.move(from.x + 90, from.y + 70, { steps: 5 });
      await page.mouse.up();
      const isDropped = async () => {
        const { x, y } = await position(page, RIVER);
        return Math.hypot(x - from.x - 90, y - from.y - 70);
      };
      await eventually(isDropped).toBeLessThan(3);
      const to = await position(page, RIVER);
      await inAddress(page, 'pin').toMatch(new RegExp(`^${shortKey(RIVER)}`));
      // A drag is no click.
      await inAddress(page, 'node').toBeNull();
      await page.reload();
      await drawn(page);
      await settled(page);
      const again = await position(page, RIVER);
      expect(Math.hypot(again.x - to.x, again.y - to.y)).toBeLessThan(3);
      await clickNode(page, RIVER);
      await settled(page);
      const before = await position(page, RIVER);
      await page.keyboard.press('Shift+ArrowUp');
      await eventually(async () => Math.round((await position(page, RIVER)).y - before.y)).toBe(-24);
      await page.keyboard.press('p');
      await inAddress(page, 'pin').toBeNull();
    }));

  test('marks by lasso and by Shift, and keeps only what is marked', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const { x, y } = await position(page, BALANCE);
      await page.keyboard.press('l');
      await page.getByRole('region', { name: 'Lasso' }).waitFor();
      await page.mouse.move(x - 12, y - 12);
      await page.mouse.down();
      for (const [right, down] of [
        [12, -12],
        [12, 12],
        [-12, 12],
        [-12, -10],
      ] as const)
        await page.mouse.move(x + right, y + down, { steps: 3 });
      await page.mouse.up();
      const bar = page.getByRole('region', { name: 'Marked nodes' });
      await bar.getByText('1 node marked').waitFor();
      await inAddress(page, 'marked').toBe(shortKey(BALANCE));
      await page.keyboard.down('Shift');
      await clickNode(page, RIVER);
      await page.keyboard.up('Shift');
      await bar.getByText('2 nodes marked').waitFor();
      await inAddress(page, 'node').toBeNull();
      await bar.getByRole('button', { name: 'Keep only these' }).click();
      await eventually(async () => (await visibleNodes(page)).sort()).toEqual([BALANCE, RIVER]);
      await page.getByRole('button', { name: 'Show all' }).click();
      await eventually(() => isDrawn(page, EMBER)).toBe(true);
    }));

  test('opens the menu of the selected node by keys, walks it by arrows, and gives the focus back', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('heading', { name: 'river routing' }).waitFor();
      await settled(page);
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menu', { name: 'river routing' }).waitFor();
      await eventually(() => page.evaluate('document.activeElement?.textContent ?? ""')).toMatch(/^Expand/);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await eventually(() => visibleNodes(page)).toEqual([RIVER]);
      await page.getByRole('menu').waitFor({ state: 'detached' });
    }, at(RIVER)));

  test('undoes filters and selections, too', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await page.getByText('Concepts', { exact: true }).click();
      await eventually(() => isDrawn(page, BALANCE)).toBe(false);
      await clickNode(page, RIVER);
      await page.getByRole('heading', { name: 'river routing' }).waitFor();
      await page.keyboard.press('Control+z');
      await page.getByRole('heading', { name: 'river routing' }).waitFor({ state: 'detached' });
      await inAddress(page, 'node').toBeNull();
      await page.keyboard.press('Control+z');
      await eventually(() => isDrawn(page, BALANCE)).toBe(true);
      await inAddress(page, 'hide').toBeNull();
    }));
});
