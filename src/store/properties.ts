/** What both stores keep of a node or an edge: its properties as scalars and lists of scalars, absent ones left out. */
import type { EdgeType, GraphEdge, GraphNode, NodeLabel } from '../model/index.js';

export type Kind = 'string' | 'strings' | 'integer' | 'integers' | 'float' | 'floats';
export type Property = string | number | readonly string[] | readonly number[];

const NODE = { id: 'string', name: 'string', x: 'float', y: 'float', community: 'integer', pagerank: 'float' } as const;
const ENTITY = {
  ...NODE,
  aliases: 'strings',
  papers: 'integer',
  firstSeen: 'string',
  lastSeen: 'string',
  months: 'strings',
  monthRanks: 'floats',
} as const;

/** Properties and their kinds by label. */
export const NODE_PROPERTIES: Record<NodeLabel, Readonly<Record<string, Kind>>> = {
  Paper: {
    ...NODE,
    title: 'string',
    titleFrom: 'string',
    abstract: 'string',
    date: 'string',
    year: 'integer',
    authors: 'strings',
    organizations: 'strings',
    categories: 'strings',
    url: 'string',
    sources: 'strings',
  },
  Concept: ENTITY,
  Benchmark: ENTITY,
  Model: ENTITY,
  Technique: ENTITY,
  Author: NODE,
  Organization: NODE,
};

const EDGE = { confidence: 'float' } as const;
const LINK = { ...EDGE, evidence: 'string', start: 'integer', end: 'integer' } as const;
const STATED = {
  ...EDGE,
  papers: 'strings',
  evidence: 'strings',
  starts: 'integers',
  ends: 'integers',
  firstSeen: 'string',
} as const;

/** Properties and their kinds by type. */
export const EDGE_PROPERTIES: Record<EdgeType, Readonly<Record<string, Kind>>> = {
  INTRODUCES: LINK,
  COMPARES_WITH: LINK,
  EVALUATES_ON: LINK,
  USES: LINK,
  STUDIES: LINK,
  BUILDS_ON: { ...STATED, kind: 'string' },
  OUTPERFORMS: { ...STATED, benchmarks: 'strings' },
  PART_OF: STATED,
  VARIANT_OF: { ...EDGE, rule: 'string' },
  WROTE: EDGE,
  AFFILIATED_WITH: EDGE,
};

export function nodeProperties(node: GraphNode): Record<string, Property> {
  const sources = 'sources' in node ? { sources: node.sources.map(({ file, line }) => `${file}:${line}`) } : {};
  return pick({ ...node, ...sources }, NODE_PROPERTIES[node.label]);
}

export function edgeProperties(edge: GraphEdge): Record<string, Property> {
  return pick(edge, EDGE_PROPERTIES[edge.type]);
}

function pick(item: object, kinds: Readonly<Record<string, Kind>>): Record<string, Property> {
  const values = item as Record<string, Property | undefined>;
  const picked: Record<string, Property> = {};
  for (const key of Object.keys(kinds)) {
    const value = values[key];
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}
