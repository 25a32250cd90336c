/**
 * The ground of the drawing: a tint for each region and, of a graph that is drawn in part, the ties that hold its
 * entities together. It lies under links and nodes and takes no part in pointing.
 */
import type Sigma from 'sigma';
import type { EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import type { Emphasis } from '../graph/emphasis.js';
import type { Pen } from '../graph/pen.js';
import { mix } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import type { Point, Region } from './region-shapes.js';

type Drawing = Sigma<NodeAttributes, EdgeAttributes>;

const LAYER = 'regions';
/** How much of its colour a region shows, and a tie within it. */
const TINT = 0.09;
const TIE = 0.3;
/** Pixels around a region's nodes. */
const MARGIN = 11;
/** How far the ground steps back where something is looked at. */
const BEHIND = 0.75;

export class RegionLayer {
  readonly #sigma: Drawing;
  readonly #emphasis: Emphasis;
  readonly #canvas: HTMLCanvasElement;
  regions: readonly Region[] = [];
  ties: readonly (readonly [string, string])[] = [];

  constructor(sigma: Drawing, emphasis: Emphasis) {
    this.#sigma = sigma;
    this.#emphasis = emphasis;
    this.#canvas = sigma.createCanvas(LAYER, { style: { position: 'absolute' }, beforeLayer: 'edges' });
  }

  paint(): void {
    const context = this.#canvas.getContext('2d');
    if (!context) return;
    const { width, height } = this.#sigma.getDimensions();
    const ratio = window.devicePixelRatio || 1;
    if (this.#canvas.width !== Math.round(width * ratio) || this.#canvas.height !== Math.round(height * ratio)) {
      this.#canvas.width = Math.round(width * ratio);
      this.#canvas.height = Math.round(height * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    this.paintOn(context);
  }

  /** Paints where one looks on any pen, a picture's, too. */
  paintOn(context: Pen): void {
    const { palette } = this.#emphasis;
    const strength = 1 - BEHIND * this.#emphasis.backgroundDim;
    for (const region of this.regions) this.#paintRegion(context, region, palette, TINT * strength);
    this.#paintTies(context, palette, TIE * strength);
  }

  #paintRegion(context: Pen, { outline, colour }: Region, palette: Palette, tint: number): void {
    const corners = outline.map((point) => this.#sigma.graphToViewport(point));
    const middles = corners.map((corner, i) => between(corner, corners[(i + 1) % corners.length] ?? corner));
    context.beginPath();
    // From the middle of each side to that of the next, with the corner as the handle of a curve.
    for (const [i, middle] of middles.entries()) {
      const corner = corners[i] ?? middle;
      if (i === 0) {
        const { x, y } = middles.at(-1) ?? middle;
        context.moveTo(x, y);
      }
      context.quadraticCurveTo(corner.x, corner.y, middle.x, middle.y);
    }
    context.closePath();
    // One opaque colour for inside and margin, which the round joins of a wide line make.
    const paint = mix(palette.ground, palette.communities[colour] ?? palette.edge, tint);
    context.fillStyle = paint;
    context.strokeStyle = paint;
    context.lineJoin = 'round';
    context.lineWidth = 2 * MARGIN;
    context.stroke();
    context.fill();
  }

  /** All ties of one colour in one stroke: thousands then cost a few milliseconds. */
  #paintTies(context: Pen, palette: Palette, strength: number): void {
    if (this.ties.length === 0) return;
    const colourOf = new Map(this.regions.map(({ community, colour }) => [community, colour]));
    const graph = this.#sigma.getGraph();
    const lines = new Map<number, (readonly [Point, Point])[]>();
    const { width, height } = this.#sigma.getDimensions();
    const { nodes } = this.#emphasis.visible;
    for (const [source, target] of this.ties) {
      if (!nodes.has(source) || !nodes.has(target)) continue;
      const [from, to] = [graph.getNodeAttributes(source), graph.getNodeAttributes(target)];
      const [a, b] = [this.#sigma.graphToViewport(from), this.#sigma.graphToViewport(to)];
      const beside = Math.max(a.x, b.x) < 0 || Math.min(a.x, b.x) > width;
      if (beside || Math.max(a.y, b.y) < 0 || Math.min(a.y, b.y) > height) continue;
      // From one region to another they would cover those between.
      const colour = from.community === to.community ? colourOf.get(from.community) : undefined;
      if (colour === undefined) continue;
      const ofColour = lines.get(colour) ?? [];
      lines.set(colour, ofColour);
      ofColour.push([a, b]);
    }
    context.lineWidth = 0.8;
    for (const [colour, ofColour] of lines) {
      context.strokeStyle = mix(palette.ground, palette.communities[colour] ?? palette.edge, strength);
      context.beginPath();
      for (const [a, b] of ofColour) {
        context.moveTo(a.x, a.y);
        context.lineTo(b.x, b.y);
      }
      context.stroke();
    }
  }
}

function between(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
