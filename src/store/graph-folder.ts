/**
 * The graph on disk: a folder of versions, of which `current.json` names the one in force. A version is written whole
 * beside the others and then put in force by a rename, so that whatever kills a build, the earlier graph stays.
 */
import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import {
  type ExtractionRecord,
  type GraphEdge,
  GraphError,
  type GraphNode,
  type KnowledgeGraph,
} from '../model/index.js';
import { addFile } from './add-file.js';
import { compareEdges, compareNodes, Difference, type SideBySide } from './difference.js';
import { isAlive } from './is-alive.js';
import { readLines, writeLines } from './json-lines.js';
import {
  DATABASE,
  hasItsDatabase,
  MADE,
  type Made,
  type Provenance,
  readMade,
  sumsOfDatabase,
  writeMade,
} from './made.js';

const FORMAT = 1;
/** In the order in which they are written, and hashed. */
const TEXTS = ['meta.json', 'nodes.jsonl', 'edges.jsonl', 'records.jsonl', 'members.jsonl'];

export const MetaSchema = z.object({
  format: z.literal(FORMAT),
  /** The graph's name; in Neo4j every node and relationship of ours carries it. */
  graph: z.string(),
  extractor: z.string(),
  extractorVersion: z.string(),
  /** Hash of all that its records depend on, code included; absent where they were made by more than one. */
  reader: z.string().optional(),
  /** The day on which dates without a year were read. */
  asOf: z.string(),
  /** Whether it was built from the bundled sample corpus. */
  sample: z.boolean(),
  nodes: z.record(z.string(), z.number().int()),
  edges: z.record(z.string(), z.number().int()),
});
export type Meta = z.infer<typeof MetaSchema>;

const CurrentSchema = z.object({ format: z.number(), version: z.string().regex(/^[0-9a-f]{16}(?:-again)?$/) });

export interface OpenGraph {
  readonly meta: Meta;
  /** Folder of the version in force. */
  readonly folder: string;
  readonly databasePath: string;
}

export interface GraphContent {
  readonly meta: Omit<Meta, 'format' | 'graph'> & { graph?: string };
  readonly graph: KnowledgeGraph;
  /** Where their lines of JSON are there already, these are taken. */
  readonly records: Iterable<ExtractionRecord> & { lines?(): Iterable<string> };
  /** For each different paper, as JSON, the list of what its sources say: what a later addition merges anew. */
  readonly members?: Iterable<string>;
  /** The version that this one grew out of, whose database is then brought up to date instead of filled anew. */
  readonly earlier?: OpenGraph | undefined;
  /** What the same papers must be made with for this to be what would come of it. */
  readonly from?: Provenance | undefined;
}

/** What a version would be made of. */
export interface Making {
  /** What is given must be that of the version. */
  readonly meta: Partial<Pick<Meta, 'extractor' | 'extractorVersion' | 'reader' | 'asOf' | 'sample'>>;
  readonly records: { lines(): Iterable<string> };
  readonly members: Iterable<string>;
  readonly by: string;
  /** Whether a graph in which the old places were kept will not do. */
  readonly drawnAnew: boolean;
}

/** Fills the database file at `path`, which does not exist yet. */
export type FillDatabase = (path: string, graph: KnowledgeGraph, since: Difference | undefined) => Promise<void>;

/**
 * @throws GraphError `no-graph` where nothing was built, `other-version` for a graph of another version of Stemma,
 * `damaged` when files are missing or changed
 */
export async function openGraph(dir: string): Promise<OpenGraph> {
  const path = join(dir, 'current.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
      throw new GraphError(
        'no-graph',
        `there is no graph in ${dir}: make one with "stemma build --graph ${dir}", or name another folder with --graph`,
      );
    }
    throw new GraphError('unreadable', `cannot read ${path}: ${error.message}`, { cause: error });
  });
  const { version, format } = parse(CurrentSchema, text, path);
  if (format !== FORMAT) {
    throw new GraphError(
      'other-version',
      `the graph in ${dir} was written in format ${format}, this version reads ${FORMAT}: build it again`,
    );
  }
  const folder = join(dir, 'versions', version);
  const metaPath = join(folder, 'meta.json');
  const metaText = await readFile(metaPath, 'utf8').catch((error: Error) => {
    throw damaged(metaPath, error);
  });
  return { meta: parse(MetaSchema, metaText, metaPath), folder, databasePath: join(folder, DATABASE) };
}

