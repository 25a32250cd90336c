/** The neighbours that were asked for, most telling first: fetched by type and direction, and kept for undo and redo. */
import { api } from '../api/client.js';
import type { Neighbour, Node } from '../api/types.js';
import { type Expansion, type Group, type GroupKey, groupKey } from './walk.js';

/** So many of each group are looked at for the next to draw. */
const LOOK = 200;

interface Fetched {
  readonly steps: readonly Neighbour[];
  /** Whether there are no more. */
  readonly all: boolean;
}

export interface GroupSteps extends Group {
  /** How many there are in the graph. */
  readonly total: number;
  readonly steps: readonly Neighbour[];
}

export class Expansions {
  readonly #fetched = new Map<string, Fetched>();
  readonly #nodes = new Map<string, Node>();

  /** Another version of the graph: what is known is of the one before. */
  forget(): void {
    this.#fetched.clear();
    this.#nodes.clear();
  }

  /** Every group of a node's neighbours, each with its most telling. */
  async look(id: string, least = LOOK): Promise<GroupSteps[]> {
    const { node, degrees } = await api.node(id);
    this.#nodes.set(id, node);
    return Promise.all(
      degrees.map(async ({ type, direction, count }) => ({
        type,
        direction,
        total: count,
        steps: (await this.fetch(id, groupKey({ type, direction }), Math.min(least, count))).steps,
      })),
    );
  }

  /** What an expansion speaks of, as far as it is known already; undefined where something must be fetched first. */
  known(id: string, expansion: Expansion): { node: Node; steps: Neighbour[] } | undefined {
    const node = this.#nodes.get(id);
    if (!node) return undefined;
    const steps: Neighbour[] = [];
    for (const [key, count] of expansion) {
      const fetched = this.#fetched.get(`${id} ${key}`);
      if (!fetched || (fetched.steps.length < count && !fetched.all)) return undefined;
      steps.push(...fetched.steps.slice(0, count));
    }
    return { node, steps };
  }

  /** Fetches what an expansion speaks of. */
  async load(id: string, expansion: Expansion): Promise<void> {
    const [detail] = await Promise.all([
      this.#nodes.has(id) ? undefined : api.node(id),
      ...[...expansion].map(([key, count]) => this.fetch(id, key, count)),
    ]);
    if (detail) this.#nodes.set(id, detail.node);
  }

  private async fetch(id: string, key: GroupKey, count: number): Promise<Fetched> {
    const place = `${id} ${key}`;
    const before = this.#fetched.get(place);
    if (before && (before.all || before.steps.length >= count)) return before;
    const [direction, type] = key.split(' ') as [Group['direction'], Group['type']];
    const { neighbours, total } = await api.neighbours(id, { limit: count, type, direction, order: 'telling' });
    const fetched = { steps: neighbours, all: neighbours.length >= total };
    this.#fetched.set(place, fetched);
    return fetched;
  }
}
