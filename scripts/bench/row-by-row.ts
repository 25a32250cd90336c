/** What a load would be without batches: each node and relationship a MERGE and a transaction of its own. */
import type { GraphEdge } from '../../src/model/index.js';
import type { LoadableGraph, Neo4jSettings } from '../../src/store/index.js';
import { connect } from '../../src/store/neo4j/driver.js';
import { edgeRow, nodeRow } from '../../src/store/neo4j/rows.js';
import { readLoadStatement } from '../../src/store/schema.js';

/**
 * Writes the first `count` edges and the nodes that they join.
 * @param name the graph's name that they carry
 * @returns how many rows were written
 */
export async function loadRowByRow(
  settings: Neo4jSettings,
  name: string,
  graph: LoadableGraph,
  count: number,
): Promise<number> {
  const edges: GraphEdge[] = [];
  for (const edge of graph.edges) if (edges.push(edge) === count) break;
  const ends = new Set(edges.flatMap(({ source, target }) => [source, target]));
  const driver = connect(settings);
  const write = async (of: string, row: object) => {
    await driver.executeQuery(await readLoadStatement(of), { graph: name, rows: [row] });
  };
  for (const node of graph.nodes) if (ends.has(node.id)) await write(node.label, nodeRow(node));
  const byOurIds = new Map([...ends].map((id) => [id, id]));
  for (const edge of edges) await write(edge.type, edgeRow(edge, byOurIds));
  await driver.close();
  return ends.size + edges.length;
}
