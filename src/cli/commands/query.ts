/** `stemma query`: a Cypher query, or a named one, with its answer as a table, JSON, JSON lines or CSV. */
import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../../model/index.js';
import { type Json, type NamedQuery, namedQueries, type QueryResult } from '../../store/index.js';
import { type GraphOptions, openSource } from '../graph-source.js';
import { formatTable, type Terminal } from '../terminal.js';

export interface QueryOptions extends GraphOptions {
  named?: string;
  param: string[];
  format: 'table' | 'json' | 'jsonl' | 'csv';
  json?: boolean;
  maxRows: number;
  timeout: number;
}

/** Characters of a value that a table shows. */
const WIDEST = 80;

export async function runQuery(terminal: Terminal, cypher: string | undefined, options: QueryOptions): Promise<void> {
  const queries = await namedQueries(options.neo4j === undefined ? 'embedded' : 'neo4j');
  if (options.named === 'list') {
    terminal.print(formatTable(['name', 'title', 'parameters'], queries.map(describe)));
    return;
  }
  const { text, parameters } = choose(cypher, options, queries);
  const store = (await openSource(options)).openStore();
  try {
    const result = await store.query(text, {
      parameters,
      maxRows: options.maxRows,
      timeoutMs: options.timeout * 1_000,
    });
    print(terminal, result, options.json ? 'json' : options.format);
    if (result.truncated) terminal.note(`only the first ${options.maxRows} rows; --max-rows shows more`);
  } finally {
    await store.close();
  }
}

function describe({ name, title, parameters }: NamedQuery): string[] {
  return [name, title, parameters.map((parameter) => `${parameter.name}=${parameter.default}`).join(' ')];
}

function choose(
  cypher: string | undefined,
  { named, param }: QueryOptions,
  queries: readonly NamedQuery[],
): { text: string; parameters: Record<string, Json> } {
  const given = Object.fromEntries(param.map(splitPair));
  if ((cypher === undefined) === (named === undefined)) {
    throw new UsageError('no-query', 'give either a query or --named NAME; --named list shows the names');
  }
  if (cypher !== undefined) {
    return {
      text: cypher,
      parameters: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, guessType(value)])),
    };
  }
  const query = queries.find((candidate) => candidate.name === named);
  if (!query) {
    throw new UsageError(
      'unknown-query',
      `no query is named ${named}; there are ${queries.map((known) => known.name).join(', ')}`,
    );
  }
  const unknown = Object.keys(given).find((key) => !query.parameters.some((parameter) => parameter.name === key));
  if (unknown !== undefined) {
    const known = query.parameters.map((parameter) => parameter.name).join(', ');
    throw new UsageError('unknown-parameter', `${query.name} has no parameter ${unknown}; it has ${known}`);
  }
  const parameters: Record<string, Json> = {};
  for (const parameter of query.parameters) {
    const value = given[parameter.name];
    parameters[parameter.name] = value === undefined ? parameter.default : convert(value, parameter);
  }
  return { text: query.cypher, parameters };
}

function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1) throw new UsageError('bad-parameter', `a parameter is written key=value, not ${pair}`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** Parameters of a free query have no declared type: JSON where it is JSON, else the text itself. */
function guessType(value: string): Json {
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

function convert(value: string, parameter: NamedQuery['parameters'][number]): Json {
  if (parameter.type === 'string') return value;
  if (parameter.type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const number = Number(value);
  const fits = parameter.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (parameter.type !== 'boolean' && value.trim() !== '' && fits) return number;
  throw new UsageError('bad-parameter', `${parameter.name} is a ${parameter.type}, not ${JSON.stringify(value)}`);
}

function print(terminal: Terminal, { columns, rows, truncated }: QueryResult, format: QueryOptions['format']): void {
  const cell = (value: Json | undefined) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));
  switch (format) {
    case 'json':
      terminal.print(JSON.stringify({ columns, rows, truncated }));
      return;
    case 'jsonl':
      for (const row of rows) terminal.print(JSON.stringify(row));
      return;
    case 'csv':
      terminal.print(stringify([columns, ...rows.map((row) => columns.map((column) => cell(row[column])))]).trimEnd());
      return;
    case 'table': {
      const short = (text: string) =>
        (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text).replace(/\s+/g, ' ');
      terminal.print(
        formatTable(
          columns,
          rows.map((row) => columns.map((column) => short(cell(row[column])))),
        ),
      );
    }
  }
}
