/** What is shown as rows: nodes and links with what one would sort them by. Also what is saved as CSV and JSON. */
import type { EdgeType, NodeLabel } from '../api/types.js';
import type { Visible } from '../filter/visible.js';
import type { DrawnGraph } from '../graph/build-graph.js';

export interface NodeRow {
  readonly id: string;
  readonly name: string;
  readonly label: NodeLabel;
  readonly papers: number | undefined;
  readonly year: number | undefined;
  /** Links to what is shown. */
  readonly links: number;
  readonly community: number;
  readonly pagerank: number;
}

export interface LinkRow {
  readonly id: string;
  readonly source: string;
  readonly from: string;
  readonly fromLabel: NodeLabel;
  readonly type: EdgeType;
  readonly target: string;
  readonly to: string;
  readonly toLabel: NodeLabel;
  readonly confidence: number;
}

/** The most important first. */
export function nodeRows(graph: DrawnGraph, { nodes, edges }: Visible): NodeRow[] {
  const links = new Map<string, number>();
  for (const edge of edges) {
    for (const end of graph.extremities(edge)) links.set(end, (links.get(end) ?? 0) + 1);
  }
  return [...nodes]
    .map((id) => {
      const { name, kind, papers, year, community, pagerank } = graph.getNodeAttributes(id);
      return { id, name, label: kind, papers, year, links: links.get(id) ?? 0, community, pagerank };
    })
    .sort((a, b) => b.pagerank - a.pagerank || (a.id < b.id ? -1 : 1));
}

/** The surest first. */
export function linkRows(graph: DrawnGraph, { edges }: Visible): LinkRow[] {
  return [...edges]
    .map((id) => {
      const [source, target] = graph.extremities(id);
      const { kind, confidence } = graph.getEdgeAttributes(id);
      const [from, to] = [graph.getNodeAttributes(source), graph.getNodeAttributes(target)];
      return {
        id,
        source,
        from: from.name,
        fromLabel: from.kind,
        type: kind,
        target,
        to: to.name,
        toLabel: to.kind,
        confidence,
      };
    })
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
}
