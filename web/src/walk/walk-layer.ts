/** The walk in the drawing: fetches what is expanded, leaves out what is hidden, holds what is pinned. */
import type { Neighbour, Node } from '../api/types.js';
import type { Visible } from '../filter/visible.js';
import type { DrawnGraph } from '../graph/build-graph.js';
import { answerAlone, litPath, type State, store } from '../state/store.js';
import { allot } from './allot.js';
import type { Opened } from './arrange.js';
import { Expansions } from './expansions.js';
import { Placement } from './placement.js';
import { placesOfFew } from './places-of-few.js';
import { shortKey } from './short-key.js';
import { type Expansion, type Group, type GroupKey, groupKey, isWalked, type Walk } from './walk.js';

export interface Drawing {
  readonly graph: DrawnGraph;
  /** Knows what is seen. */
  readonly emphasis: { readonly visible: Visible };
  /** Draws a node with some of its neighbours. */
  add(node: Node, neighbours: readonly Neighbour[]): void;
  /** Looks again at what is to be seen, and lets it come about. */
  reshow(): void;
}

export class WalkLayer {
  readonly placement: Placement;
  readonly #drawing: Drawing;
  readonly #expansions = new Expansions();
  /** What is there because of an expansion. */
  #brought: ReadonlySet<string> = new Set();
  /** What only came with a look at something: it goes when one looks elsewhere. */
  readonly #guests = new Set<string>();
  /** The length by which neighbours are put around a node. */
  #unit = 1;

  constructor(drawing: Drawing) {
    this.#drawing = drawing;
    this.placement = new Placement(drawing.graph);
  }

  /** What the address says, once there is something to say it of. */
  begin(): void {
    const { walk } = store.getState();
    this.#unit = unitOf(this.#drawing.graph);
    this.placement.follow(walk.pinned);
    this.open(walk.expanded);
  }

  stop(): void {
    this.placement.stop();
  }

  /** @returns whether anything that can be seen may have changed */
  follow(state: State, before: State): boolean {
    const [walk, earlier] = [state.walk, before.walk];
    if (walk.pinned !== earlier.pinned) this.placement.follow(walk.pinned);
    const isElsewhere = answerAlone(state) !== answerAlone(before);
    if (walk.expanded !== earlier.expanded || walk.kept !== earlier.kept || isElsewhere) this.open(walk.expanded);
    if (walk !== earlier) return true;
    if (state.answer !== before.answer || (state.answer && state.asking.drawn !== before.asking.drawn)) return true;
    return this.#guests.size > 0 && (state.selection !== before.selection || state.path !== before.path);
  }

  /** Another version of the graph is drawn: what was fetched is asked for again. */
  renew(): void {
    this.#guests.clear();
    this.#unit = unitOf(this.#drawing.graph);
    this.#expansions.forget();
    this.open(store.getState().walk.expanded);
  }

  /** Draws what is expanded, at once where it is known. */
  open(expanded: Walk['expanded']): void {
    const brought = new Set<string>();
    const opened: Opened[] = [];
    for (const [id, expansion] of expanded) {
      const known = this.#expansions.known(id, expansion);
      if (!known) {
        void this.load(id, expansion);
        continue;
      }
      this.#drawing.add(known.node, known.steps);
      brought.add(id);
      for (const { node } of known.steps) brought.add(node.id);
      opened.push({ id, others: [...new Set(known.steps.map(({ node }) => node.id))] });
    }
    this.#brought = brought;
    const { placement } = this;
    placement.arrange(
      placesOfFew(store.getState(), {
        graph: this.#drawing.graph,
        opened,
        homeOf: (id) => placement.homeOf(id),
        unit: this.#unit,
      }),
    );
  }

  private async load(id: string, expansion: Expansion): Promise<void> {
    try {
      await this.#expansions.load(id, expansion);
    } catch {
      // The node may be gone with an edit or a rebuild; that the server is away is said elsewhere.
      return;
    }
    const { expanded } = store.getState().walk;
    // Another may have been asked for meanwhile, and this one given up.
    if (expanded.get(id) !== expansion) return;
    this.open(expanded);
    this.#drawing.reshow();
  }

  /** Nodes that were not drawn before one looked at something. */
  addGuests(ids: Iterable<string>): void {
    for (const id of ids) this.#guests.add(id);
  }

