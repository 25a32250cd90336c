/** The canvas: Sigma over our graph, told what to show by the store, telling it what the pointer does. */
import type { Coordinates } from 'sigma/types';
import type { DrawnEdge, DrawnNode, Neighbour, Node, Overview } from '../api/types.js';
import { findVisible, type Visible } from '../filter/visible.js';
import { Closer } from '../map/closer.js';
import { tiesOf } from '../map/describe-map.js';
import { RegionLayer } from '../map/region-layer.js';
import type { NamedRegion } from '../map/region-names.js';
import {
  answerAlone,
  hover,
  isChoiceAwaited,
  type Link,
  litPath,
  type State,
  select,
  selectedLink,
  showAnswer,
  showPath,
  store,
} from '../state/store.js';
import type { Palette } from '../theme/palette.js';
import { duration, onSystemAppearance, paletteOf } from '../theme/theme.js';
import { expand, mark, moveNodes } from '../walk/deeds.js';
import { paintMarks } from '../walk/marks.js';
import { shortKey } from '../walk/short-key.js';
import { WalkLayer } from '../walk/walk-layer.js';
import { bindWalkPointer } from '../walk/walk-pointer.js';
import type { Written } from './box.js';
import { type DrawnGraph, edgeKey, type GraphBuilder } from './build-graph.js';
import type { Insets } from './camera.js';
import { createDrawing, type Drawing, SMALLEST_NAMED } from './drawing.js';
import { Emphasis, type Focus } from './emphasis.js';
import { isByFinger, nodeUnderFinger } from './fingers.js';
import { FONT, LabelPainter } from './labels.js';
import { linkAt } from './link-at.js';
import { LinkPointer } from './link-pointer.js';
import { paintShapes } from './paint-shapes.js';
import type { Pen } from './pen.js';
import { Viewpoint } from './viewpoint.js';

const FADE_MS = 180;
/** From here on nodes are drawn smaller, the more there are. */
const MANY_NODES = 1_500;
/** Above this many edges a fade would stutter: the change then comes at once. */
const MOST_FADING_EDGES = 12_000;

/** More links than these step aside while the view moves, so that it keeps up with the hand. */
const MOST_MOVING_EDGES = 25_000;

interface GroundMap {
  readonly regions: readonly NamedRegion[];
  readonly ties: readonly (readonly [string, string])[];
}

/** Until the server has said which nodes hang on what is not drawn, any may. */
const ANY = { has: () => true };

const NO_MAP: GroundMap = { regions: [], ties: [] };

export class Scene {
  readonly sigma: Drawing;
  /** Where the reader looks. */
  readonly view: Viewpoint;
  /** What the reader's walk made of the drawing. */
  readonly walk: WalkLayer;
  readonly #builder: GraphBuilder;
  readonly #emphasis: Emphasis;
  readonly #stops: (() => void)[] = [];
  #communityColours: ReadonlyMap<number, number> = new Map();
  #fade = 0;
  #alive = true;

  readonly #painter: LabelPainter;
  readonly #ground: RegionLayer;
  #map: GroundMap = NO_MAP;
  readonly #closer: Closer;

