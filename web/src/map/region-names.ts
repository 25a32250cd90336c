/** The names of regions over the drawing: large from afar, gone where one stands in the middle of one. */
import type Sigma from 'sigma';
import { type Box, overlap, type Written } from '../graph/box.js';
import type { EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import type { Insets } from '../graph/camera.js';
import { inHalves, type Pen } from '../graph/pen.js';
import { mix } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import type { Region } from './region-shapes.js';

const FONT = "'Inter Variable', system-ui, sans-serif";
/** A region wider than this share of the window needs no name any more: one sees what stands in it. */
const TOO_CLOSE = 1.1;
/** Points of the smallest and the largest name, and how many pixels of a region's radius make one. */
const LEAST = 11.5;
const MOST = 21;
const PER_POINT = 6;
/** A name may be wider than its region by this factor. */
const SPILL = 1.7;
/** On a narrow window, where regions are small, names are smaller and may spill more, for as many as can to have one. */
const NARROW = { width: 700, least: 10, spill: 2.8, gap: [2, 0] } as const;
/** What is free beside a name, and above and below it, in pixels. */
const GAP = [6, 3] as const;
/** How dark a name is, from its region's colour to ink. */
const INK = 0.42;
/** Where a name may stand, as shares of the region's radius beside and below its middle: the first place with room. */
const PLACES = [
  [0, 0],
  [0, -0.5],
  [0, 0.5],
  [0, -0.8],
  [0, 0.8],
  [-0.6, 0],
  [0.6, 0],
  [-0.5, -0.5],
  [0.5, -0.5],
  [-0.5, 0.5],
  [0.5, 0.5],
] as const;

export interface NamedRegion extends Region {
  /** Its terms, the first the most telling. */
  readonly terms: readonly string[];
}

/** Paints what has room, beside the large discs where it can, the largest first. Returns where names stand now, so that nothing else is written there, and what they say. */
export function paintRegionNames(
  context: Pen,
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  regions: readonly NamedRegion[],
  { palette, dim, insets, discs }: { palette: Palette; dim: number; insets: Insets; discs: readonly Box[] },
): { taken: Written[]; terms: ReadonlySet<string> } {
  const { width, height } = sigma.getDimensions();
  const isNarrow = width <= NARROW.width;
  const taken: Written[] = [];
  const terms = new Set<string>();
  const seen = regions.map((region) => {
    const at = sigma.graphToViewport(region.centre);
    const edge = sigma.graphToViewport({ x: region.centre.x + region.radius, y: region.centre.y });
    return { region, at, reach: Math.abs(edge.x - at.x) };
  });
  seen.sort((a, b) => b.reach - a.reach || a.region.community - b.region.community);
  context.save();
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.lineJoin = 'round';
  // The gap beside a panel, or at the edge of the window, is room for a name.
  const right = width - insets.right + 12;
  const hasRoom = (box: Box) =>
    box.left >= 2 &&
    box.right <= right &&
    box.top >= insets.top - 12 &&
    box.bottom <= height &&
    !taken.some((other) => overlap(box, other));
  for (const { region, at, reach } of seen) {
    if (2 * reach > TOO_CLOSE * Math.min(width, height * 1.3)) continue;
    const points = inHalves(Math.max(isNarrow ? NARROW.least : LEAST, Math.min(MOST, reach / PER_POINT)));
    context.font = `680 ${points}px ${FONT}`;
    const place = findPlace(
      context,
      {
        at,
        most: 2 * reach * (isNarrow ? NARROW.spill : SPILL),
        reach,
        terms: region.terms,
        isNarrow,
        line: points * 1.16,
        right,
      },
      hasRoom,
      (box) => !discs.some((disc) => overlap(box, disc)),
    );
    if (!place) continue;
    taken.push({ ...place.box, text: place.names.join(', '), of: 'region' });
    for (const name of place.names) terms.add(name);
    context.globalAlpha = 1 - dim;
    context.strokeStyle = palette.ground;
    context.lineWidth = 3.5;
    context.fillStyle = mix(palette.communities[region.colour] ?? palette.ink, palette.ink, INK);
    for (const { text, y } of place.lines) {
      context.strokeText(text, place.x, y);
      context.fillText(text, place.x, y);
    }
  }
  context.restore();
  return { taken, terms };
}

interface Wanted {
  readonly at: { readonly x: number; readonly y: number };
  readonly reach: number;
  /** The widest that it may be. */
  readonly most: number;
  readonly terms: readonly string[];
  readonly isNarrow: boolean;
  /** Height of a line, in pixels. */
  readonly line: number;
  /** Where the room ends. */
  readonly right: number;
}

interface Place {
  readonly box: Box;
  readonly x: number;
  readonly names: readonly string[];
  readonly lines: readonly { readonly text: string; readonly y: number }[];
}

/** All terms on a line each, the first alone, or that one broken in two, where there is room first; undefined where there is none. */
function findPlace(
  context: Pen,
  { at, reach, most, terms, isNarrow, line, right }: Wanted,
  hasRoom: (box: Box) => boolean,
  isClear: (box: Box) => boolean,
): Place | undefined {
  const first = terms[0] ?? '';
  const [aside, above] = isNarrow ? NARROW.gap : GAP;
  // On a narrow window names are kept to their own regions, so that their neighbours have room for theirs.
  for (const texts of isNarrow ? [broken(first), [first]] : [terms, [first], broken(first)]) {
    const half = Math.max(...texts.map((text) => context.measureText(text).width)) / 2;
    if (2 * half > most) continue;
    let second: Place | undefined;
    for (const [beside, below] of PLACES) {
      const middle = at.y + below * reach;
      // At the edge of the window a name stands as far inside as it must, if it still stands in its region.
      const wanted = at.x + beside * reach;
      const x = Math.max(half + 8, Math.min(right - half - 6, wanted));
      if (Math.abs(x - wanted) > reach) continue;
      const high = (line * texts.length) / 2;
      const box = {
        left: x - half - aside,
        right: x + half + aside,
        top: middle - high - above,
        bottom: middle + high + above,
      };
      if (!hasRoom(box)) continue;
      const place = {
        box,
        x,
        names: texts === terms ? terms : [first],
        lines: texts.map((text, i) => ({ text, y: middle + (i - (texts.length - 1) / 2) * line })),
      };
      if (isClear(box)) return place;
      second ??= place;
    }
    if (second) return second;
  }
  return undefined;
}

/** A term on two lines, broken at the space nearest to its middle; on one where it has none. */
function broken(term: string): string[] {
  const spaces = [...term.matchAll(/ /g)].map(({ index }) => index);
  const middle = term.length / 2;
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || a - b);
  return at === undefined ? [term] : [term.slice(0, at), term.slice(at + 1)];
}
