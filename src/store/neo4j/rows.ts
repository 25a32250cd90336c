/** Nodes and edges as the rows of the statements in `cypher/load/`: each number of the kind that its property has. */
import type { GraphEdge, GraphNode } from '../../model/index.js';
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

/** A property that is absent is null, so that an earlier load's value goes and what others have set stays. */
function typed(values: Readonly<Record<string, Property>>, kinds: Readonly<Record<string, Kind>>) {
  const row: Record<string, unknown> = {};
  for (const key of Object.keys(kinds)) {
    const value = values[key];
    if (value === undefined) row[key] = null;
    else if (kinds[key] === 'integer') row[key] = integer(value as number);
    else if (kinds[key] === 'integers') row[key] = (value as readonly number[]).map(integer);
    else row[key] = value;
  }
  return row;
}
