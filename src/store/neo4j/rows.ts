/** Nodes and edges as the rows of the statements in `cypher/load/`: each number of the kind that its property has. */
import type { EdgeType, GraphEdge, GraphNode, NodeLabel } from '../../model/index.js';
import {
  EDGE_PROPERTIES,
  edgeProperties,
  type Kind,
  NODE_PROPERTIES,
  nodeProperties,
  type Property,
} from '../properties.js';
import { integer } from './driver.js';

export interface NodeRow {
  readonly id: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Its ends are the server's ids of them. */
export interface EdgeRow {
  readonly source: string | null;
  readonly target: string | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

export function nodeRow(node: GraphNode): NodeRow {
  const { id: _, ...kinds } = NODE_PROPERTIES[node.label];
  return { id: node.id, properties: typed(nodeProperties(node), kinds) };
}

/** @param elementIdOf the server's id of a node, by ours */
export function edgeRow(edge: GraphEdge, elementIdOf: ReadonlyMap<string, string>): EdgeRow {
  return {
    source: elementIdOf.get(edge.source) ?? null,
    target: elementIdOf.get(edge.target) ?? null,
    properties: typed(edgeProperties(edge), EDGE_PROPERTIES[edge.type]),
  };
}

/** The row as a list, in the order that `forLists` expects: without the names there is less to pack and to read. */
export function asList(row: NodeRow | EdgeRow): unknown[] {
  const ends = 'id' in row ? [row.id] : [row.source, row.target];
  return [...ends, ...Object.values(row.properties)];
}

/** A statement of `cypher/load/` for rows that are lists. */
export function forLists(statement: string, of: NodeLabel | EdgeType): string {
  const isNode = of in NODE_PROPERTIES;
  const { id: _, ...kinds }: Readonly<Record<string, Kind>> = { ...NODE_PROPERTIES, ...EDGE_PROPERTIES }[of];
  const items = Object.keys(kinds).map((name, index) => `\`${name}\`: row[${index + (isNode ? 1 : 2)}]`);
  return statement
    .replace('row.properties', `{${items.join(', ')}}`)
    .replace(/row\.(?:id|source)/g, 'row[0]')
    .replace(/row\.target/g, 'row[1]');
}

/** A property that is absent is null, so that an earlier load's value goes and what others have set stays. */
function typed(values: Readonly<Record<string, Property>>, kinds: Readonly<Record<string, Kind>>) {
  return Object.fromEntries(
    Object.entries(kinds).map(([key, kind]) => {
      const value = values[key];
      if (value === undefined) return [key, null];
      if (kind === 'integer') return [key, integer(value as number)];
      if (kind === 'integers') return [key, (value as readonly number[]).map(integer)];
      return [key, value];
    }),
  );
}
