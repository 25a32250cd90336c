/**
 * What is drawn of a graph: the most telling nodes of those asked for, the edges among them and, where papers are left
 * out, the ties that hold entities together.
 */
import { tellingScores, telltaleTies } from '../graph/index.js';
import type { GraphNode, KnowledgeGraph, NodeLabel } from '../model/index.js';
import { type Choice, chosenNodes, isChoice, type Step } from './choice.js';

export interface Asked {
  /** Nodes at most. */
  readonly limit: number;
  readonly choice?: Choice;
  /** Only what stands between these places: least x and y, most x and y. */
  readonly box?: readonly [number, number, number, number] | undefined;
}

export interface Chosen {
  readonly nodes: readonly GraphNode[];
  /** Of how many that were asked for. */
  readonly total: number;
  /** Pairs of entities that are named together beyond chance, as places in `nodes`; only where some nodes are left out. */
  readonly ties: readonly [number, number][];
}

export class OverviewMaker {
  readonly #papers: number;
  readonly #stepsOf: (id: string) => readonly Step[];
  /** Papers and entities, the most telling first. */
  readonly #ranked: readonly GraphNode[];
  /** What everybody asks for who opens the page, by its limit. */
  readonly #whole = new Map<number, Chosen>();

  constructor(graph: KnowledgeGraph, stepsOf: (id: string) => readonly Step[]) {
    this.#papers = graph.nodes.filter(({ label }) => label === 'Paper').length;
    this.#stepsOf = stepsOf;
    const scores = tellingScores(graph);
    const order = Uint32Array.from(graph.nodes.keys()).filter((i) => isDrawnAtFirst(graph.nodes[i]?.label ?? 'Author'));
    // Nodes are sorted by id, so equal ones stay in that order.
    order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    this.#ranked = Array.from(order, (i) => graph.nodes[i] as GraphNode);
  }

  choose({ limit, choice = {}, box }: Asked): Chosen {
    if (box || isChoice(choice)) return this.#choose({ limit, choice, box });
    const known = this.#whole.get(limit) ?? this.#choose({ limit, choice, box });
    this.#whole.clear();
    this.#whole.set(limit, known);
    return known;
  }

  #choose({ limit, choice = {}, box }: Asked): Chosen {
    const near = box
      ? this.#ranked.filter(({ x, y }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3])
      : this.#ranked;
    const asked = isChoice(choice) ? chosenNodes(near, this.#stepsOf, choice) : near;
    const nodes = asked.slice(0, limit);
    const total = asked.length;
    return { nodes, total, ties: nodes.length < total && !box ? telltaleTies(nodes, this.#stepsOf, this.#papers) : [] };
  }
}

/** Authors and organizations are hidden until asked for. */
export function isDrawnAtFirst(label: NodeLabel): boolean {
  return label !== 'Author' && label !== 'Organization';
}