/** The whole graph in memory, beside what `openGraph` tells. */
export async function readGraph(dir: string): Promise<OpenGraph & { graph: KnowledgeGraph }> {
  const found = await openGraph(dir);
  return { ...found, graph: { nodes: [...readNodes(found)], edges: [...readEdges(found)] } };
}

/** The nodes of a graph, one after the other. @throws GraphError `damaged` */
export const readNodes = ({ folder }: OpenGraph) => readItems<GraphNode>(join(folder, 'nodes.jsonl'));

/** The edges of a graph, one after the other. @throws GraphError `damaged` */
export const readEdges = ({ folder }: OpenGraph) => readItems<GraphEdge>(join(folder, 'edges.jsonl'));

/** The extraction records that a graph was made from. @throws GraphError `damaged` */
export const readRecords = ({ folder }: OpenGraph) => readItems<ExtractionRecord>(join(folder, 'records.jsonl'));

/** What `GraphContent.members` was, parsed; `T` is what the writer put there. @throws GraphError `damaged` */
export const readMembers = <T>({ folder }: OpenGraph) => readItems<T>(join(folder, 'members.jsonl'));

/**
 * Writes a version and puts it in force.
 * @throws GraphError `cannot-write` naming the folder; the earlier graph is then untouched
 */
export async function writeGraph(dir: string, content: GraphContent, fill: FillDatabase): Promise<void> {
  const building = join(dir, `building-${process.pid}`);
  try {
    const versions = join(dir, 'versions');
    await mkdir(versions, { recursive: true });
    const older = await readdir(versions);
    await sweep(dir);
    await rm(building, { recursive: true, force: true });
    await mkdir(building);
    const meta: Meta = { format: FORMAT, graph: 'stemma', ...content.meta };
    const hash = createHash('sha256');
    const write = (name: string, lines: Iterable<string>) => writeLines(join(building, name), lines, hash);
    await write('meta.json', [JSON.stringify(meta)]);
    const { graph, earlier } = content;
    const since = earlier && new Difference(earlier);
    const nodes = since && compareNodes(linesOf(since, 'nodes.jsonl'), since);
    await write('nodes.jsonl', toLines(graph.nodes, nodes));
    const edges = since && compareEdges(linesOf(since, 'edges.jsonl'), since);
    await write('edges.jsonl', toLines(graph.edges, edges));
    const writeRest = async () => {
      await write('records.jsonl', content.records.lines?.() ?? toLines(content.records));
      await write('members.jsonl', content.members ?? []);
    };
    // The database copies tables while lines are written; whichever fails, both have ended before anything is removed.
    for (const done of await Promise.allSettled([fill(join(building, DATABASE), graph, since), writeRest()])) {
      if (done.status === 'rejected') throw done.reason;
    }
    const before = await inForce(dir);
    const name = nameOf(hash);
    const there = before?.startsWith(name) ? await readMade(join(versions, before)) : undefined;
    if (before !== undefined && there && (await isWhole(join(versions, before), there))) {
      // The same, made with other code, say.
      await writeMade(building, { ...there, ...(content.from ? { from: content.from } : {}) });
      await rename(join(building, MADE), join(versions, before, MADE));
      await rm(building, { recursive: true });
      return;
    }
    await writeMade(building, { from: content.from, database: await sumsOfDatabase(building) });
    // The damaged one stays in force until this one is.
    const version = before === name ? `${name}-again` : name;
    await rm(join(versions, version), { recursive: true, force: true });
    await rename(building, join(versions, version));
    await syncFolder(versions);
    await putInForce(dir, version);
    // A running server may hold the version before open; one that came meanwhile is another build's.
    for (const one of older) {
      if (one !== version && one !== before) await rm(join(versions, one), { recursive: true, force: true });
    }
  } catch (error) {
    await rm(building, { recursive: true, force: true }).catch(() => undefined);
    if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) {
      throw new GraphError(
        'cannot-write',
        `cannot write the graph to ${dir}: ${error.message}; the earlier graph is untouched`,
        { cause: error },
      );
    }
    throw error;
  }
}

