/** The names of regions over the drawing: large from afar, gone where one stands in the middle of one. */
import type Sigma from 'sigma';
import type { Box } from '../graph/box.js';
import { overlap } from '../graph/box.js';
import type { EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import type { Insets } from '../graph/camera.js';
import { mix } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import type { Region } from './region-shapes.js';

const FONT = "'Inter Variable', system-ui, sans-serif";
/** A region wider than this share of the window needs no name any more: one sees what stands in it. */
const TOO_CLOSE = 1.1;
/** Points of the smallest and the largest name. */
const LEAST = 11;
const MOST = 19;
/** A name may reach this far beyond its region, as a share of the region's width. */
const SPILL = 1.7;
/** How dark a name is, from its region's colour to ink. */
const INK = 0.3;

export interface NamedRegion extends Region {
  /** Its terms, the first the most telling. */
  readonly terms: readonly string[];
}

/** Paints what has room, the largest first. Returns where names stand now, so that nothing else is written there, and what they say. */
export function paintRegionNames(
  context: CanvasRenderingContext2D,
  sigma: Sigma<NodeAttributes, EdgeAttributes>,
  regions: readonly NamedRegion[],
  { palette, dim, insets }: { palette: Palette; dim: number; insets: Insets },
): { taken: Box[]; terms: ReadonlySet<string> } {
  const { width, height } = sigma.getDimensions();
  const taken: Box[] = [];
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
  for (const { region, at, reach } of seen) {
    if (2 * reach > TOO_CLOSE * Math.min(width, height * 1.3)) continue;
    const points = Math.round(Math.max(LEAST, Math.min(MOST, reach / 7)));
    context.font = `680 ${points}px ${FONT}`;
    const lines = linesWithin(context, region.terms, SPILL * 2 * reach);
    if (!lines) continue;
    const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
    const line = points * 1.16;
    const box = {
      left: at.x - half - 6,
      right: at.x + half + 6,
      top: at.y - (line * lines.length) / 2 - 3,
      bottom: at.y + (line * lines.length) / 2 + 3,
    };
    const inside = box.left >= 2 && box.right <= width - insets.right && box.bottom > 0 && box.top < height;
    if (!inside || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    const colour = mix(palette.communities[region.colour] ?? palette.ink, palette.ink, INK);
    for (const [i, text] of lines.entries()) {
      terms.add(text);
      const y = at.y + (i - (lines.length - 1) / 2) * line;
      context.strokeStyle = palette.ground;
      context.globalAlpha = 1 - dim;
      context.lineWidth = 4;
      context.strokeText(text, at.x, y);
      context.fillStyle = colour;
      context.fillText(text, at.x, y);
    }
  }
  context.restore();
  return { taken, terms };
}

/** The terms on a line each, as many as have room; undefined where not even the first one has. */
function linesWithin(context: CanvasRenderingContext2D, terms: readonly string[], room: number): string[] | undefined {
  const lines: string[] = [];
  for (const term of terms) {
    if (context.measureText(term).width > room) break;
    lines.push(term);
  }
  return lines.length > 0 ? lines : undefined;
}
