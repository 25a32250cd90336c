/** Connecting two nodes: the paths between them, hop by hop with their sentences, on the page, the canvas and in the address. */
import { describe, expect, test } from 'vitest';
import { drawn, noChromium } from './chromium.js';
import { colour, eventually, inAddress, isDrawn, settled } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { EMBER_SENTENCE } from './fixture-records.js';

const RIVER = 'technique:river-routing';
const BRIDGES = 'concept:bridges-planning';

describe.skipIf(noChromium)(`connecting in the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('finds the paths to another node, by the keyboard, with a sentence for every hop', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Find paths to…' }).click();
      await page.keyboard.type('bridges pl');
      await page.getByRole('option', { name: /bridges planning/ }).waitFor();
      await page.keyboard.press('Enter');
      const paths = page.getByRole('region', { name: 'Paths' });
      await paths.getByRole('heading', { name: 'From river routing to bridges planning' }).waitFor();
      await paths.getByText('Used in').waitFor();
      const text = (await paths.textContent()) ?? '';
      expect(text).toContain('We apply river routing to bridges planning.');
      expect(text).toContain('Studies');
      await inAddress(page, 'node').toBe(RIVER);
      await inAddress(page, 'to').toBe(BRIDGES);
      // The path keeps its colours, the rest stands back.
      await settled(page);
      const [onPath, aside] = [await colour(page, BRIDGES), await colour(page, 'concept:gardens-planning')];
      expect(onPath).not.toBe(aside);
    }, at(RIVER)));

  test('is what a link shows, and leads back to all about the node', () =>
    explorer.onPage(
      async (page) => {
        const paths = page.getByRole('region', { name: 'Paths' });
        await paths.getByText(EMBER_SENTENCE).waitFor();
        await page.reload();
        await drawn(page);
        await paths.getByText(EMBER_SENTENCE).waitFor();
        await paths.getByRole('button', { name: 'All about river routing' }).click();
        await paths.waitFor({ state: 'detached' });
        await inAddress(page, 'to').toBeNull();
        await page.goBack();
        await paths.waitFor();
      },
      `${at(RIVER)}&to=technique:ember`,
    ));

  test('offers each of several paths, and shows one that the filters leave out', () =>
    explorer.onPage(async (page) => {
      const choices = page.getByRole('radio');
      await eventually(() => choices.count()).toBe(2);
      await page.getByRole('radio', { name: 'via load balance' }).check({ force: true });
      await page.locator('.hops').getByText('It is one of load balance.').waitFor();
      await eventually(() => isDrawn(page, 'concept:load-balance')).toBe(true);
      await eventually(() => isDrawn(page, 'concept:token-dropping')).toBe(false);
      await page.getByRole('radio', { name: 'via river routing' }).check({ force: true });
      await eventually(() => isDrawn(page, 'concept:load-balance')).toBe(false);
    }, '/?node=arxiv:2509.00011&to=arxiv:2503.00002&hide=Concept'));
});
