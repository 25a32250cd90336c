/** The node that a name on the command line means. */
import type { GraphNode } from '../model/index.js';
import { NameIndex } from '../resolve/index.js';

/**
 * What is written as in the graph is found without an index over all nodes, which takes long to make of a large graph.
 * @throws InputError as `NameIndex.one` does
 */
export function nodeMeant<T extends GraphNode>(nodes: readonly T[], text: string): T {
  const exact = nodes.filter(
    (node) => node.id === text || node.name === text || ('aliases' in node && node.aliases.includes(text)),
  );
  return new NameIndex<T>(exact.length > 0 ? exact : nodes).one(text);
}
