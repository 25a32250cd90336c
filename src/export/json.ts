/** The whole graph as one JSON document, an element a line, so that two exports can be compared with `diff`. */
import type { KnowledgeGraph } from '../model/index.js';

/** `{"nodes": […], "edges": […]}` in the order of the graph: nodes by id, edges by source, target and type. */
export function* exportJson({ nodes, edges }: KnowledgeGraph): Generator<string> {
  yield '{"nodes":[';
  yield* lines(nodes);
  yield '],"edges":[';
  yield* lines(edges);
  yield ']}\n';
}

function* lines(items: readonly unknown[]): Generator<string> {
  for (const [index, item] of items.entries()) yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`;
  yield '\n';
}
