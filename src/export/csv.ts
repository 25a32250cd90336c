/**
 * The graph as two CSV tables (RFC 4180), for spreadsheets, pandas and R: a row a node and a row an edge, a column a
 * property. A list is a JSON array in its cell; what a node or edge does not have is an empty cell.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { InputError, type KnowledgeGraph } from '../model/index.js';
import {
  EDGE_PROPERTIES,
  edgeProperties,
  type Kind,
  NODE_PROPERTIES,
  nodeProperties,
  type Property,
} from '../store/index.js';
import { writeAtomically } from '../store/write-atomically.js';

/** Rows that are turned into text at once. */
const BATCH = 1_000;

const columnsOf = (kinds: Readonly<Record<string, Readonly<Record<string, Kind>>>>) =>
  [...new Set(Object.values(kinds).flatMap(Object.keys))].filter((name) => name !== 'id');

export function nodesCsv({ nodes }: KnowledgeGraph): Generator<string> {
  const columns = columnsOf(NODE_PROPERTIES);
  return table(['id', 'label', ...columns], nodes, (node) => {
    const properties = nodeProperties(node);
    return [node.id, node.label, ...columns.map((name) => cell(properties[name]))];
  });
}

export function edgesCsv({ edges }: KnowledgeGraph): Generator<string> {
  const columns = columnsOf(EDGE_PROPERTIES);
  return table(['source', 'target', 'type', ...columns], edges, (edge) => {
    const properties = edgeProperties(edge);
    return [edge.source, edge.target, edge.type, ...columns.map((name) => cell(properties[name]))];
  });
}

/**
 * Writes `nodes.csv` and `edges.csv`, each at once or not at all.
 * @param folder is made where it is missing
 * @throws InputError `cannot-write`
 */
export async function exportCsv(graph: KnowledgeGraph, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new InputError('cannot-write', `cannot make the folder ${folder}: ${error.message}`, { cause: error });
  });
  await writeAtomically(join(folder, 'nodes.csv'), nodesCsv(graph));
  await writeAtomically(join(folder, 'edges.csv'), edgesCsv(graph));
}

function* table<T>(header: string[], items: readonly T[], toRow: (item: T) => string[]): Generator<string> {
  yield stringify([header]);
  for (let from = 0; from < items.length; from += BATCH) yield stringify(items.slice(from, from + BATCH).map(toRow));
}

function cell(value: Property | undefined): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? JSON.stringify(value) : String(value);
}
