/** The node that a name on the command line means. */
import { fewMeant, meantByNearlyAll, type Named, NameIndex } from '../resolve/index.js';

/**
 * What is written as in the graph is found without an index over all nodes, which takes long to make of a large graph.
 * Of several senses the one is meant that nearly all papers mean, where there is such a one.
 * @param note is told of the senses that were passed over
 * @throws InputError as `NameIndex.one` does
 */
export function nodeMeant<T extends Named & { readonly papers?: number }>(
  nodes: readonly T[],
  text: string,
  note: (line: string) => void,
): T {
  const byId = nodes.find((node) => node.id === text);
  if (byId) return byId;
  const exact = nodes.filter((node) => node.name === text || node.aliases?.includes(text));
  const meant = meantByNearlyAll(exact, text, ({ papers }) => papers ?? 0);
  if (meant) {
    note(meant.note);
    return meant.sense;
  }
  return new NameIndex<T>(exact.length > 0 ? exact : fewMeant(nodes, text)).one(text);
}
