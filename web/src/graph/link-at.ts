/**
 * The link at a point of the window, reckoned from where its ends stand. Sigma would tell by drawing all links a second time
 * in each frame, which panning a large drawing would pay for; this costs milliseconds, and only when somebody asks.
 */
import type { Coordinates } from 'sigma/types';
import type { DrawnGraph } from './build-graph.js';
import type { Drawing } from './drawing.js';

/** How far a link may be from the pointer, in CSS pixels; a fingertip is less exact. */
export const REACH = { pointer: 4, finger: 12 } as const;

interface Options {
  readonly sigma: Drawing;
  readonly graph: DrawnGraph;
  /** How far it may be, as a share of the usual reach; 0 for what is not to be met. */
  readonly clarityOf: (key: string, source: string, target: string) => number;
}

/**
 * @param at in pixels of the drawing's element
 * @param reach in pixels
 * @returns the key of the nearest link, the surer of two that are as near
 */
export function linkAt({ sigma, graph, clarityOf }: Options, at: Coordinates, reach: number): string | undefined {
  const point = sigma.viewportToGraph(at);
  const beside = sigma.viewportToGraph({ x: at.x + reach, y: at.y });
  const most = Math.hypot(beside.x - point.x, beside.y - point.y);
  let best: { key: string; distance: number; confidence: number } | undefined;
  graph.forEachEdge((key, { confidence }, source, target, from, to) => {
    if (Math.min(from.x, to.x) - most > point.x || Math.max(from.x, to.x) + most < point.x) return;
    if (Math.min(from.y, to.y) - most > point.y || Math.max(from.y, to.y) + most < point.y) return;
    const distance = distanceTo(point, from, to);
    if (distance > most * clarityOf(key, source, target)) return;
    // Links between the same two lie on one another.
    const isSame = best !== undefined && Math.abs(distance - best.distance) < most * 1e-6;
    if (!best || (isSame ? confidence > best.confidence : distance < best.distance))
      best = { key, distance, confidence };
  });
  return best?.key;
}

/** From a point to a stretch between two others. */
export function distanceTo(point: Coordinates, from: Coordinates, to: Coordinates): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const length = x * x + y * y;
  const along = length === 0 ? 0 : ((point.x - from.x) * x + (point.y - from.y) * y) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * x, point.y - from.y - share * y);
}
