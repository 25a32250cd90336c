/** What is measured of a page in the browser. */
import type { Page } from 'playwright-core';

/** As long as one pans. */
const PAN_MS = 4_000;
const PIXELS_A_FRAME = 6;

interface Handle {
  nodes(): string[];
}

/** The page's globals, as the functions that run there see them. */
declare const window: { stemma?: Handle; bench?: { drawn?: number; frames?: number } };
declare const document: { querySelector(selector: string): { dispatchEvent(event: unknown): void } | null };
declare const MouseEvent: new (type: string, init: object) => unknown;
declare function requestAnimationFrame(frame: (now: number) => void): number;

export interface Drawn {
  /** Milliseconds from the start of the navigation until a frame with the drawing was shown. */
  readonly time: number;
  /** Milliseconds of these that the page's own thread was at work; where more is waited for, the machine was busy. */
  readonly work: number;
}

export async function timeToDrawn(page: Page, url: string): Promise<Drawn> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  // What compiles this file marks functions by a helper that the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (value) => value;' });
  await page.addInitScript(() => {
    const bench: { drawn?: number } = {};
    window.bench = bench;
    const look = () => {
      // The frame after the next one begins when the drawing is on the screen.
      if (window.stemma && window.stemma.nodes().length > 0) {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            bench.drawn = performance.now();
          }),
        );
      } else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(url);
  await page.waitForFunction(() => window.bench?.drawn !== undefined, undefined, { timeout: 300_000 });
  const { metrics } = await session.send('Performance.getMetrics');
  const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return { time: await page.evaluate(() => window.bench?.drawn ?? Number.NaN), work: seconds * 1_000 };
}

/** Bytes of all scripts so far, as they came over the wire. */
export function scriptBytes(page: Page): Promise<number> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
      .reduce((sum, entry) => sum + (entry as unknown as { encodedBodySize: number }).encodedBodySize, 0),
  );
}

/** Frames a second while the drawing is dragged to and fro, a little each frame. */
export function pan(page: Page): Promise<number> {
  return page.evaluate(
    ([time, step]) =>
      new Promise<number>((resolve) => {
        const target = document.querySelector('.sigma-mouse');
        const at = (type: string, x: number) =>
          target?.dispatchEvent(
            new MouseEvent(type, { clientX: x, clientY: 450, button: 0, buttons: 1, bubbles: true, cancelable: true }),
          );
        let [x, direction, frames, start] = [700, 1, 0, 0];
        at('mousemove', x);
        at('mousedown', x);
        const frame = (now: number) => {
          if (start === 0) start = now;
          else frames++;
          if (now - start >= time) {
            at('mouseup', x);
            resolve((frames * 1_000) / (now - start));
            return;
          }
          if (x > 900 || x < 500) direction = -direction;
          x += direction * step;
          at('mousemove', x);
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [PAN_MS, PIXELS_A_FRAME] as const,
  );
}

/** Bytes that the page's objects take when nothing unused is left. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}
