/**
 * Places for what a walk brings where only chosen nodes are kept: around the node that was opened, in rings, away from where
 * one came from. The map's own places would scatter the few over all of it. The same walk gives the same places.
 */
import type { Place } from './walk.js';

export interface Opened {
  readonly id: string;
  /** Its neighbours that are drawn because of it. */
  readonly others: readonly string[];
}

/** In units: how far the first ring is, how far one ring from the next, how far nodes of one ring from each other. */
const FIRST = 3;
const NEXT = 2.2;
const BESIDE = 1.6;
/** How much of the circle is used around a node that was itself placed so, to leave the way back free. */
const FAN = 1.1 * Math.PI;

/**
 * @param opened in the order in which they were opened
 * @param stays whether a node has a place of its own: kept ones do
 * @param homeOf where the map has a node
 */
export function arrange(
  opened: readonly Opened[],
  stays: (id: string) => boolean,
  homeOf: (id: string) => Place,
  unit: number,
): Map<string, Place> {
  const places = new Map<string, Place>();
  const cameFrom = new Map<string, Place>();
  for (const { id, others } of opened) {
    const centre = places.get(id) ?? homeOf(id);
    const before = cameFrom.get(id);
    const span = before ? FAN : 2 * Math.PI;
    const middle = before ? Math.atan2(centre[1] - before[1], centre[0] - before[0]) : Math.PI / 2;
    const own = others.filter((other) => other !== id && !places.has(other) && !stays(other));
    for (let ring = 0, next = 0; next < own.length; ring++) {
      const radius = FIRST + ring * NEXT;
      const room = Math.max(1, Math.floor((span * radius) / BESIDE));
      const count = Math.min(room, own.length - next);
      const step = before ? span / Math.max(1, count - 1) : span / count;
      for (let i = 0; i < count; i++, next++) {
        const other = own[next];
        if (other === undefined) break;
        // Rings are turned against each other, so that their nodes do not stand in rows.
        const angle = before && count > 1 ? middle - span / 2 + i * step : middle + (i + ring / 2) * step;
        places.set(other, [centre[0] + unit * radius * Math.cos(angle), centre[1] + unit * radius * Math.sin(angle)]);
        cameFrom.set(other, centre);
      }
    }
  }
  return places;
}
