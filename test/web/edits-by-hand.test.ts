/** The list of all edits in the explorer: what it says, taking any of them back, and a file that cannot be read. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { groupSpellings } from '../../web/src/curation/spellings.js';
import { expectAccessible } from './axe.js';
import { noChromium, open } from './chromium.js';
import { eventually, inAddress } from './drawing.js';
import { at, useExplorer } from './explorer.js';
import { serveGraph } from './stemma-server.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
/** At this width the list has to be laid out otherwise. */
const NARROW = { viewport: { width: 400, height: 800 } };

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Edits by hand' });
const rows = (page: Page) => dialogOf(page).getByRole('listitem');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

async function typeCommand(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill(words);
}

async function openList(page: Page): Promise<void> {
  await typeCommand(page, 'edits by hand');
  await page.getByRole('option', { name: /^Edits by hand/ }).waitFor();
  await page.keyboard.press('Enter');
  await dialogOf(page).waitFor();
}

test('other names are grouped by spelling, those of the own name apart', () => {
  expect(groupSpellings('key-value cache', ['KV cache', 'Key Value Caches', 'KV-cache', 'the cache'])).toEqual({
    own: ['Key Value Caches'],
    others: [['KV cache', 'KV-cache'], ['the cache']],
  });
  expect(groupSpellings('YOLOv8', ['YOLO-v8', 'YOLOv8s'])).toEqual({ own: ['YOLO-v8'], others: [['YOLOv8s']] });
  expect(groupSpellings('+', ['-', '–'])).toEqual({ own: [], others: [['-'], ['–']] });
});

