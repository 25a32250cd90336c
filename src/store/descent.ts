/**
 * What lineages need of a graph folder, and no more: of 75,000 papers a fifth of the nodes and of the edges, without
 * abstracts and the sentences of mentions. What is passed over is not parsed.
 */
import { join } from 'node:path';
import {
  type DatedPaper,
  type DescentGraph,
  type EdgeType,
  ENTITY_TYPES,
  type EntityNode,
  type EntityType,
  type GraphEdge,
  type NamedEntity,
  PAPER_EDGE_TYPES,
  type PaperEdgeType,
} from '../model/index.js';
import { damaged, type OpenGraph } from './graph-folder.js';
import { EdgeHead, NodeHead } from './head-of-line.js';
import { eachLine, eachLineWith } from './json-lines.js';

/**
 * The methods that descend from another or from which another descends, with those edges; the entities that are asked
 * for; the dates of papers, and which of them introduce or mention those methods: by them it is told when each began.
 * Beside them stands the most central entity of each community, after which it is called.
 * @throws GraphError `damaged`
 */
export function readDescent({ folder }: OpenGraph, ids: readonly string[]): DescentGraph {
  const path = join(folder, 'edges.jsonl');
  const { descent, introduced } = readEdgesOfDescent(path);
  const nodes = readNodesOfDescent(join(folder, 'nodes.jsonl'), descent, ids);
  const versions = new Set(descent.filter(({ type }) => type === 'VARIANT_OF').map(({ source }) => source));
  return { nodes, edges: [...descent, ...readMentions(path, nodes, introduced, versions)] };
}

/**
 * The edges at an entity, in full, those of the papers that introduce it, and the entities at all their ends.
 * @throws GraphError `damaged`
 */
export function readAround({ folder }: OpenGraph, id: string): { nodes: EntityNode[]; edges: GraphEdge[] } {
  const path = join(folder, 'edges.jsonl');
  const edgesWith = (text: string) => {
    const found: GraphEdge[] = [];
    whole(path, () => eachLineWith(path, text, (bytes, start, end) => found.push(parse<GraphEdge>(bytes, start, end))));
    return found;
  };
  const at = edgesWith(JSON.stringify(id)).filter(({ source, target }) => source === id || target === id);
  const papers = at.filter(({ type }) => type === 'INTRODUCES').map(({ source }) => source);
  const others = papers.flatMap((paper) => edgesWith(`{"source":${JSON.stringify(paper)},`));
  const edges = [...at, ...others.filter(({ target }) => target !== id)];
  const ends = new Set(
    edges.flatMap((edge) => [edge.source, edge.target, ...('benchmarks' in edge ? edge.benchmarks : [])]),
  );
  const nodes: EntityNode[] = [];
  eachHead(join(folder, 'nodes.jsonl'), new NodeHead(), (head, bytes, start, end) => {
    if (isEntity(head.label) && ends.has(head.id)) nodes.push(leanEntity(bytes, start, end));
  });
  return { nodes, edges };
}

/**
 * The entities that have one of these names, or ids, as it is written; all entities, to be sought in, where one of them
 * names nothing.
 * @throws GraphError `damaged`
 */
export function readNamed({ folder }: OpenGraph, names: readonly string[]): NamedEntity[] {
  if (names.length === 0) return [];
  const path = join(folder, 'nodes.jsonl');
  const read = (mayBeMeant: (bytes: Buffer, start: number, end: number) => boolean) => {
    const found: NamedEntity[] = [];
    eachHead(path, new NodeHead(), ({ label }, bytes, start, end) => {
      if (isEntity(label) && mayBeMeant(bytes, start, end)) found.push(namedEntity(bytes, start, end));
    });
    return found;
  };
  const sought = names.map((name) => finderOf(JSON.stringify(name)));
  const written = read((...line) => sought.some((isIn) => isIn(...line)));
  const forms = new Set(written.flatMap(({ id, name, aliases }) => [id, name, ...aliases]));
  return names.every((name) => forms.has(name)) ? written : read(() => true);
}

function readEdgesOfDescent(path: string): { descent: GraphEdge[]; introduced: ReadonlySet<string> } {
  const descent: GraphEdge[] = [];
  const introduced = new Set<string>();
  eachHead(path, new EdgeHead(), (head, bytes, start, end) => {
    const { type } = head;
    if (type === 'INTRODUCES') introduced.add(head.target);
    if (type !== undefined && type !== 'VARIANT_OF') return;
    const edge = parse<GraphEdge>(bytes, start, end);
    if (edge.type !== 'OUTPERFORMS') descent.push(edge);
  });
  return { descent, introduced };
}

