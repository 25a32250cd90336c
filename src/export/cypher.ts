/**
 * The graph as a Cypher script for Neo4j 5, to be run by `cypher-shell -f` or piece by piece in the browser: constraints
 * and indexes, then the statements of `cypher/load/` with the rows written out. Running it twice changes nothing.
 */
import { EDGE_TYPES, type KnowledgeGraph, NODE_LABELS } from '../model/index.js';
import {
  EDGE_PROPERTIES,
  edgeProperties,
  type Kind,
  NODE_PROPERTIES,
  nodeProperties,
  type Property,
  readLoadStatement,
  readSchema,
} from '../store/index.js';

/** Rows of one statement: more take the server's parser long. */
const BATCH = 200;

/** @param name the graph's name, which every node and relationship carries */
export async function* exportCypher({ nodes, edges }: KnowledgeGraph, name: string): AsyncGenerator<string> {
  yield '// A knowledge graph of research papers, made by Stemma. Run it with: cypher-shell -f FILE\n';
  for (const statement of await readSchema('neo4j')) yield `${statement};\n`;
  // Queries of the rows find both ends by these.
  yield 'CALL db.awaitIndexes(300);\n';
  for (const label of NODE_LABELS) {
    const { id: _, ...kinds } = NODE_PROPERTIES[label];
    yield* writes(
      await readLoadStatement(label),
      name,
      nodes
        .filter((node) => node.label === label)
        .map((node) => ({ id: literal(node.id), properties: map(nodeProperties(node), kinds) })),
    );
  }
  const labelOf = new Map(nodes.map(({ id, label }) => [id, label]));
  for (const type of EDGE_TYPES) {
    const statement = await readLoadStatement(type);
    const groups = new Map<string, Record<string, string>[]>();
    for (const edge of edges) {
      if (edge.type !== type) continue;
      const { source, target } = edge;
      // The server plans one look-up for each label that an end may have: here it is told the one that it has.
      const ends = { a: labelOf.get(source), b: labelOf.get(target) };
      const narrowed = statement.replace(/\((a|b):[\w|]+/g, (_, end: 'a' | 'b') => `(${end}:${ends[end]}`);
      const row = {
        source: literal(source),
        target: literal(target),
        properties: map(edgeProperties(edge), EDGE_PROPERTIES[type]),
      };
      const rows = groups.get(narrowed);
      if (rows) rows.push(row);
      else groups.set(narrowed, [row]);
    }
    for (const [narrowed, rows] of groups) yield* writes(narrowed, name, rows);
  }
}

function* writes(statement: string, name: string, rows: readonly Record<string, string>[]): Generator<string> {
  for (let from = 0; from < rows.length; from += BATCH) {
    const maps = rows.slice(from, from + BATCH).map((row) => {
      const entries = Object.entries(row).map(([key, value]) => `${key}: ${value}`);
      return `  {${entries.join(', ')}}`;
    });
    yield `${statement.replace(/\$(rows|graph)\b/g, (_, parameter: string) =>
      parameter === 'rows' ? `[\n${maps.join(',\n')}\n]` : literal(name),
    )};\n`;
  }
}

function map(values: Readonly<Record<string, Property>>, kinds: Readonly<Record<string, Kind>>): string {
  const entries = Object.entries(kinds).flatMap(([key, kind]) => {
    const value = values[key];
    return value === undefined ? [] : [`\`${key}\`: ${toLiteral(value, kind)}`];
  });
  return `{${entries.join(', ')}}`;
}

function toLiteral(value: Property, kind: Kind): string {
  if (Array.isArray(value)) return `[${value.map((item) => toLiteral(item, kind)).join(', ')}]`;
  if (typeof value !== 'number') return literal(String(value));
  const text = String(value);
  return /^float/.test(kind) && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** A string on one line; a semicolon in it must not look like the end of the statement to simpler programs. */
function literal(text: string): string {
  const escaped = text.replace(/[\\';\p{Cc}\u2028\u2029]/gu, (sign) =>
    sign === '\\' || sign === "'" ? `\\${sign}` : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `'${escaped}'`;
}
