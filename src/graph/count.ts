/** How many nodes and edges a graph has, by label and type; those that it lacks are 0. */
import { EDGE_TYPES, type KnowledgeGraph, NODE_LABELS } from '../model/index.js';

export function countGraph(graph: KnowledgeGraph): { nodes: Record<string, number>; edges: Record<string, number> } {
  const nodes = Object.fromEntries(NODE_LABELS.map((label) => [label, 0]));
  const edges = Object.fromEntries(EDGE_TYPES.map((type) => [type, 0]));
  for (const { label } of graph.nodes) nodes[label] = (nodes[label] ?? 0) + 1;
  for (const { type } of graph.edges) edges[type] = (edges[type] ?? 0) + 1;
  return { nodes, edges };
}
