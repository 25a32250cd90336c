/**
 * The graph into Neo4j: constraints and indexes, then batches of the statements in `cypher/load/`, nodes before
 * relationships, then a count on both sides. Touches nothing that does not carry the graph's name; loading twice changes
 * nothing, so a load that was cut off is made whole by another.
 */
import {
  EDGE_TYPES,
  type EdgeType,
  type GraphEdge,
  type GraphNode,
  NODE_LABELS,
  type NodeLabel,
  StoreError,
} from '../../model/index.js';
import { readSchema } from '../schema.js';
import { Neo4jError, type Neo4jSettings } from './driver.js';
import { explainFailure } from './failure.js';
import { prune, removeDoubles } from './prune.js';
import { edgeRow, nodeRow } from './rows.js';
import { Writer } from './writer.js';

/**
 * Transactions at once. Batches of nodes have nothing in common. Batches of relationships share their ends: MERGE locks the
 * two of each row in turn, so that two transactions could wait for one another; CREATE, on a first load, leaves the locks to
 * the end of the transaction, which takes them in order.
 */
const LANES = 2;
const MERGE_LANES = 1;
/** Seconds that new indexes may take to be filled from a database that holds much already. */
const INDEX_SECONDS = 600;

/** Each can be gone through several times. Nodes sorted by id; edges sorted by source, target and type. */
export interface LoadableGraph {
  readonly nodes: Iterable<GraphNode>;
  readonly edges: Iterable<GraphEdge>;
}

export interface LoadOptions {
  /** Removes what carries the graph's name and is not in the graph. */
  readonly prune?: boolean | undefined;
  /** Loads beside nodes under our labels that are not Stemma's. */
  readonly share?: boolean | undefined;
  /** Nodes and edges written so far. */
  readonly progress?: (done: number) => void;
  /** Called when all are written: a first load makes the indexes then, and both sides are counted. */
  readonly indexing?: () => void;
}

/** What is in the database after a load. */
export interface LoadReport {
  readonly nodes: number;
  readonly edges: number;
  /** What carries the graph's name and is not in the graph: left from an earlier load, or kept by foreign relationships. */
  readonly stale: { readonly nodes: number; readonly edges: number };
}

/**
 * @param name the graph's name, which every node and relationship carries
 * @throws StoreError `unreachable`, `refused`, `foreign-nodes`, `incomplete`, `failed`
 */
export async function loadNeo4j(
  settings: Neo4jSettings,
  name: string,
  graph: LoadableGraph,
  { prune: prunes = false, share = false, progress = () => undefined, indexing = () => undefined }: LoadOptions = {},
): Promise<LoadReport> {
  const writer = new Writer(settings, name);
  const counts = noCounts();
  let done = 0;
  const written = (rows: number) => {
    done += rows;
    progress(done);
  };
  try {
    await writer.verify();
    if (!share) await refuseForeign(writer);
    const schema = await readSchema('neo4j');
    const constraints = schema.filter((statement) => statement.startsWith('CREATE CONSTRAINT'));
    const indexes = schema.filter((statement) => !constraints.includes(statement));
    await createIndexes(writer, constraints);
    writer.isFresh = await isNew(writer);
    // On a first load the indexes come last: filled at once, they cost the server half of what they cost row by row.
    const isFirst = writer.isFresh;
    if (!isFirst) await createIndexes(writer, indexes);
    const elementIds = new Map<string, string>();
    await writer.writeAll(
      graph.nodes,
      ({ label }) => tally(counts, label),
      nodeRow,
      () => LANES,
      (rows, answer) => {
        for (const row of answer) elementIds.set(String(row.get('id')), String(row.get('element')));
        written(rows);
      },
    );
    await writer.writeAll(
      graph.edges,
      ({ type }) => tally(counts, type),
      (edge) => edgeRow(edge, elementIds),
      () => (writer.isFresh ? LANES : MERGE_LANES),
      written,
    );
    indexing();
    if (isFirst) await createIndexes(writer, indexes);
    let found = await count(writer);
    if (await removeDoubles(writer, (of) => found[of] > counts[of])) found = await count(writer);
    if (prunes) {
      await prune(writer, graph, (of) => found[of] !== counts[of]);
      found = await count(writer);
    }
    return report(counts, found);
  } catch (error) {
    const failure = explainFailure(error, 0);
    if (failure.code !== 'unreachable' || done === 0) throw failure;
    const remedy = 'what was written stays: load again when it answers';
    throw new StoreError('unreachable', `${failure.message}; ${remedy}`, { cause: error });
  } finally {
    await writer.close();
  }
}

