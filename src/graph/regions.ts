/**
 * Regions: where communities stand in the drawing. Each is a disc; those that are tied stand near one another, and none
 * lies over another one.
 */
import { at } from './adjacency.js';
import type { Ties } from './ties.js';

export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const GOLDEN = Math.PI * (3 - Math.sqrt(5));
const ROUNDS = 400;
/** Room between two regions, as a share of the mean radius. */
const GAP = 0.16;
/** Windows are wider than high: so is the whole. */
const FLATTEN = 1.45;
/** Share of the way to the centre, and to what it is tied to, that a region goes in a round. */
const GRAVITY = 0.02;
const PULL = 0.06;

/**
 * @param radii of the discs, the largest first
 * @param ties between them, by their numbers
 * @returns discs that do not overlap, around the origin, in the order of `radii`
 */
export function placeRegions(radii: readonly number[], { from, to, weight }: Ties): Disc[] {
  const count = radii.length;
  const mean = radii.reduce((sum, radius) => sum + radius, 0) / Math.max(1, count);
  const gap = GAP * mean;
  const strongest = weight.reduce((most, value) => Math.max(most, value), 0);
  const x = Float64Array.from(radii, (_, i) => FLATTEN * 2 * mean * Math.sqrt(i) * Math.cos(i * GOLDEN));
  const y = Float64Array.from(radii, (_, i) => 2 * mean * Math.sqrt(i) * Math.sin(i * GOLDEN));
  const radius = Float64Array.from(radii);
  for (let round = 0; round < ROUNDS; round++) {
    // Later rounds only make room: what has found its place is not pulled away again.
    const heat = 1 - round / ROUNDS;
    for (let i = 0; i < weight.length; i++) {
      const [a, b] = [at(from, i), at(to, i)];
      const [dx, dy] = [at(x, b) - at(x, a), at(y, b) - at(y, a)];
      const distance = Math.hypot(dx, dy) || 1;
      const free = Math.max(0, distance - at(radius, a) - at(radius, b) - gap);
      const move = (heat * PULL * free * Math.sqrt(at(weight, i) / strongest)) / distance;
      x[a] = at(x, a) + move * dx;
      y[a] = at(y, a) + move * dy;
      x[b] = at(x, b) - move * dx;
      y[b] = at(y, b) - move * dy;
    }
    for (let i = 0; i < count; i++) {
      x[i] = at(x, i) * (1 - (heat * GRAVITY) / FLATTEN);
      y[i] = at(y, i) * (1 - heat * GRAVITY * FLATTEN);
    }
    part(x, y, radius, gap);
  }
  for (let round = 0; round < ROUNDS && part(x, y, radius, gap); round++);
  const wider = spreading(x, y, radius);
  return radii.map((of, i) => ({ x: at(x, i) * wider, y: at(y, i) * wider, radius: of }));
}

/** By how much all must go outwards for none to overlap: 1 where the rounds have parted them. */
function spreading(x: Float64Array, y: Float64Array, radius: Float64Array): number {
  let most = 1;
  for (let a = 0; a < radius.length; a++) {
    for (let b = a + 1; b < radius.length; b++) {
      const distance = Math.hypot(at(x, b) - at(x, a), at(y, b) - at(y, a));
      most = Math.max(most, (at(radius, a) + at(radius, b)) / distance);
    }
  }
  return most;
}

/** Moves every two that overlap apart, the smaller by more. Returns whether any did. */
function part(x: Float64Array, y: Float64Array, radius: Float64Array, gap: number): boolean {
  let any = false;
  for (let a = 0; a < radius.length; a++) {
    for (let b = a + 1; b < radius.length; b++) {
      const [dx, dy] = [at(x, b) - at(x, a), at(y, b) - at(y, a)];
      const distance = Math.hypot(dx, dy);
      const least = at(radius, a) + at(radius, b) + gap;
      if (distance >= least) continue;
      any = true;
      // A little more than needed, so that rounding does not keep them at it for ever.
      const move = least - distance + gap * 0.01;
      const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [Math.cos(b), Math.sin(b)];
      const share = at(radius, b) / (at(radius, a) + at(radius, b));
      x[a] = at(x, a) - move * share * ux;
      y[a] = at(y, a) - move * share * uy;
      x[b] = at(x, b) + move * (1 - share) * ux;
      y[b] = at(y, b) + move * (1 - share) * uy;
    }
  }
  return any;
}
