/**
 * What is most like a paper, by the entities that both mention, and what goes with an entity, by the papers that mention
 * both. A shared entity counts for the less the more papers mention it: 1 / (papers - 1), as in M. E. J. Newman, "Scientific
 * collaboration networks. II" (Physical Review E 64, 2001). Two entities go together when more papers mention both than
 * chance would have it, by the log-likelihood ratio (T. Dunning, "Accurate methods for the statistics of surprise and
 * coincidence", Computational Linguistics 19, 1993): that puts neither what is mentioned everywhere first, nor what is
 * mentioned once.
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
 * @param papers number of papers in the graph
 * @param limit how many to give, at most
 */
export function related(
  graph: Walkable,
  id: string,
  papers: number,
  limit: number,
): { related: Related[]; total: number } {
  const found = new Map<string, Draft>();
  const own = mentions(graph, id);
  for (const { node: between, edge } of own) {
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
  const drafts = [...found.values()];
  for (const draft of drafts) {
    if ('papers' in draft.node) {
      draft.weight = logLikelihoodRatio(draft.via.length, own.length, draft.node.papers, papers);
    }
  }
  const best = drafts
    .sort((a, b) => b.weight - a.weight || b.via.length - a.via.length || compareText(a.node.id, b.node.id))
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

/**
 * How much better the papers are told by two rates of mentioning than by one, 0 where the two go together no more often
 * than chance has it.
 * @param both papers that mention both, of the `one` and the `other` papers that mention each, of `all`
 */
function logLikelihoodRatio(both: number, one: number, other: number, all: number): number {
  if (both * all <= one * other) return 0;
  const cells = [
    [both, one, other],
    [one - both, one, all - other],
    [other - both, all - one, other],
    [all - one - other + both, all - one, all - other],
  ] as const;
  return 2 * cells.reduce((sum, [k, row, column]) => sum + (k > 0 ? k * Math.log((k * all) / (row * column)) : 0), 0);
}
