/** The stores: the graph folder with its embedded database, and Neo4j. */
import { loadEmbedded } from './embedded/load.js';
import { type GraphContent, type Meta, openGraph, writeGraph as writeVersion } from './graph-folder.js';

export { readAround, readDescent, readNamed } from './descent.js';
export { EmbeddedStore } from './embedded/client.js';
export {
  type GraphContent,
  hasItsTexts,
  type Meta,
  type OpenGraph,
  openGraph,
  readEdges,
  readGraph,
  readMembers,
  readNodes,
  readRecords,
  standingGraph,
} from './graph-folder.js';
export type { Provenance } from './made.js';
export { type NamedQuery, namedQueries } from './named-queries.js';
export { Neo4jStore } from './neo4j/client.js';
export type { Neo4jSettings } from './neo4j/driver.js';
export { type LoadableGraph, type LoadReport, loadNeo4j } from './neo4j/load.js';
export { readNeo4j } from './neo4j/read.js';
export { formatPlan, type PlanStep } from './plan.js';
export {
  EDGE_PROPERTIES,
  edgeProperties,
  type Kind,
  NODE_PROPERTIES,
  nodeProperties,
  type Property,
} from './properties.js';
export { RecordJournal } from './record-journal.js';
export { readLoadStatement, readSchema } from './schema.js';
export type { Json, Limit, QueryOptions, QueryResult, Row, Store } from './store.js';

/**
 * Writes a version of the graph, its embedded database too, and puts it in force.
 * @param progress nodes and edges in the database, and how many there are
 * @throws GraphError `cannot-write`, StoreError; the earlier graph is then untouched
 */
export function writeGraph(
  dir: string,
  content: GraphContent,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  return writeVersion(dir, content, (path, graph, since) => loadEmbedded(path, graph, progress, since));
}

/** What the graph in `dir` is and holds, without reading it. @throws GraphError as `openGraph` does */
export async function readMeta(dir: string): Promise<Meta> {
  return (await openGraph(dir)).meta;
}