type Counts = Record<NodeLabel | EdgeType, number>;

const noCounts = () => Object.fromEntries([...NODE_LABELS, ...EDGE_TYPES].map((of) => [of, 0])) as Counts;

/** @returns what was counted: the name of its file of `cypher/load/` as well */
function tally<T extends NodeLabel | EdgeType>(counts: Counts, of: T): T {
  counts[of]++;
  return of;
}

/** Nodes that carry no graph's name are somebody else's, and our labels would mix the two in every answer. */
async function refuseForeign(writer: Writer): Promise<void> {
  for (const label of NODE_LABELS) {
    const [row] = await writer.run(`MATCH (n:${label}) WHERE n.graph IS NULL OR n.id IS NULL RETURN count(n) AS n`);
    const foreign = Number(row?.get('n') ?? 0);
    if (foreign === 0) continue;
    throw new StoreError(
      'foreign-nodes',
      `the database holds ${foreign} ${label} nodes that are not Stemma's: load into another one with --database, or beside them with --share (they are left as they are)`,
    );
  }
}

/** Makes those that are not there, and waits until they are filled. */
async function createIndexes(writer: Writer, statements: readonly string[]): Promise<void> {
  for (const statement of statements) {
    try {
      await writer.run(statement);
    } catch (error) {
      // Somebody's own constraint on the same property is an index as well.
      if (!(error instanceof Neo4jError && /Schema\.(?:Constraint|Index)AlreadyExists/.test(error.code))) throw error;
    }
  }
  await writer.run(`CALL db.awaitIndexes(${INDEX_SECONDS})`);
}

/** Whether nothing carries the graph's name. */
async function isNew(writer: Writer): Promise<boolean> {
  for (const label of NODE_LABELS) {
    const found = await writer.run(`MATCH (n:${label}) WHERE n.graph = $graph AND n.id IS NOT NULL RETURN 1 LIMIT 1`);
    if (found.length > 0) return false;
  }
  return true;
}

async function count(writer: Writer): Promise<Counts> {
  const found = noCounts();
  for (const label of NODE_LABELS) {
    const [row] = await writer.run(
      `MATCH (n:${label}) WHERE n.graph = $graph AND n.id IS NOT NULL RETURN count(n) AS n`,
    );
    found[label] = Number(row?.get('n') ?? 0);
  }
  for (const type of EDGE_TYPES) {
    const [row] = await writer.run(`MATCH ()-[r:${type}]->() WHERE r.graph = $graph RETURN count(r) AS n`);
    found[type] = Number(row?.get('n') ?? 0);
  }
  return found;
}

function report(expected: Counts, found: Counts): LoadReport {
  const compare = (of: NodeLabel | EdgeType) => {
    if (found[of] >= expected[of]) return found[of] - expected[of];
    throw new StoreError(
      'incomplete',
      `the database holds ${found[of]} ${of} of the ${expected[of]} in the graph: something else removes them, or a rule of the database refuses them; load again`,
    );
  };
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  const stale = { nodes: sum(NODE_LABELS.map(compare)), edges: sum(EDGE_TYPES.map(compare)) };
  return {
    nodes: sum(NODE_LABELS.map((label) => expected[label])),
    edges: sum(EDGE_TYPES.map((type) => expected[type])),
    stale,
  };
}
