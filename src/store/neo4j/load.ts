/**
 * The graph into Neo4j: schema, then batches of the statements in `cypher/load/`, then away with what an earlier load of
 * the same graph left. Touches nothing that does not carry the graph's name, and loading twice changes nothing.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EDGE_TYPES,
  type GraphEdge,
  type GraphNode,
  type KnowledgeGraph,
  NODE_LABELS,
  StoreError,
} from '../../model/index.js';
import { splitStatements } from '../cypher-text.js';
import { cypherFolder } from '../places.js';
import { edgeProperties, nodeProperties } from '../properties.js';
import { readSchema } from '../schema.js';
import type { Json } from '../store.js';
import { connect, type Driver, type Neo4jSettings, toParameter } from './driver.js';
import { explainFailure } from './failure.js';

/** Rows that one transaction writes. */
const BATCH = 2_000;

/**
 * @param name the graph's name, which every node and relationship carries
 * @param progress nodes and edges written, and how many there are
 * @throws StoreError `unreachable`, `refused`, `failed`
 */
export async function loadNeo4j(
  settings: Neo4jSettings,
  name: string,
  graph: KnowledgeGraph,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const driver = connect(settings);
  const load = new Load(driver, settings.database, name, graph.nodes.length + graph.edges.length, progress);
  try {
    for (const statement of await readSchema('neo4j')) await load.run(statement, {});
    for (const label of NODE_LABELS) {
      const nodes = graph.nodes.filter((node) => node.label === label);
      await load.write(
        label.toLowerCase(),
        nodes.map((node) => load.nodeRow(node)),
      );
    }
    for (const type of EDGE_TYPES) {
      const edges = graph.edges.filter((edge) => edge.type === type);
      await load.write(
        type.toLowerCase().replaceAll('_', '-'),
        edges.map((edge) => load.edgeRow(edge)),
      );
    }
    await load.prune(graph);
  } catch (error) {
    throw explainFailure(error, 0);
  } finally {
    await driver.close();
  }
}

class Load {
  #done = 0;
  constructor(
    private readonly driver: Driver,
    private readonly database: string | undefined,
    private readonly name: string,
    private readonly total: number,
    private readonly progress: (done: number, total: number) => void,
  ) {}

  nodeRow(node: GraphNode): Json {
    return { id: node.id, properties: { ...(nodeProperties(node) as Record<string, Json>), graph: this.name } };
  }

  edgeRow(edge: GraphEdge): Json {
    const { source, target } = edge;
    return { source, target, properties: { ...(edgeProperties(edge) as Record<string, Json>), graph: this.name } };
  }

  async run(statement: string, parameters: Record<string, Json>) {
    const { records } = await this.driver.executeQuery(
      statement,
      toParameter(parameters) as Record<string, unknown>,
      this.database === undefined ? {} : { database: this.database },
    );
    return records;
  }

  /** Runs one file of `cypher/load/` over the rows, a batch at a time. */
  async write(file: string, rows: readonly Json[], counts = true): Promise<void> {
    const path = join(cypherFolder, 'load', `${file}.cypher`);
    const [statement] = splitStatements(await readFile(path, 'utf8'));
    if (statement === undefined) throw new StoreError('failed', `${path} holds no statement`);
    for (let from = 0; from < rows.length; from += BATCH) {
      const batch = rows.slice(from, from + BATCH);
      await this.run(statement, { graph: this.name, rows: batch });
      if (!counts) continue;
      this.#done += batch.length;
      this.progress(this.#done, this.total);
    }
  }

  async prune({ nodes, edges }: KnowledgeGraph): Promise<void> {
    const key = (...parts: string[]) => parts.join('\n');
    const keptEdges = new Set(edges.map(({ type, source, target }) => key(type, source, target)));
    for (const type of EDGE_TYPES) {
      const found = await this.run(
        `MATCH (a)-[r:${type} {graph: $graph}]->(b) RETURN elementId(r) AS element, a.id AS source, b.id AS target`,
        { graph: this.name },
      );
      const stale = found.filter((row) => !keptEdges.has(key(type, row.get('source'), row.get('target'))));
      await this.write(
        'prune-relationships',
        stale.map((row) => row.get('element')),
        false,
      );
    }
    const keptNodes = new Set(nodes.map(({ label, id }) => key(label, id)));
    for (const label of NODE_LABELS) {
      const found = await this.run(
        `MATCH (n:${label}) WHERE n.graph = $graph AND n.id IS NOT NULL RETURN elementId(n) AS element, n.id AS id`,
        { graph: this.name },
      );
      const stale = found.filter((row) => !keptNodes.has(key(label, row.get('id'))));
      await this.write(
        'prune-nodes',
        stale.map((row) => row.get('element')),
        false,
      );
    }
  }
}
