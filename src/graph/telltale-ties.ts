/** Which of some entities belong together: the backbone of how far they are named in the same papers beyond chance. */
import type { GraphEdge, GraphNode } from '../model/index.js';
import { at, toAdjacency, type WeightedEdge } from './adjacency.js';
import { backbone } from './backbone.js';
import { tiesBetween } from './ties.js';

/** Few enough that a map of thousands stays a map. */
const SIGNIFICANCE = 0.04;

/**
 * @param stepsOf the edges at a node
 * @param papers in the whole graph
 * @returns pairs of places in `nodes`, sorted; papers among them have no ties
 */
export function telltaleTies(
  nodes: readonly GraphNode[],
  stepsOf: (id: string) => readonly { readonly edge: GraphEdge; readonly other: string }[],
  papers: number,
): [number, number][] {
  const entities = nodes.flatMap(({ id, label }, place) => (label === 'Paper' ? [] : [{ id, place }]));
  const links: WeightedEdge[] = [];
  const read = new Set<string>();
  for (const { id } of entities) {
    for (const { edge, other } of stepsOf(id)) {
      // Only the links of papers are made of one sentence; what texts state of two entities lists its papers.
      if (!('start' in edge)) continue;
      read.add(other);
      links.push({ source: other, target: id, weight: 1 });
    }
  }
  const graph = toAdjacency([...read, ...entities.map(({ id }) => id)], links);
  const numbers = entities.map((_, i) => read.size + i);
  const { from, to } = backbone(tiesBetween(graph, read.size, numbers, papers), graph.order, SIGNIFICANCE);
  const placeOf = (number: number) => entities[number - read.size]?.place ?? 0;
  return Array.from(from, (_, i): [number, number] => {
    const [a, b] = [placeOf(at(from, i)), placeOf(at(to, i))];
    return a < b ? [a, b] : [b, a];
  }).sort(([a, b], [c, d]) => a - c || b - d);
}
