/**
 * More as one comes closer: of a graph that is drawn only in part, the most telling nodes of what the window shows are
 * fetched when the view rests, and are there as long as one stays about so close.
 */
import type Sigma from 'sigma';
import { api } from '../api/client.js';
import type { Overview } from '../api/types.js';
import { writeFilters } from '../filter/filter-address.js';
import type { Visible } from '../filter/visible.js';
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import { litPath, type State, store } from '../state/store.js';

/** Nodes that one look brings at most. */
const MOST_AT_ONCE = 350;
/** More than so many of them are given up again, all that are not seen now. */
const MOST_KEPT = 6_000;
const REST_MS = 180;
/** From how much closer than the whole on there is more to fetch. */
const CLOSE = 0.75;
/** How much farther one may go before what was fetched is left out again. */
const LEAVE = 1.45;

export interface Drawing {
  readonly sigma: Sigma<NodeAttributes, EdgeAttributes>;
  readonly graph: DrawnGraph;
  /** Draws what is not drawn yet. */
  add(overview: Overview): void;
  /** Looks again at what is to be seen. */
  reshow(): void;
}

export class Closer {
  readonly #drawing: Drawing;
  /** What was fetched, with the camera's ratio up to which it is shown. */
  readonly #fetched = new Map<string, number>();
  /** The camera's ratio at which everything is seen. */
  #whole = 1;
  #overview: Overview | undefined;
  #timer = 0;
  #request: AbortController | undefined;
  #asked = '';
  /** The ratio at which it was last decided what is shown. */
  #shownAt = 1;
  readonly #moved = () => this.#rest();

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    drawing.sigma.getCamera().on('updated', this.#moved);
  }

  /** The overview that is drawn from now on, in place of everything before. */
  begin(overview: Overview): void {
    this.#overview = overview;
    this.#fetched.clear();
    this.#asked = '';
    this.#rest();
  }

  /** @param ratio of the camera when it shows all */
  setWhole(ratio: number): void {
    this.#whole = ratio;
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    this.#request?.abort();
    this.#drawing.sigma.getCamera().removeListener('updated', this.#moved);
  }

  /** What was fetched passes the filters, which the server applied. */
  known(chosen: ReadonlySet<string> | undefined): ReadonlySet<string> | undefined {
    return this.#fetched.size === 0 || !chosen ? chosen : new Set([...chosen, ...this.#fetched.keys()]);
  }

  /** Leaves out what was fetched for a closer look than the present one. */
  restrict(visible: Visible): Visible {
    if (this.#fetched.size === 0) return visible;
    const { ratio } = this.#drawing.sigma.getCamera().getState();
    this.#shownAt = ratio;
    const { graph } = this.#drawing;
    const { selection } = store.getState();
    const onPath = new Set(litPath(store.getState())?.nodes);
    const selected = selection && graph.hasNode(selection.id) ? selection.id : undefined;
    const stays = (id: string) =>
      (this.#fetched.get(id) ?? Number.POSITIVE_INFINITY) >= ratio ||
      onPath.has(id) ||
      (selected !== undefined && (id === selected || graph.areNeighbors(id, selected)));
    const nodes = new Set([...visible.nodes].filter(stays));
    if (nodes.size === visible.nodes.size) return visible;
    const edges = new Set(
      [...visible.edges].filter((edge) => nodes.has(graph.source(edge)) && nodes.has(graph.target(edge))),
    );
    return { nodes, edges };
  }

  /** @returns whether anything that can be seen may have changed */
  follow(state: State, before: State): boolean {
    if (state.filters !== before.filters) this.#rest();
    return this.#fetched.size > 0 && (state.selection !== before.selection || state.path !== before.path);
  }

  #rest(): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#look(), REST_MS);
  }

  async #look(): Promise<void> {
    const { sigma } = this.#drawing;
    const { ratio } = sigma.getCamera().getState();
    // What is shown depends on how close one is, in steps.
    const steps = Math.abs(Math.log2(ratio / this.#shownAt));
    if (this.#fetched.size > 0 && steps > 0.3) this.#drawing.reshow();
    const overview = this.#overview;
    if (!overview || overview.shown >= overview.total || ratio > CLOSE * this.#whole) return;
    const query = this.#query();
    if (query.toString() === this.#asked) return;
    this.#asked = query.toString();
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    try {
      const found = await api.chosen(query, request.signal);
      if (!request.signal.aborted) this.#draw(found, ratio);
    } catch {
      // What is there stays; that the server is away is said elsewhere.
      if (this.#request === request) this.#asked = '';
    }
  }

  /** What the window shows, in units of the drawing, and what the filters let through. */
  #query(): URLSearchParams {
    const { sigma } = this.#drawing;
    const { width, height } = sigma.getDimensions();
    const [a, b] = [sigma.viewportToGraph({ x: 0, y: 0 }), sigma.viewportToGraph({ x: width, y: height })];
    const box = [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
    const query = new URLSearchParams({ limit: String(MOST_AT_ONCE) });
    writeFilters(query, store.getState().filters);
    query.delete('show');
    query.set('box', box.map((value) => value.toFixed(1)).join(','));
    return query;
  }

  #draw(found: Overview, ratio: number): void {
    const { graph } = this.#drawing;
    if (this.#fetched.size > MOST_KEPT) this.#forget(new Set(found.nodes.map(({ id }) => id)));
    for (const { id } of found.nodes) {
      const known = this.#fetched.get(id);
      if (known !== undefined) this.#fetched.set(id, Math.max(known, ratio * LEAVE));
      else if (!graph.hasNode(id)) this.#fetched.set(id, ratio * LEAVE);
    }
    this.#drawing.add(found);
    this.#drawing.reshow();
  }

  #forget(seen: ReadonlySet<string>): void {
    const { selection, answer } = store.getState();
    const lookedAt = new Set([selection?.id, ...(litPath(store.getState())?.nodes ?? []), ...(answer?.nodes ?? [])]);
    for (const id of this.#fetched.keys()) {
      if (seen.has(id) || lookedAt.has(id)) continue;
      this.#fetched.delete(id);
      if (this.#drawing.graph.hasNode(id)) this.#drawing.graph.dropNode(id);
    }
  }
}
