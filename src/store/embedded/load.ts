/**
 * Fills a new embedded database with a graph, or a copy of an earlier one with what changed: Parquet files are written here, with exact strings, lists and nulls, and
 * copied into the database by a process of its own.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileWriter, parquetWriteRows } from 'hyparquet-writer';
import { type KnowledgeGraph, QueryError, StoreError } from '../../model/index.js';
import type { Difference } from '../difference.js';
import type { Kind } from '../properties.js';
import { type Change, changes } from './changes.js';
import { EmbeddedStore } from './client.js';
import type { FillMessage, LoadStep } from './fill.js';
import { forkDatabase } from './fork.js';
import { ReplySchema } from './protocol.js';
import { labelsById, type TableFile, tableFiles } from './tables.js';

/** A change of more than one in so many nodes and edges is sooner done by filling the database anew. */
const MOST_CHANGED = 5;
/** Time for counting all nodes, or all edges. */
const CHECK_MS = 30_000;
/** The log of earlier changes may be this part of the database, not more. */
const LONGEST_LOG = 8;

/**
 * @param path the new database file; nothing may be there yet
 * @param since what is new since the version that the graph grew out of: that version's database is then copied and
 * brought up to date, unless this fails or too much has changed
 * @param progress nodes and edges loaded, and how many there are
 * @throws StoreError `duplicate`, `unknown-end`, `not-built`, `cannot-fill`
 */
export async function loadEmbedded(
  path: string,
  graph: KnowledgeGraph,
  progress: (done: number, total: number) => void = () => undefined,
  since?: Difference,
): Promise<void> {
  const labels = labelsById(graph.nodes);
  if (since !== undefined && (await isWorthUpdating(since, graph))) {
    try {
      await copyFile(since.from.databasePath, path);
      if (existsSync(logOf(since.from.databasePath))) await copyFile(logOf(since.from.databasePath), logOf(path));
      await load(path, changes(since, labels), progress);
      return await checkCounts(path, graph);
    } catch (error) {
      if (!(error instanceof StoreError) && !(error instanceof QueryError)) throw error;
      for (const file of [path, logOf(path)]) await rm(file, { force: true });
    }
  }
  const files = tableFiles(graph, labels).map((file): Change => ({ does: 'copy', ...file }));
  await load(path, files, progress);
}

/** Changes stay in a log, which every reader goes through when it opens: a long one is worth filling the database anew. */
async function isWorthUpdating({ from, addedNodes, addedEdges, removedEdges }: Difference, graph: KnowledgeGraph) {
  const changed = addedNodes.length + addedEdges.length + removedEdges.length;
  if (changed * MOST_CHANGED > graph.nodes.length + graph.edges.length) return false;
  const sizeOf = async (path: string) => (existsSync(path) ? (await stat(path)).size : 0);
  const [database, log] = await Promise.all([from.databasePath, logOf(from.databasePath)].map(sizeOf));
  return (log ?? 0) * LONGEST_LOG < (database ?? 0);
}

/** The database's log of what is not in its file yet. */
const logOf = (path: string) => `${path}.wal`;

/** Opens the database as every reader will. @throws StoreError, QueryError where it does not hold this graph */
async function checkCounts(path: string, { nodes, edges }: KnowledgeGraph): Promise<void> {
  const store = new EmbeddedStore(path);
  try {
    const limits = { maxRows: 1, timeoutMs: CHECK_MS };
    const [node] = (await store.query('MATCH (n) RETURN count(n) AS n', limits)).rows;
    const [edge] = (await store.query('MATCH ()-[r]->() RETURN count(r) AS n', limits)).rows;
    if (node?.['n'] !== nodes.length || edge?.['n'] !== edges.length) {
      throw new StoreError('cannot-fill', `the database ${path} holds other nodes and edges than the graph`);
    }
  } finally {
    await store.close();
  }
}

