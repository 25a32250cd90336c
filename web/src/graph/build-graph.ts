/** The server's drawing as a graphology graph. Colours are not in it: the reducers choose them from the palette. */
import { MultiDirectedGraph } from 'graphology';
import type { DrawnEdge, DrawnNode, EdgeType, Neighbour, Node, NodeLabel } from '../api/types.js';
import { shorten } from '../ui/words.js';

export interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  /** What Sigma writes beside the node: the name, shortened. */
  label: string;
  name: string;
  type: 'disc' | 'square';
  kind: NodeLabel;
  papers: number | undefined;
  year: number | undefined;
  community: number;
  pagerank: number;
  categories: readonly string[];
  organizations: readonly string[];
}

export interface EdgeAttributes {
  /** Sigma draws the types one after the other: what is lit comes last, over the rest. */
  type: 'plain' | 'descent' | 'lit' | 'lit-descent';
  size: number;
  kind: EdgeType;
  confidence: number;
}

export type DrawnGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>;

const PAPER_SIZE = 4;
const SMALLEST = 1.8;
const LARGEST = 19;
const LABEL_LENGTH = 44;
const NONE: readonly string[] = [];

export function edgeKey({ source, type, target }: Pick<DrawnEdge, 'source' | 'type' | 'target'>): string {
  return `${source} ${type} ${target}`;
}

/** Share of the entities that may be as large as anything: what everybody mentions would make the others specks. */
const SUNS = 0.005;

/** Importance is size: the square root of the papers, scaled so that the most frequent entities stay discs, not suns. */
export function sizeScale(nodes: Iterable<{ papers?: number | undefined }>): number {
  const papers = [...nodes].flatMap((node) => node.papers ?? []).sort((a, b) => b - a);
  const most = papers[Math.floor(papers.length * SUNS)] ?? 1;
  return Math.min(2.4, (LARGEST - SMALLEST) / Math.sqrt(Math.max(1, most)));
}

export class GraphBuilder {
  readonly graph: DrawnGraph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  #scale = 1;

  constructor(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]) {
    this.replace(nodes, edges);
  }

  /** Another version of the drawing in the place of this one. */
  replace(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): void {
    this.graph.clear();
    this.#scale = sizeScale(nodes);
    for (const node of nodes) this.addNode(node);
    for (const edge of edges) this.addEdge(edge);
  }

  /** Adds what a closer look at a node brought; what is there already stays as it is. Returns whether anything is new. */
  addNeighbourhood(node: Node, neighbours: readonly Neighbour[]): boolean {
    return this.add(
      [node, ...neighbours.map((one) => one.node)],
      neighbours.map(({ edge }) => edge),
    );
  }

  /** Adds what is not there yet. Returns whether anything is new. */
  add(nodes: readonly (DrawnNode | Node)[], edges: readonly DrawnEdge[]): boolean {
    const added = [...nodes.map((node) => this.addNode(node)), ...edges.map((edge) => this.addEdge(edge))];
    return added.includes(true);
  }

  private addNode(node: DrawnNode | Node): boolean {
    if (this.graph.hasNode(node.id)) return false;
    const papers = 'papers' in node ? node.papers : undefined;
    const square = node.label === 'Paper';
    this.graph.addNode(node.id, {
      x: node.x,
      y: node.y,
      size: papers === undefined ? PAPER_SIZE : Math.min(LARGEST, SMALLEST + this.#scale * Math.sqrt(papers)),
      label: shorten(node.name, LABEL_LENGTH),
      name: node.name,
      type: square ? 'square' : 'disc',
      kind: node.label,
      papers,
      year: 'year' in node ? node.year : undefined,
      community: node.community,
      pagerank: node.pagerank,
      categories: ('categories' in node && node.categories) || NONE,
      organizations: ('organizations' in node && node.organizations) || NONE,
    });
    return true;
  }

  private addEdge(edge: DrawnEdge): boolean {
    const key = edgeKey(edge);
    if (this.graph.hasEdge(key) || !this.graph.hasNode(edge.source) || !this.graph.hasNode(edge.target)) return false;
    const descent = edge.type === 'BUILDS_ON';
    this.graph.addEdgeWithKey(key, edge.source, edge.target, {
      type: descent ? 'descent' : 'plain',
      size: descent ? 1.6 : 1.1,
      kind: edge.type,
      confidence: edge.confidence,
    });
    return true;
  }
}