describe.skipIf(noChromium)(`edits by hand${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();
  const path = () => join(explorer.graph.folder, 'curation.yaml');
  const file = () => readFileSync(path(), 'utf8');
  const post = async (route: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${explorer.served.url}${route}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return answer.status;
  };
  const make = async (...edits: unknown[]) => {
    for (const edit of edits) expect(await post('/api/curation', edit)).toBe(200);
  };

  // One test's edits are not to be seen by the next one, even when it fails.
  afterEach(async () => {
    while ((await post('/api/curation/undo', {})) === 200);
  });

  test('are all listed, newest first, and any of them is taken back, with no other line', async () => {
    const { page, close } = await open(explorer.browser, explorer.served.url);
    try {
      await make(
        { rename: 'load balance', to: 'load balancing' },
        { merge: 'Ember', into: 'river routing' },
        { retype: 'Lumen-7B', to: 'Technique' },
        { reject: 'STUDIES', from: 'arxiv:2503.00002', to: 'load balancing' },
        { split: 'Ember', from: 'river routing' },
      );
      await page.reload();
      await page.getByRole('button', { name: 'Edits by hand (5)' }).click();
      await eventually(() => rows(page).locator('.by-hand-words').allTextContents()).toEqual([
        'Split “Ember” off from “river routing”',
        'Rejected STUDIES from “arXiv 2503.00002” to “load balancing”',
        'Changed the type of “Lumen-7B” to Technique',
        'Merged “Ember” into “river routing”',
        'Renamed “load balance” to “load balancing”',
      ]);
      const before = file();
      // Taken back with keys alone: the focus goes on to the next one.
      await rows(page).nth(2).getByRole('button').focus();
      await page.keyboard.press('Enter');
      await dialogOf(page).getByText('Taken back: Changed the type of “Lumen-7B” to Technique').waitFor();
      expect(file()).toBe(before.replace('  - retype: Lumen-7B\n    to: Technique\n', ''));
      await eventually(() => page.evaluate('document.activeElement.textContent')).toBe('Take back edit 2');
      // The split needs the merge: that is said beside the button, and nothing changes.
      await rows(page).nth(2).getByRole('button', { name: 'Take back' }).click();
      const alert = rows(page).nth(2).getByRole('alert');
      await alert.waitFor();
      await eventually(() => alert.textContent()).toMatch(/curation\.yaml:\d+:5: .*Ember/);
      expect(await rows(page).count()).toBe(4);
      await page.keyboard.press('Escape');
      await dialogOf(page).waitFor({ state: 'detached' });
      await eventually(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
        'Edits by hand (4)',
      );
      await page.reload();
      await page.getByRole('button', { name: 'Edits by hand (4)' }).waitFor();
    } finally {
      await close();
    }
  });

  test('of an edit in the list what is selected goes on to be shown; what is gone is not', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('Cinder');
      await page.keyboard.press('Enter');
      await heading(page, 'Cinder');
      await openList(page);
      await rows(page).getByRole('button').click();
      await dialogOf(page).getByText('There are none yet').waitFor();
      await eventually(() => page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Close');
      await page.keyboard.press('Escape');
      await heading(page, 'Ember');
      await inAddress(page, 'node').toBe(EMBER);
      // It can be had back, too.
      await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
      await heading(page, 'Cinder');
    }, at(EMBER)));

  test('an undo takes back no edit that was written by hand in the meantime', async () => {
    const { page, close } = await open(explorer.browser, explorer.served.url + at(EMBER));
    try {
      await page.getByRole('button', { name: 'Rename…' }).click();
      await page.keyboard.type('Cinder');
      await page.keyboard.press('Enter');
      await heading(page, 'Cinder');
      const byHand = 'version: 1\nedits:\n  - { rename: Lumen-7B, to: Lumen } # by hand\n';
      writeFileSync(path(), byHand);
      await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('alert').filter({ hasText: 'curation.yaml was changed since' }).waitFor();
      expect(file()).toBe(byHand);
      // The list has what is in the file now.
      await page.getByRole('button', { name: 'Edits by hand (1)' }).click();
      await rows(page).getByText('Renamed “Lumen-7B” to “Lumen”').waitFor();
    } finally {
      await close();
    }
  });

  test('Ctrl+Z right after an edit takes it back, not the view, and the palette says so', () =>
    explorer.onPage(async (page) => {
      await heading(page, 'Ember');
      await page.keyboard.press('m');
      await page.getByRole('button', { name: 'Change type…' }).click();
      await page.getByRole('button', { name: 'Model', exact: true }).click();
      await inAddress(page, 'node').toBe('model:ember');
      await page.locator('.notice', { hasText: 'is a Model now' }).waitFor();
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Undo the edit: “Ember” is a Model now' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+z');
      await page.locator('.notice', { hasText: 'Taken back: “Ember” is a Model now' }).waitFor();
      await inAddress(page, 'node').toBe(EMBER);
      expect(file()).not.toContain('retype');
      await page.keyboard.press('Control+k');
      await page.getByRole('option', { name: 'Undo marking' }).waitFor();
    }, at(EMBER)));

  test('a file that was broken by hand is told about, with line and column, and where to look', async () => {
    await make({ rename: 'load balance', to: 'load balancing' });
    const right = file();
    writeFileSync(path(), right.replace('rename:', 'renam:'));
    const { page, close } = await open(explorer.browser, explorer.served.url + at(RIVER));
    try {
      const notice = page.locator('.notice');
      await eventually(() => notice.textContent()).toMatch(/No edits can be made\. .*curation\.yaml:3:5: .*neither/);
      await eventually(() => page.getByRole('button', { name: 'Merge into…' }).count()).toBe(0);
      await page.getByRole('button', { name: 'Edits by hand (not readable)' }).click();
      await eventually(() => dialogOf(page).getByRole('alert').textContent()).toMatch(/curation\.yaml:3:5: /);
      await expectAccessible(page, 'edits that cannot be read');
      writeFileSync(path(), right);
      await dialogOf(page).getByRole('button', { name: 'Reload the page' }).click();
      await page.getByRole('button', { name: 'Merge into…' }).waitFor();
      await page.getByRole('button', { name: 'Edits by hand (1)' }).waitFor();
    } finally {
      writeFileSync(path(), right);
      await close();
    }
  });

  test.each([{}, NARROW])('the list is accessible: %o', (options) =>
    explorer.onPage(
      async (page) => {
        await openList(page);
        await expectAccessible(page, 'no edits');
        await make({ rename: 'load balance', to: 'load balancing' }, { merge: 'Ember', into: 'river routing' });
        await page.keyboard.press('Escape');
        await openList(page);
        await rows(page).nth(1).waitFor();
        await expectAccessible(page, 'edits');
      },
      '/',
      options,
    ),
  );

  test('a server that takes no edits offers no list of them', async () => {
    const served = await serveGraph(explorer.graph, undefined, '--read-only');
    const { page, faults, close } = await open(explorer.browser, served.url);
    try {
      await typeCommand(page, 'edits by hand');
      await page.getByText('No command is called so').waitFor();
      expect(await page.getByRole('button', { name: /Edits by hand/ }).count()).toBe(0);
      expect(faults).toEqual([]);
    } finally {
      await close();
      await served.stop();
    }
  });
});
