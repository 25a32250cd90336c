/**
 * Where the reader looks: what the camera goes to and when, and what the address is told of it. A link says where only
 * if that does not follow from what is selected.
 */
import { MAP } from '../minimap/extent.js';
import { type Selection, type State, store } from '../state/store.js';
import * as camera from './camera.js';
import type { Drawing } from './drawing.js';
import { cameraAt, placeOf, type ViewPlace } from './view-place.js';

/** The address is told where one looks when the view has stood still for so long. */
const REST_MS = 250;
/**
 * What one looks at stands below the search field and the buttons beside it, and above the buttons at the foot of a wide
 * window; of everything, only corners lie behind.
 */
const HEADER = 76;
const FOOTER = 60;
const NARROW = '(max-width: 700px)';
/** Pixels between the small map and what stands beside it. Where there is no map nothing need keep clear of it. */
const MAP_GAP = 16;
const WITHOUT_MAP = '(max-width: 900px)';
/** What takes less of the free room than this, in its longer direction, is too small to read. */
const SMALL = 0.6;

interface Options {
  readonly sigma: Drawing;
  /** Says at the moment of asking what floats over the canvas. */
  readonly insets: () => camera.Insets;
  /** Ids of the nodes that are to be seen now. */
  readonly seen: () => ReadonlySet<string>;
  /** Told of the camera's ratio at which everything is seen. */
  readonly onWhole: (ratio: number) => void;
}

