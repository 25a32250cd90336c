/**
 * Communities named by their own terms: the entities that its papers speak of and others hardly do. A term counts by its
 * papers inside the community times the share of all its papers that these are. What names one names no smaller one.
 */
import { compareText, type GraphEdge, type GraphNode, type NodeLabel } from '../model/index.js';

export interface NamedCommunity {
  readonly community: number;
  /** Its most telling terms, the first the most; the number where no paper of it speaks of anything. */
  readonly name: string;
  /** What the name is made of. */
  readonly terms: readonly string[];
  /** Papers and entities in it. */
  readonly nodes: number;
}

const TERMS = 2;
/** Share of the first term's weight below which another only says what all communities speak of. */
const TELLING = 0.25;

/** The largest communities first. @param isCounted labels that count for the size */
export function nameCommunities(
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
  isCounted: (label: NodeLabel) => boolean,
): NamedCommunity[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sizes = new Map<number, number>();
  for (const { community, label } of nodes) {
    if (isCounted(label)) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  }
  const inside = new Map<number, Map<GraphNode, number>>();
  for (const { source, target } of edges) {
    const [paper, entity] = [byId.get(source), byId.get(target)];
    if (paper?.label !== 'Paper' || entity === undefined || !('papers' in entity)) continue;
    const terms = inside.get(paper.community) ?? new Map<GraphNode, number>();
    inside.set(paper.community, terms.set(entity, (terms.get(entity) ?? 0) + 1));
  }
  const taken = new Set<GraphNode>();
  return [...sizes]
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([community, size]) => {
      const terms = [...(inside.get(community) ?? [])].flatMap(([node, papers]) =>
        taken.has(node)
          ? []
          : [{ node, weight: (papers * papers) / ('papers' in node ? Math.max(1, node.papers) : 1) }],
      );
      terms.sort((a, b) => b.weight - a.weight || compareText(a.node.id, b.node.id));
      const first = terms[0]?.weight ?? 0;
      const telling = terms.slice(0, TERMS).filter(({ weight }) => weight >= TELLING * first);
      for (const { node } of telling) taken.add(node);
      const names = telling.length > 0 ? telling.map(({ node }) => node.name) : [`community ${community}`];
      return { community, name: names.join(', '), terms: names, nodes: size };
    });
}
