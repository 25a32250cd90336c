/** Questions worth asking of the graph at hand, computed from it, each leading to one node. */
import { compareText, type EntityNode, type PaperNode } from '../model/index.js';
import type { GraphView } from './graph-view.js';
import type { Overview } from './schemas.js';

/** At most three: a lineage to follow, a benchmark that many share, a paper that connects to many others. */
export function suggest(view: GraphView): Overview['suggestions'] {
  const entities = view.graph.nodes.filter((node): node is EntityNode => 'aliases' in node);
  const papers = view.graph.nodes.filter((node): node is PaperNode => node.label === 'Paper');
  const count = (id: string, type: string, direction: 'in' | 'out') =>
    view.steps(id).filter((step) => step.edge.type === type && step.direction === direction).length;

  const ancestor = best(entities, (node) => count(node.id, 'BUILDS_ON', 'in'));
  const benchmark = best(entities, (node) => (node.label === 'Benchmark' ? count(node.id, 'EVALUATES_ON', 'in') : 0));
  const origin = best(entities, (node) => (node.id === ancestor?.id ? 0 : count(node.id, 'BUILDS_ON', 'out')));
  const paper = best(papers, (node) => node.pagerank);
  return [
    ...(ancestor ? [{ text: `What came from ${ancestor.name}?`, node: ancestor.id }] : []),
    ...(benchmark ? [{ text: `Which papers are evaluated on ${benchmark.name}?`, node: benchmark.id }] : []),
    ...(origin ? [{ text: `What does ${origin.name} build on?`, node: origin.id }] : []),
    ...(paper ? [{ text: `What does “${paper.name}” connect?`, node: paper.id }] : []),
  ].slice(0, 3);
}

function best<T extends { id: string }>(nodes: readonly T[], score: (node: T) => number): T | undefined {
  let top: { node: T; value: number } | undefined;
  for (const node of nodes) {
    const value = score(node);
    if (value <= 0) continue;
    if (!top || value > top.value || (value === top.value && compareText(node.id, top.node.id) < 0))
      top = { node, value };
  }
  return top?.node;
}
