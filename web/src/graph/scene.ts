/** The canvas: Sigma over our graph, told what to show by the store, telling it what the pointer does. */
import { createNodeBorderProgram } from '@sigma/node-border';
import { NodeSquareProgram } from '@sigma/node-square';
import Sigma from 'sigma';
import { createEdgeArrowProgram, EdgeRectangleProgram } from 'sigma/rendering';
import type { DrawnEdge, DrawnNode, Neighbour, Node, Overview } from '../api/types.js';
import { findVisible, type Visible } from '../filter/visible.js';
import { Closer } from '../map/closer.js';
import { tiesOf } from '../map/describe-map.js';
import { RegionLayer } from '../map/region-layer.js';
import type { NamedRegion } from '../map/region-names.js';
import { hover, type Selection, type State, select, showPath, store } from '../state/store.js';
import type { Palette } from '../theme/palette.js';
import { duration, onSystemAppearance, paletteOf } from '../theme/theme.js';
import { expand, mark, moveNodes } from '../walk/deeds.js';
import { paintMarks } from '../walk/marks.js';
import { WalkLayer } from '../walk/walk-layer.js';
import { bindWalkPointer } from '../walk/walk-pointer.js';
import type { Written } from './box.js';
import {
  type DrawnGraph,
  type EdgeAttributes,
  edgeKey,
  type GraphBuilder,
  type NodeAttributes,
} from './build-graph.js';
import * as camera from './camera.js';
import { Emphasis, type Focus } from './emphasis.js';
import { FONT, LabelPainter } from './labels.js';
import { paintShapes } from './paint-shapes.js';
import type { Pen } from './pen.js';
import { cameraAt, placeOf, type ViewPlace } from './view-place.js';

const FADE_MS = 180;
/** The address is told where one looks when the view has stood still for so long. */
const REST_MS = 250;
/** Nodes smaller than this on the screen are named only when one comes closer. */
const SMALLEST_NAMED = 4.2;
/** From here on nodes are drawn smaller, the more there are. */
const MANY_NODES = 1_500;
/** Above this many edges a fade would stutter: the change then comes at once. */
const MOST_FADING_EDGES = 12_000;

/** More links than these step aside while the view moves, so that it keeps up with the hand. */
const MOST_MOVING_EDGES = 25_000;

/** Our own painter writes names and hover cards, for squares as for discs. */
function squareProgram(painter: LabelPainter) {
  return class extends NodeSquareProgram<NodeAttributes, EdgeAttributes> {
    override drawLabel = painter.propose;
    override drawHover = painter.paintHover;
  };
}

const ArrowProgram = createEdgeArrowProgram<NodeAttributes, EdgeAttributes>({
  lengthToThicknessRatio: 5,
  widenessToThicknessRatio: 4,
});

