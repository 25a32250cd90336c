/**
 * Names beside the nodes. Sigma's grid proposes them; here the most important go first and none may cover another.
 * Each has a halo of the ground's colour, so that it reads over edges.
 */
import type Sigma from 'sigma';
import type { PartialButFor } from 'sigma/types';
import { type NamedRegion, paintRegionNames } from '../map/region-names.js';
import type { Palette } from '../theme/palette.js';
import { plural, shorten } from '../ui/words.js';
import { type Box, overlap, type Written } from './box.js';
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from './build-graph.js';
import type { Insets } from './camera.js';
import type { Emphasis } from './emphasis.js';
import { inHalves, type Pen } from './pen.js';

export const FONT = "'Inter Variable', system-ui, sans-serif";

type LabelData = PartialButFor<
  { key: string; x: number; y: number; size: number; label: string | null },
  'x' | 'y' | 'size' | 'label'
>;

/** From afar the names of regions say enough: a node is named for so many pixels of the window's width. */
const PIXELS_PER_NAME = 110;
/** A panel's gap is room for a label all the same. */
const LABEL_SPILL = 12;
/** A disc of this radius, in pixels, is not to be written over. */
const LARGE = 9;
/** So many names can be read although they lie on other things. */
const MOST_NAMED = 12;

interface Wanted {
  readonly key: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

interface Rules {
  /** From where to where a name may reach; above and below that only with its node. */
  readonly room: Box;
  /** How much a name there would cover: 0 where nothing, infinite where it may not stand. */
  readonly coveredBy: (box: Box) => number;
  /** Whether it is named if there is room anywhere about it. */
  readonly isNamed: boolean;
}

export class LabelPainter {
  readonly #graph: DrawnGraph;
  readonly #emphasis: Emphasis;
  #wanted: Wanted[] = [];
  /** Named before any node. */
  regions: readonly NamedRegion[] = [];
  /** What stands on the canvas since it was painted last. */
  written: readonly Written[] = [];
  /** The camera's ratio when everything is seen: from there only a few nodes are named. */
  whole = 1;
  /** The node whose name stands on a hover card: it needs no label beside it. */
  #onCard: string | undefined;

  constructor(graph: DrawnGraph, emphasis: Emphasis) {
    this.#graph = graph;
    this.#emphasis = emphasis;
  }

