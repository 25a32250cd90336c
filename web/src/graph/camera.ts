/** Where the camera goes: closer, back, to everything, to one node. Flights stay under half a second. */
import type Sigma from 'sigma';
import type { CameraState, Coordinates } from 'sigma/types';
import { duration } from '../theme/theme.js';
import type { EdgeAttributes, NodeAttributes } from './build-graph.js';

type Drawing = Sigma<NodeAttributes, EdgeAttributes>;

/** Pixels at each side that something floats over. */
export interface Insets {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const ZOOM_STEP = 1.5;
const CLOSEST = 0.18;

export function zoom(sigma: Drawing, direction: 'in' | 'out'): void {
  const camera = sigma.getCamera();
  const ratio = camera.getState().ratio * (direction === 'in' ? 1 / ZOOM_STEP : ZOOM_STEP);
  go(sigma, { ratio: camera.getBoundedRatio(ratio) }, 200);
}

/** Pans by a share of the window, for the arrow keys. */
export function pan(sigma: Drawing, right: number, down: number): void {
  const { x, y, ratio } = sigma.getCamera().getState();
  const unit = pixelsPerUnit(sigma) / ratio;
  const { width, height } = sigma.getDimensions();
  go(sigma, { x: x + (right * width * 0.15) / unit, y: y - (down * height * 0.15) / unit }, 120);
}

/** Where a flight ends. */
export type Aim = Pick<CameraState, 'x' | 'y' | 'ratio'>;

/** Flies where a link says. */
export function goTo(sigma: Drawing, aim: Aim, fly: boolean): void {
  go(sigma, aim, fly ? 450 : 0);
}

export function isAt(sigma: Drawing, aim: Aim): boolean {
  const { x, y, ratio } = sigma.getCamera().getState();
  return Math.hypot(x - aim.x, y - aim.y) < 0.002 * ratio && Math.abs(ratio / aim.ratio - 1) < 0.002;
}

/** Shows these nodes, all of them, in the part of the window that nothing floats over. */
export function frame(sigma: Drawing, ids: readonly string[], insets: Insets, fly = true): Aim | undefined {
  const aim = aimAt(sigma, ids, insets);
  if (aim) go(sigma, aim, fly ? 450 : 0);
  return aim;
}

/** Where the camera goes to show these nodes; undefined for none. */
export function aimAt(sigma: Drawing, ids: readonly string[], insets: Insets): Aim | undefined {
  const points = ids.map((id) => framedPosition(sigma, id));
  if (points.length === 0) return undefined;
  const [left, right] = extent(points.map((point) => point.x));
  const [low, high] = extent(points.map((point) => point.y));
  const { width, height } = sigma.getDimensions();
  const room = { width: roomIn(width, insets.left, insets.right), height: roomIn(height, insets.top, insets.bottom) };
  const unit = pixelsPerUnit(sigma);
  const camera = sigma.getCamera();
  const fitting = Math.max(((right - left) * unit) / room.width, ((high - low) * unit) / room.height);
  const ratio = camera.getBoundedRatio(Math.max(CLOSEST, fitting * 1.08));
  const offset = {
    x: insets.left + room.width / 2 - width / 2,
    y: insets.top + room.height / 2 - height / 2,
  };
  const scale = ratio / unit;
  return { x: (left + right) / 2 - offset.x * scale, y: (low + high) / 2 + offset.y * scale, ratio };
}

/** Whether one of these will stand in the corner at the right of the foot, as many pixels from these sides or less. */
export function endsInCorner(
  sigma: Drawing,
  ids: readonly string[],
  aim: Aim,
  corner: Pick<Insets, 'right' | 'bottom'>,
): boolean {
  const { width, height } = sigma.getDimensions();
  const cameraState = { ...aim, angle: sigma.getCamera().getState().angle };
  return ids.some((id) => {
    const { x, y } = sigma.framedGraphToViewport(framedPosition(sigma, id), { cameraState });
    return x > width - corner.right && y > height - corner.bottom;
  });
}

/** Whether all of these stand clear of what floats over the window. */
export function areInSight(sigma: Drawing, ids: readonly string[], insets: Insets): boolean {
  const { width, height } = sigma.getDimensions();
  return ids.every((id) => {
    const { x, y } = sigma.framedGraphToViewport(framedPosition(sigma, id));
    return x > insets.left && x < width - insets.right && y > insets.top && y < height - insets.bottom;
  });
}

/** How much of the free room these nodes take now, in the direction in which they take more of it: 1 where they fill it. */
export function shareTaken(sigma: Drawing, ids: readonly string[], insets: Insets): number {
  const places = ids.map((id) => sigma.framedGraphToViewport(framedPosition(sigma, id)));
  const { width, height } = sigma.getDimensions();
  const [left, right] = extent(places.map(({ x }) => x));
  const [top, bottom] = extent(places.map(({ y }) => y));
  return Math.max(
    (right - left) / roomIn(width, insets.left, insets.right),
    (bottom - top) / roomIn(height, insets.top, insets.bottom),
  );
}

/** Moves no more than is needed for these nodes to stand clear of what floats over the window; not where they are too far apart. */
export function uncover(sigma: Drawing, ids: readonly string[], insets: Insets): void {
  const { x, y, angle, ratio } = sigma.getCamera().getState();
  const places = ids.map((id) =>
    sigma.framedGraphToViewport(framedPosition(sigma, id), { cameraState: { x, y, angle, ratio } }),
  );
  const { width, height } = sigma.getDimensions();
  const margin = 48;
  const shift = {
    x: shiftInto(extent(places.map((at) => at.x)), insets.left + margin, width - insets.right - margin),
    y: shiftInto(extent(places.map((at) => at.y)), insets.top + margin, height - insets.bottom - margin),
  };
  if (shift.x === 0 && shift.y === 0) return;
  const scale = ratio / pixelsPerUnit(sigma);
  go(sigma, { x: x - shift.x * scale, y: y + shift.y * scale }, 300);
}

function go(sigma: Drawing, state: Partial<CameraState>, milliseconds: number): void {
  const camera = sigma.getCamera();
  const time = duration(milliseconds);
  if (time === 0) camera.setState(state);
  else void camera.animate(state, { duration: time, easing: 'quadraticInOut' });
}

/** A view to reckon in: what Sigma has cached is of its last frame, and the camera may be in flight. */
const HOME = { cameraState: { x: 0.5, y: 0.5, angle: 0, ratio: 1 } };

/** Where a node stands in the coordinates in which the camera moves, from the graph's own. */
function framedPosition(sigma: Drawing, id: string): Coordinates {
  return sigma.viewportToFramedGraph(sigma.graphToViewport(sigma.getGraph().getNodeAttributes(id), HOME), HOME);
}

/** Pixels that one unit of the framed graph takes at ratio 1. */
function pixelsPerUnit(sigma: Drawing): number {
  const at = (point: Coordinates) => sigma.framedGraphToViewport(point, HOME);
  return Math.abs(at({ x: 1, y: 0 }).x - at({ x: 0, y: 0 }).x);
}

/** In pixels, never less than something can be seen in. */
function roomIn(length: number, ...taken: readonly number[]): number {
  return Math.max(
    80,
    taken.reduce((left, each) => left - each, length),
  );
}

function extent(values: readonly number[]): [number, number] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** How far a stretch must move to lie between two bounds; a point where they have crossed goes to their middle. */
function shiftInto([from, to]: readonly [number, number], least: number, most: number): number {
  if (from === to && least > most) return (least + most) / 2 - from;
  if (to - from > most - least) return 0;
  return from < least ? least - from : to > most ? most - to : 0;
}