const DiscProgram = createNodeBorderProgram<NodeAttributes, EdgeAttributes>({
  borders: [
    { size: { value: 1, mode: 'pixels' }, color: { attribute: 'ring' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
});

interface GroundMap {
  readonly regions: readonly NamedRegion[];
  readonly ties: readonly (readonly [string, string])[];
}

const NO_MAP: GroundMap = { regions: [], ties: [] };

export class Scene {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  /** What the reader's walk made of the drawing. */
  readonly walk: WalkLayer;
  readonly #builder: GraphBuilder;
  readonly #emphasis: Emphasis;
  readonly #stops: (() => void)[] = [];
  /** Says at the moment of asking what floats over the canvas. */
  readonly #insets: () => camera.Insets;
  #communityColours: ReadonlyMap<number, number> = new Map();
  /** Where one looks without having moved the view: a link need not say it. */
  #aim: camera.Aim | undefined;
  #home: camera.Aim | undefined;
  #place: ViewPlace | undefined;
  /** Whether a link said where to look: what comes with its answers does not fly elsewhere. */
  #held = false;
  #resting = 0;
  #fade = 0;
  #approach = 0;
  #alive = true;
  /** Whether the camera went on since the last frame. */
  #behind = false;
  /** A selection whose node was not drawn when it was made: the camera goes there once it is. */
  #pending: Selection | undefined;

  readonly #painter: LabelPainter;
  readonly #ground: RegionLayer;
  #map: GroundMap = NO_MAP;
  readonly #closer: Closer;

  /** @throws Error when the browser has no WebGL */
  constructor(container: HTMLElement, builder: GraphBuilder, insets: () => camera.Insets) {
    this.#builder = builder;
    this.#insets = insets;
    const { appearance, filters } = store.getState();
    this.#emphasis = new Emphasis(builder.graph, paletteOf(appearance), findVisible(builder.graph, filters));
    this.walk = new WalkLayer({
      graph: builder.graph,
      emphasis: this.#emphasis,
      add: (node, neighbours) => builder.addNeighbourhood(node, neighbours),
      reshow: () => this.reshow(),
    });
    const painter = new LabelPainter(builder.graph, this.#emphasis);
    this.sigma = new Sigma<NodeAttributes, EdgeAttributes>(builder.graph, container, {
      nodeProgramClasses: { disc: DiscProgram, square: squareProgram(painter) },
      edgeProgramClasses: {
        plain: EdgeRectangleProgram,
        descent: ArrowProgram,
        lit: EdgeRectangleProgram,
        'lit-descent': ArrowProgram,
      },
      nodeReducer: this.#emphasis.nodeReducer,
      edgeReducer: this.#emphasis.edgeReducer,
      defaultDrawNodeLabel: painter.propose,
      defaultDrawNodeHover: painter.paintHover,
      labelFont: FONT,
      labelDensity: 1.4,
      labelGridCellSize: 84,
      labelRenderedSizeThreshold: SMALLEST_NAMED,
      minEdgeThickness: 0.8,
      // Things grow more slowly than the room between them: closer means clearer.
      zoomToSizeRatioFunction: (ratio) => ratio ** 0.4,
      stagePadding: 24,
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      zIndex: true,
      zoomDuration: duration(200),
      inertiaDuration: duration(200),
      allowInvalidContainer: true,
    });
    this.#painter = painter;
    this.#ground = new RegionLayer(this.sigma, this.#emphasis);
    this.#closer = new Closer({
      sigma: this.sigma,
      graph: builder.graph,
      add: ({ nodes, edges }) => builder.add(nodes, edges),
      reshow: () => this.reshow(),
    });
    // Nodes that come later must not move those that are there.
    this.sigma.setCustomBBox(this.sigma.getBBox());
    this.sigma.on('beforeRender', () => painter.begin());
    this.sigma.on('afterRender', () => {
      this.#behind = false;
      this.#ground.paint();
      painter.paint(this.sigma, this.#insets());
      paintMarks(this.sigma, store.getState().walk, this.#emphasis.palette);
    });
    this.bindPointer(container);
    this.#stops.push(store.subscribe((state, before) => this.follow(state, before)));
    this.#stops.push(onSystemAppearance(() => this.repaint()));
    void document.fonts?.load(`500 13px ${FONT}`).then(
      // A scene that is gone has nothing left to draw with.
      () => this.#alive && this.sigma.scheduleRender(),
      () => undefined,
    );
    this.refilter();
    this.#emphasis.progress = 1;
    this.resize();
    this.sigma.on('resize', () => this.resize());
    this.walk.begin();
    this.fit(false);
    const { selection, place } = store.getState();
    if (selection) this.followSelection(selection);
    if (place) this.followPlace(place, false);
    this.sigma.getCamera().on('updated', () => {
      this.#behind = true;
      this.rest();
    });
  }

  private bindPointer(container: HTMLElement): void {
    const { sigma } = this;
    sigma.on('enterNode', ({ node }) => {
      // Who drags the view looks at no node.
      if (sigma.getMouseCaptor().isMouseDown) return;
      container.style.cursor = 'pointer';
      hover(node);
    });
    sigma.on('leaveNode', () => {
      container.style.cursor = '';
      hover(undefined);
    });
    // With Shift, several are marked.
    sigma.on('clickNode', ({ node, event }) => event.original.shiftKey || select(node, 'canvas'));
    sigma.on('clickStage', ({ event }) => event.original.shiftKey || select(undefined, 'canvas'));
    this.#stops.push(
      bindWalkPointer({
        sigma,
        container,
        graph: this.#builder.graph,
        placement: this.walk.placement,
        isSeen: (id) => this.#emphasis.visible.nodes.has(id),
        onOpen: (id) => void expand(this, id),
        onMark: mark,
        onDrop: moveNodes,
      }),
    );
  }

  private follow(state: State, before: State): void {
    if (state.appearance !== before.appearance) this.repaint();
    if (state.look !== before.look) {
      this.#emphasis.look.update(state.look);
      this.sigma.refresh();
    }
    if (state.walk.kept !== before.walk.kept) this.showMap();
    const walked = this.walk.follow(state, before) || this.#closer.follow(state, before);
    if (state.filters !== before.filters || walked) this.reshow();
    if (state.place !== before.place && state.place !== this.#place) this.followPlace(state.place, true);
    if (state.selection !== before.selection) this.followSelection(state.selection);
    else if (state.hovered !== before.hovered || state.path !== before.path) this.refocus();
  }

  private followSelection(selection: Selection | undefined): void {
    this.refocus();
    this.#pending = undefined;
    this.#aim = selection ? undefined : this.#home;
    this.#held = false;
    this.rest();
    if (!selection) return;
    if (this.#builder.graph.hasNode(selection.id)) this.approach(selection);
    else this.#pending = selection;
  }

  /** Looks where a link says, unless what is selected is somewhere else by now. */
  private followPlace(place: ViewPlace | undefined, fly: boolean): void {
    this.#place = place;
    this.#held = place !== undefined;
    if (!place) return;
    this.#pending = undefined;
    cancelAnimationFrame(this.#approach);
    this.#approach = requestAnimationFrame(() => {
      this.#approach = 0;
      camera.goTo(this.sigma, cameraAt(this.sigma, place), fly);
      this.#aim = undefined;
    });
  }

  /** When the view has come to rest, the address says where, if nothing else does. */
  private rest(): void {
    window.clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => {
      this.#resting = 0;
      if (this.#approach !== 0 || this.sigma.getCamera().isAnimated()) {
        this.rest();
        return;
      }
      const place = this.#aim && camera.isAt(this.sigma, this.#aim) ? undefined : placeOf(this.sigma);
      if (JSON.stringify(place) === JSON.stringify(store.getState().place)) return;
      this.#place = place;
      store.setState({ place });
    }, REST_MS);
  }

  private approach({ id, by }: Selection): void {
    // The inspector opens in the same moment: what it covers is known a frame later.
    cancelAnimationFrame(this.#approach);
    this.#approach = requestAnimationFrame(() => {
      this.#approach = 0;
      if (!this.#builder.graph.hasNode(id)) return;
      // Who corrects the graph goes on looking where they look.
      if (by === 'edit') return;
      if (by === 'canvas') camera.uncover(this.sigma, id, this.#insets());
      else this.#aim = camera.frame(this.sigma, [id, ...this.closeNeighbours(id)], this.#insets());
      this.rest();
    });
  }

  /** The nearer three quarters of the visible neighbours: one far away must not make all the others small. */
  private closeNeighbours(id: string): string[] {
    const { graph } = this.#builder;
    const { nodes } = this.#emphasis.visible;
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

  private refocus(): void {
    this.#emphasis.setFocus(focusOf(store.getState()));
    this.fade();
  }

  private refilter(): void {
    const { filters, chosen } = store.getState();
    const known = chosen?.filters === filters ? chosen.nodes : undefined;
    const found = findVisible(this.#builder.graph, filters, this.#closer.known(known));
    const visible = this.walk.restrict(this.#closer.restrict(found), found);
    this.#emphasis.look.update(store.getState().look);
    this.#emphasis.setVisible(visible);
    const many = visible.edges.size > MOST_MOVING_EDGES;
    if (this.sigma.getSetting('hideEdgesOnMove') !== many) this.sigma.setSetting('hideEdgesOnMove', many);
    store.setState({ visible: { nodes: visible.nodes.size, edges: visible.edges.size } });
  }

  /** Looks again at what is to be seen, and lets it come about. */
  private reshow(): void {
    this.refilter();
    this.#emphasis.renewFocus(focusOf(store.getState()));
    this.fade();
  }

  /** Lets what has changed come about. */
  private fade(): void {
    cancelAnimationFrame(this.#fade);
    this.#fade = 0;
    const time = this.#builder.graph.size > MOST_FADING_EDGES ? 0 : duration(FADE_MS);
    if (time === 0) {
      this.#emphasis.progress = 1;
      this.sigma.refresh();
      return;
    }
    const start = performance.now();
    // The first frame sorts by depth anew; those after it only change colours.
    this.sigma.refresh();
    const step = (now: number) => {
      const share = Math.min(1, Math.max(0, (now - start) / time));
      this.#emphasis.progress = 1 - (1 - share) ** 2;
      this.sigma.refresh({ skipIndexation: true, schedule: false });
      this.#fade = share < 1 ? requestAnimationFrame(step) : 0;
    };
    this.#fade = requestAnimationFrame(step);
  }

  private repaint(): void {
    this.#emphasis.palette = paletteOf(store.getState().appearance);
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Draws what a closer look at a node brought. */
  addNeighbourhood(node: Node, neighbours: readonly Neighbour[]): void {
    const { graph } = this.#builder;
    this.walk.addGuests(
      [node, ...neighbours.map((step) => step.node)].flatMap(({ id }) => (graph.hasNode(id) ? [] : id)),
    );
    if (this.#builder.addNeighbourhood(node, neighbours)) {
      this.refilter();
      this.refocus();
    }
    const pending = this.#pending;
    if (pending?.id !== node.id) return;
    this.#pending = undefined;
    this.approach(pending);
  }

  /** Draws a path, looks at it, and flies there. */
  showPath(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): void {
    this.#pending = undefined;
    const { graph } = this.#builder;
    this.walk.addGuests(nodes.flatMap(({ id }) => (graph.hasNode(id) ? [] : id)));
    if (this.#builder.add(nodes, edges)) this.refilter();
    showPath({ nodes: nodes.map(({ id }) => id), edges: new Set(edges.map(edgeKey)) });
    const stays = this.#held;
    this.#held = false;
    if (stays) return;
    cancelAnimationFrame(this.#approach);
    this.#approach = 0;
    const ids = nodes.map(({ id }) => id);
    this.#aim = camera.frame(this.sigma, ids, this.#insets());
    this.rest();
  }

  /** Draws another version of the graph; the camera stays where it is. */
  redraw({ nodes, edges }: Overview): void {
    hover(undefined);
    this.#builder.replace(nodes, edges);
    this.walk.renew();
    this.refilter();
    this.resize();
    this.refocus();
  }

  /** Draws the map that lies behind: the regions of all communities, and the ties of what is drawn. */
  setMap(regions: readonly NamedRegion[], overview: Overview): void {
    this.#map = { regions, ties: tiesOf(overview) };
    this.showMap();
    this.#closer.begin(overview);
    this.#communityColours = new Map(regions.map(({ community, colour }) => [community, colour]));
    this.#emphasis.look.update(store.getState().look, this.#communityColours);
    this.sigma.scheduleRefresh();
    this.sigma.scheduleRender();
  }

  /** Where only chosen nodes are kept, they do not stand on the map. */
  private showMap(): void {
    const { regions, ties } = store.getState().walk.kept ? NO_MAP : this.#map;
    this.#painter.regions = regions;
    this.#ground.regions = regions;
    this.#ground.ties = ties;
  }

  /** Looks at a point of the drawing, from as near as now. */
  centre({ x, y }: { readonly x: number; readonly y: number }): void {
    const { span } = placeOf(this.sigma);
    const { x: toX, y: toY } = cameraAt(this.sigma, { x, y, span });
    this.sigma.getCamera().setState({ x: toX, y: toY });
  }

  /** The size and the colour of a node by themselves, whatever is looked at. */
  lookOf(id: string): { size: number; color: string } {
    const data = this.graph.getNodeAttributes(id);
    const { look, palette } = this.#emphasis;
    return { size: look.sizeOf(id, data), color: look.colourOf(id, data, palette) };
  }

  get palette(): Palette {
    return this.#emphasis.palette;
  }

  /** Draws what is seen with another pen: in pixels of the window, over whatever ground there is. */
  paintOn(pen: Pen): void {
    this.#ground.paintOn(pen);
    paintShapes(pen, this.sigma, this.palette.ground);
    this.#painter.paint(this.sigma, { left: 0, top: 0, right: 0, bottom: 0 }, pen);
    paintMarks(this.sigma, store.getState().walk, this.palette, pen);
  }

  /** Which colour of the palette each community has that is large enough for one. */
  get communityColours(): ReadonlyMap<number, number> {
    return this.#communityColours;
  }

  /** The years of the oldest and the newest colour, where colours stand for years. */
  get yearSpan(): readonly [number, number] {
    return this.#emphasis.look.span;
  }

  /** The names that stand on the drawing, and where. */
  get names(): readonly Written[] {
    return this.#painter.written;
  }

  get graph(): DrawnGraph {
    return this.#builder.graph;
  }

  /** What is to be seen of the drawing at this moment. */
  get visible(): Visible {
    return this.#emphasis.visible;
  }

  /** Looks at these nodes, unless they are in sight already. */
  lookAt(ids: readonly string[]): void {
    cancelAnimationFrame(this.#approach);
    // What floats over the drawing may come or go in this moment.
    this.#approach = requestAnimationFrame(() => {
      this.#approach = 0;
      const there = ids.filter((id) => this.#builder.graph.hasNode(id));
      if (!camera.areInSight(this.sigma, there, this.#insets())) camera.frame(this.sigma, there, this.#insets());
    });
  }

  /** Where a node stands in the window, in CSS pixels; the middle of it where it is not drawn. */
  placeOf(id: string): { x: number; y: number } {
    const { left, top, width, height } = this.sigma.getContainer().getBoundingClientRect();
    if (!this.#builder.graph.hasNode(id)) return { x: left + width / 2, y: top + height / 2 };
    const { x, y } = this.sigma.graphToViewport(this.#builder.graph.getNodeAttributes(id));
    return { x: x + left, y: y + top };
  }

  nameOf(id: string): string | undefined {
    return this.#builder.graph.hasNode(id) ? this.#builder.graph.getNodeAttribute(id, 'name') : undefined;
  }

  zoomIn(): void {
    camera.zoom(this.sigma, 'in');
  }

  zoomOut(): void {
    camera.zoom(this.sigma, 'out');
  }

  pan(right: number, down: number): void {
    camera.pan(this.sigma, right, down);
  }

  private resize(): void {
    const { width, height } = this.sigma.getDimensions();
    const byWindow = Math.min(1, Math.max(0.65, Math.min(width, height) / 800));
    const byNumber = Math.min(1, Math.max(0.65, Math.sqrt(MANY_NODES / this.#builder.graph.order)));
    const scale = byWindow * byNumber;
    if (scale === this.#emphasis.scale) return;
    this.#emphasis.scale = scale;
    this.sigma.setSetting('labelRenderedSizeThreshold', SMALLEST_NAMED * byWindow);
    this.sigma.scheduleRefresh();
  }

  /** Everything that is drawn, beside what floats over it. */
  fit(fly = true): void {
    const { nodes } = this.#emphasis.visible;
    this.#home = camera.frame(
      this.sigma,
      nodes.size > 0 ? [...nodes] : this.#builder.graph.nodes(),
      this.#insets(),
      fly,
    );
    this.#aim = this.#home;
    this.#painter.whole = this.#home?.ratio ?? 1;
    this.#closer.setWhole(this.#painter.whole);
    this.rest();
  }

  /** Whether the camera flies or colours fade at this moment, or are about to, or the address is yet to say where one looks. */
  isMoving(): boolean {
    const waits = this.#fade !== 0 || this.#approach !== 0 || this.#resting !== 0;
    return waits || this.#behind || this.sigma.getCamera().isAnimated();
  }

  kill(): void {
    this.#alive = false;
    cancelAnimationFrame(this.#fade);
    cancelAnimationFrame(this.#approach);
    window.clearTimeout(this.#resting);
    for (const stop of this.#stops) stop();
    this.walk.stop();
    this.#closer.stop();
    hover(undefined);
    this.sigma.kill();
  }
}

function focusOf({ selection, hovered, path }: State): Focus {
  return { selected: selection?.id, hovered, path };
}
