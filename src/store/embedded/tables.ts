/** Nodes and edges as the rows of Parquet files, one file for each table, or for each pair of labels of an edge's table. */
import {
  byKeys,
  type GraphEdge,
  type GraphNode,
  type KnowledgeGraph,
  type NodeLabel,
  StoreError,
} from '../../model/index.js';
import { EDGE_PROPERTIES, edgeProperties, type Kind, NODE_PROPERTIES, nodeProperties } from '../properties.js';
import { HIDDEN } from './values.js';

export interface TableFile {
  /** Name of the table: a label or a type. */
  table: string;
  /** Labels of the ends, for edges. */
  ends?: { from: string; to: string };
  columns: readonly (readonly [name: string, kind: Kind])[];
  /** How many rows there are. */
  count: number;
  /** Made one after the other, as a graph's rows are more than fit into memory beside it. */
  rows: Iterable<Record<string, unknown>>;
}

/** The rows of a table, one for each item. */
export function rowsOf<T>(
  items: readonly T[],
  toRow: (item: T) => Record<string, unknown>,
): Pick<TableFile, 'count' | 'rows'> {
  function* rows() {
    for (const item of items) yield toRow(item);
  }
  return { count: items.length, rows: { [Symbol.iterator]: rows } };
}

/** The label of every node by its id. @throws StoreError `duplicate`: the database itself would hang after one */
export function labelsById(nodes: Iterable<Pick<GraphNode, 'id' | 'label'>>): Map<string, NodeLabel> {
  const labels = new Map<string, NodeLabel>();
  for (const { id, label } of nodes) {
    if (labels.has(id)) throw new StoreError('duplicate', `two nodes of the graph have the id ${id}`);
    labels.set(id, label);
  }
  return labels;
}

/**
 * In the order in which they must be loaded: nodes first.
 * @param labels of all nodes that edges may end at
 * @throws StoreError `unknown-end`
 */
export function tableFiles({ nodes, edges }: KnowledgeGraph, labels: ReadonlyMap<string, NodeLabel>): TableFile[] {
  const byLabel = group(nodes, (node) => node.label);
  return [...byLabel.values()]
    .map((list) => nodeTable(list))
    .concat([...groupByEnds(edges, labels)].map(([{ from, to }, list]) => edgeTable(list, from, to)));
}

/** Edges by their type and the labels of their ends. @throws StoreError `unknown-end` */
export function groupByEnds<T extends Pick<GraphEdge, 'source' | 'target' | 'type'>>(
  edges: readonly T[],
  labels: ReadonlyMap<string, NodeLabel>,
): Map<{ type: GraphEdge['type']; from: string; to: string }, T[]> {
  const end = (id: string): string => {
    const label = labels.get(id);
    if (label === undefined)
      throw new StoreError('unknown-end', `an edge of the graph ends at ${id}, which is no node`);
    return label;
  };
  const byPair = group(edges, (edge) => [edge.type, end(edge.source), end(edge.target)].join(' '));
  return new Map(
    [...byPair].map(([key, list]) => {
      const [type = '', from = '', to = ''] = key.split(' ');
      return [{ type: type as GraphEdge['type'], from, to }, list];
    }),
  );
}

export function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  return new Map([...groups].sort(byKeys(([key]) => key)));
}

/** @param properties of the nodes of one label; all unless told otherwise */
export function nodeTable(nodes: readonly GraphNode[], properties?: readonly string[]): TableFile {
  const table = nodes[0]?.label ?? 'Paper';
  return {
    table,
    columns: Object.entries(NODE_PROPERTIES[table]).filter(([name]) => properties?.includes(name) ?? true),
    ...rowsOf(nodes, nodeProperties),
  };
}

function edgeTable(edges: readonly GraphEdge[], from: string, to: string): TableFile {
  const table = edges[0]?.type ?? 'USES';
  const properties = EDGE_PROPERTIES[table];
  const listed = properties.evidence === 'strings';
  return {
    table,
    ends: { from, to },
    // The ends come first: by them the database finds the nodes. It keeps neither, and so each comes a second time.
    columns: [
      ['from', 'string'],
      ['to', 'string'],
      [HIDDEN.source, 'string'],
      [HIDDEN.target, 'string'],
      ...(listed ? [[HIDDEN.evidence, 'string'] as const] : []),
      ...Object.entries(properties),
    ],
    ...rowsOf(edges, (edge) => ({
      from: edge.source,
      to: edge.target,
      [HIDDEN.source]: edge.source,
      [HIDDEN.target]: edge.target,
      ...(listed && 'evidence' in edge ? { [HIDDEN.evidence]: JSON.stringify(edge.evidence) } : {}),
      ...edgeProperties(edge),
    })),
  };
}
