/**
 * What lineages need of a graph folder, read without what they never look at: authors, abstracts, the sentences by which
 * papers mention what they mention. Over 75,000 papers that is three quarters of the files. It rests on how our own files
 * are written: `JSON.stringify` puts a backslash before every quote within a text, so a quoted key is a key.
 */
import { join } from 'node:path';
import type { GraphEdge, GraphNode, KnowledgeGraph } from '../model/index.js';
import { damaged, type OpenGraph } from './graph-folder.js';
import { eachLine, readLines } from './json-lines.js';

/** Signs at the beginning of a line in which its type stands, where the ids are of usual length. */
const HEAD = 400;
const PEOPLE = /"label":"(?:Author|Organization)"/;
const OF_PEOPLE = /"type":"(?:WROTE|AFFILIATED_WITH)"/;
const MENTION =
  /^\{"source":"([ !#-[\]-~]+)","target":"([ !#-[\]-~]+)","type":"(USES|EVALUATES_ON|COMPARES_WITH|STUDIES)","confidence":([\d.e-]+),"evidence":"/;

/**
 * Entities and papers, the edges between entities, and of the edges from papers those that introduce something and those
 * that mention what another introduces: by them it is told when it began. Papers come without abstracts, mentions
 * without evidence. @throws GraphError `damaged`
 */
export function readDescent({ folder }: OpenGraph): KnowledgeGraph {
  const nodes = parseEach<GraphNode>(join(folder, 'nodes.jsonl'), leanNode);
  const path = join(folder, 'edges.jsonl');
  const edges = parseEach<GraphEdge>(path, leanEdge);
  // One text for each id: the parts that are found in a line would keep the whole line alive.
  const papers = new Map<string, string>();
  const introduced = new Map<string, string>();
  for (const { id, label } of nodes) if (label === 'Paper') papers.set(id, id);
  for (const { type, target } of edges) if (type === 'INTRODUCES') introduced.set(target, target);
  const mentions = parseEach<GraphEdge>(path, (bytes, start, end) => {
    const mention = MENTION.exec(headOf(bytes, start, end));
    const target = mention ? introduced.get(mention[2] ?? '') : undefined;
    const source = mention ? papers.get(mention[1] ?? '') : undefined;
    if (!mention || source === undefined || target === undefined) return undefined;
    return {
      source,
      target,
      type: mention[3],
      confidence: Number(mention[4]),
      evidence: '',
      start: 0,
      end: 0,
    } as GraphEdge;
  });
  return { nodes, edges: [...edges, ...mentions] };
}

/** The edges at a node, in full, and those of the papers that introduce it. @throws GraphError `damaged` */
export function readEdgesAround({ folder }: OpenGraph, id: string): GraphEdge[] {
  const path = join(folder, 'edges.jsonl');
  const quoted = JSON.stringify(id);
  const edgesWhere = (holds: (line: string) => boolean): GraphEdge[] => {
    try {
      return [...readLines(path)].filter(holds).map((line) => JSON.parse(line) as GraphEdge);
    } catch (error) {
      throw damaged(path, error);
    }
  };
  const at = edgesWhere((line) => line.includes(quoted)).filter(({ source, target }) => source === id || target === id);
  const papers = at.filter(({ type }) => type === 'INTRODUCES').map(({ source }) => source);
  const starts = papers.map((paper) => `{"source":${JSON.stringify(paper)}`);
  const others = edgesWhere((line) => starts.some((start) => line.startsWith(start)));
  return [...at, ...others.filter(({ target }) => target !== id)];
}

type Lean<T> = (bytes: Buffer, start: number, end: number) => T | undefined;

/** @param lean gives what a line says, or undefined for one that is passed over */
function parseEach<T>(path: string, lean: Lean<T>): T[] {
  const items: T[] = [];
  try {
    eachLine(path, (bytes, start, end) => {
      const item = lean(bytes, start, end);
      if (item !== undefined) items.push(item);
    });
  } catch (error) {
    throw damaged(path, error);
  }
  return items;
}

function leanNode(bytes: Buffer, start: number, end: number): GraphNode | undefined {
  if (PEOPLE.test(headOf(bytes, start, end))) return undefined;
  const line = bytes.toString('utf8', start, end);
  const abstract = line.indexOf(',"abstract":"');
  const rest = abstract < 0 ? -1 : line.indexOf(',"date":"', abstract);
  const text = rest < 0 ? line : `${line.slice(0, abstract)},"abstract":""${line.slice(rest)}`;
  const node = JSON.parse(text) as GraphNode;
  return node.label === 'Author' || node.label === 'Organization' ? undefined : node;
}

function leanEdge(bytes: Buffer, start: number, end: number): GraphEdge | undefined {
  const head = headOf(bytes, start, end);
  if (OF_PEOPLE.test(head) || MENTION.test(head)) return undefined;
  const edge = JSON.parse(bytes.toString('utf8', start, end)) as GraphEdge;
  return edge.type === 'WROTE' || edge.type === 'AFFILIATED_WITH' ? undefined : edge;
}

/** The beginning of a line; what is no ASCII in it comes out garbled, and no key holds any. */
function headOf(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, Math.min(end, start + HEAD));
}
