/**
 * How much a node tells as the next step of a walk. What everybody mentions says little of where one stands, and what one
 * paper mentions leads nowhere: entities of a middling number of papers come first, weighed like words in a text (term
 * frequency times inverse document frequency, K. Spärck Jones, Journal of Documentation 28, 1972). Papers go by PageRank.
 */
import type { GraphNode } from '../model/index.js';

/**
 * @param papers in the whole graph
 * @param confidence of the edge that leads to the node, from 0 to 1
 * @returns comparable among nodes that are all papers or all none
 */
export function tells(node: GraphNode, confidence: number, papers: number): number {
  if (!('papers' in node)) return confidence * node.pagerank;
  return confidence * Math.log1p(node.papers) * Math.log((papers + 1) / Math.min(papers, Math.max(1, node.papers)));
}
