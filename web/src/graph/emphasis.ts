/**
 * What stands out and what stands back, as reducers that leave the graph's data untouched: the selected and the
 * hovered node with their neighbours keep their colours, the rest fades towards the ground.
 */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { Visible } from '../filter/visible.js';
import { NodeLook } from '../look/node-look.js';
import type { DrawnPath } from '../state/store.js';
import { mix } from '../theme/colour.js';
import type { Palette } from '../theme/palette.js';
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from './build-graph.js';

export interface Focus {
  readonly selected: string | undefined;
  readonly hovered: string | undefined;
  readonly path?: DrawnPath | undefined;
  /** Key of the link that is selected; it is then all of the path. */
  readonly link?: string | undefined;
}

/** How far the rest fades: a glance dims lightly, a selection well. */
const HOVER_DIM = 0.55;
const SELECT_DIM = 0.84;
/** What goes from one region to another would cover those between, so it is faint until one looks at an end of it. */
const BETWEEN_REGIONS = 0.2;
const THIN = 0.5;
/** In pixels, where things are drawn at full size. */
const SELECTED_LINK = 3.2;
/** More names than this around one node would be noise: Sigma's grid then chooses. */
const MOST_NAMES = 28;
const MOST_HOVER_NAMES = 10;

interface Stage {
  readonly near: ReadonlySet<string> | undefined;
  readonly dim: number;
  /** What the filters let through. */
  readonly visible: Visible;
}

export class Emphasis {
  /** What sizes and colours stand for. */
  readonly look: NodeLook;
  readonly #graph: DrawnGraph;
  #before: Stage;
  #now: Stage;
  #focus: Focus = { selected: undefined, hovered: undefined };
  /** Labels of the nodes around the selection that are named whatever the zoom. */
  #named: ReadonlySet<string> = new Set();
  #onPath: ReadonlySet<string> = new Set();
  /** 0 when a change begins, 1 when it is done. */
  progress = 1;
  palette: Palette;
  /** Smaller where nodes stand closer: on small windows, and where they are many. */
  scale = 1;

  constructor(graph: DrawnGraph, palette: Palette, visible: Visible) {
    this.#graph = graph;
    this.look = new NodeLook(graph);
    this.palette = palette;
    this.#before = { near: undefined, dim: 0, visible };
    this.#now = this.#before;
  }

  get visible(): Visible {
    return this.#now.visible;
  }

  /** Lets something else through from now on; `progress` then runs from 0 to 1. */
  setVisible(visible: Visible): void {
    this.#before = this.#now;
    this.#now = { ...this.#now, visible };
    this.progress = 0;
  }

  get focus(): Focus {
    return this.#focus;
  }

  /** Looks at other nodes from now on; `progress` then runs from 0 to 1. */
  setFocus(focus: Focus): void {
    const known = (id: string | undefined) => (id !== undefined && this.#graph.hasNode(id) ? id : undefined);
    const selected = known(focus.selected);
    const hovered = known(focus.hovered);
    this.#before = this.#now;
    const path = focus.path?.nodes.every((id) => this.#graph.hasNode(id)) ? focus.path : undefined;
    this.#focus = { selected, hovered, path, link: path && focus.link };
    this.#named = new Set();
    this.#onPath = new Set(path?.nodes);
    if (selected === undefined && hovered === undefined && !path) {
      this.#now = { ...this.#now, near: undefined, dim: 0 };
    } else {
      const near = new Set<string>();
      for (const id of [path ? undefined : selected, hovered]) {
        if (id === undefined) continue;
        near.add(id);
        this.#graph.forEachNeighbor(id, (other) => near.add(other));
      }
      for (const id of path?.nodes ?? []) near.add(id);
      this.#named = new Set([
        ...(path?.nodes.slice(0, MOST_NAMES) ??
          (selected === undefined ? [] : this.nearestNames(selected, MOST_NAMES))),
        ...(hovered === undefined ? [] : this.nearestNames(hovered, MOST_HOVER_NAMES)),
      ]);
      this.#now = { ...this.#now, near, dim: selected === undefined && !path ? HOVER_DIM : SELECT_DIM };
    }
    this.progress = 0;
  }

