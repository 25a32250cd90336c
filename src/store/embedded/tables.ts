/** Nodes and edges as the rows of Parquet files, one file for each table, or for each pair of labels of an edge's table. */
import { byKeys, type GraphEdge, type GraphNode, type KnowledgeGraph, StoreError } from '../../model/index.js';
import { EDGE_PROPERTIES, edgeProperties, type Kind, NODE_PROPERTIES, nodeProperties } from '../properties.js';
import { HIDDEN } from './values.js';

export interface TableFile {
  /** Name of the table: a label or a type. */
  table: string;
  /** Labels of the ends, for edges. */
  ends?: { from: string; to: string };
  columns: readonly (readonly [name: string, kind: Kind])[];
  rows: readonly (() => Record<string, unknown>)[];
}

/**
 * In the order in which they must be loaded: nodes first.
 * @throws StoreError `duplicate` and `unknown-end`: the database itself would hang after a duplicate
 */
export function tableFiles({ nodes, edges }: KnowledgeGraph): TableFile[] {
  const labelOf = new Map<string, string>();
  for (const { id, label } of nodes) {
    if (labelOf.has(id)) throw new StoreError('duplicate', `two nodes of the graph have the id ${id}`);
    labelOf.set(id, label);
  }
  const end = (id: string): string => {
    const label = labelOf.get(id);
    if (label === undefined)
      throw new StoreError('unknown-end', `an edge of the graph ends at ${id}, which is no node`);
    return label;
  };
  const byLabel = group(nodes, (node) => node.label);
  const byPair = group(edges, (edge) => [edge.type, end(edge.source), end(edge.target)].join(' '));
  return [...byLabel.values()].map(nodeTable).concat(
    [...byPair].map(([key, list]) => {
      const [, from = '', to = ''] = key.split(' ');
      return edgeTable(list, from, to);
    }),
  );
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const list = groups.get(key);
    if (list) list.push(item);
    else groups.set(key, [item]);
  }
  return new Map([...groups].sort(byKeys(([key]) => key)));
}

function nodeTable(nodes: readonly GraphNode[]): TableFile {
  const table = nodes[0]?.label ?? 'Paper';
  return {
    table,
    columns: Object.entries(NODE_PROPERTIES[table]),
    rows: nodes.map((node) => () => nodeProperties(node)),
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
    rows: edges.map((edge) => () => ({
      from: edge.source,
      to: edge.target,
      [HIDDEN.source]: edge.source,
      [HIDDEN.target]: edge.target,
      ...(listed && 'evidence' in edge ? { [HIDDEN.evidence]: JSON.stringify(edge.evidence) } : {}),
      ...edgeProperties(edge),
    })),
  };
}
