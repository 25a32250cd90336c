/** Which of the drawn nodes and links the filters let through. */
import type { DrawnGraph, EdgeAttributes, NodeAttributes } from '../graph/build-graph.js';
import type { Filters } from './filters.js';

export interface Visible {
  readonly nodes: ReadonlySet<string>;
  /** Keys of the links that are let through. */
  readonly edges: ReadonlySet<string>;
}

/**
 * A paper is asked for its own year, category and organization; an entity is there while a paper that is there links to
 * it. Where links are filtered, what is left without any is left out too.
 * @param known nodes that are let through for what is not drawn: papers and links that the server looked at
 */
export function findVisible(graph: DrawnGraph, filters: Filters, known?: Pick<ReadonlySet<string>, 'has'>): Visible {
  const { hiddenTypes, leastConfidence, years, categories, organizations } = filters;
  const choosesPapers = years !== undefined || categories.size > 0 || organizations.size > 0;
  const choosesLinks = hiddenTypes.size > 0 || leastConfidence > 0;
  const passes = ({ kind, confidence }: EdgeAttributes) => !hiddenTypes.has(kind) && confidence >= leastConfidence;
  const nodes = new Set(graph.filterNodes((_, node) => passesAlone(node, filters)));
  if (choosesPapers) {
    const reached = new Set<string>();
    graph.forEachEdge((_, edge, source, target) => {
      if (!passes(edge)) return;
      for (const [paper, other] of [
        [source, target],
        [target, source],
      ] as const) {
        if (nodes.has(paper) && graph.getNodeAttribute(paper, 'kind') === 'Paper') reached.add(other);
      }
    });
    const isReached = (id: string) =>
      graph.getNodeAttribute(id, 'kind') === 'Paper' || reached.has(id) || known?.has(id) === true;
    for (const id of nodes) if (!isReached(id)) nodes.delete(id);
  }
  const edges = new Set(
    graph.filterEdges((_, edge, source, target) => passes(edge) && nodes.has(source) && nodes.has(target)),
  );
  if (choosesLinks) {
    const linked = new Set([...edges].flatMap((edge) => graph.extremities(edge)));
    for (const id of nodes) if (!linked.has(id) && !known?.has(id)) nodes.delete(id);
  }
  return { nodes, edges };
}

function passesAlone(node: NodeAttributes, filters: Filters): boolean {
  if (filters.hiddenLabels.has(node.kind)) return false;
  const { years, undated, communities, categories, organizations } = filters;
  if (communities.size > 0 && !communities.has(node.community)) return false;
  if (node.kind !== 'Paper') return node.papers === undefined || node.papers >= filters.leastPapers;
  if (years && (node.year === undefined ? !undated : node.year < years[0] || node.year > years[1])) return false;
  return isOneOf(node.categories, categories) && isOneOf(node.organizations, organizations);
}

/** Whether any of the names is chosen, or none must be. */
function isOneOf(names: readonly string[], chosen: ReadonlySet<string>): boolean {
  return chosen.size === 0 || names.some((name) => chosen.has(name));
}