  /** Sigma's hook for one label: remembered until all are known. */
  readonly propose = (_context: CanvasRenderingContext2D, data: LabelData): void => {
    const key: unknown = data.key;
    if (typeof key !== 'string' || !data.label || this.#emphasis.isFar(key)) return;
    this.#wanted.push({ key, text: data.label, x: data.x, y: data.y, size: data.size });
  };

  begin(): void {
    this.#wanted = [];
    this.#onCard = undefined;
  }

  /** Called when Sigma has drawn the rest of a frame. */
  paint(
    sigma: Sigma<NodeAttributes, EdgeAttributes>,
    insets: Insets,
    context: Pen | null | undefined = sigma.getCanvases().labels?.getContext('2d'),
  ): void {
    if (!context) return;
    const { palette, focus } = this.#emphasis;
    const onPath = new Set(focus.path?.nodes);
    // The few of a path are all named; of the many of an answer, those for which there is room.
    const isPath = onPath.size <= MOST_NAMED;
    const rank = ({ key }: Wanted) => (key === focus.selected ? 2 : key === focus.hovered || onPath.has(key) ? 1 : 0);
    const dim = this.#emphasis.backgroundDim;
    const discs = this.#wanted.filter(({ size }) => size >= LARGE).map(boxOf);
    const { taken, terms } = paintRegionNames(context, sigma, this.regions, { palette, dim, insets, discs });
    const { width, height } = sigma.getDimensions();
    const room = {
      left: 0,
      right: width - insets.right + LABEL_SPILL,
      top: insets.top - LABEL_SPILL,
      bottom: height - insets.bottom + LABEL_SPILL,
    };
    this.#wanted.sort((a, b) => rank(b) - rank(a) || b.size - a.size || (a.key < b.key ? -1 : 1));
    const { ratio } = sigma.getCamera().getState();
    const looking = focus.selected !== undefined || focus.hovered !== undefined || focus.path !== undefined;
    let left = looking ? Number.POSITIVE_INFINITY : (width / PIXELS_PER_NAME) * (this.whole / ratio) ** 2;
    context.save();
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    const isNamed = (label: Wanted) => rank(label) === 2 || (isPath && onPath.has(label.key));
    const ringed = this.#wanted.filter(({ key }) => this.ringed.includes(key));
    const shunned = this.#wanted.filter((label) => label.size >= LARGE || isNamed(label));
    for (const label of this.#wanted) {
      // What names a region need not be named again in it, unless one looks at it.
      if (rank(label) === 0 && terms.has(label.text)) continue;
      if (label.key === this.#onCard || left < 1) continue;
      const named = isNamed(label);
      const coveredBy = (box: Box): number => {
        const isMet = (other: Box) => overlap(box, other);
        const isDiscMet = (other: Wanted) => other !== label && isMet(boxOf(other));
        // What is selected is never written over; the faint name of a region is by what one looks at.
        if (ringed.some(isDiscMet) || taken.some((other) => isMet(other) && !(named && other.of === 'region')))
          return Number.POSITIVE_INFINITY;
        return (shunned.some(isDiscMet) ? 2 : 0) + (taken.some(isMet) ? 1 : 0);
      };
      const placed = this.paintLabel(context, label, { room, coveredBy, isNamed: named });
      if (!placed) continue;
      taken.push({ ...placed, text: label.text, of: 'node' });
      left--;
    }
    context.restore();
    this.written = taken;
    for (const id of this.ringed) this.paintRing(context, sigma, id, palette);
  }

  /** Returns what it takes; undefined where there is no room for it. */
  private paintLabel(context: Pen, label: Wanted, { room, coveredBy, isNamed }: Rules): Box | undefined {
    const { focus, palette } = this.#emphasis;
    const kind = this.#graph.getNodeAttribute(label.key, 'kind');
    const selected = label.key === focus.selected;
    const points = selected ? 14 : inHalves(Math.min(15, 11 + label.size * 0.2));
    context.font = `${selected ? 650 : kind === 'Paper' ? 450 : label.size > 11 ? 600 : 500} ${points}px ${FONT}`;
    const width = context.measureText(label.text).width;
    const half = points * 0.62;
    const gap = label.size + (selected || this.ringed.includes(label.key) ? 9 : 4);
    const boxAt = (left: number, y: number) => ({
      left: left - 2,
      right: left + width + 4,
      top: y - half,
      bottom: y + half,
    });
    const beside = [
      { left: label.x + gap, y: label.y },
      { left: label.x - gap - width, y: label.y },
    ];
    // The selected node and those of a path are named under or above them, where neither side has room.
    const middle = Math.max(room.left + 4, Math.min(room.right - width - 4, label.x - width / 2));
    const line = 2 * half + 2;
    const down = gap + half;
    const above = [down, -down, down + line, -down - line]
      .map((shift) => ({ left: middle, y: label.y + shift }))
      .filter(({ y }) => y - half >= room.top && y + half <= room.bottom);
    const places = (isNamed ? [...beside, ...above] : beside)
      .map(({ left, y }) => ({ left, y, box: boxAt(left, y) }))
      .filter(({ box }) => box.left >= room.left && box.right <= room.right)
      .map((at) => ({ ...at, covered: coveredBy(at.box) }))
      .filter(({ covered }) => covered !== Number.POSITIVE_INFINITY);
    const [place] = places.sort((a, b) => a.covered - b.covered);
    if (!place) return undefined;
    context.strokeStyle = palette.ground;
    context.lineWidth = 3.5;
    context.strokeText(label.text, place.left, place.y);
    context.fillStyle = kind === 'Paper' && !selected ? palette.secondary : palette.ink;
    context.fillText(label.text, place.left, place.y);
    return place.box;
  }

  /** What wears a ring: the selected node, or the two ends of the selected link. */
  private get ringed(): readonly string[] {
    const { selected, link } = this.#emphasis.focus;
    if (link !== undefined && this.#graph.hasEdge(link)) return this.#graph.extremities(link);
    return selected === undefined ? [] : [selected];
  }

  /** The selected node wears the accent, in its own shape. */
  private paintRing(context: Pen, sigma: Sigma<NodeAttributes, EdgeAttributes>, id: string, palette: Palette): void {
    const data = sigma.getNodeDisplayData(id);
    if (!data || data.hidden) return;
    const { x, y } = sigma.framedGraphToViewport(data);
    const radius = sigma.scaleSize(data.size) + 3.5;
    context.save();
    context.strokeStyle = palette.accent;
    context.lineWidth = 2.5;
    context.beginPath();
    if (data.type === 'square') context.roundRect(x - radius, y - radius, radius * 2, radius * 2, 3);
    else context.arc(x, y, radius, 0, Math.PI * 2);
    context.stroke();
    context.restore();
  }

  /** The name under the pointer, in full, on a small card. */
  readonly paintHover = (context: CanvasRenderingContext2D, data: LabelData): void => {
    const key: unknown = data.key;
    if (typeof key !== 'string' || !this.#graph.hasNode(key)) return;
    this.#onCard = key;
    const { palette } = this.#emphasis;
    const { name, kind, papers, year } = this.#graph.getNodeAttributes(key);
    const title = shorten(name, 80);
    const note = [kind, papers === undefined ? year : plural(papers, 'paper')].filter((part) => part).join(' · ');
    context.save();
    context.textBaseline = 'middle';
    context.font = `600 13px ${FONT}`;
    const titleWidth = context.measureText(title).width;
    context.font = `450 12px ${FONT}`;
    const width = Math.max(titleWidth, context.measureText(note).width) + 20;
    const room = context.canvas.clientWidth;
    const right = data.x + data.size + 8;
    const left = right + width > room ? Math.max(4, data.x - data.size - 8 - width) : right;
    const top = data.y - 22;
    context.shadowColor = '#00000040';
    context.shadowBlur = 12;
    context.shadowOffsetY = 2;
    context.fillStyle = palette.card;
    context.beginPath();
    context.roundRect(left, top, width, 44, 8);
    context.fill();
    context.shadowColor = 'transparent';
    context.fillStyle = palette.ink;
    context.font = `600 13px ${FONT}`;
    context.fillText(title, left + 10, top + 14);
    context.fillStyle = palette.secondary;
    context.font = `450 12px ${FONT}`;
    context.fillText(note, left + 10, top + 31);
    context.restore();
  };
}

function boxOf({ x, y, size }: Wanted): Box {
  return { left: x - size, right: x + size, top: y - size, bottom: y + size };
}
