/** Links by deeds: met by the pointer, selected by a click or by the keys, with their sentences, in the address, and taken back. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../web/src/theme/palette.js';
import { expectAccessible } from './axe.js';
import { drawn, noChromium } from './chromium.js';
import { colour, eventually, inAddress, pointOnLink, settled } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { EMBER_SENTENCE } from './fixture-records.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const EMBER_PAPER = 'arxiv:2503.00002';
const BALANCE = 'concept:load-balance';
const STUDIED = `${EMBER_PAPER} STUDIES ${BALANCE}`;

describe.skipIf(noChromium)(`links in the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();
  const details = (page: Page) => page.getByRole('complementary', { name: 'Details' });

  test('says what a link says where the pointer rests on it, and selects it by a click', () =>
    explorer.onPage(async (page) => {
      const { x, y } = await pointOnLink(page, EMBER_PAPER, BALANCE);
      const before = await colour(page, STUDIED);
      await page.mouse.move(x, y, { steps: 3 });
      await page.locator('.link-card').getByText('studies', { exact: true }).waitFor();
      await page.mouse.click(x, y);
      await details(page).getByText('We study load balance.').waitFor();
      await details(page).locator('.step-source').getByRole('link', { name: 'Ember: a gate that learns' }).waitFor();
      await inAddress(page, 'link').toBe('STUDIES');
      await inAddress(page, 'node').toBe(EMBER_PAPER);
      await inAddress(page, 'to').toBe(BALANCE);
      await page
        .getByRole('status')
        .getByText('Selected a link: Ember: a gate that learns studies load balance')
        .waitFor();
      await eventually(() => page.locator('.link-card').count()).toBe(0);
      await settled(page);
      expect(before).not.toBe(LIGHT.accent);
      expect((await colour(page, STUDIED))?.toLowerCase()).toBe(LIGHT.accent);
      await expectAccessible(page, 'a link');
      await page.reload();
      await drawn(page);
      await details(page).getByText('We study load balance.').waitFor();
      await eventually(async () => (await colour(page, STUDIED))?.toLowerCase()).toBe(LIGHT.accent);
      await page.goBack();
      await details(page).waitFor({ state: 'detached' });
      await inAddress(page, 'link').toBeNull();
      await eventually(() => colour(page, STUDIED)).toBe(before);
    }));

  test('goes from a line of the details to its link by the keys, and back', () =>
    explorer.onPage(async (page) => {
      const way = details(page).getByRole('link', { name: /^The link with river routing/ });
      await way.first().focus();
      await page.keyboard.press('Enter');
      await inAddress(page, 'link').toBe('BUILDS_ON');
      await details(page).getByText(EMBER_SENTENCE).waitFor();
      await eventually(() => page.title()).toBe('Ember builds on river routing – Stemma');
      // There is another link between the two.
      await details(page).getByRole('link', { name: 'Ember outperforms river routing' }).click();
      await details(page).getByText('On QuarryBench, Ember outperforms river routing.').waitFor();
      await inAddress(page, 'link').toBe('OUTPERFORMS');
      await page.keyboard.press('Control+z');
      await inAddress(page, 'link').toBe('BUILDS_ON');
      await page.goBack();
      await page.goBack();
      await page.goBack();
      await page.getByRole('heading', { name: 'Ember', exact: true }).waitFor();
      await inAddress(page, 'link').toBeNull();
    }, at(EMBER)));

  test('is rejected and taken back in the details, which say meanwhile that it is gone', () =>
    explorer.onPage(
      async (page) => {
        await details(page).getByRole('button', { name: 'Reject this link' }).click();
        await details(page).getByText('This link is not in the graph').waitFor();
        await page.getByRole('button', { name: 'Undo', exact: true }).click();
        await details(page).getByText('We study load balance.').waitFor();
        await inAddress(page, 'link').toBe('STUDIES');
      },
      `/?${new URLSearchParams({ node: EMBER_PAPER, link: 'STUDIES', to: BALANCE })}`,
    ));

  test('a double click beside the nodes comes closer, whatever link lies there', () =>
    explorer.onPage(async (page) => {
      const { x, y } = await pointOnLink(page, EMBER_PAPER, BALANCE);
      await page.mouse.dblclick(x, y);
      await settled(page);
      await eventually(() => details(page).count()).toBe(0);
      await inAddress(page, 'at').not.toBeNull();
    }));

  test('a click on a row of the table of links selects the link', () =>
    explorer.onPage(async (page) => {
      await page.getByLabel('Narrow the table down').fill('BUILDS_ON');
      await page.getByRole('table', { name: 'Links' }).getByRole('link', { name: 'builds on' }).click();
      await details(page).getByText(EMBER_SENTENCE).waitFor();
      await inAddress(page, 'node').toBe(EMBER);
      await inAddress(page, 'to').toBe(RIVER);
    }, '/?panels=links'));
});
