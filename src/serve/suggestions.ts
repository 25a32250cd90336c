/** Questions worth asking of the graph at hand, computed from it, each leading to something to see. */
import { compareText, type EntityNode, type PaperNode } from '../model/index.js';
import type { GraphView } from './graph-view.js';
import type { Overview } from './schemas.js';

type Suggestion = Overview['suggestions'][number];

/** From so many on, descendants or papers are a reason to ask. */
const SEVERAL = 3;
/** The ready question of benchmarks that come and go compares this many months with as many before, and needs papers to count. */
const RISING = { question: 'benchmarks-rising-and-fading', months: 12, papers: 20 } as const;

/** At most three: a lineage to follow, what connects two methods, benchmarks over time; others where a graph lacks these. */
export function suggest(view: GraphView): Overview['suggestions'] {
  const entities = view.graph.nodes.filter((node): node is EntityNode => 'aliases' in node);
  const papers = view.graph.nodes.filter((node): node is PaperNode => node.label === 'Paper');
  const byId = new Map(entities.map((node) => [node.id, node]));
  const others = (id: string, type: string, direction: 'in' | 'out') =>
    view.steps(id).flatMap((step) => {
      if (step.edge.type !== type || step.direction !== direction) return [];
      return direction === 'in' ? [step.edge.source] : [step.edge.target];
    });
  const methods = entities.filter(({ label }) => label === 'Technique' || label === 'Model');

  const ancestor =
    best(methods, (node) => telling(others(node.id, 'BUILDS_ON', 'in').length, node.papers)) ??
    best(entities, (node) => others(node.id, 'BUILDS_ON', 'in').length);
  const partner = ancestor && findPartner(ancestor, others, byId);
  const origin = best(entities, (node) => (node.id === ancestor?.id ? 0 : others(node.id, 'BUILDS_ON', 'out').length));
  const benchmark = best(entities, (node) =>
    node.label === 'Benchmark' ? others(node.id, 'EVALUATES_ON', 'in').length : 0,
  );
  const paper = best(papers, (node) => node.pagerank);
  const isLong = monthsOf(papers) > RISING.months;
  const all: (Suggestion | undefined)[] = [
    ancestor && { text: `What came from ${ancestor.name}?`, node: ancestor.id },
    ancestor && partner
      ? { text: `What connects ${ancestor.name} and ${partner.name}?`, node: ancestor.id, to: partner.id }
      : undefined,
    isLong && benchmark && others(benchmark.id, 'EVALUATES_ON', 'in').length >= RISING.papers
      ? { text: 'Which benchmarks rise, which fade?', question: RISING.question }
      : undefined,
    benchmark && { text: `Which papers are evaluated on ${benchmark.name}?`, node: benchmark.id },
    origin && { text: `What does ${origin.name} build on?`, node: origin.id },
    paper && { text: `What does “${paper.name}” connect?`, node: paper.id },
  ];
  return all.filter((one) => one !== undefined).slice(0, 3);
}

/** What many build on says more, the fewer merely mention it: "GRPO" rather than "transformer". */
function telling(count: number, papers: number): number {
  return count < SEVERAL ? count : SEVERAL + count / Math.sqrt(Math.max(1, papers));
}

/** The one on which most of what builds on this one builds as well. */
function findPartner(
  { id }: EntityNode,
  others: (id: string, type: string, direction: 'in' | 'out') => string[],
  byId: ReadonlyMap<string, EntityNode>,
): EntityNode | undefined {
  const shared = new Map<string, number>();
  for (const child of new Set(others(id, 'BUILDS_ON', 'in'))) {
    for (const parent of new Set(others(child, 'BUILDS_ON', 'out'))) {
      if (parent !== id) shared.set(parent, (shared.get(parent) ?? 0) + 1);
    }
  }
  const candidates = [...shared.keys()].flatMap((each) => byId.get(each) ?? []);
  return best(candidates, (node) => shared.get(node.id) ?? 0);
}

/** Months from the oldest paper to the newest, of those whose month is known. */
function monthsOf(papers: readonly PaperNode[]): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { date } of papers) {
    const [year = 0, month = 0] = (date ?? '').split('-').map(Number);
    if (!year || !month) continue;
    first = Math.min(first, year * 12 + month);
    last = Math.max(last, year * 12 + month);
  }
  return last >= first ? last - first + 1 : 0;
}

/** The one of the highest score above 0; of those alike, what is mentioned in more papers, then by id. */
function best<T extends { id: string; papers?: number }>(
  nodes: readonly T[],
  score: (node: T) => number,
): T | undefined {
  let top: { node: T; value: number } | undefined;
  for (const node of nodes) {
    const value = score(node);
    if (value <= 0) continue;
    const more = !top ? 1 : value - top.value || (node.papers ?? 0) - (top.node.papers ?? 0);
    if (!top || more > 0 || (more === 0 && compareText(node.id, top.node.id) < 0)) top = { node, value };
  }
  return top?.node;
}
