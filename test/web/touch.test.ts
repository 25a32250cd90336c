/** The explorer in the hand: what fingers do on the drawing of a small screen, and that they can hit what they aim at. */
import type { CDPSession, Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { shortKey } from '../../web/src/walk/short-key.js';
import { noChromium } from './chromium.js';
import { camera, eventually, inAddress, position, settled, visibleNodes } from './drawing.js';
import { at, useExplorer } from './explorer.js';

const RIVER = 'technique:river-routing';
const EMBER = 'technique:ember';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** On which what the first tap brings leaves room for the second. */
const TABLET = { ...PHONE, viewport: { width: 900, height: 1100 } };
/** Less is hard to hit; of links within a text nothing is asked, nor of a slider's thumb, which one may also reach by its track. */
const FINGERTIP = 44;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Real touches, as the browser gets them from its screen. */
class Fingers {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async on(page: Page): Promise<Fingers> {
    return new Fingers(await page.context().newCDPSession(page));
  }

  down(...touchPoints: Point[]) {
    return this.#session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  }

  move(...touchPoints: Point[]) {
    return this.#session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints });
  }

  up() {
    return this.#session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

describe.skipIf(noChromium)(`the explorer in the hand${noChromium ? ` (skipped: ${noChromium})` : ''}`, () => {
  const explorer = useExplorer();

  test('a tap beside a small node selects it, and one on the ground nothing', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const { x, y } = await position(page, RIVER);
        await page.touchscreen.tap(x + 14, y);
        await page.getByRole('heading', { name: 'river routing' }).waitFor();
        await inAddress(page, 'node').toBe(RIVER);
        await page.getByRole('button', { name: 'Close the details' }).tap();
        await inAddress(page, 'node').toBeNull();
      },
      `/?only=${shortKey(RIVER)}`,
      PHONE,
    ));

  test('a double tap opens a node', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const place = await position(page, RIVER);
        const fingers = await Fingers.on(page);
        // Sent at once: between two answers a busy machine lets the moment pass.
        await Promise.all([fingers.down(place), fingers.up(), fingers.down(place), fingers.up()]);
        await eventually(async () => (await visibleNodes(page)).length).toBe(16);
        await inAddress(page, 'open').toContain(RIVER);
      },
      `/?only=${shortKey(RIVER)}`,
      PHONE,
    ));

  test('two taps at different places are two taps, however soon they follow one another', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const [first, second] = [await position(page, RIVER), await position(page, EMBER)];
        const fingers = await Fingers.on(page);
        await Promise.all([fingers.down(first), fingers.up(), fingers.down(second), fingers.up()]);
        await page.getByRole('heading', { name: 'Ember' }).waitFor();
        await inAddress(page, 'node').toBe(EMBER);
        await inAddress(page, 'open').toBeNull();
        await eventually(async () => (await visibleNodes(page)).sort()).toEqual([EMBER, RIVER]);
      },
      `/?only=${shortKey(RIVER)}${shortKey(EMBER)}`,
      TABLET,
    ));

  test('one finger pans, also from a node, which stays where it is; two fingers zoom, and do not turn', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const before = await camera(page);
        const fingers = await Fingers.on(page);
        const { x, y } = await position(page, RIVER);
        // The first two at once: a finger that stays for a moment is a long press.
        await Promise.all([fingers.down({ x, y }), fingers.move({ x: x - 10, y: y + 5 })]);
        for (let step = 2; step <= 8; step++) await fingers.move({ x: x - 10 * step, y: y + 5 * step });
        await fingers.up();
        await settled(page);
        await eventually(async () => (await camera(page)).x).toBeGreaterThan(before.x);
        await inAddress(page, 'pin').toBeNull();
        await inAddress(page, 'at').not.toBeNull();
        const panned = await camera(page);
        await fingers.down({ x: 170, y: 400 }, { x: 220, y: 400 });
        for (let step = 1; step <= 8; step++)
          await fingers.move({ x: 170 - 8 * step, y: 400 - 4 * step }, { x: 220 + 8 * step, y: 400 + 4 * step });
        await fingers.up();
        await settled(page);
        await eventually(async () => (await camera(page)).ratio / panned.ratio).toBeLessThan(0.5);
        await eventually(() => page.evaluate('stemma.camera().angle')).toBe(0);
      },
      '/',
      PHONE,
    ));

  test('a finger that stays opens the menu of the node, and lifting it chooses nothing', () =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        const fingers = await Fingers.on(page);
        await fingers.down(await position(page, RIVER));
        const menu = page.getByRole('menu', { name: 'river routing' });
        await menu.waitFor();
        await fingers.up();
        await inAddress(page, 'node').toBeNull();
        await menu.getByRole('menuitem', { name: /^Keep only this/ }).tap();
        await eventually(() => visibleNodes(page)).toEqual([RIVER]);
      },
      '/',
      PHONE,
    ));

  test.each([
    ['the first page', '/', undefined],
    ['details', at(RIVER), undefined],
    ['the table, the years and the filters', '/?panels=table,years,legend,filters', undefined],
    ['the console', '/?panels=console', 'Cypher'],
    ['a comparison', `${at(RIVER)}&with=technique:ember`, undefined],
    ['paths', `${at(RIVER)}&to=technique:ember`, undefined],
  ])('a thumb hits every button of %s', (_name, path, tab) =>
    explorer.onPage(
      async (page) => {
        await settled(page);
        if (tab !== undefined) await page.getByRole('tab', { name: tab }).tap();
        await eventually(() => tooSmall(page)).toEqual([]);
      },
      path,
      PHONE,
    ),
  );
});

/** As much of an element as is asked here. */
interface Pressed {
  readonly className: string;
  readonly textContent: string | null;
  readonly ownerDocument: { readonly defaultView: { getComputedStyle(of: Pressed): { display: string } } };
  getAttribute(name: string): string | null;
  getBoundingClientRect(): { readonly width: number; readonly height: number };
  checkVisibility(options: object): boolean;
}

const PRESSED =
  'button, [role=tab], select, summary, label:has(input[type=checkbox]), input[type=text], input[type=search]';

/** What is pressed and is less than a fingertip high or wide, with its size. */
function tooSmall(page: Page): Promise<string[]> {
  return page.locator(PRESSED).evaluateAll(
    (all, least) =>
      (all as unknown as Pressed[]).flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        const isThere = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
        const isInText = element.ownerDocument.defaultView.getComputedStyle(element).display === 'inline';
        // A field of one pixel is there for those who do not see: its label is what is pressed.
        const isLarge = (side: number) => side <= 1 || side >= least - 0.5;
        if (!isThere || isInText || (isLarge(width) && isLarge(height))) return [];
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return [`${Math.round(width)}x${Math.round(height)} ${name} (${element.className})`];
      }),
    FINGERTIP,
  );
}
