/**
 * What two to five papers or entities have in common and what each has of its own. A paper has the entities that it
 * mentions; an entity has those that are mentioned in its papers, and those that a text relates to it. What is rare tells
 * most: an entity that n of N papers mention weighs ln(1 + N / n) (inverse document frequency, K. Spärck Jones 1972), times
 * the share of the compared one's papers that mention it.
 */
import { compareText, type EntityNode, type GraphEdge, type GraphNode, type PaperNode } from '../model/index.js';
import { mentions, type Walkable } from './walkable.js';

/** How one of the compared nodes has an entity. */
export interface Holding {
  /** In how many of its papers; 1 for a paper, 0 where only a relation joins the two. */
  readonly papers: number;
  /** What shows it: the paper's edge; or the relations of two entities, and of the surest paper the edges to both. */
  readonly edges: readonly GraphEdge[];
}

export interface ComparedEntity {
  readonly entity: EntityNode;
  /** In the order of the compared nodes; undefined for one that does not have it. */
  readonly holdings: readonly (Holding | undefined)[];
}

export interface Comparison {
  /** Edges among the compared nodes themselves. */
  readonly relations: readonly GraphEdge[];
  /** Entities that two or more have: those that more of them have first, then those that tell most. */
  readonly shared: readonly ComparedEntity[];
  /** For each compared node what it alone has, what tells most first. */
  readonly own: readonly (readonly ComparedEntity[])[];
}

interface Draft extends Holding {
  readonly entity: EntityNode;
  readonly share: number;
}

/**
 * @param ids of the nodes, all different, each a paper or an entity of the graph
 * @param papers number of papers in the graph
 */
export function compare(graph: Walkable, ids: readonly string[], papers: number): Comparison {
  const all = ids.map((id) => holdingsOf(graph, id));
  const rows = new Map<string, { row: ComparedEntity; holders: number; weight: number }>();
  for (const [i, holdings] of all.entries()) {
    for (const [id, { entity, share, papers: n, edges }] of holdings) {
      if (ids.includes(id)) continue;
      let found = rows.get(id);
      if (!found) {
        found = { row: { entity, holdings: ids.map(() => undefined) }, holders: 0, weight: 0 };
        rows.set(id, found);
      }
      (found.row.holdings as (Holding | undefined)[])[i] = { papers: n, edges };
      found.holders++;
      found.weight += share * Math.log(1 + papers / Math.max(1, entity.papers));
    }
  }
  const ranked = [...rows.values()].sort(
    (a, b) => b.holders - a.holders || b.weight - a.weight || compareText(a.row.entity.id, b.row.entity.id),
  );
  return {
    relations: ids.flatMap((id) =>
      graph
        .steps(id)
        .filter(({ edge, other }) => edge.source === id && ids.includes(other))
        .map(({ edge }) => edge),
    ),
    shared: ranked.filter(({ holders }) => holders > 1).map(({ row }) => row),
    own: ids.map((_, i) =>
      ranked.filter(({ row, holders }) => holders === 1 && row.holdings[i] !== undefined).map(({ row }) => row),
    ),
  };
}

function holdingsOf(graph: Walkable, id: string): Map<string, Draft> {
  const node = graph.node(id);
  const found = new Map<string, Draft>();
  if (node?.label === 'Paper') {
    for (const { node: entity, edge } of mentions(graph, id)) {
      if (isEntity(entity)) found.set(entity.id, { entity, papers: 1, share: edge.confidence, edges: [edge] });
    }
    return found;
  }
  const together = new Map<string, { entity: EntityNode; papers: number; sure: number; edges: GraphEdge[] }>();
  const papers = mentions(graph, id);
  for (const { node: paper, edge } of papers) {
    for (const { node: entity, edge: other } of mentions(graph, paper.id)) {
      if (!isEntity(entity) || entity.id === id) continue;
      const sure = Math.min(edge.confidence, other.confidence);
      const before = together.get(entity.id);
      if (!before) together.set(entity.id, { entity, papers: 1, sure, edges: [edge, other] });
      else {
        before.papers++;
        if (sure > before.sure) Object.assign(before, { sure, edges: [edge, other] });
      }
    }
  }
  for (const { edge, other } of graph.steps(id)) {
    const entity = graph.node(other);
    if ('start' in edge || !isEntity(entity)) continue;
    const before = found.get(other);
    found.set(other, { entity, papers: 0, share: 1, edges: [...(before?.edges ?? []), edge] });
  }
  for (const [other, { entity, papers: n, edges }] of together) {
    const related = found.get(other);
    const share = n / papers.length + (related ? 1 : 0);
    found.set(other, { entity, papers: n, share, edges: [...(related?.edges ?? []), ...edges] });
  }
  return found;
}

function isEntity(node: GraphNode | undefined): node is EntityNode {
  return node !== undefined && 'aliases' in node;
}

/** Whether a node can be compared: people and organizations mention nothing. */
export function isComparable(node: GraphNode): node is PaperNode | EntityNode {
  return node.label === 'Paper' || isEntity(node);
}
