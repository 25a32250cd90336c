/** The list of commands: its keys are of one command each, the palette finds and runs them, the help shows them all. */
import { describe, expect, test } from 'vitest';
import { fits } from '../../web/src/commands/fit.js';
import { noChromium } from './chromium.js';
import { eventually, settled, visibleNodes } from './drawing.js';
import { at, useExplorer } from './explorer.js';

describe('what is typed into the palette', () => {
  test.each([
    ['zoom', 'Zoom in', [], 1],
    ['in z', 'Zoom in', [], 0.9],
    ['isol', 'Keep only this', ['isolate'], 0.6],
    ['oom', 'Zoom in', [], 0.3],
    ['isol', 'Mark with a lasso', [], 0],
  ] as const)('%s fits %s', (typed, name, words, fit) => {
    expect(fits(typed, name, words)).toBe(fit);
  });
});

describe.skipIf(noChromium)(`the commands${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('are found by other words and done on what is selected, from a field, too', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('heading', { name: 'river routing' }).waitFor();
      await settled(page);
      await page.keyboard.press('/');
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', { name: 'Commands' });
      await palette.getByRole('option', { name: /^Expand/ }).waitFor();
      // There is nothing to undo, so it is not offered.
      await eventually(() => palette.getByRole('option', { name: /^Undo/ }).count()).toBe(0);
      await page.keyboard.type('isol');
      await eventually(() => palette.getByRole('option').count()).toBe(1);
      await page.keyboard.press('Enter');
      await eventually(() => visibleNodes(page)).toEqual(['technique:river-routing']);
      await palette.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+k');
      await palette.getByRole('option', { name: /^Undo keeping only these/ }).click();
      await eventually(async () => (await visibleNodes(page)).length).toBeGreaterThan(20);
    }, at('technique:river-routing')));

  test('stand in the help with their keys, each key once', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Keys' });
      await help.getByText('Expand neighbours').waitFor();
      const rows = await help.locator('section .keys-one').allTextContents();
      expect(rows.length).toBeGreaterThan(20);
      expect(new Set(rows).size).toBe(rows.length);
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'hidden' });
    }));
});
