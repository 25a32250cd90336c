/** Takes out of Neo4j what an earlier load of the same graph wrote and the graph no longer has, and what is there twice. */
import { EDGE_TYPES, type EdgeType, NODE_LABELS, type NodeLabel } from '../../model/index.js';
import { readLoadStatement } from '../schema.js';
import type { LoadableGraph } from './load.js';
import type { Writer } from './writer.js';

/** Rows that one transaction removes. */
const BATCH = 5_000;

/**
 * Only where the counts differ can something be left over, as everything of the graph was just written; only there ids
 * are compared. A node to which somebody else has tied a relationship is kept.
 */
export async function prune(
  writer: Writer,
  { nodes, edges }: LoadableGraph,
  differs: (of: NodeLabel | EdgeType) => boolean,
): Promise<void> {
  for (const type of EDGE_TYPES.filter(differs)) {
    const kept = new Set<string>();
    for (const edge of edges) if (edge.type === type) kept.add(`${edge.source}\n${edge.target}`);
    const found = await writer.run(
      `MATCH (a)-[r:${type}]->(b) WHERE r.graph = $graph
       RETURN elementId(r) AS element, a.id + '\\n' + b.id AS key`,
    );
    await remove(writer, 'prune-relationships', found, kept);
  }
  for (const label of NODE_LABELS.filter(differs)) {
    const kept = new Set<string>();
    for (const node of nodes) if (node.label === label) kept.add(node.id);
    const found = await writer.run(
      `MATCH (n:${label}) WHERE n.graph = $graph AND n.id IS NOT NULL RETURN elementId(n) AS element, n.id AS key`,
    );
    await remove(writer, 'prune-nodes', found, kept);
  }
}

/**
 * Two clients that load the same graph for the first time at the same moment may both create a relationship; the one that
 * ends last finds both, and keeps one. @returns whether it looked for any
 */
export async function removeDoubles(writer: Writer, isMore: (of: EdgeType) => boolean): Promise<boolean> {
  const types = EDGE_TYPES.filter(isMore);
  for (const type of types) {
    await writer.run(
      `MATCH (a)-[r:${type}]->(b) WHERE r.graph = $graph
         AND EXISTS { MATCH (a)-[s:${type}]->(b) WHERE s.graph = $graph AND elementId(s) < elementId(r) }
       DELETE r`,
    );
  }
  return types.length > 0;
}

async function remove(
  writer: Writer,
  file: string,
  found: Awaited<ReturnType<Writer['run']>>,
  kept: ReadonlySet<string>,
): Promise<void> {
  const stale = found.filter((row) => !kept.has(String(row.get('key')))).map((row) => row.get('element') as unknown);
  const statement = await readLoadStatement(file);
  for (let from = 0; from < stale.length; from += BATCH) await writer.write(statement, stale.slice(from, from + BATCH));
}