async function load(path: string, files: readonly Change[], progress: (done: number, total: number) => void) {
  const folder = `${path}.load`;
  await mkdir(folder);
  const total = files.reduce((sum, { count }) => sum + count, 0);
  const filling = new FillingProcess(path, folder, (done) => progress(done, total));
  try {
    filling.tell({ is: 'rows', rows: total });
    for (const [number, file] of files.entries()) {
      if (filling.hasEnded) break;
      const name = `${number}.parquet`;
      await writeTable(join(folder, name), file);
      const step: LoadStep = {
        does: file.does,
        file: name,
        table: file.table,
        rows: file.count,
        columns: file.columns.slice(file.ends ? 2 : 0).map(([column]) => column),
        ...(file.ends === undefined ? {} : { ends: file.ends }),
      };
      filling.tell({ is: 'step', step });
    }
    filling.tell({ is: 'last' });
    await filling.end();
  } finally {
    await filling.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The process that copies files into a database, each while the next one is written. */
class FillingProcess {
  readonly #path: string;
  readonly #child: ChildProcess;
  readonly #exit: Promise<void>;
  #filled = false;
  #failure = 'its process ended';
  hasEnded = false;

  constructor(path: string, folder: string, progress: (done: number) => void) {
    this.#path = path;
    this.#child = forkDatabase('fill', path, folder);
    this.#child.on('message', (message) => {
      const reply = ReplySchema.parse(message);
      if (reply.is === 'progress') progress(reply.done);
      if (reply.is === 'failed') this.#failure = reply.message;
      if (reply.is === 'filled') this.#filled = true;
      if (reply.is === 'failed' || reply.is === 'filled') this.#child.kill('SIGKILL');
    });
    this.#exit = once(this.#child, 'exit').then(
      () => {
        this.hasEnded = true;
      },
      (error: Error) => {
        this.#failure = error.message;
        this.hasEnded = true;
      },
    );
  }

  /** What cannot be told any more need not be: `end` says why. */
  tell(message: FillMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  /** Resolves once the database is whole. @throws StoreError `cannot-fill` */
  async end(): Promise<void> {
    await this.#exit;
    if (!this.#filled) {
      // The database says of a full disk sometimes one thing, sometimes another: what is free tells.
      const { bavail, bsize } = await statfs(dirname(this.#path));
      throw new StoreError(
        'cannot-fill',
        `cannot fill the embedded database ${this.#path}: ${this.#failure}; ${Math.floor((bavail * bsize) / 1e6)} MB are free on its disk; the earlier graph is untouched`,
      );
    }
  }

  /** Ends it if it has not ended. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }
}

type SchemaElement = NonNullable<Parameters<typeof parquetWriteRows>[0]['schema']>[number];

/** Rows that one group of a file holds, and so how many are in memory at once. */
const GROUP_ROWS = 20_000;

async function writeTable(path: string, { columns, rows }: TableFile): Promise<void> {
  const schema: SchemaElement[] = [{ name: 'root', num_children: columns.length }];
  for (const [name, kind] of columns) schema.push(...schemaOf(name, kind));
  await parquetWriteRows({
    writer: fileWriter(path),
    rows: encoded(columns, rows),
    // Dictionaries, which the database does not need, take half of the time.
    columns: columns.map(([name]) => ({ name, encoding: 'PLAIN' })),
    schema,
    codec: 'UNCOMPRESSED',
    statistics: false,
    rowGroupSize: GROUP_ROWS,
  });
}

// Texts are encoded into pieces of this size: the usual 8 kB hold so few that making the pieces costs more than encoding.
Buffer.poolSize = 1 << 16;

function* encoded(columns: TableFile['columns'], rows: TableFile['rows']): Generator<Record<string, unknown>> {
  for (const values of rows) {
    const row: Record<string, unknown> = {};
    for (const [name, kind] of columns) row[name] = toParquet(values[name], kind);
    yield row;
  }
}

/** 64-bit integers are written from BigInt, and texts from bytes, which Node.js makes sooner than the writer's own encoder. */
function toParquet(value: unknown, kind: Kind): unknown {
  if (value === undefined) return null;
  if (kind === 'string') return Buffer.from(value as string);
  if (kind === 'strings') return (value as string[]).map((text) => Buffer.from(text));
  if (kind === 'integer') return BigInt(value as number);
  if (kind === 'integers') return (value as number[]).map(BigInt);
  return value;
}

const LEAF = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  float: { type: 'DOUBLE' },
} as const;

const ITEM = { strings: 'string', integers: 'integer', floats: 'float' } as const;

function schemaOf(name: string, kind: Kind): SchemaElement[] {
  if (kind !== 'strings' && kind !== 'integers' && kind !== 'floats')
    return [{ name, repetition_type: 'OPTIONAL', ...LEAF[kind] }];
  return [
    { name, repetition_type: 'OPTIONAL', num_children: 1, converted_type: 'LIST' },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL', ...LEAF[ITEM[kind]] },
  ];
}
