/** Graph folders for the tests that need no embedded database, and graphs as large as a test wants. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareText,
  type EntityNode,
  type GraphEdge,
  type KnowledgeGraph,
  type PaperNode,
} from '../../src/model/index.js';
import { freshFolder } from './stemma.js';

/** A folder as `stemma build` leaves it, without the database and the records. */
export function graphFolder({ nodes, edges }: KnowledgeGraph): string {
  const dir = freshFolder();
  const version = '0123456789abcdef';
  const folder = join(dir, 'versions', version);
  mkdirSync(folder, { recursive: true });
  const count = (keys: readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  const meta = {
    format: 1,
    graph: 'stemma',
    extractor: 'fast',
    extractorVersion: '1',
    asOf: '2026-01-01',
    sample: false,
    nodes: count(nodes.map(({ label }) => label)),
    edges: count(edges.map(({ type }) => type)),
  };
  const lines = (items: readonly unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');
  writeFileSync(join(folder, 'meta.json'), JSON.stringify(meta));
  writeFileSync(join(folder, 'nodes.jsonl'), lines(nodes));
  writeFileSync(join(folder, 'edges.jsonl'), lines(edges));
  writeFileSync(join(dir, 'current.json'), JSON.stringify({ format: 1, version }));
  return dir;
}

/** Papers that each use two of a tenth as many techniques, among them one that all use. */
export function largeGraph(papers: number): KnowledgeGraph {
  const place = { x: 0, y: 1.5, community: 0, pagerank: 0.25 };
  const techniques = Math.max(2, Math.floor(papers / 10));
  const nodes: (PaperNode | EntityNode)[] = [];
  const edges: GraphEdge[] = [];
  for (let technique = 0; technique < techniques; technique++) {
    const name = `T${technique}`;
    nodes.push({ id: `technique:t${technique}`, label: 'Technique', name, aliases: [], papers: 1, ...place });
  }
  for (let paper = 0; paper < papers; paper++) {
    const id = `arxiv:2501.${String(paper).padStart(6, '0')}`;
    const title = `Paper ${paper}`;
    nodes.push({
      id,
      label: 'Paper',
      name: title,
      title,
      abstract: `We use T0 and T${paper % techniques}.`,
      authors: [],
      organizations: [],
      categories: [],
      sources: [{ file: 'made.jsonl', line: paper + 1 }],
      ...place,
    });
    for (const target of new Set([0, paper % techniques])) {
      const evidence = `T${target}`;
      edges.push({
        source: id,
        target: `technique:t${target}`,
        type: 'USES',
        confidence: 1,
        evidence,
        start: 0,
        end: 2,
      });
    }
  }
  nodes.sort((a, b) => compareText(a.id, b.id));
  edges.sort((a, b) => compareText(a.source, b.source) || compareText(a.target, b.target));
  return { nodes, edges };
}
