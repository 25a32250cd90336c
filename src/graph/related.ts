/**
 * What is most like a paper, by the entities that both mention, and what goes with an entity, by the papers that mention
 * both. Each thing in between counts for the less the more it is linked to: 1 / (links - 1), as in M. E. J. Newman,
 * "Scientific collaboration networks. II" (Physical Review E 64, 2001). An entity's weight is divided by the square root of
 * the number of papers that mention it (Salton's cosine, but for what is the same for all), so that what is mentioned
 * everywhere does not come first everywhere.
 */
import { compareText, type EntityNode, type PaperEdge, type PaperNode } from '../model/index.js';
import { mentions, type Walkable } from './walkable.js';

export interface Related {
  readonly node: PaperNode | EntityNode;
  /** Comparable only with others of the same question. */
  readonly weight: number;
  /** What joins the two, what tells most first, each with its edge to the node asked about and to the related one. */
  readonly via: readonly Via[];
  /** How many things join them. */
  readonly total: number;
}

export interface Via {
  readonly node: PaperNode | EntityNode;
  readonly edges: readonly [PaperEdge, PaperEdge];
}

interface Draft {
  node: PaperNode | EntityNode;
  weight: number;
  via: (Via & { readonly weight: number })[];
}

/** Of what joins two nodes so much is told. */
const MOST_VIA = 12;

/**
 * @param id of a paper or an entity; of anything else, or of an unknown id, nothing is related
 * @param limit how many to give, at most
 */
export function related(graph: Walkable, id: string, limit: number): { related: Related[]; total: number } {
  const found = new Map<string, Draft>();
  for (const { node: between, edge } of mentions(graph, id)) {
    const others = mentions(graph, between.id);
    const weight = 1 / (others.length - 1);
    for (const { node, edge: last } of others) {
      if (node.id === id) continue;
      let draft = found.get(node.id);
      if (!draft) {
        draft = { node, weight: 0, via: [] };
        found.set(node.id, draft);
      }
      draft.weight += weight;
      draft.via.push({ node: between, edges: [edge, last], weight });
    }
  }
  for (const draft of found.values()) {
    if ('papers' in draft.node) draft.weight /= Math.sqrt(Math.max(1, draft.node.papers));
  }
  const best = [...found.values()]
    .sort((a, b) => b.weight - a.weight || compareText(a.node.id, b.node.id))
    .slice(0, limit)
    .map(({ node, weight, via }) => ({
      node,
      weight,
      via: via
        .sort((a, b) => b.weight - a.weight || sure(b) - sure(a) || compareText(a.node.id, b.node.id))
        .slice(0, MOST_VIA)
        .map(({ node, edges }) => ({ node, edges })),
      total: via.length,
    }));
  return { related: best, total: found.size };
}

function sure({ edges: [one, other] }: Via): number {
  return Math.min(one.confidence, other.confidence);
}