/** Which papers introduce or mention what a paper introduced, and how surely; of what is a version the sentence, too. */
function readMentions(
  path: string,
  nodes: DescentGraph['nodes'],
  introduced: ReadonlySet<string>,
  versions: ReadonlySet<string>,
): GraphEdge[] {
  // One text for each id, instead of one for each edge.
  const papers = new Map<string, string>();
  const targets = new Map<string, string>();
  for (const { id, label } of nodes) {
    if (label === 'Paper') papers.set(id, id);
    else if (introduced.has(id) || versions.has(id)) targets.set(id, id);
  }
  const mentions: GraphEdge[] = [];
  eachHead(path, new EdgeHead(), (head, bytes, start, end) => {
    const { type } = head;
    if (!isMention(type)) return;
    const target = targets.get(head.target);
    const source = target === undefined ? undefined : papers.get(head.source);
    if (source === undefined || target === undefined) return;
    if (versions.has(target)) mentions.push(parse<GraphEdge>(bytes, start, end));
    else mentions.push({ source, target, type, confidence: head.confidence, evidence: '', start: 0, end: 0 });
  });
  return mentions;
}

function readNodesOfDescent(
  path: string,
  descent: readonly GraphEdge[],
  ids: readonly string[],
): DescentGraph['nodes'] {
  const wanted = new Set([...ids, ...descent.flatMap(({ source, target }) => [source, target])]);
  const nodes: (EntityNode | DatedPaper)[] = [];
  const most = new Map<string, number>();
  eachHead(path, new NodeHead(), (head, bytes, start, end) => {
    const { label } = head;
    if (label === 'Paper') nodes.push(datedPaper(bytes, start, end));
    if (!isEntity(label)) return;
    if (wanted.has(head.id) || leads(most, bytes, start, end)) nodes.push(leanEntity(bytes, start, end));
  });
  return nodes;
}

const parse = <T>(bytes: Buffer, start: number, end: number) => JSON.parse(bytes.toString('utf8', start, end)) as T;

/** Whether a text stands in a line: asked of one line after the other, it goes through the file once. */
function finderOf(text: string): (bytes: Buffer, start: number, end: number) => boolean {
  const sought = Buffer.from(text);
  let piece: Buffer | undefined;
  let at = -1;
  return (bytes, start, end) => {
    if (bytes !== piece || (at >= 0 && at < start)) at = bytes.indexOf(sought, start);
    piece = bytes;
    return at >= 0 && at < end;
  };
}

const CENTRALITY = /"community":(\d+),"pagerank":([\d.e+-]+)/;
/** Signs at the beginning of a line within which these stand, where the name is of usual length. */
const HEAD = 400;

/** Whether an entity is more central than all of its community that were looked at before. */
function leads(most: Map<string, number>, bytes: Buffer, start: number, end: number): boolean {
  const found = CENTRALITY.exec(bytes.toString('latin1', start, Math.min(end, start + HEAD)));
  // With a name of such length it is read, to be safe.
  if (!found) return true;
  const [, community = '', pagerank] = found;
  if (Number(pagerank) <= (most.get(community) ?? Number.NEGATIVE_INFINITY)) return false;
  most.set(community, Number(pagerank));
  return true;
}

/** Without the months, which a lineage does not look at. */
function leanEntity(bytes: Buffer, start: number, end: number): EntityNode {
  const text = bytes.toString('utf8', start, end);
  const months = text.indexOf(',"months":[');
  return JSON.parse(months < 0 ? text : `${text.slice(0, months)}}`) as EntityNode;
}

/** Behind the names; why they are one is often longer than all else, and is not parsed. */
const BEHIND_NAMES = /,"(?:joins":\[|papers":\d)/;
const PAPERS = /,"papers":(\d+)/;

function namedEntity(bytes: Buffer, start: number, end: number): NamedEntity {
  const text = bytes.toString('utf8', start, end);
  const { id, label, name, aliases } = JSON.parse(`${text.slice(0, text.search(BEHIND_NAMES))}}`) as EntityNode;
  return { id, label, name, aliases, papers: Number(PAPERS.exec(text)?.[1]) };
}

const [PLACE, DATE] = [Buffer.from(',"x":'), Buffer.from(',"date":"')];

function datedPaper(bytes: Buffer, start: number, end: number): DatedPaper {
  const line = bytes.subarray(start, end);
  const { id, name } = JSON.parse(`${line.toString('utf8', 0, line.indexOf(PLACE))}}`) as DatedPaper;
  const at = line.indexOf(DATE);
  if (at < 0) return { id, label: 'Paper', name };
  const date = at + DATE.length;
  return { id, label: 'Paper', name, date: line.toString('latin1', date, line.indexOf(QUOTE, date)) };
}

const QUOTE = 34;
const LABELS: ReadonlySet<string> = new Set(ENTITY_TYPES);
const isEntity = (label: string): label is EntityType => LABELS.has(label);
const MENTIONS: ReadonlySet<unknown> = new Set(PAPER_EDGE_TYPES);
const isMention = (type: EdgeType | undefined): type is PaperEdgeType => MENTIONS.has(type);

interface Head {
  look(bytes: Buffer, start: number, end: number): void;
}

/** Shows each line of a file with what its beginning says. */
function eachHead<T extends Head>(
  path: string,
  head: T,
  see: (head: T, bytes: Buffer, start: number, end: number) => void,
): void {
  whole(path, () =>
    eachLine(path, (bytes, start, end) => {
      head.look(bytes, start, end);
      see(head, bytes, start, end);
    }),
  );
}

/** @throws GraphError `damaged` naming the file, where reading it fails */
function whole(path: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    throw damaged(path, error);
  }
}
