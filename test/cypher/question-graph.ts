/**
 * A small graph for the named queries, with answers that follow by reasoning: two fields, seven papers from January 2020
 * to March 2021 (one undated), a circle of lineage and a contradiction. Every sentence says whose it is: `2 on Conv`.
 */
import {
  byKeys,
  compareText,
  type EntityNode,
  type EntityType,
  type GraphEdge,
  type GraphNode,
  type KnowledgeGraph,
  type PaperEdgeType,
} from '../../src/model/index.js';

export const [LANGUAGE, VISION] = [0, 1];

/** Sentence of a paper about something. */
export const sentence = (paper: string, about: string) => `${paper.replace(/^\w+:/, '')} on ${about}`;
/** The same as queries give it where one column holds several: the paper's id and its sentence. */
export const said = (paper: string, about: string) => `${paper}: ${sentence(paper, about)}`;

const ENTITIES: [
  type: EntityType,
  name: string,
  community: number,
  pagerank: number,
  ranks?: Record<string, number>,
][] = [
  ['Technique', 'Attn', LANGUAGE, 0.3, { '2020-03': 3, '2020-05': 1.5, '2021-02': 2.5 }],
  ['Model', 'Bert', LANGUAGE, 0.2, { '2020-05': 1.25, '2021-03': 1.5 }],
  ['Model', 'Bert-large', LANGUAGE, 0.05, { '2021-03': 0.75 }],
  ['Technique', 'Conv', VISION, 0.25, { '2020-01': 2, '2020-03': 0.5, '2021-02': 1.25 }],
  ['Technique', 'Vit', VISION, 0.1, { '2021-02': 1.75 }],
  ['Technique', 'Lost', VISION, 0.01, { '2021-02': 0.75 }],
  ['Concept', 'image', VISION, 0.06],
  ['Concept', 'text', LANGUAGE, 0.06],
  ['Concept', 'token', LANGUAGE, 0.05],
  ['Benchmark', 'Glue', LANGUAGE, 0.07],
  ['Benchmark', 'INet', VISION, 0.08],
];

interface PaperSketch {
  id: string;
  name: string;
  date?: string;
  field: number;
  authors: string[];
  organizations?: string[];
  links: [PaperEdgeType, string][];
}

const PAPERS: PaperSketch[] = [
  {
    id: 'arxiv:1', name: 'Conv paper', date: '2020-01-15', field: VISION, authors: ['Ada'],
    links: [['INTRODUCES', 'Conv'], ['EVALUATES_ON', 'INet'], ['STUDIES', 'image']],
  },
  {
    id: 'arxiv:2', name: 'Attn paper', date: '2020-03-01', field: LANGUAGE, authors: ['Ada', 'Bob'], organizations: ['Acme'],
    links: [['INTRODUCES', 'Attn'], ['STUDIES', 'text'], ['STUDIES', 'token'], ['COMPARES_WITH', 'Conv']],
  },
  {
    id: 'arxiv:3', name: 'Bert paper', date: '2020-05-10', field: LANGUAGE, authors: ['Bob'], organizations: ['Acme'],
    links: [['INTRODUCES', 'Bert'], ['USES', 'Attn'], ['EVALUATES_ON', 'Glue'], ['STUDIES', 'text'], ['STUDIES', 'token']],
  },
  {
    id: 'arxiv:4', name: 'Vit paper', date: '2021-02-01', field: VISION, authors: ['Cleo'], organizations: ['Bell'],
    links: [['INTRODUCES', 'Vit'], ['USES', 'Attn'], ['COMPARES_WITH', 'Conv'], ['EVALUATES_ON', 'INet'], ['STUDIES', 'image']],
  },
  {
    id: 'arxiv:5', name: 'Lost paper', date: '2021-02-20', field: VISION, authors: ['Cleo'],
    links: [['INTRODUCES', 'Lost'], ['EVALUATES_ON', 'INet'], ['USES', 'Attn']],
  },
  {
    id: 'text:6', name: 'Late paper', date: '2021-03', field: LANGUAGE, authors: ['Bob', 'Cleo'],
    links: [['INTRODUCES', 'Bert-large'], ['USES', 'Bert'], ['EVALUATES_ON', 'Glue'], ['STUDIES', 'text']],
  },
  { id: 'text:7', name: 'Undated paper', field: LANGUAGE, authors: [], links: [['USES', 'Conv']] },
]; // biome-ignore format: a table

const place = { x: 0, y: 0 };
const idOf = (name: string): string => {
  const type = ENTITIES.find(([, known]) => known === name)?.[0];
  if (type === undefined) throw new Error(`${name} is no entity of this graph`);
  return `${type.toLowerCase()}:${name.toLowerCase()}`;
};