  /**
   * Leaves out what the walk hides, and holds what the walk or an answer brought.
   * @param visible what would be seen without a walk
   * @param passing all that the filters let through, what is left out for being too small, too
   */
  restrict(visible: Visible, passing: Visible): Visible {
    const { walk, selection, answer, asking } = store.getState();
    if (!isWalked(walk) && this.#guests.size === 0 && !answer) return visible;
    const { graph } = this.#drawing;
    const onPath = new Set(litPath(store.getState())?.nodes);
    const nodes = new Set<string>();
    if (answer && asking.drawn === 'alone') {
      for (const id of passing.nodes) if (this.#brought.has(id) && this.isHeld(id, walk)) nodes.add(id);
    } else {
      for (const id of visible.nodes) if (onPath.has(id) || this.isThere(id, walk, selection?.id)) nodes.add(id);
      for (const id of passing.nodes) if (this.isHeld(id, walk)) nodes.add(id);
    }
    // The filters do not narrow an answer: its question does.
    for (const id of answer?.nodes ?? []) if (graph.hasNode(id) && !walk.hidden.has(shortKey(id))) nodes.add(id);
    const edges = new Set<string>();
    for (const edge of answer?.edges ?? []) {
      if (graph.hasEdge(edge) && nodes.has(graph.source(edge)) && nodes.has(graph.target(edge))) edges.add(edge);
    }
    for (const edge of passing.edges) {
      if (nodes.has(graph.source(edge)) && nodes.has(graph.target(edge))) edges.add(edge);
    }
    return { nodes, edges };
  }

  /** Whether the reader asked for this very node. */
  private isHeld(id: string, { hidden, kept, marked, pinned }: Walk): boolean {
    const key = shortKey(id);
    if (hidden.has(key)) return false;
    return this.#brought.has(id) || marked.has(key) || kept?.has(key) === true || (!kept && pinned.has(key));
  }

  private isThere(id: string, walk: Walk, selected: string | undefined): boolean {
    const key = shortKey(id);
    if (walk.hidden.has(key)) return false;
    if (walk.kept) return this.isHeld(id, walk);
    if (!this.#guests.has(id)) return true;
    const { graph } = this.#drawing;
    return selected !== undefined && graph.hasNode(selected) && (id === selected || graph.areNeighbors(id, selected));
  }

  /**
   * The next neighbours of a node that are not seen yet, the most telling first.
   * @param group only these; otherwise each group in turn
   * @returns nothing is drawn by this: the new expansion and what it would bring, and how many neighbours there are
   * @throws ApiError, UnreachableError as any question
   */
  async nextOf(
    id: string,
    most: number,
    group?: Group,
  ): Promise<{ expansion: Expansion; brought: string[]; total: number }> {
    const { walk, filters } = store.getState();
    const groups = (await this.#expansions.look(id)).filter(
      ({ type, direction }) => !group || (type === group.type && direction === group.direction),
    );
    const passes = ({ node, edge }: Neighbour) =>
      !filters.hiddenLabels.has(node.label) &&
      !filters.hiddenTypes.has(edge.type) &&
      edge.confidence >= filters.leastConfidence;
    const shown = this.#drawing.emphasis.visible.nodes;
    const before = walk.expanded.get(id) ?? new Map<GroupKey, number>();
    const { expansion, brought } = allot(
      groups,
      before,
      (step) => passes(step) && (!shown.has(step.node.id) || this.isGuest(step.node.id)),
      most,
    );
    const total = groups
      .filter(({ steps }) => steps.some(passes))
      .reduce((sum, { total: ofGroup }) => sum + ofGroup, 0);
    return { expansion, brought: brought.map(({ node }) => node.id), total };
  }

  private isGuest(id: string): boolean {
    return this.#guests.has(id) && !this.#brought.has(id);
  }

  isSeen(id: string): boolean {
    return this.#drawing.emphasis.visible.nodes.has(id);
  }

  /** How many neighbours of each group are seen. */
  shownOf(id: string): ReadonlyMap<GroupKey, number> {
    const { graph, emphasis } = this.#drawing;
    const { visible } = emphasis;
    const counts = new Map<GroupKey, number>();
    if (!graph.hasNode(id)) return counts;
    graph.forEachEdge(id, (edge, { kind }, source, target) => {
      if (!visible.edges.has(edge)) return;
      const other = source === id ? target : source;
      if (this.isGuest(other)) return;
      const key = groupKey({ type: kind, direction: source === id ? 'out' : 'in' });
      counts.set(key, (counts.get(key) ?? 0) + 1);
    });
    return counts;
  }

  /** Neighbours that are seen and hang on nothing else that is. */
  leavesOf(id: string): string[] {
    const { graph, emphasis } = this.#drawing;
    const { visible } = emphasis;
    if (!graph.hasNode(id)) return [];
    return graph.neighbors(id).filter((other) => {
      if (!visible.nodes.has(other)) return false;
      return graph.everyEdge(
        other,
        (edge, _, source, target) => !visible.edges.has(edge) || source === id || target === id,
      );
    });
  }
}

/** A seventieth of the width of the drawing. */
function unitOf(graph: DrawnGraph): number {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  graph.forEachNode((_, { x }) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
  });
  return right > left ? (right - left) / 70 : 1;
}
