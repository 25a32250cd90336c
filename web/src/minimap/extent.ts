/** How the drawing fits into the small map, there and back. */
import type { DrawnGraph } from '../graph/build-graph.js';

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Extent {
  /** Pixels of the map for one unit of the drawing. */
  readonly scale: number;
  /** Where the drawing's origin is on the map; up on it is down on the map. */
  readonly x: number;
  readonly y: number;
}

/** Of the map, in pixels. */
export const MAP = { width: 176, height: 120 };
const MARGIN = 8;

/** Undefined where nothing is shown. */
export function extentOf(graph: DrawnGraph, ids: Iterable<string>, width: number, height: number): Extent | undefined {
  let [left, right, low, high] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const id of ids) {
    const { x, y } = graph.getNodeAttributes(id);
    left = Math.min(left, x);
    right = Math.max(right, x);
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  if (left > right) return undefined;
  const scale = Math.min(
    (width - 2 * MARGIN) / Math.max(1, right - left),
    (height - 2 * MARGIN) / Math.max(1, high - low),
  );
  return { scale, x: width / 2 - (scale * (left + right)) / 2, y: height / 2 + (scale * (low + high)) / 2 };
}

export function toMap({ x, y }: Point, extent: Extent): Point {
  return { x: extent.x + extent.scale * x, y: extent.y - extent.scale * y };
}

export function toPlace({ x, y }: Point, extent: Extent): Point {
  return { x: (x - extent.x) / extent.scale, y: (extent.y - y) / extent.scale };
}
