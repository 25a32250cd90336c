/** Which edges meet at each node, in either direction, as typed arrays (compressed sparse rows): for walks over the whole graph. */
import type { GraphEdge, KnowledgeGraph } from '../model/index.js';
import { at } from './adjacency.js';

export class Incidence {
  readonly graph: KnowledgeGraph;
  readonly #indexOf: ReadonlyMap<string, number>;
  /** The edges at node i stand from `starts[i]` up to `starts[i + 1]`. */
  readonly starts: Uint32Array;
  /** The other end of the edge at the same place of `edges`. */
  readonly neighbours: Uint32Array;
  /** Numbers of edges in the graph. */
  readonly edges: Uint32Array;
  /** The ends of each edge. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** 1 for authors and organizations. */
  readonly people: Uint8Array;

  constructor(graph: KnowledgeGraph) {
    this.graph = graph;
    const { nodes, edges } = graph;
    this.#indexOf = new Map(nodes.map(({ id }, index) => [id, index]));
    this.people = new Uint8Array(nodes.length);
    for (const [index, { label }] of nodes.entries()) {
      if (label === 'Author' || label === 'Organization') this.people[index] = 1;
    }
    const sources = new Uint32Array(edges.length);
    const targets = new Uint32Array(edges.length);
    const starts = new Uint32Array(nodes.length + 1);
    for (const [edge, { source, target }] of edges.entries()) {
      for (const [ends, id] of [[sources, source] as const, [targets, target] as const]) {
        const node = this.index(id);
        ends[edge] = node;
        starts[node + 1] = at(starts, node + 1) + 1;
      }
    }
    for (let i = 0; i < nodes.length; i++) starts[i + 1] = at(starts, i + 1) + at(starts, i);
    const free = starts.slice();
    this.sources = sources;
    this.targets = targets;
    this.starts = starts;
    this.neighbours = new Uint32Array(2 * edges.length);
    this.edges = new Uint32Array(2 * edges.length);
    const put = (node: number, neighbour: number, edge: number) => {
      const place = at(free, node);
      free[node] = place + 1;
      this.neighbours[place] = neighbour;
      this.edges[place] = edge;
    };
    for (let edge = 0; edge < edges.length; edge++) {
      put(at(sources, edge), at(targets, edge), edge);
      put(at(targets, edge), at(sources, edge), edge);
    }
  }

  /** @throws RangeError for an unknown id */
  index(id: string): number {
    const index = this.#indexOf.get(id);
    if (index === undefined) throw new RangeError(`${id} is no node of this graph`);
    return index;
  }

  /** How many edges meet at a node. */
  degree(node: number): number {
    return at(this.starts, node + 1) - at(this.starts, node);
  }

  edge(number: number): GraphEdge {
    return this.graph.edges[number] as GraphEdge;
  }
}
