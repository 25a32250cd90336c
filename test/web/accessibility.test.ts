/** The explorer is for everyone: axe finds nothing in any state, light or dark. */
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { expectAccessible } from './axe.js';
import { noChromium } from './chromium.js';
import { at, useExplorer } from './explorer.js';

interface State {
  readonly name: string;
  readonly path: string;
  reach(page: Page): Promise<void>;
}

const someEvidence = (page: Page) => page.locator('.step').first().waitFor();

const STATES: readonly State[] = [
  { name: 'overview', path: '/', reach: async () => {} },
  {
    name: 'search',
    path: '/',
    async reach(page) {
      await page.keyboard.press('/');
      await page.keyboard.type('ri');
      await page.getByRole('option').first().waitFor();
    },
  },
  { name: 'paper', path: at('arxiv:2503.00002'), reach: someEvidence },
  { name: 'entity', path: at('technique:river-routing'), reach: someEvidence },
  {
    name: 'correcting an entity',
    path: at('technique:river-routing'),
    async reach(page) {
      await page.locator('.aliases summary').click();
      await page.getByRole('button', { name: 'Merge into…' }).click();
      await page.keyboard.type('em');
      await page.getByRole('option', { name: /Ember/ }).waitFor();
    },
  },
  {
    name: 'after an edit',
    path: at('technique:river-routing'),
    async reach(page) {
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('rivers');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Undo' }).click();
      await page.locator('.notice', { hasText: 'Taken back' }).waitFor();
    },
  },
  {
    name: 'filtering',
    path: '/?years=2023-2024&hide=Model',
    async reach(page) {
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByLabel('First year').waitFor();
    },
  },
  {
    name: 'asking in Cypher',
    path: '/',
    async reach(page) {
      await page.keyboard.press('q');
      await page.getByRole('tab', { name: 'Cypher' }).click();
      await page.getByRole('textbox', { name: 'Cypher' }).fill("// All\nMATCH (t:Technique) RETURN t, $x, 'text', 2.5");
      await page.getByLabel('$x').fill('1');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Ember' }).waitFor();
      await page.getByRole('button', { name: 'Show in graph' }).click();
    },
  },
  {
    name: 'the menu of a node',
    path: at('technique:river-routing'),
    async reach(page) {
      await someEvidence(page);
      await page.keyboard.press('Shift+F10');
      await page.getByRole('menuitem').first().waitFor();
    },
  },
  {
    name: 'all commands',
    path: at('technique:river-routing'),
    async reach(page) {
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('option').first().waitFor();
    },
  },
  {
    name: 'the table, with marks, by year',
    path: '/?colour=year',
    async reach(page) {
      await page.keyboard.press('y');
      await page.getByRole('region', { name: 'Years' }).waitFor();
      await page.keyboard.press('t');
      await page
        .getByRole('checkbox', { name: /^Mark / })
        .first()
        .click();
      await page.getByRole('region', { name: 'Marked nodes' }).waitFor();
    },
  },
  {
    name: 'saving a picture',
    path: '/?colour=community',
    async reach(page) {
      await page.getByRole('button', { name: 'Share and save' }).click();
      await page.getByRole('menuitem', { name: /picture/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'comparing',
    path: `${at('technique:river-routing')}&with=technique:ember`,
    async reach(page) {
      await page.getByRole('button', { name: 'Sentences on load balance' }).click();
      await page.getByRole('button', { name: 'Show what each has of its own' }).click();
    },
  },
  {
    name: 'adding papers',
    path: '/',
    async reach(page) {
      await page.getByRole('button', { name: 'Add papers' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add papers' });
      await dialog
        .getByLabel('Or paste abstracts')
        .fill(`We introduce LanternNet. ${'It finds boats at night. '.repeat(5)}`);
      await dialog.getByRole('button', { name: 'See what is in it' }).click();
      await dialog.getByRole('list', { name: 'Papers found' }).waitFor();
    },
  },
  {
    name: 'help',
    path: '/',
    async reach(page) {
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];

describe.skipIf(noChromium)(`the explorer is accessible${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test.each(STATES)('axe finds nothing in the state: $name', ({ name, path, reach }) =>
    explorer.onPage(
      async (page) => {
        await reach(page);
        await expectAccessible(page, name);
      },
      path,
      { colorScheme: 'light', reducedMotion: 'reduce' },
    ),
  );
});