/**
 * The version in force, where it is what would be made, and whole. What dead builds left behind is then cleared, as writing
 * a version would.
 */
export async function standingGraph(
  dir: string,
  { meta, records, members, by, drawnAnew }: Making,
): Promise<(OpenGraph & { from: Provenance }) | undefined> {
  const open = await openGraph(dir).catch(() => undefined);
  const made = open && (await readMade(open.folder));
  if (!open || !made?.from) return undefined;
  const { from } = made;
  if (from.by !== by || (drawnAnew && from.drawn !== 'anew')) return undefined;
  const isOther = Object.entries(meta).some(([key, value]) => open.meta[key as keyof Meta] !== value);
  if (isOther || !holds(open, 'records.jsonl', records.lines()) || !holds(open, 'members.jsonl', members))
    return undefined;
  if (!(await isWhole(open.folder, made))) return undefined;
  await sweep(dir);
  return { ...open, from };
}

/** Whether a file has these lines. */
function holds({ folder }: OpenGraph, name: string, lines: Iterable<string>): boolean {
  try {
    const there = readLines(join(folder, name));
    for (const line of lines) if (there.next().value !== line) return false;
    return there.next().done === true;
  } catch {
    // A file that is not there, or cannot be read.
    return false;
  }
}

function parse<T>(schema: z.ZodType<T>, text: string, path: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw damaged(path, error);
  }
}

export function damaged(path: string, cause: unknown): GraphError {
  return new GraphError('damaged', `${path} is missing or damaged: build the graph again`, { cause });
}

/** Our own files, named by a hash of what we wrote: parsed, not checked item by item. */
function* readItems<T>(path: string): Generator<T> {
  const items = parseLines<T>(path);
  for (;;) {
    let next: IteratorResult<T>;
    try {
      next = items.next();
    } catch (error) {
      throw damaged(path, error);
    }
    if (next.done) return;
    yield next.value;
  }
}

function* parseLines<T>(path: string): Generator<T> {
  for (const line of readLines(path)) yield JSON.parse(line) as T;
}

/** @param beside compares with the lines of the version before */
function* toLines<T>(items: Iterable<T>, beside?: SideBySide<T>): Generator<string> {
  for (const item of items) {
    const line = JSON.stringify(item);
    beside?.next(item, line);
    yield line;
  }
  beside?.end();
}

const linesOf = ({ from }: Difference, name: string) => readLines(join(from.folder, name));

async function putInForce(dir: string, version: string): Promise<void> {
  const temporary = join(dir, `current.json.${process.pid}.tmp`);
  await pipeline([`${JSON.stringify({ format: FORMAT, version })}\n`], createWriteStream(temporary, { flush: true }));
  await rename(temporary, join(dir, 'current.json'));
  await syncFolder(dir);
}

/** A rename is safe on disk once its folder is; Windows has no such call and needs none. */
async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dir, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Removes what builds left behind that died. */
async function sweep(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const pid = /^(?:building-|current\.json\.|curation\.yaml\.)(\d+)/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(dir, name), { recursive: true, force: true });
  }
}

/** Whether a version has all that was written. */
async function isWhole(folder: string, made: Made): Promise<boolean> {
  try {
    return (await hasItsTexts({ folder })) && (await hasItsDatabase(folder, made));
  } catch {
    // A file that cannot be read.
    return false;
  }
}

/** Whether all but the database is as it was written; the version is named by it. */
export async function hasItsTexts({ folder }: Pick<OpenGraph, 'folder'>): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for (const name of TEXTS) await addFile(hash, join(folder, name));
  } catch {
    // A file that is not there, or cannot be read.
    return false;
  }
  return basename(folder).startsWith(nameOf(hash));
}

const nameOf = (hash: Hash) => hash.digest('hex').slice(0, 16);

/** The name of the version in force; undefined where there is none that could be kept. */
async function inForce(dir: string): Promise<string | undefined> {
  const found = await openGraph(dir).catch(() => undefined);
  return found && basename(found.folder);
}
