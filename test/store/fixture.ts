/** A small graph with every label and type, awkward strings among them, and answers that can be counted by hand. */
import type { EdgeType, GraphEdge, GraphNode, KnowledgeGraph, NodeLabel } from '../../src/model/index.js';
import { byKeys } from '../../src/model/index.js';

const place = { x: 0.5, y: -2, community: 0, pagerank: 0.125 };
/** What quoting rules, list syntax and encodings trip over. */
export const AWKWARD = 'a "quoted", \'single\' [list], {map}\n\\n new line; $x `tick` é 😀 | LOAD CSV FROM';

function paper(id: string, name: string, date?: string): GraphNode {
  return {
    id,
    label: 'Paper',
    name,
    title: name,
    ...place,
    abstract: `${name}: ${AWKWARD}`,
    ...(date === undefined ? {} : { date, year: Number(date.slice(0, 4)) }),
    authors: ['Ada, A.', 'B "Bee"'],
    organizations: [],
    categories: ['cs.LG'],
    sources: [{ file: 'a b.jsonl', line: 3 }],
  };
}

function entity(label: 'Concept' | 'Benchmark' | 'Model' | 'Technique', name: string, papers: number): GraphNode {
  const id = `${label.toLowerCase()}:${name.toLowerCase().replaceAll(' ', '-')}`;
  return { id, label, name, ...place, aliases: [`${name} alias`, AWKWARD], papers };
}

function link(
  source: string,
  type: 'INTRODUCES' | 'USES' | 'EVALUATES_ON' | 'STUDIES' | 'COMPARES_WITH',
  target: string,
): GraphEdge {
  return { source, target, type, confidence: 0.5, evidence: `${AWKWARD} ${target}`, start: 1, end: 9 };
}

function stated<T extends 'BUILDS_ON' | 'OUTPERFORMS' | 'PART_OF'>(source: string, type: T, target: string) {
  const lists = { papers: ['arxiv:1', 'arxiv:2'], evidence: ['one, [two]', AWKWARD], starts: [0, 5], ends: [4, 9] };
  return { source, target, type, confidence: 0.75, ...lists };
}

const sorted = byKeys<GraphEdge>(
  (edge) => edge.source,
  (edge) => edge.target,
  (edge) => edge.type,
);

/**
 * Papers 1, 2 and 3; alpha builds on beta, beta on gamma, gamma on alpha (a circle); papers 1 and 2 share beta, which
 * three papers mention, and the benchmark, which two mention.
 */
export const graph: KnowledgeGraph = {
  nodes: [
    paper('arxiv:1', 'The First Paper', '2020-03-01'),
    paper('arxiv:2', 'LOAD CSV', '2021'),
    paper('text:3', 'Undated'),
    entity('Technique', 'Alpha', 1),
    entity('Technique', 'Beta', 3),
    entity('Model', 'Gamma', 0),
    entity('Concept', 'Delta', 0),
    entity('Benchmark', 'Bench', 2),
    { id: 'author:ada', label: 'Author', name: 'Ada', ...place } as const,
    { id: 'organization:acme', label: 'Organization', name: 'Acme', ...place } as const,
  ].sort(byKeys((node) => node.id)),
  edges: (
    [
      link('arxiv:1', 'INTRODUCES', 'technique:alpha'),
      link('arxiv:1', 'USES', 'technique:beta'),
      link('arxiv:1', 'EVALUATES_ON', 'benchmark:bench'),
      link('arxiv:2', 'INTRODUCES', 'technique:beta'),
      link('arxiv:2', 'EVALUATES_ON', 'benchmark:bench'),
      link('text:3', 'STUDIES', 'technique:beta'),
      { ...stated('technique:alpha', 'BUILDS_ON', 'technique:beta'), kind: 'extends' },
      stated('technique:beta', 'BUILDS_ON', 'model:gamma'),
      stated('model:gamma', 'BUILDS_ON', 'technique:alpha'),
      { ...stated('technique:alpha', 'OUTPERFORMS', 'technique:beta'), benchmarks: [] },
      stated('concept:delta', 'PART_OF', 'technique:alpha'),
      { source: 'model:gamma', target: 'concept:delta', type: 'VARIANT_OF', confidence: 1, rule: 'size' },
      { source: 'author:ada', target: 'arxiv:1', type: 'WROTE', confidence: 1 },
      { source: 'arxiv:1', target: 'organization:acme', type: 'AFFILIATED_WITH', confidence: 1 },
    ] satisfies GraphEdge[]
  ).sort(sorted),
};

/** How often each label and type occurs. */
export function count(items: readonly { label: NodeLabel }[] | readonly { type: EdgeType }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const key = 'label' in item ? item.label : item.type;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
