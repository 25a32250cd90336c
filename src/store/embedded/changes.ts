/** What changed in a graph as steps for its database: what is no more goes first, then nodes, then edges. */
import type { GraphNode, NodeLabel } from '../../model/index.js';
import type { Difference } from '../difference.js';
import type { LoadStep } from './fill.js';
import { group, groupByEnds, nodeTable, rowsOf, type TableFile, tableFiles } from './tables.js';

/** The rows of one step. */
export type Change = TableFile & Pick<LoadStep, 'does'>;

/** @param labels of the nodes of the new version */
export function changes(since: Difference, labels: ReadonlyMap<string, NodeLabel>): Change[] {
  const { addedNodes, changedNodes, rankedNodes, monthRankedNodes, removedNodes, addedEdges, removedEdges } = since;
  const removed = new Set(removedNodes.map(({ id }) => id));
  // The edges of a node go with it.
  const left = removedEdges.filter(({ source, target }) => !removed.has(source) && !removed.has(target));
  return [
    ...[...groupByEnds(left, labels)].map(
      ([{ type, from, to }, edges]): Change => ({
        does: 'delete',
        table: type,
        ends: { from, to },
        columns: [
          ['from', 'string'],
          ['to', 'string'],
        ],
        ...rowsOf(edges, ({ source, target }) => ({ from: source, to: target })),
      }),
    ),
    ...[...group(removedNodes, ({ label }) => label)].map(
      ([table, nodes]): Change => ({
        does: 'delete',
        table,
        columns: [['id', 'string']],
        ...rowsOf(nodes, ({ id }) => ({ id })),
      }),
    ),
    ...byLabel(rankedNodes).map((nodes): Change => ({ does: 'set', ...nodeTable(nodes, ['id', 'pagerank']) })),
    ...byLabel(monthRankedNodes).map((nodes): Change => ({ does: 'set', ...nodeTable(nodes, ['id', 'monthRanks']) })),
    ...byLabel(changedNodes).map((nodes): Change => ({ does: 'set', ...nodeTable(nodes) })),
    ...tableFiles({ nodes: addedNodes, edges: addedEdges }, labels).map(
      (file): Change => ({ does: 'create', ...file }),
    ),
  ];
}

const byLabel = (nodes: readonly GraphNode[]) => [...group(nodes, ({ label }) => label).values()];