function entity([label, name, community, pagerank, ranks]: (typeof ENTITIES)[number]): EntityNode {
  const linking = PAPERS.filter(({ links }) => links.some(([, target]) => target === name));
  const dates = linking.flatMap(({ date }) => date ?? []).sort(compareText);
  const [firstSeen, lastSeen] = [dates[0], dates.at(-1)];
  return {
    id: idOf(name), label, name, ...place, community, pagerank,
    aliases: name === 'Attn' ? ['Attention'] : [],
    papers: linking.length,
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
    ...(ranks === undefined ? {} : { months: Object.keys(ranks), monthRanks: Object.values(ranks) }),
  }; // biome-ignore format: short
}

function paper({ id, name, date, field, authors, organizations = [] }: PaperSketch): GraphNode {
  return {
    id, label: 'Paper', name, title: name, ...place, community: field, pagerank: 0.02, abstract: name,
    ...(date === undefined ? {} : { date, year: Number(date.slice(0, 4)) }),
    authors, organizations, categories: [], sources: [{ file: 'questions.jsonl', line: 1 }],
  }; // biome-ignore format: short
}

function stated(from: string, type: 'BUILDS_ON' | 'OUTPERFORMS' | 'PART_OF', to: string, papers: string[], more = {}) {
  const date = PAPERS.find(({ id }) => id === papers[0])?.date;
  return {
    source: idOf(from), target: idOf(to), type, confidence: 0.75, papers,
    evidence: papers.map((id) => sentence(id, `${from} and ${to}`)),
    starts: papers.map(() => 0), ends: papers.map(() => 9),
    ...(date === undefined ? {} : { firstSeen: date }), ...more,
  } as GraphEdge; // biome-ignore format: short
}

const people = (label: 'Author' | 'Organization', names: string[]): GraphNode[] =>
  [...new Set(names)].map((name) => ({
    id: `${label.toLowerCase()}:${name.toLowerCase()}`, label, name, ...place, community: 0, pagerank: 0,
  })); // biome-ignore format: short

const edges: GraphEdge[] = [
  ...PAPERS.flatMap(({ id, links, authors, organizations = [] }) => [
    ...links.map(
      ([type, name], at): GraphEdge => ({
        source: id, target: idOf(name), type, confidence: 0.5, evidence: sentence(id, name), start: at, end: at + 9,
      }), // biome-ignore format: short
    ),
    ...authors.map(
      (name): GraphEdge => ({ source: `author:${name.toLowerCase()}`, target: id, type: 'WROTE', confidence: 1 }),
    ),
    ...organizations.map(
      (name): GraphEdge => ({
        source: id, target: `organization:${name.toLowerCase()}`, type: 'AFFILIATED_WITH', confidence: 1,
      }), // biome-ignore format: short
    ),
  ]),
  stated('Bert', 'BUILDS_ON', 'Attn', ['arxiv:3', 'text:6'], { kind: 'extends' }),
  stated('Bert-large', 'BUILDS_ON', 'Bert', ['text:6'], { kind: 'scales' }),
  stated('Vit', 'BUILDS_ON', 'Attn', ['arxiv:4']),
  stated('Vit', 'BUILDS_ON', 'Conv', ['arxiv:4'], { kind: 'replaces' }),
  stated('Conv', 'BUILDS_ON', 'Vit', ['arxiv:5'], { kind: 'adapts' }),
  stated('Attn', 'OUTPERFORMS', 'Conv', ['arxiv:2'], { benchmarks: [] }),
  stated('Vit', 'OUTPERFORMS', 'Conv', ['arxiv:4'], { benchmarks: [idOf('INet')], confidence: 0.875 }),
  stated('Conv', 'OUTPERFORMS', 'Vit', ['arxiv:5'], { benchmarks: [idOf('INet')] }),
  stated('token', 'PART_OF', 'text', ['arxiv:2']),
  { source: idOf('Bert-large'), target: idOf('Bert'), type: 'VARIANT_OF', confidence: 1, rule: 'size' },
];

export const questionGraph: KnowledgeGraph = {
  nodes: [
    ...PAPERS.map(paper),
    ...ENTITIES.map(entity),
    ...people(
      'Author',
      PAPERS.flatMap(({ authors }) => authors),
    ),
    ...people(
      'Organization',
      PAPERS.flatMap(({ organizations = [] }) => organizations),
    ),
  ].sort(byKeys((node) => node.id)),
  edges: edges.sort(
    byKeys(
      (edge) => edge.source,
      (edge) => edge.target,
      (edge) => edge.type,
    ),
  ),
};
