/**
 * What is drawn of a graph: the most telling nodes of those asked for, the edges among them and, where papers are left
 * out, the ties that hold entities together.
 */
import { tellingScores, telltaleTies } from '../graph/index.js';
import type { GraphNode, KnowledgeGraph, NodeLabel } from '../model/index.js';
import { type Choice, chosenNodes, isChoice, type Step } from './choice.js';
import { DRAWN_AT_FIRST } from './schemas.js';

/** Share of what is drawn that goes to communities by their size. */
const OWN = 0.5;

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
    const near = box
      ? this.#ranked.filter(({ x, y }) => x >= box[0] && y >= box[1] && x <= box[2] && y <= box[3])
      : this.#ranked;
    const asked = isChoice(choice) ? chosenNodes(near, this.#stepsOf, choice) : near;
    const nodes = box ? asked.slice(0, limit) : this.#acrossCommunities(asked, limit);
    const total = asked.length;
    return { nodes, total, ties: nodes.length < total && !box ? telltaleTies(nodes, this.#stepsOf, this.#papers) : [] };
  }

  /**
   * The most telling nodes, of which each community has at least half of what its share of all papers and entities would
   * give it: where a field is spoken of in words that everybody uses, it would be an empty place.
   */
  #acrossCommunities(ranked: readonly GraphNode[], limit: number): GraphNode[] {
    if (ranked.length <= limit) return [...ranked];
    const sizes = countCommunities(ranked);
    const left = new Map(
      [...sizes].map(([number, size]) => [number, Math.floor((OWN * limit * size) / ranked.length)]),
    );
    const own = new Set<GraphNode>();
    for (const node of ranked) {
      const places = left.get(node.community) ?? 0;
      if (places === 0) continue;
      left.set(node.community, places - 1);
      own.add(node);
    }
    let free = limit - own.size;
    return ranked.filter((node) => own.has(node) || free-- > 0);
  }
}

/** Nodes by community. */
function countCommunities(nodes: Iterable<GraphNode>): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { community } of nodes) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  return sizes;
}

/** Whether it is what the page asks for when it opens. */
export function isFirst({ limit, choice = {}, box }: Asked): boolean {
  return limit === DRAWN_AT_FIRST && box === undefined && !isChoice(choice);
}

/** Authors and organizations are hidden until asked for. */
export function isDrawnAtFirst(label: NodeLabel): boolean {
  return label !== 'Author' && label !== 'Organization';
}
