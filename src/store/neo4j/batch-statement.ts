/**
 * The statements of `cypher/load/` as the loader sends them: they do what the files say and cost less. Rows are lists, not
 * maps; relationships are between the server's ids of their ends, those of one source in one row; and where nothing of the
 * graph is there yet, what a row says is created at once.
 */
import type { EdgeType, NodeLabel } from '../../model/index.js';
import { EDGE_PROPERTIES, type Kind, NODE_PROPERTIES } from '../properties.js';
import type { EdgeRow, NodeRow } from './rows.js';

/** One statement for rows that may be there, one for rows that are not. */
export interface BatchStatement {
  readonly merge: string;
  readonly create: string;
}

/**
 * @param statement the text of the file
 * @param of the file's label or type
 * @returns statements whose `$rows` are what `batchRows` makes; for nodes they answer `id` and `element`, the server's id
 */
export function batchStatement(statement: string, of: NodeLabel | EdgeType): BatchStatement {
  const isNode = of in NODE_PROPERTIES;
  const { id: _, ...kinds }: Readonly<Record<string, Kind>> = { ...NODE_PROPERTIES, ...EDGE_PROPERTIES }[of];
  const properties = Object.keys(kinds)
    .map((name, index) => `\`${name}\`: row[${index + 1}]`)
    .join(', ');
  const merge = isNode
    ? `${statement.replace('row.id', 'row[0]')}\nRETURN n.id AS id, elementId(n) AS element`
    : statement
        .replace('$rows AS row', '$rows AS from')
        .replace(
          /\(a:[\w|]+ \{[^{}]*\}\)/,
          '(a) WHERE elementId(a) = from[0] AND a.graph = $$graph\nUNWIND from[1] AS row',
        )
        .replace(/\(b:[\w|]+ \{[^{}]*\}\)/, '(b) WHERE elementId(b) = row[0] AND b.graph = $$graph');
  return {
    merge: merge.replace('row.properties', `{${properties}}`),
    create: merge.replace(
      /^MERGE (\([^{}\r\n\u2028\u2029]*\{)([^{}\r\n\u2028\u2029]*)(\}.*)\nSET .*/m,
      (_match, before, key, after) => `CREATE ${before}${key}, ${properties}${after}`,
    ),
  };
}

/** @returns of a node its id and properties; of a source its place and the list of its edges, each a target and properties */
export function batchRows(rows: readonly (NodeRow | EdgeRow)[]): unknown[] {
  const lists: unknown[] = [];
  let last: { readonly source: string | null; readonly edges: unknown[] } | undefined;
  for (const row of rows) {
    const properties = Object.values(row.properties);
    if ('id' in row) {
      lists.push([row.id, ...properties]);
      continue;
    }
    if (last?.source !== row.source) {
      last = { source: row.source, edges: [] };
      lists.push([last.source, last.edges]);
    }
    last.edges.push([row.target, ...properties]);
  }
  return lists;
}
