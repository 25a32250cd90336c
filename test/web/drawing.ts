/** What the page draws at this moment, through the handle that it offers to consoles and tests (`window.stemma`). */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** What stands on the drawing, in pixels of the window. */
export interface Name {
  readonly text: string;
  readonly of: 'node' | 'region';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Handle {
  nodes(): string[];
  position(id: string): Point | undefined;
  colour(id: string): string | undefined;
  camera(): Point & { readonly ratio: number };
  moving(): boolean;
  names(): Name[];
}

/** The page's global object, as the functions that run there see it. */
declare const stemma: Handle;

export function camera(page: Page): Promise<ReturnType<Handle['camera']>> {
  return page.evaluate(() => stemma.camera());
}

/** The names that stand on the drawing. */
export function names(page: Page): Promise<Name[]> {
  return page.evaluate(() => stemma.names());
}

export function colour(page: Page, id: string): Promise<string | undefined> {
  return page.evaluate((node) => stemma.colour(node), id);
}

export function isDrawn(page: Page, id: string): Promise<boolean> {
  return page.evaluate((node) => stemma.position(node) !== undefined, id);
}

/** Ids of the nodes that are in the drawing, to be seen or not. */
export function drawnNodes(page: Page): Promise<string[]> {
  return page.evaluate(() => stemma.nodes());
}

/** Ids of the nodes that are to be seen, wherever the camera looks. */
export function visibleNodes(page: Page): Promise<string[]> {
  return page.evaluate(() => stemma.nodes().filter((id) => stemma.position(id) !== undefined));
}

export async function position(page: Page, id: string): Promise<Point> {
  const point = await page.evaluate((node) => stemma.position(node), id);
  if (!point) throw new Error(`${id} is not drawn`);
  return point;
}

/** Waits until it stands still: a click where it has just been would meet nothing. */
export async function clickNode(page: Page, id: string): Promise<void> {
  await settled(page);
  const { x, y } = await position(page, id);
  await page.mouse.click(x, y);
}

/** The camera stands still, every fade is over, and the address says where one looks. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !stemma.moving());
}

/** Expects of what the address says under a key, looked at again and again; null where it says nothing. */
export function inAddress(page: Page, key: string) {
  return eventually(async () => new URL(page.url()).searchParams.get(key));
}

/** Expects of what is looked at again and again: a busy machine may answer a key late. */
export function eventually<T>(look: () => Promise<T>) {
  return expect.poll(look, { timeout: 20_000 });
}

/** A point on the line between two nodes, as far from every node as it can be. */
export async function pointOnLink(page: Page, a: string, b: string): Promise<Point> {
  await settled(page);
  const [from, to] = [await position(page, a), await position(page, b)];
  const nodes = await page.evaluate(() => stemma.nodes().flatMap((id) => stemma.position(id) ?? []));
  const points = Array.from({ length: 39 }, (_, i) => {
    const share = (i + 1) / 40;
    const [x, y] = [from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)];
    return { x, y, room: Math.min(...nodes.map((node) => Math.hypot(node.x - x, node.y - y))) };
  });
  // The other end may lie outside the window, or behind a panel.
  const seen = await page.evaluate<boolean[]>(
    `${JSON.stringify(points)}.map(({ x, y }) => document.elementFromPoint(x, y)?.tagName === 'CANVAS')`,
  );
  const inSight = points.filter((_, i) => seen[i]);
  if (inSight.length === 0) throw new Error(`nothing of the link between ${a} and ${b} is in sight`);
  return inSight.reduce((best, point) => (point.room > best.room ? point : best));
}

/** How far the nodes that are seen reach, and how near the two nearest are to one another, in pixels. */
export async function spread(page: Page): Promise<{ readonly reach: number; readonly nearest: number }> {
  await settled(page);
  const places = await page.evaluate(() => stemma.nodes().flatMap((id) => stemma.position(id) ?? []));
  const between = places.flatMap((a, i) => places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
  return { reach: Math.max(...between), nearest: Math.min(...between) };
}
