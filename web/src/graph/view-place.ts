/**
 * Where one looks, as a link keeps it: `?at=12.3,-45,600`, the middle of the window and the length of its shorter side in
 * the coordinates of the drawing. A window of another size shows the same, and so does a graph to which papers were added.
 */
import type Sigma from 'sigma';
import type { CameraState } from 'sigma/types';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';

type Drawing = Sigma<NodeAttributes, EdgeAttributes>;

export interface ViewPlace {
  readonly x: number;
  readonly y: number;
  readonly span: number;
}

export function placeOf(sigma: Drawing): ViewPlace {
  const { width, height } = sigma.getDimensions();
  const { x, y, angle, ratio } = sigma.getCamera().getState();
  const at = { cameraState: { x, y, angle, ratio } };
  const middle = sigma.viewportToGraph({ x: width / 2, y: height / 2 }, at);
  const side = Math.min(width, height);
  const edge = sigma.viewportToGraph({ x: width / 2 + side, y: height / 2 }, at);
  const span = Math.hypot(edge.x - middle.x, edge.y - middle.y);
  // A thousandth of what one sees is exact enough.
  const digits = Math.max(0, Math.min(4, 3 - Math.floor(Math.log10(Math.max(span, 1e-3)))));
  const round = (value: number) => Number(value.toFixed(digits));
  return { x: round(middle.x), y: round(middle.y), span: round(span) };
}

/** The state of the camera that shows a place in this window. */
export function cameraAt(sigma: Drawing, { x, y, span }: ViewPlace): Pick<CameraState, 'x' | 'y' | 'ratio'> {
  const home = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };
  const { width, height } = sigma.getDimensions();
  const side = Math.min(width, height);
  const from = sigma.viewportToGraph({ x: 0, y: 0 }, home);
  const to = sigma.viewportToGraph({ x: side, y: 0 }, home);
  const whole = Math.hypot(to.x - from.x, to.y - from.y);
  const point = sigma.viewportToFramedGraph(sigma.graphToViewport({ x, y }, home), home);
  return { x: point.x, y: point.y, ratio: sigma.getCamera().getBoundedRatio(span / whole) };
}

export function writePlace(query: URLSearchParams, place: ViewPlace | undefined): void {
  if (place) query.set('at', `${place.x},${place.y},${place.span}`);
  else query.delete('at');
}

/** What cannot be read is left out. */
export function readPlace(query: URLSearchParams): ViewPlace | undefined {
  const [x = Number.NaN, y = Number.NaN, span = Number.NaN] = (query.get('at') ?? '').split(',').map(Number);
  return Number.isFinite(x + y + span) && span > 0 ? { x, y, span } : undefined;
}
