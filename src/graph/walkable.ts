/** A graph that can be walked from node to node, as far as questions about a few nodes need it. */
import type { EntityNode, GraphEdge, GraphNode, PaperEdge, PaperNode } from '../model/index.js';

export interface Walkable {
  node(id: string): GraphNode | undefined;
  /** The edges at a node in either direction, each with its other end; none for an unknown id. */
  steps(id: string): readonly { readonly edge: GraphEdge; readonly other: string }[];
}

/** An edge between a paper and an entity, seen from one of the two. */
export interface Mentioned {
  readonly node: PaperNode | EntityNode;
  readonly edge: PaperEdge;
}

/** The papers that an entity is mentioned in, or the entities that a paper mentions: one edge for each. */
export function mentions(graph: Walkable, id: string): Mentioned[] {
  const found: Mentioned[] = [];
  for (const { edge, other } of graph.steps(id)) {
    if (!('start' in edge)) continue;
    const node = graph.node(other);
    if (node && (node.label === 'Paper' || 'aliases' in node)) found.push({ node, edge });
  }
  return found;
}