  /** @throws Error when the browser has no WebGL */
  constructor(container: HTMLElement, builder: GraphBuilder, insets: () => Insets) {
    this.#builder = builder;
    const { appearance, filters } = store.getState();
    this.#emphasis = new Emphasis(builder.graph, paletteOf(appearance), findVisible(builder.graph, filters));
    this.walk = new WalkLayer({
      graph: builder.graph,
      emphasis: this.#emphasis,
      add: (node, neighbours) => builder.addNeighbourhood(node, neighbours),
      reshow: () => this.reshow(),
    });
    const painter = new LabelPainter(builder.graph, this.#emphasis);
    this.sigma = createDrawing(builder.graph, container, this.#emphasis, painter);
    this.#painter = painter;
    this.#ground = new RegionLayer(this.sigma, this.#emphasis);
    this.#closer = new Closer({
      sigma: this.sigma,
      graph: builder.graph,
      add: ({ nodes, edges }) => builder.add(nodes, edges),
      reshow: () => this.reshow(),
    });
    this.view = new Viewpoint({
      sigma: this.sigma,
      insets,
      seen: () => this.visible.nodes,
      onWhole: (ratio) => {
        painter.whole = ratio;
        this.#closer.setWhole(ratio);
      },
    });
    // Nodes that come later must not move those that are there.
    this.sigma.setCustomBBox(this.sigma.getBBox());
    this.sigma.on('beforeRender', () => painter.begin());
    this.sigma.on('afterRender', () => {
      this.#ground.paint();
      painter.paint(this.sigma, insets());
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
    // What a link selects is selected before there is a drawing.
    this.#emphasis.setFocus(focusOf(store.getState()));
    this.#emphasis.progress = 1;
    this.resize();
    this.sigma.on('resize', () => this.resize());
    this.walk.begin();
    this.view.begin(store.getState());
  }

  private bindPointer(container: HTMLElement): void {
    const { sigma } = this;
    const links = new LinkPointer({ sigma, container, find: (at, reach) => this.linkAt(at, reach) });
    sigma.on('enterNode', ({ node, event }) => {
      // Who drags the view looks at no node, and a finger does not hover.
      if (sigma.getMouseCaptor().isMouseDown || isByFinger(event)) return;
      container.style.cursor = 'pointer';
      hover(node);
    });
    sigma.on('leaveNode', () => {
      container.style.cursor = '';
      hover(undefined);
    });
    // With Shift, several are marked.
    sigma.on('clickNode', ({ node, event }) => event.original.shiftKey || select(node, 'canvas'));
    sigma.on('clickStage', ({ event }) => {
      if (event.original.shiftKey) return;
      const near = isByFinger(event) ? nodeUnderFinger(sigma, event) : undefined;
      if (near !== undefined || !links.click(event)) select(near, 'canvas');
    });
    this.#stops.push(() => links.stop());
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
    if (state.walk.kept !== before.walk.kept || answerAlone(state) !== answerAlone(before)) this.showMap();
    const walked = this.walk.follow(state, before) || this.#closer.follow(state, before);
    // What the server let through is drawn anew, once it has come.
    const isPartKnown = state.inPart !== before.inPart || (state.chosen !== before.chosen && !state.chosen?.nodes);
    if (state.filters !== before.filters || walked || isPartKnown) this.reshow();
    const isElsewhere = (['selection', 'hovered', 'path', 'answer'] as const).some((key) => state[key] !== before[key]);
    if (isElsewhere) this.refocus();
    this.view.follow(state, before);
    // By itself it stands elsewhere than on the map.
    const alone = answerAlone(state);
    if (alone && alone !== answerAlone(before)) this.view.show(alone.nodes);
  }

  private refocus(): void {
    this.#emphasis.setFocus(focusOf(store.getState()));
    this.fade();
  }

  private refilter(): void {
    const state = store.getState();
    const { filters, chosen } = state;
    const known = this.#closer.known(chosen?.filters === filters ? chosen.nodes : undefined);
    const found = findVisible(this.#builder.graph, filters, isChoiceAwaited(state) ? ANY : known);
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
    this.view.arrive(node.id);
  }

  /** Draws a link with its ends. */
  addLink(nodes: readonly DrawnNode[], edge: DrawnEdge): void {
    this.addGuests(nodes, [edge]);
    this.refocus();
    this.view.arrive(edge.source);
  }

  /** Draws a path, looks at it, and flies there. */
  showPath(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): void {
    this.addGuests(nodes, edges);
    showPath({ nodes: nodes.map(({ id }) => id), edges: new Set(edges.map(edgeKey)) });
    this.view.show(nodes.map(({ id }) => id));
  }

  /** Draws what an answer speaks of, and flies there, unless the reader is looking at a node. */
  showAnswer(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): void {
    this.addGuests(nodes, edges);
    showAnswer({ nodes: nodes.map(({ id }) => id), edges: new Set(edges.map(edgeKey)) });
    const state = store.getState();
    if (!state.selection && !answerAlone(state)) this.view.show(nodes.map(({ id }) => id));
  }

  private addGuests(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): void {
    const { graph } = this.#builder;
    this.walk.addGuests(nodes.flatMap(({ id }) => (graph.hasNode(id) ? [] : id)));
    if (this.#builder.add(nodes, edges)) this.refilter();
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

  /** Where only chosen nodes are kept, or an answer stands alone, they do not stand on the map. */
  private showMap(): void {
    const state = store.getState();
    const { regions, ties } = state.walk.kept || answerAlone(state) ? NO_MAP : this.#map;
    this.#painter.regions = regions;
    this.#ground.regions = regions;
    this.#ground.ties = ties;
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

  private linkAt(at: Coordinates, reach: number): Link | undefined {
    const { graph, sigma } = this;
    const clarityOf = this.#emphasis.clarityOf.bind(this.#emphasis);
    const key = linkAt({ sigma, graph, clarityOf }, at, reach);
    if (key === undefined) return undefined;
    return { source: graph.source(key), type: graph.getEdgeAttribute(key, 'kind'), target: graph.target(key) };
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

  /** Whether the camera flies or colours fade at this moment, or are about to, or the address is yet to say where one looks. */
  isMoving(): boolean {
    return this.#fade !== 0 || this.view.isMoving();
  }

  kill(): void {
    this.#alive = false;
    cancelAnimationFrame(this.#fade);
    this.view.stop();
    for (const stop of this.#stops) stop();
    this.walk.stop();
    this.#closer.stop();
    hover(undefined);
    this.sigma.kill();
  }
}

/** An answer is lit as long as nothing else is looked at. */
function focusOf(state: State): Focus {
  const { selection, hovered, answer, walk } = state;
  const lit = answer && { ...answer, nodes: answer.nodes.filter((id) => !walk.hidden.has(shortKey(id))) };
  const path = litPath(state) ?? (selection ? undefined : lit);
  const link = selectedLink(state);
  return link
    ? { selected: undefined, hovered, path, link: edgeKey(link) }
    : { selected: selection?.id, hovered, path };
}
