/**
 * The graph as the files of `neo4j-admin database import full`, which fills an empty database many times faster than a
 * load: a CSV file a label and a type with its header, the command, and the statements to run afterwards.
 */
import { type FileHandle, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { EDGE_TYPES, type GraphEdge, type GraphNode, InputError, NODE_LABELS } from '../model/index.js';
import {
  EDGE_PROPERTIES,
  edgeProperties,
  type Kind,
  NODE_PROPERTIES,
  nodeProperties,
  type Property,
  readSchema,
} from '../store/index.js';

/** Between the items of a list: the control character made for it, which no text of ours holds. */
const SEPARATOR = '\u001F';
const SEPARATOR_NAME = 'U+001F';
const PIECE_LENGTH = 1 << 20;

const TYPES: Record<Kind, string> = {
  string: 'string',
  strings: 'string[]',
  integer: 'long',
  integers: 'long[]',
  float: 'double',
  floats: 'double[]',
};

export interface ImportableGraph {
  readonly nodes: Iterable<GraphNode>;
  readonly edges: Iterable<GraphEdge>;
}

export const IMPORT_COMMAND = 'import.sh';
export const AFTER_IMPORT = 'after-import.cypher';

/**
 * @param name the graph's name, which every node and relationship carries
 * @param folder is made at once or not at all; it must not exist yet, or be empty
 * @returns how many nodes and edges were written
 * @throws InputError `cannot-write`
 */
export async function exportNeo4jImport(
  graph: ImportableGraph,
  name: string,
  folder: string,
): Promise<{ nodes: number; edges: number }> {
  const temporary = join(dirname(resolve(folder)), `.${basename(resolve(folder))}.${process.pid}.tmp`);
  try {
    await refuseFilled(folder);
    await rm(temporary, { recursive: true, force: true });
    await mkdir(temporary, { recursive: true });
    const files = new CsvFiles(temporary);
    let [nodes, edges] = [0, 0];
    try {
      for (const label of NODE_LABELS) await files.start(label, nodeHeader(label));
      for (const type of EDGE_TYPES) await files.start(type, edgeHeader(type));
      for (const node of graph.nodes) {
        const { id, ...properties } = nodeProperties(node);
        await files.add(node.label, [quote(node.id), quote(name), ...cells(properties, NODE_PROPERTIES[node.label])]);
        nodes++;
      }
      for (const edge of graph.edges) {
        const { source, target, type } = edge;
        const ends = [quote(source), quote(target), quote(name)];
        await files.add(type, [...ends, ...cells(edgeProperties(edge), EDGE_PROPERTIES[type])]);
        edges++;
      }
    } finally {
      await files.close();
    }
    await writeFile(join(temporary, IMPORT_COMMAND), importScript(files.filled), { mode: 0o755 });
    await writeFile(join(temporary, AFTER_IMPORT), await afterImport());
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
    return { nodes, edges };
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError('cannot-write', `cannot write ${folder}: ${reason}`, { cause: error });
  }
}

/** The arguments of `neo4j-admin`, without the database's name; paths are relative to the folder. */
export function importArguments(filled: ReadonlySet<string>): string[] {
  return [
    'database',
    'import',
    'full',
    ...NODE_LABELS.filter((label) => filled.has(label)).map((label) => `--nodes=${label}=${label}.csv`),
    ...EDGE_TYPES.filter((type) => filled.has(type)).map((type) => `--relationships=${type}=${type}.csv`),
    '--id-type=string',
    `--array-delimiter=${SEPARATOR_NAME}`,
    '--multiline-fields=true',
    '--overwrite-destination=true',
  ];
}

function importScript(filled: ReadonlySet<string>): string {
  return `#!/bin/sh
# Fills a database of a Neo4j 5 server that is stopped; what the database held is lost. On the server's machine:
#   sh ${IMPORT_COMMAND} [DATABASE]      by default neo4j
# then start the server and run ${AFTER_IMPORT}, which makes constraints and indexes:
#   cypher-shell -d DATABASE -f ${AFTER_IMPORT}
set -eu
cd "$(dirname "$0")"
exec neo4j-admin ${importArguments(filled).join(' \\\n  ')} \\
  "\${1:-neo4j}"
`;
}

/** The import tool leaves out properties that are empty lists; a load writes them. */
async function afterImport(): Promise<string> {
  const empty = [
    ...NODE_LABELS.map((label) => emptyLists('n', `MATCH (n:${label})`, NODE_PROPERTIES[label])),
    ...EDGE_TYPES.map((type) => emptyLists('r', `MATCH ()-[r:${type}]->()`, EDGE_PROPERTIES[type])),
  ].flat();
  return [...(await readSchema('neo4j')), ...empty].map((statement) => `${statement};\n`).join('');
}

/** Lists that are there, if empty, in every item; the months of an entity without dates are not. */
const OFTEN_EMPTY = new Set(['aliases', 'authors', 'organizations', 'categories', 'sources', 'benchmarks']);

function emptyLists(variable: string, match: string, kinds: Readonly<Record<string, Kind>>): string[] {
  return Object.keys(kinds)
    .filter((key) => OFTEN_EMPTY.has(key))
    .map(
      (key) =>
        `${match} WHERE ${variable}.${key} IS NULL CALL (${variable}) { SET ${variable}.${key} = [] } IN TRANSACTIONS OF 10000 ROWS`,
    );
}

function nodeHeader(label: GraphNode['label']): string[] {
  const { id: _, ...kinds } = NODE_PROPERTIES[label];
  return ['id:ID', 'graph:string', ...columns(kinds)];
}

function edgeHeader(type: GraphEdge['type']): string[] {
  return [':START_ID', ':END_ID', 'graph:string', ...columns(EDGE_PROPERTIES[type])];
}

const columns = (kinds: Readonly<Record<string, Kind>>) =>
  Object.entries(kinds).map(([key, kind]) => `${key}:${TYPES[kind]}`);

function cells(values: Readonly<Record<string, Property>>, kinds: Readonly<Record<string, Kind>>): string[] {
  return Object.keys(kinds)
    .filter((key) => key !== 'id')
    .map((key) => {
      const value = values[key];
      if (value === undefined) return '';
      if (typeof value === 'number') return String(value);
      if (typeof value === 'string') return quote(value);
      if (value.length === 0) return '';
      if (value.some((item) => String(item).includes(SEPARATOR))) {
        throw new InputError('cannot-write', `a ${key} holds the character ${SEPARATOR_NAME}, which separates items`);
      }
      return quote(value.join(SEPARATOR));
    });
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;

async function refuseFilled(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length > 0) {
    throw new InputError('cannot-write', `${folder} is not empty: name a folder that does not exist yet with --out`);
  }
}

/** One open file for each label and type, written in large pieces. */
class CsvFiles {
  readonly #files = new Map<string, { handle: FileHandle; waiting: string }>();
  /** Those that have more than a header: the import tool refuses a file without rows of a type. */
  readonly filled = new Set<string>();

  constructor(private readonly folder: string) {}

  async start(name: string, header: readonly string[]): Promise<void> {
    const handle = await open(join(this.folder, `${name}.csv`), 'wx');
    this.#files.set(name, { handle, waiting: `${header.join(',')}\n` });
  }

  async add(name: string, row: readonly string[]): Promise<void> {
    const file = this.#files.get(name);
    if (!file) throw new Error(`no file for ${name}`);
    this.filled.add(name);
    file.waiting += `${row.join(',')}\n`;
    if (file.waiting.length < PIECE_LENGTH) return;
    const piece = file.waiting;
    file.waiting = '';
    await file.handle.writeFile(piece);
  }

  async close(): Promise<void> {
    for (const { handle, waiting } of this.#files.values()) {
      try {
        await handle.writeFile(waiting);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
  }
}
