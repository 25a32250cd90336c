/** Adding papers from the page: pasted, chosen, dropped; looked at, then added, drawn and kept. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { drawn, noChromium, open } from './chromium.js';
import { eventually, inAddress, isDrawn } from './drawing.js';
import { useExplorer } from './explorer.js';
import { serveGraph } from './stemma-server.js';

async function dropPhoto(page: Page): Promise<void> {
  await page.evaluate(`
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array([0, 255, 0, 1])], 'photo.jpg'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  `);
}

const ABSTRACT =
  'We introduce LanternNet, a model that finds boats at night. LanternNet builds on Ember and is evaluated on QuarryBench, where it outperforms Ember by three points.';

describe.skipIf(noChromium)(`adding papers in the explorer${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();
  const papers = async () => {
    const stats = (await (await fetch(`${explorer.served.url}/api/stats`)).json()) as { papers: number };
    return stats.papers;
  };

  test('a dropped file that holds no paper is refused with the reason, and nothing changes', () =>
    explorer.onPage(async (page) => {
      const before = await papers();
      await dropPhoto(page);
      const dialog = page.getByRole('dialog', { name: 'Add papers' });
      await dialog.getByText('Nothing was added').waitFor();
      await dialog.getByText(/No paper found in photo\.jpg/).waitFor();
      await dialog.getByRole('button', { name: 'Choose others' }).click();
      await dialog.getByLabel('Or paste abstracts').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      expect(await papers()).toBe(before);
    }));

  test('what was pasted is kept when it is refused, and spoken of as that', () =>
    explorer.onPage(async (page) => {
      await page.getByRole('button', { name: 'Add papers' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add papers' });
      const field = dialog.getByLabel('Or paste abstracts');
      await field.fill('[]');
      await dialog.getByRole('button', { name: 'See what is in it' }).click();
      await dialog.getByText(/No paper found in what you pasted/).waitFor();
      await dialog.getByRole('button', { name: 'Choose others' }).click();
      await eventually(() => field.inputValue()).toBe('[]');
    }));

  test('keys of the page do nothing behind the dialog, and Escape only closes it', () =>
    explorer.onPage(async (page) => {
      const details = page.getByRole('heading', { level: 2, name: 'Ember', exact: true });
      await details.waitFor();
      await page.getByRole('button', { name: 'Add papers' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add papers' });
      await dialog.getByRole('button', { name: 'Close' }).focus();
      await page.keyboard.press('h');
      await page.keyboard.press('?');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await details.waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      await eventually(() => isDrawn(page, 'technique:ember')).toBe(true);
      await inAddress(page, 'node').toBe('technique:ember');
    }, '/?node=technique:ember'));

  test('files dropped before the server has said whether it takes papers wait for its word', () =>
    explorer.onPage(async (page) => {
      let speak = () => {};
      const spoken = new Promise<void>((resolve) => {
        speak = resolve;
      });
      await page.route('**/api/curation', async (route) => {
        await spoken;
        await route.continue();
      });
      await page.reload();
      await drawn(page);
      const add = page.getByRole('button', { name: 'Add papers' });
      expect(await add.count()).toBe(0);
      await dropPhoto(page);
      speak();
      await add.waitFor({ state: 'attached' });
      await page.getByRole('dialog', { name: 'Add papers' }).getByText('Nothing was added').waitFor();
    }));

  test('a server that takes no papers says so to who drops some', async () => {
    const served = await serveGraph(explorer.graph, undefined, '--read-only');
    const { page, faults, close } = await open(explorer.browser, served.url);
    try {
      await dropPhoto(page);
      await page.getByText('This server takes no papers').first().waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(faults).toEqual([]);
    } finally {
      await close();
      await served.stop();
    }
  });

  test('pasted abstracts are shown as they were understood, added, drawn, and there after a reload', () =>
    explorer.onPage(async (page) => {
      const before = await papers();
      await page.getByRole('button', { name: 'Add papers' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add papers' });
      const look = dialog.getByRole('button', { name: 'See what is in it' });
      await eventually(() => look.isDisabled()).toBe(true);
      // The line above it is its title.
      await dialog.getByLabel('Or paste abstracts').fill(`LanternNet: boats at night\n${ABSTRACT}`);
      await look.click();
      const found = dialog.getByRole('list', { name: 'Papers found' });
      await found.getByText('LanternNet', { exact: true }).first().waitFor();
      await found.getByText('LanternNet: boats at night', { exact: true }).first().waitFor();
      await eventually(() => found.textContent()).toMatch(/IntroducesLanternNet/);
      expect(await papers()).toBe(before);
      await dialog.getByRole('button', { name: 'Add 1 paper' }).click();
      await page.getByText('1 paper added').first().waitFor();
      await dialog.waitFor({ state: 'detached' });
      await eventually(() => papers()).toBe(before + 1);
      // The new paper is selected, and what it introduces is on the canvas.
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByText('finds boats at night').first().waitFor();
      await details.getByRole('link', { name: 'LanternNet' }).first().click();
      await inAddress(page, 'node').toMatch(/lanternnet$/);
      const id = new URL(page.url()).searchParams.get('node') ?? '';
      await eventually(() => isDrawn(page, id)).toBe(true);
      await page.reload();
      await details.getByRole('heading', { name: 'LanternNet' }).waitFor();
    }));
});
