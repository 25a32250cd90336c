/** Where a command finds the graph: a folder or a Neo4j server; the options that say so, and opening it. */
import { readFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { type DescentGraph, type KnowledgeGraph, type NamedEntity, UsageError } from '../model/index.js';
import {
  EmbeddedStore,
  type LoadableGraph,
  type Meta,
  type Neo4jSettings,
  Neo4jStore,
  openGraph,
  readAround,
  readDescent,
  readEdges,
  readNamed,
  readNeo4j,
  readNodes,
  type Store,
} from '../store/index.js';

/** The name that a graph carries in Neo4j where none is given. */
export const DEFAULT_GRAPH_NAME = 'stemma';

export interface Neo4jOptions {
  neo4j?: string;
  database?: string;
  /** The graph's name in the database. */
  name?: string;
}

export interface GraphOptions extends Neo4jOptions {
  graph: string;
}

export interface GraphSource {
  readonly kind: Store['kind'];
  /** The folder or the address, for messages. */
  readonly where: string;
  readonly name: string;
  /** How the graph was made; Neo4j does not know. */
  readonly meta: Meta | undefined;
  /** The folder of its version; Neo4j has none. */
  readonly folder: string | undefined;
  /** A connection that answers queries; whoever opens it closes it. */
  openStore(): Store;
  /** The whole graph in memory. */
  readGraph(): Promise<KnowledgeGraph>;
  /** The entities that have one of these names as it is written, or all where one of them names nothing. */
  readNamed(names: readonly string[]): Promise<readonly NamedEntity[]>;
  /** What the lineages of entities need of the graph: of a folder a small part of it. */
  readDescent(ids: readonly string[]): Promise<DescentGraph>;
  /** The edges at an entity, in full, those of the papers that introduce it, and the entities at their ends. */
  readAround(id: string): Promise<DescentGraph>;
  /** The graph as it can be gone through several times: from a folder without holding it in memory. */
  streamGraph(): Promise<LoadableGraph>;
}

const SCHEMES = ['bolt:', 'bolt+s:', 'bolt+ssc:', 'neo4j:', 'neo4j+s:', 'neo4j+ssc:'];

export const graphOption = () => new Option('--graph <dir>', 'folder of the graph').default('.stemma');

export const neo4jOption = (description: string) =>
  new Option('--neo4j <url>', description).argParser((value) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url || !SCHEMES.includes(url.protocol) || url.hostname === '') {
      throw new InvalidArgumentError('give an address such as bolt://127.0.0.1:7687, or neo4j+s://… with TLS');
    }
    return value;
  });

export const databaseOption = () =>
  new Option('--database <name>', 'database of the Neo4j server; its default without it').argParser((value) => {
    if (/^system$/i.test(value)) {
      throw new InvalidArgumentError(
        'the database "system" is for administration and holds no graph: name another one',
      );
    }
    return value;
  });
export const nameOption = (byDefault: string) =>
  new Option('--name <name>', `the graph's name in Neo4j; by default ${byDefault}`);

/** `--graph`, or `--neo4j` with `--database` and `--name`: for every command that reads a graph. */
export function addGraphOptions(command: Command): Command {
  return command
    .addOption(graphOption())
    .addOption(neo4jOption('read the graph from this Neo4j server instead of a folder').conflicts('graph'))
    .addOption(databaseOption())
    .addOption(nameOption(DEFAULT_GRAPH_NAME));
}

/** @throws GraphError as `openGraph` does; UsageError `no-neo4j`, `password-in-address`, `bad-password-file` */
export async function openSource(options: GraphOptions): Promise<GraphSource> {
  const settings = neo4jSettings(options);
  if (settings) {
    const name = options.name ?? DEFAULT_GRAPH_NAME;
    // A lineage asks twice, of one graph.
    let reading: Promise<KnowledgeGraph> | undefined;
    const readOnce = () => {
      reading ??= readNeo4j(settings, name);
      return reading;
    };
    return {
      kind: 'neo4j',
      where: settings.url,
      name,
      meta: undefined,
      folder: undefined,
      openStore: () => new Neo4jStore(settings),
      readGraph: () => readNeo4j(settings, name),
      readNamed: async () => (await readOnce()).nodes.filter((node) => 'aliases' in node),
      readDescent: readOnce,
      readAround: readOnce,
      streamGraph: () => readNeo4j(settings, name),
    };
  }
  const open = await openGraph(options.graph);
  return {
    kind: 'embedded',
    where: options.graph,
    name: open.meta.graph,
    meta: open.meta,
    folder: open.folder,
    openStore: () => new EmbeddedStore(open.databasePath),
    readGraph: async () => ({ nodes: [...readNodes(open)], edges: [...readEdges(open)] }),
    readNamed: async (names) => readNamed(open, names),
    readDescent: async (ids) => readDescent(open, ids),
    readAround: async (id) => readAround(open, id),
    streamGraph: async () => ({
      nodes: { [Symbol.iterator]: () => readNodes(open) },
      edges: { [Symbol.iterator]: () => readEdges(open) },
    }),
  };
}

/**
 * What the options and the environment say of a Neo4j server; undefined without `--neo4j`. A password in a file may end
 * in a line end, as secrets that are mounted do; no password at all suits a server without authentication.
 * @throws UsageError `no-neo4j`, `password-in-address`, `bad-password-file`
 */
export function neo4jSettings(
  options: Neo4jOptions,
  environment: NodeJS.ProcessEnv = process.env,
): Neo4jSettings | undefined {
  const { neo4j: url, database } = options;
  if (url === undefined) {
    const stray = database !== undefined ? '--database' : options.name !== undefined ? '--name' : undefined;
    if (stray !== undefined) throw new UsageError('no-neo4j', `${stray} says nothing without --neo4j URL`);
    return undefined;
  }
  const { username, password: written } = new URL(url);
  if (username !== '' || written !== '') {
    // Not repeated in the message, which may end up in a log.
    throw new UsageError(
      'password-in-address',
      'leave user and password out of the address: they are read from NEO4J_USER and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE)',
    );
  }
  const given = EnvironmentSchema.parse(environment);
  const user = given.NEO4J_USER || 'neo4j';
  const password = given.NEO4J_PASSWORD_FILE ? readPassword(given.NEO4J_PASSWORD_FILE) : (given.NEO4J_PASSWORD ?? '');
  return { url, user, password, ...(database === undefined ? {} : { database }) };
}

const EnvironmentSchema = z.object({
  NEO4J_USER: z.string().optional(),
  NEO4J_PASSWORD: z.string().optional(),
  NEO4J_PASSWORD_FILE: z.string().optional(),
});

function readPassword(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError('bad-password-file', `cannot read the password from NEO4J_PASSWORD_FILE: ${reason}`, {
      cause: error,
    });
  }
}
