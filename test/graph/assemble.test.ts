import { describe, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import {
  type ExtractionRecord,
  GraphEdgeSchema,
  type GraphNode,
  GraphNodeSchema,
  paperText,
} from '../../src/model/index.js';
import { record } from '../support/records.js';

const transformer = record({
  id: 'arxiv:1706.03762',
  title: 'A network of attention',
  abstract: 'We introduce the Transformer. The Transformer builds on self-attention. It is tested on WMT14.',
  date: '2017-06-12',
  authors: ['Ada Example', 'Bo Müller'],
  organizations: ['Example Lab'],
  entities: [
    { name: 'Transformer', role: 'introduces', confidence: 0.95 },
    { name: 'self-attention', role: 'uses' },
    { name: 'WMT14', type: 'Benchmark', role: 'evaluates_on' },
  ],
  relations: [['Transformer', 'BUILDS_ON', 'self-attention', 'The Transformer builds on self-attention.']],
});
const bert = record({
  id: 'arxiv:1810.04805',
  title: 'BERT',
  abstract: 'BERT extends the transformers. On GLUE it outperforms GPT-1. Transformer and self-attention are used.',
  date: '2018-10',
  authors: ['Bo Muller'],
  entities: [
    { name: 'BERT', type: 'Model', role: 'introduces', confidence: 0.9 },
    { name: 'transformer', surfaces: ['transformers'], role: 'studies' },
    { name: 'Transformer', role: 'uses', confidence: 0.7 },
    { name: 'self-attention', role: 'uses' },
    { name: 'GPT-1', type: 'Model', role: 'compares_with' },
    { name: 'GLUE', type: 'Benchmark', role: 'evaluates_on' },
  ],
  relations: [
    ['BERT', 'BUILDS_ON', 'transformer', 'BERT extends the transformers.'],
    ['BERT', 'OUTPERFORMS', 'GPT-1', 'On GLUE it outperforms GPT-1.'],
    ['transformer', 'BUILDS_ON', 'Transformer', 'BERT extends the transformers.'],
  ],
});
const undated = record({
  id: 'text:00ff',
  title: 'Undated',
  abstract: 'Since the Transformer builds on self-attention, little is left.',
  entities: [{ name: 'Transformer' }, { name: 'self-attention' }],
  relations: [['Transformer', 'BUILDS_ON', 'self-attention', 'the Transformer builds on self-attention', 0.9]],
});
const all = [transformer, bert, undated];
const graph = assembleGraph(all);
const node = (id: string) => graph.nodes.find((candidate) => candidate.id === id) as GraphNode;
const edges = (type: string) => graph.edges.filter((edge) => edge.type === type);

describe('the graph', () => {
  it('holds what its schemas ask for', () => {
    for (const item of graph.nodes) expect(GraphNodeSchema.safeParse(item).error).toBeUndefined();
    for (const item of graph.edges) expect(GraphEdgeSchema.safeParse(item).error).toBeUndefined();
  });

  it('is sorted by id and is the same whatever the order of the records', () => {
    expect(graph.nodes.map((item) => item.id)).toEqual(graph.nodes.map((item) => item.id).sort());
    expect(JSON.stringify(assembleGraph([...all].reverse()))).toBe(JSON.stringify(graph));
  });

  it('quotes its evidence by offsets', () => {
    const texts = new Map(all.map(({ paper }) => [paper.id as string, paperText(paper)]));
    let checked = 0;
    for (const edge of graph.edges) {
      if ('start' in edge) {
        expect(texts.get(edge.source)?.slice(edge.start, edge.end)).toBe(edge.evidence);
        checked++;
      } else if ('starts' in edge) {
        edge.evidence.forEach((text, i) => {
          expect(texts.get(edge.papers[i] ?? '')?.slice(edge.starts[i], edge.ends[i])).toBe(text);
          checked++;
        });
      }
    }
    expect(checked).toBeGreaterThan(10);
  });
});

describe('edges from papers', () => {
  it('are one per pair, the strongest role winning where two names are one entity', () => {
    const toTransformer = graph.edges.filter(
      (edge) => edge.source === 'arxiv:1810.04805' && edge.target === 'technique:transformer',
    );
    expect(toTransformer.map((edge) => edge.type)).toEqual(['USES']);
  });

  it('take the sentence of the mention where a record brings no evidence', () => {
    const edge = graph.edges.find((item) => item.source === 'arxiv:1706.03762' && item.type === 'EVALUATES_ON');
    expect(edge).toMatchObject({ evidence: 'It is tested on WMT14.' });
  });
});

describe('edges between entities', () => {
  it('list every statement, the oldest first, undated ones last', () => {
    expect(edges('BUILDS_ON').find((edge) => edge.source === 'technique:transformer')).toMatchObject({
      target: 'technique:self-attention',
      papers: ['arxiv:1706.03762', 'text:00ff'],
      firstSeen: '2017-06-12',
      confidence: 0.9,
    });
  });

  it('never join an entity with itself', () => {
    expect(graph.edges.some((edge) => edge.source === edge.target)).toBe(false);
  });

  it('name the benchmarks of the same sentence', () => {
    expect(edges('OUTPERFORMS')).toMatchObject([
      { source: 'model:bert', target: 'model:gpt-1', benchmarks: ['benchmark:glue'] },
    ]);
  });
});

describe('nodes', () => {
  it('of entities count their papers and know when they were seen', () => {
    expect(node('technique:transformer')).toMatchObject({ papers: 3, firstSeen: '2017-06-12', lastSeen: '2018-10' });
  });

  it('of papers keep their date and its year, and none where there is none', () => {
    expect(node('arxiv:1810.04805')).toMatchObject({ date: '2018-10', year: 2018 });
    expect(node('text:00ff')).not.toHaveProperty('date');
    expect(node('text:00ff')).not.toHaveProperty('year');
  });

  it('of authors are one for two spellings of a name', () => {
    expect(edges('WROTE').filter((edge) => edge.source === 'author:bomuller')).toHaveLength(2);
    expect(edges('AFFILIATED_WITH')).toMatchObject([{ source: 'arxiv:1706.03762', target: 'organization:examplelab' }]);
  });

  it('have finite places, no two drawn ones the same, and PageRanks whose mean is one', () => {
    const drawn = graph.nodes.filter((item) => item.label !== 'Author' && item.label !== 'Organization');
    expect(new Set(drawn.map(({ x, y }) => `${x} ${y}`)).size).toBe(drawn.length);
    expect(drawn.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    expect(drawn.reduce((sum, { pagerank }) => sum + pagerank, 0) / drawn.length).toBeCloseTo(1, 2);
  });
});

it('a graph of one paper without entities has one node', () => {
  const lonely = assembleGraph([record({ id: 'text:01', abstract: 'Nothing is named here.' })]);
  expect(lonely.nodes).toHaveLength(1);
  expect(lonely.edges).toEqual([]);
});

it('takes an unsure statement of descent only where two papers make it; it stays in the record', () => {
  const says = (id: string, confidence: number) =>
    record({
      id,
      abstract: 'Zulu builds on Yankee.',
      entities: [{ name: 'Zulu' }, { name: 'Yankee' }],
      relations: [['Zulu', 'BUILDS_ON', 'Yankee', 'Zulu builds on Yankee', confidence]],
    });
  const edges = (...records: ExtractionRecord[]) =>
    assembleGraph(records).edges.filter(({ type }) => type === 'BUILDS_ON').length;
  expect(edges(says('arxiv:1', 0.29))).toBe(0);
  expect(edges(says('arxiv:1', 0.3))).toBe(1);
  expect(edges(says('arxiv:1', 0.29), says('arxiv:2', 0.2))).toBe(1);
});
