/** Comparing: what is most like a paper, and what several nodes share, on the page, the canvas and in the address. */
import { describe, expect, test } from 'vitest';
import { drawn, noChromium } from './chromium.js';
import { colour, eventually, inAddress, settled } from './drawing.js';
import { at, useExplorer } from './explorer.js';

const GARDENS = 'arxiv:2509.00011';
const EMBER = 'arxiv:2503.00002';
const BRIDGES = 'arxiv:2509.00010';

describe.skipIf(noChromium)(`comparing in the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('a paper names the papers most like it, the rarest thing in common first, and compares with one at a click', () =>
    explorer.onPage(async (page) => {
      const like = page.getByRole('region', { name: /Papers most like this/ });
      const first = like.getByRole('listitem').first();
      await first.getByRole('link', { name: 'Ember: a gate that learns' }).waitFor();
      await eventually(() => first.textContent()).toMatch(/Both: load balance, river routing/);
      await first.getByRole('button', { name: 'Compare with Ember: a gate that learns' }).click();
      const comparison = page.getByRole('region', { name: 'Comparison' });
      const shared = comparison.getByRole('region', { name: 'In common' });
      await shared.getByRole('link', { name: 'load balance' }).waitFor();
      await eventually(() => shared.getByRole('heading', { level: 3 }).textContent()).toBe('In common 2');
      // Of the little that they share the sentences stand there at once.
      await shared.getByText('It is one of load balance.').waitFor();
      await shared.getByText('We study load balance.').waitFor();
      await shared.getByRole('button', { name: 'Sentences on load balance' }).click();
      await shared.getByText('It is one of load balance.').waitFor({ state: 'detached' });
      await comparison.getByRole('button', { name: 'Show what each has of its own' }).click();
      const own = comparison.getByRole('region', { name: 'Only A: Models of gardens' });
      await eventually(() => own.textContent()).toContain('gardens planning');
      await inAddress(page, 'node').toBe(GARDENS);
      await eventually(async () => new URL(page.url()).searchParams.getAll('with')).toEqual([EMBER]);
      await page.locator('.graph-canvas').focus();
      await page.keyboard.press('Control+z');
      await eventually(async () => new URL(page.url()).searchParams.getAll('with')).toEqual([]);
      await like.waitFor();
      await page.keyboard.press('Control+Shift+z');
      await eventually(async () => new URL(page.url()).searchParams.getAll('with')).toEqual([EMBER]);
      await comparison.waitFor();
      // What they share keeps its colour, the rest stands back.
      await settled(page);
      expect(await colour(page, 'concept:load-balance')).not.toBe(await colour(page, 'concept:bridges-planning'));
    }, at(GARDENS)));

  test('a third is found by the keyboard, can be left out again, and a link shows the same', () =>
    explorer.onPage(
      async (page) => {
        const comparison = page.getByRole('region', { name: 'Comparison' });
        await comparison.getByRole('button', { name: 'And with…' }).click();
        await page.keyboard.type('models of bridges');
        await page.getByRole('option', { name: /Models of bridges/ }).waitFor();
        await page.keyboard.press('Enter');
        await comparison.getByRole('button', { name: 'Compare without Models of bridges' }).waitFor();
        await eventually(async () => new URL(page.url()).searchParams.getAll('with')).toEqual([EMBER, BRIDGES]);
        await page.reload();
        await drawn(page);
        await comparison.getByRole('button', { name: 'Compare without Models of bridges' }).click();
        await eventually(async () => new URL(page.url()).searchParams.getAll('with')).toEqual([EMBER]);
        await page.goBack();
        await comparison.getByRole('button', { name: 'Compare without Models of bridges' }).waitFor();
        await comparison.getByRole('button', { name: 'All about Models of gardens' }).click();
        await comparison.waitFor({ state: 'detached' });
      },
      `${at(GARDENS)}&with=${encodeURIComponent(EMBER)}`,
    ));

  test('two techniques: what they say of each other, and what goes with both', () =>
    explorer.onPage(async (page) => {
      const goes = page.getByRole('region', { name: /Goes with/ });
      await goes.getByText('load balance').first().waitFor();
      await page.getByRole('button', { name: 'Compare with…' }).click();
      await page.keyboard.type('ember');
      await page.getByRole('option', { name: 'Ember 1 paper' }).waitFor();
      await page.keyboard.press('Enter');
      const comparison = page.getByRole('region', { name: 'Comparison' });
      await comparison.getByText('Ember builds on').waitFor();
      await comparison.getByText('Ember extends river routing with a learned gate.').first().waitFor();
      const shared = comparison.getByRole('region', { name: 'In common' });
      await shared.getByText('A · together in 2 papers').first().waitFor();
      await shared.getByText('B · together in 1 paper').first().waitFor();
    }, at('technique:river-routing')));
});