export class Viewpoint {
  readonly #options: Options;
  readonly #sigma: Drawing;
  /** Where one looks without having moved the view: a link need not say it. */
  #aim: camera.Aim | undefined;
  #home: camera.Aim | undefined;
  #place: ViewPlace | undefined;
  /** Whether a link said where to look: what comes with its answers does not fly elsewhere. */
  #held = false;
  #resting = 0;
  #approach = 0;
  /** Whether the camera went on since the last frame. */
  #behind = false;
  /** A selection whose node was not drawn when it was made: the camera goes there once it is. */
  #pending: Selection | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.#sigma = options.sigma;
  }

  /** Looks at everything, then where the address says. */
  begin({ selection, place }: State): void {
    this.fit(false);
    if (selection) this.followSelection(selection);
    if (place) this.followPlace(place, false);
    this.#sigma.on('afterRender', () => {
      this.#behind = false;
    });
    this.#sigma.getCamera().on('updated', () => {
      this.#behind = true;
      this.rest();
    });
  }

  follow(state: State, before: State): void {
    if (state.place !== before.place && state.place !== this.#place) this.followPlace(state.place, true);
    if (state.selection !== before.selection) this.followSelection(state.selection);
    else if (state.panels !== before.panels) this.followPanels();
  }

  /** Goes to what is selected if it was waited for and is drawn now. */
  arrive(id: string): void {
    const pending = this.#pending;
    if (pending?.id !== id) return;
    this.#pending = undefined;
    this.approach(pending);
  }

  /** Shows all of these, as where one looks from now on, unless a link said where. */
  show(ids: readonly string[]): void {
    this.#pending = undefined;
    const stays = this.#held;
    this.#held = false;
    if (stays) return;
    this.nextFrame(() => {
      this.#aim = camera.frame(this.#sigma, ids, this.clear());
      this.rest();
    });
  }

  /**
   * Looks at these nodes, unless they are in sight already.
   * @param closely also where they are in sight, but small
   */
  lookAt(ids: readonly string[], closely = false): void {
    this.nextFrame(() => {
      const insets = this.clear();
      const there = ids.filter((id) => this.#sigma.getGraph().hasNode(id));
      const isClear = camera.areInSight(this.#sigma, there, insets);
      if (!isClear || (closely && camera.shareTaken(this.#sigma, there, insets) < SMALL)) {
        camera.frame(this.#sigma, there, insets);
      }
    });
  }

  /** Looks at a point of the drawing, from as near as now. */
  centre({ x, y }: { readonly x: number; readonly y: number }): void {
    const { span } = placeOf(this.#sigma);
    const { x: toX, y: toY } = cameraAt(this.#sigma, { x, y, span });
    this.#sigma.getCamera().setState({ x: toX, y: toY });
  }

  zoom(direction: 'in' | 'out'): void {
    camera.zoom(this.#sigma, direction);
  }

  pan(right: number, down: number): void {
    camera.pan(this.#sigma, right, down);
  }

  /** Everything that is drawn, beside what floats over it. */
  fit(fly = true): void {
    const { insets, seen, onWhole } = this.#options;
    const nodes = seen();
    const ids = nodes.size > 0 ? [...nodes] : this.#sigma.getGraph().nodes();
    this.#home = camera.frame(this.#sigma, ids, insets(), fly);
    this.#aim = this.#home;
    onWhole(this.#home?.ratio ?? 1);
    this.rest();
  }

  /** Whether the camera flies, is about to, or went on since the last frame, or the address is yet to say where one looks. */
  isMoving(): boolean {
    return this.#approach !== 0 || this.#resting !== 0 || this.#behind || this.#sigma.getCamera().isAnimated();
  }

  stop(): void {
    this.cancelApproach();
    window.clearTimeout(this.#resting);
  }

  private followSelection(selection: Selection | undefined): void {
    this.#pending = undefined;
    this.#aim = selection ? undefined : this.#home;
    this.#held = false;
    this.rest();
    if (!selection) return;
    if (endsOf(selection).every((id) => this.#sigma.getGraph().hasNode(id))) this.approach(selection);
    else this.#pending = selection;
  }

  /** Who looks at everything goes on doing so beside a panel that comes or goes. */
  private followPanels(): void {
    if (!this.isHome()) return;
    this.nextFrame(() => {
      // A hand may have been faster than the frame.
      if (this.isHome()) this.fit();
    });
  }

  /** Whether the camera stands where everything is seen, and stays there. */
  private isHome(): boolean {
    const home = this.#home;
    if (!home || this.#aim !== home || this.#sigma.getCamera().isAnimated()) return false;
    return camera.isAt(this.#sigma, home);
  }

  /** Looks where a link says, unless what is selected is somewhere else by now. */
  private followPlace(place: ViewPlace | undefined, fly: boolean): void {
    this.#place = place;
    this.#held = place !== undefined;
    if (!place) return;
    this.#pending = undefined;
    this.nextFrame(() => {
      camera.goTo(this.#sigma, cameraAt(this.#sigma, place), fly);
      this.#aim = undefined;
    });
  }

  private approach(selection: Selection): void {
    const { id, by, link } = selection;
    const ends = endsOf(selection);
    this.nextFrame(() => {
      if (!ends.every((end) => this.#sigma.getGraph().hasNode(end))) return;
      // Who corrects the graph goes on looking where they look.
      if (by === 'edit') return;
      const insets = this.clear();
      if (by === 'canvas') camera.uncover(this.#sigma, ends, insets);
      else {
        const ids = link ? ends : [id, ...this.closeNeighbours(id)];
        this.#aim = camera.frame(this.#sigma, ids, this.besideMap(ids, ends, insets));
      }
      this.rest();
    });
  }

  /** What the small map leaves free, where these ends would lie behind it. */
  private besideMap(ids: readonly string[], ends: readonly string[], insets: camera.Insets): camera.Insets {
    if (!store.getState().panels.map || window.matchMedia(WITHOUT_MAP).matches) return insets;
    const aim = camera.aimAt(this.#sigma, ids, insets);
    const bottom = insets.bottom + MAP.height + MAP_GAP;
    const corner = { right: insets.right + MAP.width + MAP_GAP, bottom };
    return aim && camera.endsInCorner(this.#sigma, ends, aim, corner) ? { ...insets, bottom } : insets;
  }

  private clear(): camera.Insets {
    const insets = this.#options.insets();
    const foot = window.matchMedia(NARROW).matches ? 0 : FOOTER;
    return { ...insets, top: Math.max(insets.top, HEADER), bottom: insets.bottom + foot };
  }

  /** The nearer three quarters of the visible neighbours: one far away must not make all the others small. */
  private closeNeighbours(id: string): string[] {
    const graph = this.#sigma.getGraph();
    const nodes = this.#options.seen();
    const { x, y } = graph.getNodeAttributes(id);
    const visible = graph.neighbors(id).filter((other) => nodes.has(other));
    const distance = new Map(
      visible.map((other) => {
        const at = graph.getNodeAttributes(other);
        return [other, Math.hypot(at.x - x, at.y - y)];
      }),
    );
    visible.sort((a, b) => (distance.get(a) ?? 0) - (distance.get(b) ?? 0));
    return visible.slice(0, Math.max(4, Math.ceil(visible.length * 0.75)));
  }

  /** When the view has come to rest, the address says where, if nothing else does. */
  private rest(): void {
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => {
      this.#resting = 0;
      if (this.#approach !== 0 || this.#sigma.getCamera().isAnimated()) {
        this.rest();
        return;
      }
      const place = this.#aim && camera.isAt(this.#sigma, this.#aim) ? undefined : placeOf(this.#sigma);
      if (JSON.stringify(place) === JSON.stringify(store.getState().place)) return;
      this.#place = place;
      store.setState({ place });
    }, REST_MS);
  }

  /** What floats over the drawing may come or go in this moment, and is known a frame later. */
  private nextFrame(go: () => void): void {
    this.cancelApproach();
    this.#approach = requestAnimationFrame(() => {
      this.#approach = 0;
      go();
    });
  }

  private cancelApproach(): void {
    cancelAnimationFrame(this.#approach);
    this.#approach = 0;
  }
}

/** The selected node, or both ends of the selected link. */
function endsOf({ id, to, link }: Selection): string[] {
  return link && to !== undefined ? [id, to] : [id];
}