  /** The same focus in a drawing in which something else is seen: both come about in one change. */
  renewFocus(focus: Focus): void {
    const [before, progress] = [this.#before, this.progress];
    this.setFocus(focus);
    this.#before = before;
    this.progress = progress;
  }

  private nearestNames(id: string, most: number): string[] {
    const others = this.#graph
      .neighbors(id)
      .filter((other) => this.visible.nodes.has(other))
      .sort((a, b) => this.#graph.getNodeAttribute(b, 'size') - this.#graph.getNodeAttribute(a, 'size'));
    return [id, ...others.slice(0, most)];
  }

  /** How far what lies behind the nodes steps back: 0 where nothing is looked at. */
  get backgroundDim(): number {
    return this.between((stage) => (stage.near === undefined ? 0 : stage.dim));
  }

  /** 0 in full colour, towards 1 as the ground. */
  dimOf(id: string): number {
    return this.between((stage) => (stage.near === undefined || stage.near.has(id) ? 0 : stage.dim));
  }

  isFar(id: string): boolean {
    const { selected } = this.#focus;
    if (id !== selected && !this.#onPath.has(id) && !this.visible.nodes.has(id)) return true;
    return this.#now.near !== undefined && !this.#now.near.has(id);
  }

  private between(of: (stage: Stage) => number): number {
    const after = of(this.#now);
    return this.progress >= 1 ? after : of(this.#before) + (after - of(this.#before)) * this.progress;
  }

  private isLit(key: string, source: string, target: string): boolean {
    const { selected, hovered, path } = this.#focus;
    const touches = (id: string | undefined) => id !== undefined && (id === source || id === target);
    return touches(hovered) || (path ? path.edges.has(key) : touches(selected));
  }

  /** Whether it leads from one region to another. */
  private isBetween(source: string, target: string): boolean {
    return this.#graph.getNodeAttribute(source, 'community') !== this.#graph.getNodeAttribute(target, 'community');
  }

  /** How well a link can be seen, and met by the pointer: 0 where it is not there or stands back, 1 where nothing makes it faint. */
  clarityOf(key: string, source: string, target: string): number {
    if (this.isLit(key, source, target)) return 1;
    if (this.#now.near !== undefined || !this.visible.edges.has(key)) return 0;
    return this.isBetween(source, target) ? 0.5 : 1;
  }

  readonly nodeReducer = (id: string, data: NodeAttributes): Partial<NodeDisplayData> & { ring: string } => {
    const { palette } = this;
    const selected = id === this.#focus.selected;
    const near = this.#now.near?.has(id) ?? false;
    const presence =
      selected || this.#onPath.has(id) ? 1 : this.between(({ visible }) => Number(visible.nodes.has(id)));
    return {
      ...data,
      color: mix(this.look.colourOf(id, data, palette), palette.ground, Math.max(this.dimOf(id), 1 - presence)),
      ring: palette.ground,
      hidden: presence === 0,
      forceLabel: this.#named.has(id),
      zIndex: selected ? 3 : near ? 2 : 0,
      size: this.look.sizeOf(id, data) * this.scale * (selected ? 1.25 : 1),
    };
  };

  readonly edgeReducer = (key: string, data: EdgeAttributes): Partial<EdgeDisplayData> => {
    const { palette } = this;
    const [source, target] = this.#graph.extremities(key);
    const { selected, path } = this.#focus;
    const lit = this.isLit(key, source, target);
    const descent = data.kind === 'BUILDS_ON';
    const between = this.isBetween(source, target);
    const strength =
      (descent ? 0.45 + 0.45 * data.confidence : 0.24 + 0.5 * data.confidence) * (between ? BETWEEN_REGIONS : 1);
    const plain = mix(palette.ground, descent ? palette.lineage : palette.edge, strength);
    const presence = path?.edges.has(key) ? 1 : this.between(({ visible }) => Number(visible.edges.has(key)));
    const dim = this.between((stage) => (stage.near === undefined ? 0 : Math.min(0.9, stage.dim + 0.06)));
    const size = data.size * this.scale * (between ? THIN : 1);
    const hidden = presence === 0;
    if (!lit)
      return { ...data, size, hidden, color: mix(plain, palette.ground, Math.max(dim, 1 - presence)), zIndex: 0 };
    if (key === this.#focus.link) {
      const color = mix(plain, palette.accent, this.progress);
      return { ...data, hidden, color, type: litType(descent), size: SELECTED_LINK * this.scale, zIndex: 1 };
    }
    const other = selected === source ? target : source;
    const tint = this.look.colourOf(other, this.#graph.getNodeAttributes(other), palette);
    const clear = descent ? palette.lineage : mix(palette.ground, tint, 0.35 + 0.6 * data.confidence);
    return {
      ...data,
      hidden,
      color: mix(mix(plain, clear, this.progress), palette.ground, 1 - presence),
      type: litType(descent),
      size: data.size * this.scale * (descent ? 1.4 : 1.6),
      zIndex: 1,
    };
  };
}

function litType(descent: boolean): EdgeAttributes['type'] {
  return descent ? 'lit-descent' : 'lit';
}
