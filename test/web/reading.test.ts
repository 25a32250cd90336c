/** Finding, selecting and reading, by deeds: real keys and a real mouse in a real Chromium on the shipped command line. */
import { describe, expect, test } from 'vitest';
import { LIGHT } from '../../web/src/theme/palette.js';
import { noChromium } from './chromium.js';
import { camera, clickNode, colour, eventually, inAddress, names, position, settled } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { EMBER_SENTENCE, HOSTILE_TITLE } from './fixture-records.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const EMBER_PAPER = 'arxiv:2503.00002';
const HOSTILE_PAPER = 'arxiv:2506.00003';
/** Far from the line of descent. */
const KILNS = 'concept:kilns-planning';

describe.skipIf(noChromium)(`reading in the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('finds a paper by its title with the keyboard alone, flies there and shows its evidence', () =>
    explorer.onPage(async (page) => {
      const before = await camera(page);
      await page.keyboard.press('/');
      await page.keyboard.type('ember gate');
      await page.getByRole('option', { name: /Ember: a gate that learns/ }).waitFor();
      const options = await page.getByRole('option').allTextContents();
      const index = options.findIndex((text) => text.startsWith('Ember: a gate'));
      for (let i = 0; i < index; i++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Ember: a gate that learns' }).waitFor();
      await inAddress(page, 'node').toBe(EMBER_PAPER);
      const details = page.getByRole('complementary', { name: 'Details' });
      await eventually(() => details.textContent()).toContain('Mar 2025');
      await eventually(() => details.locator('.evidence').first().textContent()).toBe(EMBER_SENTENCE);
      await eventually(() => camera(page)).not.toEqual(before);
    }));

  test('who types fast need not wait: Enter goes to what is typed as soon as it is found', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.insertText('ember gate');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Ember: a gate that learns' }).waitFor();
    }));

  test('groups suggestions by label with counts, and says which alias matched', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('RRT');
      const option = page.getByRole('option', { name: /river routing/ });
      await option.waitFor();
      await eventually(() => option.textContent()).toContain('also “RRT”');
      await eventually(() => page.getByRole('group', { name: /^Techniques, \d+$/ }).count()).toBe(1);
      const field = page.getByRole('combobox', { name: /^Search papers/ });
      expect(await field.getAttribute('aria-activedescendant')).toBe(
        await page.locator('[aria-selected=true]').getAttribute('id'),
      );
      await page.keyboard.press('Escape');
      await eventually(() => field.getAttribute('aria-expanded')).toBe('false');
      await eventually(() => field.inputValue()).toBe('');
    }));

  test('shows when papers speak of an entity, a bar for each month', () =>
    explorer.onPage(async (page) => {
      const chart = page.getByRole('figure', { name: '14 papers from May 2023 to Sep 2025' });
      await chart.waitFor();
      await eventually(() => chart.getByTitle('Sep 2025: 9 papers').count()).toBe(1);
      await eventually(() => chart.getByTitle(/: 0 papers$/).count()).toBe(24);
    }, at(RIVER)));

  test('says what to do when nothing has the name', () =>
    explorer.onPage(async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('qqxxzzvv');
      await page.getByText('No paper or idea has this name. Try an alias or fewer letters.').waitFor();
    }));

  test('selects a paper by a click on the canvas: neighbours keep their colour, the rest fades', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const before = await colour(page, KILNS);
      await clickNode(page, EMBER_PAPER);
      await page.getByRole('heading', { name: 'Ember: a gate that learns' }).waitFor();
      await page.mouse.move(700, 890);
      await eventually(() => colour(page, KILNS)).not.toBe(before);
      await settled(page);
      await eventually(() => colour(page, RIVER)).toBe(LIGHT.labels.Technique);
      await eventually(() => colour(page, EMBER_PAPER)).toBe(LIGHT.labels.Paper);
      expect(before).toBe(LIGHT.labels.Concept);
      const evidence = await page.locator('.evidence').allTextContents();
      expect(evidence).toContain('On QuarryBench, Ember outperforms river routing.');
      await page.keyboard.press('Escape');
      await page.getByRole('complementary', { name: 'Details' }).waitFor({ state: 'detached' });
      await eventually(() => colour(page, KILNS)).toBe(before);
    }));

  test('a link to a node shows it as a click does: its neighbours keep their colour, the rest fades, it has its name', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      await eventually(async () => (await names(page)).map(({ text }) => text)).toContain('river routing');
      expect(await colour(page, KILNS)).not.toBe(LIGHT.labels.Concept);
      expect(await colour(page, RIVER)).toBe(LIGHT.labels.Technique);
      await page.keyboard.press('Escape');
      await eventually(() => colour(page, KILNS)).toBe(LIGHT.labels.Concept);
    }, at(RIVER)));

  test('a glance dims lightly and leaves no trace', () =>
    explorer.onPage(async (page) => {
      await settled(page);
      const place = await position(page, EMBER_PAPER);
      await page.mouse.move(place.x, place.y, { steps: 3 });
      await eventually(() => colour(page, KILNS)).not.toBe(LIGHT.labels.Concept);
      await page.mouse.move(720, 895, { steps: 3 });
      await eventually(() => colour(page, KILNS)).toBe(LIGHT.labels.Concept);
      await eventually(async () => new URL(page.url()).search).toBe('');
    }));

  test('shows an entity with aliases, dates, lineage and papers by role, each with its sentence', () =>
    explorer.onPage(async (page) => {
      const details = page.getByRole('complementary', { name: 'Details' });
      await page.getByRole('heading', { name: 'river routing' }).waitFor();
      const text = (await details.textContent()) ?? '';
      for (const part of [
        '14 papers',
        '“RRT”',
        'First seen May 2023, last Sep 2025',
        'Is built on by',
        'Is outperformed by',
        'Introduced in',
        'Used in',
      ]) {
        expect(text).toContain(part);
      }
      const used = details.locator('section.steps', { hasText: 'Used in' });
      await eventually(() => used.locator('.step').count()).toBe(6);
      await eventually(() => used.textContent()).toContain('6 of 13');
      await used.getByRole('button', { name: 'Show more' }).click();
      await eventually(() => used.locator('.step').count()).toBe(13);
    }, at(RIVER)));

  test('walks by names, and back and forward through the browser’s history', () =>
    explorer.onPage(async (page) => {
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByRole('link', { name: 'Ember', exact: true }).first().click();
      await page.getByRole('heading', { name: 'Ember', exact: true }).waitFor();
      await inAddress(page, 'node').toBe(EMBER);
      await page.goBack();
      await page.getByRole('heading', { name: 'river routing' }).waitFor();
      await page.goForward();
      await page.getByRole('heading', { name: 'Ember', exact: true }).waitFor();
      await page.reload();
      await page.getByRole('heading', { name: 'Ember', exact: true }).waitFor();
      await eventually(() => page.title()).toBe('Ember – Stemma');
    }, at(RIVER)));

  test('marks in the abstract every entity that it names, and lights the sentence of the one looked at', () =>
    explorer.onPage(async (page) => {
      const abstract = page.locator('.abstract');
      await abstract.waitFor();
      const marked = await abstract.locator('.mention').allTextContents();
      expect(marked).toEqual(['Ember', 'river routing', 'QuarryBench', 'Ember', 'river routing', 'load balance']);
      await page.locator('.step:not(.related)', { hasText: 'load balance' }).hover();
      expect((await abstract.locator('.abstract-lit').allTextContents()).join('')).toBe('We study load balance.');
    }, at(EMBER_PAPER)));

  test('shows markup in a paper as text, and makes no link of an address that is a script', () =>
    explorer.onPage(async (page) => {
      const heading = page.locator('.heading-name');
      await heading.waitFor();
      await eventually(() => heading.textContent()).toBe(HOSTILE_TITLE);
      await eventually(() => page.locator('.abstract').textContent()).toContain(
        '<b onclick="window.harmed=3">bold</b>',
      );
      await eventually(() =>
        page.locator('.inspector img, .inspector script, .inspector b, a[href^="javascript"]').count(),
      ).toBe(0);
      await page.keyboard.press('/');
      await page.keyboard.type('onerror');
      await page.getByRole('option').first().waitFor();
      await eventually(() => page.evaluate('globalThis.harmed')).toBeUndefined();
    }, at(HOSTILE_PAPER)));
});
