/** Correcting the graph in the explorer, by real clicks and keys on the shipped command line: each edit, and its undo. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { expectAccessible } from './axe.js';
import { noChromium, open } from './chromium.js';
import { camera, eventually, inAddress, isDrawn, settled } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { serveGraph } from './stemma-server.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const EMBER_PAPER = 'arxiv:2503.00002';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
const kind = (page: Page, label: string) => page.locator('.heading-kind', { hasText: label }).waitFor();
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });
const reasons = (page: Page) => page.locator('.aliases summary');

async function takeBack(page: Page): Promise<void> {
  await undo(page).click();
  await page.locator('.notice', { hasText: 'Taken back' }).waitFor();
}

describe.skipIf(noChromium)(`correcting the graph${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();
  const file = () => readFileSync(join(explorer.graph.folder, 'curation.yaml'), 'utf8');

  // One test's edit is not to be seen by the next one, even when it fails.
  afterEach(async () => {
    for (;;) {
      const url = `${explorer.served.url}/api/curation`;
      if (!((await (await fetch(url)).json()) as { undo: boolean }).undo) return;
      await fetch(`${url}/undo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    }
  });

  test('tells why an alias is one, with the paper that shows it', () =>
    explorer.onPage(async (page) => {
      await reasons(page).click();
      const alias = page.locator('.alias', { hasText: 'RRT' });
      await alias.waitFor();
      await eventually(() => alias.locator('.alias-why').textContent()).toMatch(
        /“RRT”.*“river routing”.*River routing for sparse/,
      );
      await alias.getByRole('link', { name: /River routing/ }).click();
      await heading(page, 'River routing for sparse transformers');
    }, at(RIVER)));

  test('merges into another node found by its name; the view stays, and Undo takes it back', () =>
    explorer.onPage(async (page) => {
      await heading(page, 'Ember');
      await settled(page);
      const view = await camera(page);
      await page.getByRole('button', { name: 'Merge into…' }).click();
      const field = page.getByRole('combobox', { name: 'Merge Ember into' });
      await field.fill('rrt');
      await page.getByRole('option', { name: /river routing/ }).click();
      await page.getByRole('button', { name: 'Merge', exact: true }).click();
      await page.locator('.notice', { hasText: 'Merged “Ember” into “river routing”' }).waitFor();
      await heading(page, 'river routing');
      await inAddress(page, 'node').toBe(RIVER);
      await eventually(() => isDrawn(page, EMBER)).toBe(false);
      await settled(page);
      expect(await camera(page)).toEqual(view);
      await eventually(async () => file()).toContain('- merge: Ember\n    into: river routing\n');
      await reasons(page).click();
      await page.getByText('“Ember” and “river routing” were joined by hand').waitFor();
      await takeBack(page);
      await heading(page, 'Ember');
      await inAddress(page, 'node').toBe(EMBER);
      await eventually(() => isDrawn(page, EMBER)).toBe(true);
      await settled(page);
      expect(await camera(page)).toEqual(view);
      await eventually(async () => file()).not.toContain('merge');
    }, at(EMBER)));

  test('splits off what was merged', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Merge into…' }).click();
      await page.keyboard.type('river');
      await page.getByRole('option', { name: /river routing/ }).click();
      await page.keyboard.press('Enter');
      await heading(page, 'river routing');
      await reasons(page).click();
      await page.getByRole('button', { name: 'Split off Ember' }).click();
      await page.locator('.notice', { hasText: 'Split “Ember” off' }).waitFor();
      await eventually(() => page.locator('.alias', { hasText: 'Ember' }).count()).toBe(0);
      await eventually(() => isDrawn(page, `${EMBER}:split`)).toBe(true);
      await eventually(async () => file()).toContain('- split: Ember\n    from: river routing\n');
    }, at(EMBER)));

  test('renames with the keyboard alone, and goes on reading where it was', () =>
    explorer.onPage(async (page) => {
      await heading(page, 'river routing');
      await page.getByRole('button', { name: 'Rename…' }).focus();
      await page.keyboard.press('Enter');
      await eventually(() => page.getByRole('textbox', { name: 'New name' }).inputValue()).toBe('river routing');
      await page.keyboard.type('River Routing (RR)');
      await page.keyboard.press('Enter');
      await heading(page, 'River Routing (RR)');
      await inAddress(page, 'node').toBe(RIVER);
      await eventually(() => page.evaluate('document.activeElement.textContent')).toBe('Rename…');
      await undo(page).focus();
      await page.keyboard.press('Enter');
      await heading(page, 'river routing');
    }, at(RIVER)));

  test('changes the type: colour, legend and address follow', () =>
    explorer.onPage(async (page) => {
      await heading(page, 'river routing');
      await page.getByRole('button', { name: 'Change type…' }).click();
      await page.getByRole('button', { name: 'Model', exact: true }).click();
      await kind(page, 'Model');
      await inAddress(page, 'node').toBe('model:river-routing');
      await page.getByRole('checkbox', { name: /^Models 2$/ }).waitFor();
      await page.reload();
      await kind(page, 'Model');
    }, at(RIVER)));

  test('rejects an edge from either end', () =>
    explorer.onPage(async (page) => {
      const ember = page.getByRole('region', { name: /^Is built on by/ }).locator('.step', { hasText: 'Ember' });
      await ember.hover();
      await ember.getByRole('button', { name: 'Reject the link with Ember' }).click();
      await eventually(() => ember.count()).toBe(0);
      await eventually(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Details');
      await page.getByRole('region', { name: /^Is outperformed by/ }).waitFor();
      await eventually(async () => file()).toContain('- reject: BUILDS_ON\n    from: Ember\n    to: river routing\n');
      await takeBack(page);
      await ember.waitFor();
      await ember.getByRole('link', { name: 'Ember', exact: true }).click();
      await heading(page, 'Ember');
      await page
        .getByRole('region', { name: /^Introduced in/ })
        .getByRole('button', { name: /^Reject the link with Ember: a gate/ })
        .click();
      await eventually(() => page.getByRole('region', { name: /^Introduced in/ }).count()).toBe(0);
      await eventually(async () => file()).toContain(`- reject: INTRODUCES\n    from: ${EMBER_PAPER}\n    to: Ember\n`);
    }, at(RIVER)));

  test('splits off no spelling of its own name, and gives no reason that is none', () =>
    explorer.onPage(async (page) => {
      await page.route(/\/api\/nodes\/[^/]*river-routing$/, async (route) => {
        const answer = await route.fetch();
        const body = (await answer.json()) as { reasons?: { alias: string; chain: unknown[] }[] };
        for (const reason of body.reasons ?? []) if (reason.alias === 'RRT') reason.chain = [];
        await route.fulfill({ response: answer, json: body });
      });
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('River-Routing');
      await page.keyboard.press('Enter');
      await heading(page, 'River-Routing');
      await reasons(page).click();
      await page
        .locator('.alias', { hasText: 'river routing' })
        .getByText('Another spelling of the same name')
        .waitFor();
      await page.locator('.alias', { hasText: 'RRT' }).getByText('No single reason is recorded').waitFor();
      await eventually(() => page.getByRole('button', { name: /^Split off/ }).allTextContents()).toEqual([
        'Split off RRT',
      ]);
    }, at(RIVER)));

  test('asks before a node takes the name of another, and merges the two instead', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('River routings');
      await page.keyboard.press('Enter');
      const question = page.getByText('Another Technique is called “river routing”. Merge into it instead?');
      await question.waitFor();
      await expectAccessible(page, 'a rename that is asked about');
      await page.getByRole('button', { name: 'Rename all the same' }).click();
      await heading(page, 'River routings');
      await takeBack(page);
      await heading(page, 'Ember');
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('rrt');
      await page.keyboard.press('Enter');
      await page.getByText('The Technique “river routing” is called “RRT”, too.').waitFor();
      await page.keyboard.type('x');
      await page.getByText('Merge into it instead?').waitFor({ state: 'detached' });
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Merge into it' }).click();
      await heading(page, 'river routing');
      await eventually(async () => file()).toContain('- merge: Ember\n    into: river routing\n');
    }, at(EMBER)));

  test('what it says leaves by itself, also after one was closed under the pointer', () =>
    explorer.onPage(async (page) => {
      await heading(page, 'river routing');
      await page.keyboard.press('h');
      await page.getByRole('button', { name: 'Close this message' }).click();
      await page.locator('.notice').waitFor({ state: 'detached' });
      await page.mouse.move(700, 300);
      await page.keyboard.press('Shift+H');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('copy a link');
      await page.keyboard.press('Enter');
      await page.locator('.notice').waitFor();
      await page.locator('.notice').waitFor({ state: 'detached', timeout: 20_000 });
    }, at(RIVER)));

  test('says why an edit cannot be made, and changes nothing', async () => {
    const { page, close } = await open(explorer.browser, explorer.served.url + at(EMBER));
    try {
      await heading(page, 'Ember');
      // Somebody else's edit, of which this page does not know.
      await fetch(`${explorer.served.url}/api/curation`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ merge: EMBER, into: RIVER }),
      });
      const before = file();
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('Cinder');
      await page.keyboard.press('Enter');
      const alert = page.getByRole('alert');
      await alert.waitFor();
      await eventually(() => alert.textContent()).toMatch(/^There is no technique:ember any more .*: write technique:/);
      expect(file()).toBe(before);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Merge into…' }).click();
      await page.keyboard.press('Escape');
      await eventually(() => page.getByRole('combobox', { name: /^Merge/ }).count()).toBe(0);
      // Escape closed the form, not the details.
      await heading(page, 'Ember');
    } finally {
      await close();
    }
  });

  test('splits off what one paper calls it, with that paper', () =>
    explorer.onPage(async (page) => {
      await reasons(page).click();
      await page.getByRole('button', { name: 'Split off RRT' }).click();
      await page.locator('.notice', { hasText: 'Split “RRT” off from “river routing”' }).waitFor();
      await eventually(async () => file()).toContain('- split: RRT\n    from: river routing\n');
      await takeBack(page);
      await page.locator('.aliases', { hasText: 'RRT' }).waitFor();
    }, at(RIVER)));

  test('offers nothing of it on a server that is read-only', async () => {
    const served = await serveGraph(explorer.graph, undefined, '--read-only');
    const { page, faults, close } = await open(explorer.browser, served.url + at(RIVER));
    try {
      await reasons(page).click();
      await page.locator('.alias').first().waitFor();
      await page.locator('.step').first().waitFor();
      await eventually(() =>
        page.getByRole('button', { name: /Merge|Rename|Change type|Split off|Reject/ }).count(),
      ).toBe(0);
      expect(faults).toEqual([]);
    } finally {
      await close();
      await served.stop();
    }
  });
});
