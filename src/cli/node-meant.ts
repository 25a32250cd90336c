/** The node that a name on the command line means. */
import { compareText } from '../model/index.js';
import { fewMeant, type Named, NameIndex } from '../resolve/index.js';

/** Where one sense has so many times the papers of all others together, it is the one that is meant. */
const FAR_MORE = 10;

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
  const [most, ...others] = exact
    .map((node) => ({ node, papers: node.papers ?? 0 }))
    .sort((a, b) => b.papers - a.papers || compareText(a.node.id, b.node.id));
  const rest = others.reduce((sum, { papers }) => sum + papers, 0);
  if (most && others.length > 0 && rest > 0 && most.papers >= FAR_MORE * rest) {
    note(
      `"${text}" is taken for ${most.node.id}, as ${most.papers} papers mean it; ${sensesOf(
        others.map(({ node }) => node.id),
        rest,
      )}`,
    );
    return most.node;
  }
  return new NameIndex<T>(exact.length > 0 ? exact : fewMeant(nodes, text)).one(text);
}

function sensesOf(ids: readonly string[], papers: number): string {
  const one = ids.length === 1;
  return `${papers} ${papers === 1 ? 'means' : 'mean'} ${one ? 'another sense' : `${ids.length} other senses`}: ${ids.join(', ')}`;
}
