/** Keeps pinned nodes where the reader put them, whenever they come into the drawing; the others stand where it put them. */
import type { DrawnGraph } from '../graph/build-graph.js';
import { shortKey } from './short-key.js';
import type { Place, Walk } from './walk.js';

export class Placement {
  readonly #graph: DrawnGraph;
  /** Where the drawing has what was moved. */
  readonly #homes = new Map<string, Place>();
  #pinned: Walk['pinned'] = new Map();
  #arranged: ReadonlyMap<string, Place> = new Map();
  readonly #stop: () => void;

  constructor(graph: DrawnGraph) {
    this.#graph = graph;
    const onAdded = ({ key }: { key: string }) => this.put(key);
    const onCleared = () => this.#homes.clear();
    graph.on('nodeAdded', onAdded);
    graph.on('cleared', onCleared);
    this.#stop = () => {
      graph.off('nodeAdded', onAdded);
      graph.off('cleared', onCleared);
    };
  }

  stop(): void {
    this.#stop();
  }

  /** Where the map has a node, wherever it stands now. */
  homeOf(id: string): Place {
    const home = this.#homes.get(id);
    if (home) return home;
    const { x, y } = this.#graph.getNodeAttributes(id);
    return [x, y];
  }

  /** @param arranged places for the time being, for what is not pinned */
  arrange(arranged: ReadonlyMap<string, Place>): void {
    this.#arranged = arranged;
    this.follow(this.#pinned);
  }

  follow(pinned: Walk['pinned']): void {
    this.#pinned = pinned;
    for (const [id, [x, y]] of this.#homes) {
      if (pinned.has(shortKey(id)) || this.#arranged.has(id)) continue;
      this.#homes.delete(id);
      if (this.#graph.hasNode(id)) this.#graph.mergeNodeAttributes(id, { x, y });
    }
    if (pinned.size > 0) for (const id of this.#graph.nodes()) this.put(id);
    else for (const id of this.#arranged.keys()) if (this.#graph.hasNode(id)) this.put(id);
  }

  /** Moves a node for the time being; where it is not pinned in the end, it goes back. */
  move(id: string, x: number, y: number): void {
    this.remember(id);
    this.#graph.mergeNodeAttributes(id, { x, y });
  }

  private put(id: string): void {
    if (this.#pinned.size === 0 && this.#arranged.size === 0) return;
    const place = this.#pinned.get(shortKey(id)) ?? this.#arranged.get(id);
    if (!place) return;
    this.remember(id);
    const [x, y] = place;
    const now = this.#graph.getNodeAttributes(id);
    if (now.x !== x || now.y !== y) this.#graph.mergeNodeAttributes(id, { x, y });
  }

  private remember(id: string): void {
    if (this.#homes.has(id)) return;
    const { x, y } = this.#graph.getNodeAttributes(id);
    this.#homes.set(id, [x, y]);
  }
}
