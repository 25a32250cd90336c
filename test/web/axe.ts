/** What axe finds fault with on a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { settled } from './drawing.js';

/** As much of axe as is asked here. */
interface Axe {
  run(
    at: string,
    options: { resultTypes: string[]; runOnly?: string[] },
  ): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
}

/** What it puts into the page's global object. */
declare const axe: Axe;

const require = createRequire(import.meta.url);
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Each rule that is broken, with the elements that break it.
 * @param at a selector of the part to look at
 * @param rules names of the rules to look for; all of them where none is given
 */
export async function violations(page: Page, at = 'html', rules?: string[]): Promise<string[]> {
  // The page's policy forbids scripts of others; what the browser's own channel evaluates is not asked.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(
    async ([part, only]) =>
      (await axe.run(part, { resultTypes: ['violations'], ...(only && { runOnly: only }) })).violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
      ),
    [at, rules] as const,
  );
}

/** In the dark only the colours are others, so only what is about colours is looked at again. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Expects that axe finds nothing on the page as it is now, light and dark; it is light again then.
 * @param drawn whether there is a drawing, which is to stand still
 */
export async function expectAccessible(page: Page, state: string, drawn = true): Promise<void> {
  for (const [colorScheme, rules] of [
    ['light', undefined],
    ['dark', OF_COLOURS],
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor({ state: 'attached' });
    if (drawn) await settled(page);
    expect(await violations(page, 'html', rules), `${state}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
