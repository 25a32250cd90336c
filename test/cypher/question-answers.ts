/** What each named query must answer of `question-graph.ts`, worked out by hand from its tables. */
import type { Json } from '../../src/store/index.js';
import { said, sentence } from './question-graph.js';

export interface Case {
  parameters: Record<string, Json>;
  rows: Record<string, Json>[];
}

const attn = 'technique:attn';
const conv = 'technique:conv';
const vit = 'technique:vit';
const lost = 'technique:lost';
const bert = 'model:bert';
const large = 'model:bert-large';
const inet = 'benchmark:inet';
const [p1, p2, p3, p4, p5, p6, p7] = [
  'arxiv:1',
  'arxiv:2',
  'arxiv:3',
  'arxiv:4',
  'arxiv:5',
  'text:6',
  'text:7',
] as const;
const bertOnAttn = [sentence(p3, 'Bert and Attn'), sentence(p6, 'Bert and Attn')];
const limit = 10;

export const ANSWERS: Record<string, Case[]> = {
  'ancestors-of-a-technique': [
    {
      parameters: { technique: 'BERT-large', depth: 4 },
      rows: [
        { steps: 1, ancestor: 'Bert', via: 'Bert-large', kind: 'scales', firstSeen: '2020-05-10', evidence: [sentence(p6, 'Bert-large and Bert')], papers: [p6], id: bert },
        { steps: 2, ancestor: 'Attn', via: 'Bert', kind: 'extends', firstSeen: '2020-03-01', evidence: bertOnAttn, papers: [p3, p6], id: attn },
      ],
    },
    {
      parameters: { technique: bert, depth: 1 },
      rows: [{ steps: 1, ancestor: 'Attn', via: 'Bert', kind: 'extends', firstSeen: '2020-03-01', evidence: bertOnAttn, papers: [p3, p6], id: attn }],
    },
  ],
  // Vit and Conv are said to build on each other: the circle is gone round once.
  'descendants-of-a-technique': [
    {
      parameters: { technique: 'attention', depth: 9 },
      rows: [
        { steps: 1, descendant: 'Bert', via: 'Attn', kind: 'extends', firstSeen: '2020-05-10', evidence: bertOnAttn, papers: [p3, p6], id: bert },
        { steps: 1, descendant: 'Vit', via: 'Attn', kind: null, firstSeen: '2021-02-01', evidence: [sentence(p4, 'Vit and Attn')], papers: [p4], id: vit },
        { steps: 2, descendant: 'Bert-large', via: 'Bert', kind: 'scales', firstSeen: '2021-03', evidence: [sentence(p6, 'Bert-large and Bert')], papers: [p6], id: large },
        { steps: 2, descendant: 'Conv', via: 'Vit', kind: 'adapts', firstSeen: '2020-01-15', evidence: [sentence(p5, 'Conv and Vit')], papers: [p5], id: conv },
        { steps: 3, descendant: 'Vit', via: 'Conv', kind: 'replaces', firstSeen: '2021-02-01', evidence: [sentence(p4, 'Vit and Conv')], papers: [p4], id: vit },
      ],
    },
  ],
  'siblings-of-a-technique': [
    {
      parameters: { technique: 'bert', most: 2, limit },
      rows: [{ sibling: 'Vit', ancestor: 'Attn', children: 2, kind: 'builds on', evidence: [sentence(p4, 'Vit and Attn')], papers: [p4], id: vit }],
    },
    { parameters: { technique: 'bert', most: 1, limit }, rows: [] },
  ],
  'common-ancestors': [
    {
      parameters: { first: 'Bert-large', second: 'VIT', limit },
      rows: [{ ancestor: 'Attn', fromFirst: 2, fromSecond: 1, firstSeen: '2020-03-01', id: attn }],
    },
  ],
  'what-descendants-changed': [
    {
      parameters: { technique: 'attention', limit },
      rows: [
        { kind: 'builds on', descendant: 'Vit', firstSeen: '2021-02-01', evidence: [sentence(p4, 'Vit and Attn')], papers: [p4], id: vit },
        { kind: 'extends', descendant: 'Bert', firstSeen: '2020-05-10', evidence: bertOnAttn, papers: [p3, p6], id: bert },
      ],
    },
  ],
  'what-replaced-a-technique': ['conv', ''].map((technique) => ({
    parameters: { technique, limit },
    rows: [{ replacement: 'Vit', replaced: 'Conv', date: '2021-02-01', evidence: [sentence(p4, 'Vit and Conv')], papers: [p4], id: vit }],
  })),
  'what-beats-what': [
    {
      parameters: { method: 'conv', benchmark: 'inet', limit },
      rows: [
        { winner: 'Vit', loser: 'Conv', benchmarks: ['INet'], evidence: [sentence(p4, 'Vit and Conv')], papers: [p4], confidence: 0.875, id: vit },
        { winner: 'Conv', loser: 'Vit', benchmarks: ['INet'], evidence: [sentence(p5, 'Conv and Vit')], papers: [p5], confidence: 0.75, id: conv },
      ],
    },
    {
      parameters: { method: 'Attention', benchmark: '', limit },
      rows: [{ winner: 'Attn', loser: 'Conv', benchmarks: [], evidence: [sentence(p2, 'Attn and Conv')], papers: [p2], confidence: 0.75, id: attn }],
    },
  ],
  contradictions: [
    {
      parameters: { limit },
      rows: [
        {
          one: 'Conv', other: 'Vit', oneWins: [sentence(p5, 'Conv and Vit')], papersForOne: [p5],
          otherWins: [sentence(p4, 'Vit and Conv')], papersForOther: [p4], oneId: conv, otherId: vit,
        },
      ],
    },
  ],
  'benchmarks-rising-and-fading': [
    // October 2020 to March 2021: INet twice; Glue once, and once in the six months before, so it stands still.
    {
      parameters: { until: '', months: 6, limit },
      rows: [{ benchmark: 'INet', trend: 'rising', earlier: 0, recent: 2, change: 2, evidence: [said(p4, 'INet'), said(p5, 'INet')], id: inet }],
    },
    // June to October 2020 beside January to May.
    {
      parameters: { until: '2020-10', months: 5, limit },
      rows: [
        { benchmark: 'Glue', trend: 'fading', earlier: 1, recent: 0, change: -1, evidence: [said(p3, 'Glue')], id: 'benchmark:glue' },
        { benchmark: 'INet', trend: 'fading', earlier: 1, recent: 0, change: -1, evidence: [said(p1, 'INet')], id: inet },
      ],
    },
  ],
  'month-by-month': [
    {
      parameters: { name: 'attention' },
      rows: [
        { name: 'Attn', month: '2020-03', papers: 1, rank: 3, evidence: [said(p2, 'Attn')], id: attn },
        { name: 'Attn', month: '2020-05', papers: 1, rank: 1.5, evidence: [said(p3, 'Attn')], id: attn },
        { name: 'Attn', month: '2021-02', papers: 2, rank: 2.5, evidence: [said(p4, 'Attn'), said(p5, 'Attn')], id: attn },
      ],
    },
  ],
  // Conv and Vit sum to the same: the smaller id comes first.
  'most-central-in-a-window': [
    {
      parameters: { label: 'Technique', since: '2020-03', until: '2021-02', limit: 2 },
      rows: [
        { name: 'Attn', centrality: 7, papers: 4, since: '2020-03', until: '2021-02', evidence: [said(p2, 'Attn'), said(p3, 'Attn'), said(p4, 'Attn')], id: attn },
        { name: 'Conv', centrality: 1.75, papers: 2, since: '2020-03', until: '2021-02', evidence: [said(p2, 'Conv'), said(p4, 'Conv')], id: conv },
      ],
    },
    {
      parameters: { label: 'Model', since: '2021-01', until: '2021-12', limit: 1 },
      rows: [{ name: 'Bert', centrality: 1.5, papers: 1, since: '2021-03', until: '2021-03', evidence: [said(p6, 'Bert')], id: bert }],
    },
  ],
  // The fields are called after Attn and Conv, the first by PageRank in each.
  'techniques-from-another-field': [
    {
      parameters: { papers: 1, limit },
      rows: [
        { technique: 'Attn', home: 'Attn', born: '2020-03-01', field: 'Conv', arrived: '2021-02-01', papers: 2, evidence: `2021-02-01, ${said(p4, 'Attn')}`, id: attn },
        { technique: 'Conv', home: 'Conv', born: '2020-01-15', field: 'Attn', arrived: '2020-03-01', papers: 1, evidence: `2020-03-01, ${said(p2, 'Conv')}`, id: conv },
      ],
    },
  ],
  'what-a-field-is-about': [
    {
      parameters: { name: 'vit', limit: 2 },
      rows: [
        { name: 'Conv', rank: 0.25, papers: 4, evidence: said(p1, 'Conv'), id: conv },
        { name: 'Vit', rank: 0.1, papers: 1, evidence: said(p4, 'Vit'), id: vit },
      ],
    },
  ],
  'papers-that-bridge-two-fields': [
    {
      parameters: { first: 'attn', second: 'conv', limit },
      rows: [
        { paper: 'Vit paper', date: '2021-02-01', inFirst: 1, inSecond: 4, firstEvidence: `Attn: ${sentence(p4, 'Attn')}`, secondEvidence: `Conv: ${sentence(p4, 'Conv')}`, id: p4 },
        { paper: 'Attn paper', date: '2020-03-01', inFirst: 3, inSecond: 1, firstEvidence: `Attn: ${sentence(p2, 'Attn')}`, secondEvidence: `Conv: ${sentence(p2, 'Conv')}`, id: p2 },
        { paper: 'Lost paper', date: '2021-02-20', inFirst: 1, inSecond: 2, firstEvidence: `Attn: ${sentence(p5, 'Attn')}`, secondEvidence: `INet: ${sentence(p5, 'INet')}`, id: p5 },
      ],
    },
    { parameters: { first: 'vit', second: 'conv', limit }, rows: [] },
  ],
  'what-two-people-share': [
    {
      parameters: { first: 'Ada', second: 'author:cleo', limit },
      rows: [
        { shared: 'image', label: 'Concept', papers: 2, firstEvidence: [said(p1, 'image')], secondEvidence: [said(p4, 'image')], id: 'concept:image' },
        { shared: 'INet', label: 'Benchmark', papers: 3, firstEvidence: [said(p1, 'INet')], secondEvidence: [said(p4, 'INet'), said(p5, 'INet')], id: inet },
        { shared: 'text', label: 'Concept', papers: 3, firstEvidence: [said(p2, 'text')], secondEvidence: [said(p6, 'text')], id: 'concept:text' },
        { shared: 'Attn', label: 'Technique', papers: 4, firstEvidence: [said(p2, 'Attn')], secondEvidence: [said(p4, 'Attn'), said(p5, 'Attn')], id: attn },
        { shared: 'Conv', label: 'Technique', papers: 4, firstEvidence: [said(p1, 'Conv'), said(p2, 'Conv')], secondEvidence: [said(p4, 'Conv')], id: conv },
      ],
    },
    {
      parameters: { first: 'acme', second: 'Bell', limit },
      rows: [
        { shared: 'Attn', label: 'Technique', papers: 4, firstEvidence: [said(p2, 'Attn'), said(p3, 'Attn')], secondEvidence: [said(p4, 'Attn')], id: attn },
        { shared: 'Conv', label: 'Technique', papers: 4, firstEvidence: [said(p2, 'Conv')], secondEvidence: [said(p4, 'Conv')], id: conv },
      ],
    },
  ],
  'who-works-with-an-author': [
    {
      parameters: { author: 'bob', limit },
      rows: [
        { author: 'Ada', together: 1, since: '2020-03-01', until: '2020-03-01', papers: [`${p2}: Attn paper`], id: 'author:ada' },
        { author: 'Cleo', together: 1, since: '2021-03', until: '2021-03', papers: [`${p6}: Late paper`], id: 'author:cleo' },
      ],
    },
  ],
  'who-works-on-something': [
    {
      parameters: { name: 'attn', limit },
      rows: [
        { who: 'Bob', label: 'Author', papers: 2, latest: '2020-05-10', evidence: [said(p2, 'Attn'), said(p3, 'Attn')], id: 'author:bob' },
        { who: 'Cleo', label: 'Author', papers: 2, latest: '2021-02-20', evidence: [said(p4, 'Attn'), said(p5, 'Attn')], id: 'author:cleo' },
        { who: 'Acme', label: 'Organization', papers: 2, latest: '2020-05-10', evidence: [said(p2, 'Attn'), said(p3, 'Attn')], id: 'organization:acme' },
        { who: 'Ada', label: 'Author', papers: 1, latest: '2020-03-01', evidence: [said(p2, 'Attn')], id: 'author:ada' },
        { who: 'Bell', label: 'Organization', papers: 1, latest: '2021-02-01', evidence: [said(p4, 'Attn')], id: 'organization:bell' },
      ],
    },
  ],
  // Two of seven papers have both; three have text, two token: 2 * 7 / (3 * 2).
  'concepts-studied-together': [
    {
      parameters: { papers: 2, limit },
      rows: [{ one: 'text', other: 'token', lift: 2.333, papersWithBoth: 2, papers: [p2, p3], oneId: 'concept:text', otherId: 'concept:token' }],
    },
  ],
  'methods-on-a-benchmark': [
    {
      parameters: { benchmark: 'inet', limit },
      rows: [
        { method: 'Lost', date: '2021-02-20', evidence: sentence(p5, 'INet'), paper: 'Lost paper', paperId: p5, id: lost },
        { method: 'Vit', date: '2021-02-01', evidence: sentence(p4, 'INet'), paper: 'Vit paper', paperId: p4, id: vit },
        { method: 'Conv', date: '2020-01-15', evidence: sentence(p1, 'INet'), paper: 'Conv paper', paperId: p1, id: conv },
      ],
    },
  ],
  'first-seen-in-a-month': [
    {
      parameters: { month: '2021-02', limit },
      rows: [
        { name: 'Lost', label: 'Technique', firstSeen: '2021-02-20', papers: 1, evidence: `2021-02-20, ${said(p5, 'Lost')}`, id: lost },
        { name: 'Vit', label: 'Technique', firstSeen: '2021-02-01', papers: 1, evidence: `2021-02-01, ${said(p4, 'Vit')}`, id: vit },
      ],
    },
    {
      parameters: { month: '', limit },
      rows: [{ name: 'Bert-large', label: 'Model', firstSeen: '2021-03', papers: 1, evidence: `2021-03, ${said(p6, 'Bert-large')}`, id: large }],
    },
  ],
  // Vit is in one paper too, but Conv is said to build on it.
  'methods-nobody-picked-up': [
    {
      parameters: { months: 1, limit },
      rows: [{ method: 'Lost', date: '2021-02-20', beats: 0, evidence: sentence(p5, 'Lost'), paper: 'Lost paper', paperId: p5, id: lost }],
    },
  ],
  // Paper 4 speaks of Conv 13 months after paper 1.
  'taken-up-fastest': [
    {
      parameters: { months: 12, limit },
      rows: [
        { method: 'Attn', introduced: '2020-03', papers: 3, evidence: [said(p3, 'Attn'), said(p4, 'Attn'), said(p5, 'Attn')], id: attn },
        { method: 'Bert', introduced: '2020-05', papers: 1, evidence: [said(p6, 'Bert')], id: bert },
        { method: 'Conv', introduced: '2020-01', papers: 1, evidence: [said(p2, 'Conv')], id: conv },
      ],
    },
  ],
  // Of the first step two edges tell.
  'shortest-chain-of-ideas': [
    {
      parameters: { first: 'bert-large', second: 'VIT', limit },
      rows: (['BUILDS_ON', 'VARIANT_OF'] as const).map((first) => ({
        steps: 3, chain: ['Bert-large', 'Bert', 'Attn', 'Vit'], types: [first, 'BUILDS_ON', 'BUILDS_ON'],
        evidence: [first === 'VARIANT_OF' ? [] : [sentence(p6, 'Bert-large and Bert')], bertOnAttn, [sentence(p4, 'Vit and Attn')]],
        links: [`${large} → ${bert}`, `${bert} → ${attn}`, `${vit} → ${attn}`],
      })),
    },
    {
      parameters: { first: 'attention', second: 'Vit', limit },
      rows: [{ steps: 1, chain: ['Attn', 'Vit'], types: ['BUILDS_ON'], evidence: [[sentence(p4, 'Vit and Attn')]], links: [`${vit} → ${attn}`] }],
    },
  ],
  'neighbours-of-a-technique': [
    {
      parameters: { technique: vit, limit },
      rows: [
        { type: 'BUILDS_ON', direction: 'out', name: 'Attn', confidence: 0.75, papers: 4, evidence: [sentence(p4, 'Vit and Attn')], evidencePapers: [p4], id: attn },
        { type: 'BUILDS_ON', direction: 'out', name: 'Conv', confidence: 0.75, papers: 4, evidence: [sentence(p4, 'Vit and Conv')], evidencePapers: [p4], id: conv },
        { type: 'BUILDS_ON', direction: 'in', name: 'Conv', confidence: 0.75, papers: 4, evidence: [sentence(p5, 'Conv and Vit')], evidencePapers: [p5], id: conv },
        { type: 'OUTPERFORMS', direction: 'out', name: 'Conv', confidence: 0.875, papers: 4, evidence: [sentence(p4, 'Vit and Conv')], evidencePapers: [p4], id: conv },
        { type: 'OUTPERFORMS', direction: 'in', name: 'Conv', confidence: 0.75, papers: 4, evidence: [sentence(p5, 'Conv and Vit')], evidencePapers: [p5], id: conv },
      ],
    },
  ],
  'papers-that-share-most': [
    {
      parameters: { paper: 'conv paper', limit },
      rows: [
        { paper: 'Vit paper', date: '2021-02-01', weight: 1.8333, shared: ['Conv', 'INet', 'image'], id: p4 },
        { paper: 'Lost paper', date: '2021-02-20', weight: 0.5, shared: ['INet'], id: p5 },
        { paper: 'Attn paper', date: '2020-03-01', weight: 0.3333, shared: ['Conv'], id: p2 },
        { paper: 'Undated paper', date: null, weight: 0.3333, shared: ['Conv'], id: p7 },
      ],
    },
  ],
  'versions-of-a-model': ['bert', 'BERT-large'].map((name) => ({
    parameters: { name },
    rows: [{ family: 'Bert', version: 'Bert-large', firstSeen: '2021-03', papers: 1, differs: 'size', id: large }],
  })),
  'what-a-benchmark-is-used-by': [
    {
      parameters: { benchmark: 'glue', limit },
      rows: [
        { paper: 'Late paper', date: '2021-03', role: 'EVALUATES_ON', evidence: sentence(p6, 'Glue'), id: p6 },
        { paper: 'Bert paper', date: '2020-05-10', role: 'EVALUATES_ON', evidence: sentence(p3, 'Glue'), id: p3 },
      ],
    },
  ],
  'what-a-paper-says': [
    {
      parameters: { paper: 'CONV paper' },
      rows: [
        { role: 'INTRODUCES', name: 'Conv', papers: 4, confidence: 0.5, evidence: sentence(p1, 'Conv'), id: conv, paperId: p1 },
        { role: 'EVALUATES_ON', name: 'INet', papers: 3, confidence: 0.5, evidence: sentence(p1, 'INet'), id: inet, paperId: p1 },
        { role: 'STUDIES', name: 'image', papers: 2, confidence: 0.5, evidence: sentence(p1, 'image'), id: 'concept:image', paperId: p1 },
      ],
    },
  ],
  'what-it-consists-of': ['text', 'TOKEN', ''].map((name) => ({
    parameters: { name, limit },
    rows: [{ whole: 'text', part: 'token', evidence: [sentence(p2, 'token and text')], papers: [p2], wholeId: 'concept:text', partId: 'concept:token' }],
  })),
  'what-most-papers-say': [
    {
      parameters: { limit: 1 },
      rows: [{ subject: 'Bert', says: 'BUILDS_ON', object: 'Attn', papers: 2, evidence: bertOnAttn, evidencePapers: [p3, p6], fromId: bert, toId: attn }],
    },
  ],
  'what-two-papers-have-in-common': [
    {
      parameters: { first: 'Conv paper', second: 'ARXIV:4' },
      rows: [
        { shared: 'image', firstRole: 'STUDIES', secondRole: 'STUDIES', papers: 2, firstEvidence: sentence(p1, 'image'), secondEvidence: sentence(p4, 'image'), id: 'concept:image' },
        { shared: 'INet', firstRole: 'EVALUATES_ON', secondRole: 'EVALUATES_ON', papers: 3, firstEvidence: sentence(p1, 'INet'), secondEvidence: sentence(p4, 'INet'), id: inet },
        { shared: 'Conv', firstRole: 'INTRODUCES', secondRole: 'COMPARES_WITH', papers: 4, firstEvidence: sentence(p1, 'Conv'), secondEvidence: sentence(p4, 'Conv'), id: conv },
      ],
    },
  ],
  'who-introduced-a-technique': [
    {
      parameters: { name: 'attn' },
      rows: [{ name: 'Attn', paper: 'Attn paper', date: '2020-03-01', authors: ['Ada', 'Bob'], evidence: sentence(p2, 'Attn'), id: p2 }],
    },
  ],
}; // biome-ignore format: a table of rows
