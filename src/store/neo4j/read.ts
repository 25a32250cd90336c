/** A graph out of Neo4j into memory, as the server and the exporters want it; each node and relationship is checked. */
import { z } from 'zod';
import {
  compareText,
  EDGE_TYPES,
  EntityNodeSchema,
  type GraphEdge,
  GraphEdgeSchema,
  GraphError,
  type GraphNode,
  type KnowledgeGraph,
  NODE_LABELS,
  PaperNodeSchema,
  PersonNodeSchema,
  StoreError,
} from '../../model/index.js';
import { connect, type Neo4jSettings, READ, toJson } from './driver.js';
import { explainFailure } from './failure.js';

/** Rows that the server sends at once. */
const FETCH = 5_000;

/** The server keeps a place as text; the graph folder as a file and a line. */
const PlaceSchema = z.string().transform((text, context) => {
  const [, file, line] = /^(.*):(\d+)$/s.exec(text) ?? [];
  if (file !== undefined && line !== undefined) return { file, line: Number(line) };
  context.addIssue('is no file and line');
  return z.NEVER;
});
const NodeSchema = z.discriminatedUnion('label', [
  PaperNodeSchema.extend({ sources: z.array(PlaceSchema) }),
  EntityNodeSchema,
  PersonNodeSchema,
]);

/**
 * Reads all nodes and relationships that carry the graph's name, in one transaction.
 * What only the graph folder keeps (`joins`) is absent.
 * @throws GraphError `no-graph` where nothing carries the name; StoreError `unreachable`, `refused`, `failed`
 */
export async function readNeo4j(settings: Neo4jSettings, name: string): Promise<KnowledgeGraph> {
  const driver = connect(settings);
  const session = driver.session({
    defaultAccessMode: READ,
    fetchSize: FETCH,
    ...(settings.database === undefined ? {} : { database: settings.database }),
  });
  try {
    const transaction = session.beginTransaction();
    const nodes: GraphNode[] = [];
    for (const label of NODE_LABELS) {
      const rows = transaction.run(`MATCH (n:${label}) WHERE n.graph = $graph RETURN properties(n) AS item`, {
        graph: name,
      });
      for await (const row of rows) nodes.push(parseNode(plain(row.get('item')), label));
    }
    const edges: GraphEdge[] = [];
    for (const type of EDGE_TYPES) {
      const rows = transaction.run(
        `MATCH (a)-[r:${type}]->(b) WHERE r.graph = $graph AND a.graph = $graph AND b.graph = $graph
         RETURN properties(r) AS item, a.id AS source, b.id AS target`,
        { graph: name },
      );
      for await (const row of rows) {
        edges.push(
          parseEdge({ ...plain(row.get('item')), source: row.get('source'), target: row.get('target'), type }),
        );
      }
    }
    await transaction.close();
    if (nodes.length === 0) {
      throw new GraphError(
        'no-graph',
        `no graph named ${name} is in ${settings.url}: put one there with "stemma load --neo4j ${settings.url}"`,
      );
    }
    nodes.sort((a, b) => compareText(a.id, b.id));
    edges.sort(
      (a, b) => compareText(a.source, b.source) || compareText(a.target, b.target) || compareText(a.type, b.type),
    );
    return { nodes, edges };
  } catch (error) {
    throw explainFailure(error, 0);
  } finally {
    await session.close().catch(() => undefined);
    await driver.close();
  }
}

function plain(value: unknown): Record<string, unknown> {
  return toJson(value, () => undefined) as Record<string, unknown>;
}

function parseNode(item: Record<string, unknown>, label: GraphNode['label']): GraphNode {
  const parsed = NodeSchema.safeParse({ ...item, label });
  if (parsed.success) return parsed.data;
  throw foreign(`the ${label} ${String(item['id'])}`, parsed.error);
}

function parseEdge(item: Record<string, unknown>): GraphEdge {
  const parsed = GraphEdgeSchema.safeParse(item);
  if (parsed.success) return parsed.data;
  throw foreign(
    `the ${String(item['type'])} from ${String(item['source'])} to ${String(item['target'])}`,
    parsed.error,
  );
}

function foreign(what: string, cause: z.ZodError): StoreError {
  const [issue] = cause.issues;
  const where = issue ? ` (${issue.path.join('.')}: ${issue.message})` : '';
  return new StoreError('failed', `${what} in Neo4j is not as Stemma writes it${where}: load the graph again`, {
    cause,
  });
}
