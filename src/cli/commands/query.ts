/** `stemma query`: a Cypher query, or a named one, with its answer as a table, JSON, JSON lines or CSV. */
import { once } from 'node:events';
import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../../model/index.js';
import {
  formatPlan,
  type Json,
  type Limit,
  type NamedQuery,
  namedQueries,
  type PlanStep,
  type QueryResult,
  type Row,
} from '../../store/index.js';
import { DEFAULT_GRAPH_NAME, type GraphOptions, openSource } from '../graph-source.js';
import { formatTable, type Terminal } from '../terminal.js';

export interface QueryOptions extends GraphOptions {
  named?: string;
  param: string[];
  format: 'table' | 'json' | 'jsonl' | 'csv';
  json?: boolean;
  maxRows: number;
  timeout: number;
}

/** What is said of an answer that has not all rows. */
const CUT: Record<Limit, (options: QueryOptions) => string> = {
  rows: ({ maxRows }) => `only the first ${maxRows} rows; --max-rows shows more`,
  size: () => 'the answer was cut as it grew too large; --format jsonl has no such limit',
  time: ({ timeout }) => `only the rows that were found within ${timeout} s; --timeout gives it longer`,
  memory: () => 'only the rows that were found before the query needed more memory than it may have: narrow it',
};

/** Characters of a value that a table shows. */
const WIDEST = 80;

export async function runQuery(terminal: Terminal, cypher: string | undefined, options: QueryOptions): Promise<void> {
  const kind = options.neo4j === undefined ? 'embedded' : 'neo4j';
  const queries = await namedQueries(kind, options.name ?? DEFAULT_GRAPH_NAME);
  if (options.named === 'list') {
    terminal.print(formatTable(['name', 'title', 'parameters'], queries.map(describe)));
    return;
  }
  const { text, parameters } = choose(cypher, options, queries);
  const format = options.json ? 'json' : options.format;
  const store = (await openSource(options)).openStore();
  const stop = new AbortController();
  const onInterrupt = () => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const lines = format === 'jsonl' || format === 'csv' ? lineWriter(terminal, format) : undefined;
    const result = await store.query(text, {
      parameters,
      maxRows: options.maxRows,
      timeoutMs: options.timeout * 1_000,
      signal: stop.signal,
      ...(lines ? { onRows: lines.rows } : {}),
    });
    if (result.translated !== undefined) terminal.note(`translated for the embedded database: ${result.translated}`);
    if (result.plan) printPlan(terminal, result.plan, format);
    else if (lines) lines.end(result.columns);
    else print(terminal, result, format);
    if (result.truncatedBy) terminal.note(CUT[result.truncatedBy](options));
  } finally {
    process.off('SIGINT', onInterrupt);
    await store.close();
  }
}

/** Lines are written as rows come; the next ones are asked for when standard output has taken these. */
function lineWriter(terminal: Terminal, format: 'jsonl' | 'csv') {
  let headed = format === 'jsonl';
  const head = (columns: readonly string[]) => {
    if (!headed) terminal.print(stringify([[...columns]]).trimEnd());
    headed = true;
  };
  return {
    async rows(rows: Row[], columns: readonly string[]): Promise<void> {
      head(columns);
      for (const row of rows) {
        terminal.print(
          format === 'jsonl'
            ? JSON.stringify(row)
            : stringify([columns.map((column) => cell(row[column]))]).replace(/\n$/, ''),
        );
      }
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    end: head,
  };
}

function printPlan(terminal: Terminal, plan: PlanStep, format: QueryOptions['format']): void {
  if (format === 'json' || format === 'jsonl') terminal.print(JSON.stringify({ plan }));
  else for (const line of formatPlan(plan)) terminal.print(line);
}

const cell = (value: Json | undefined) => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

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

/**
 * Parameters of a free query have no declared type: JSON where it is JSON, else the text itself.
 * @throws UsageError `bad-parameter` for a number that JSON would round
 */
function guessType(value: string): Json {
  let parsed: Json;
  try {
    parsed = JSON.parse(value) as Json;
  } catch {
    return value;
  }
  if (typeof parsed === 'number' && Number.isInteger(parsed) && !Number.isSafeInteger(parsed)) {
    const remedy = `give it as text, '"${value}"', and write toInteger($…) in the query`;
    throw new UsageError('bad-parameter', `${value} is beyond 2^53 and would be rounded: ${remedy}`);
  }
  return parsed;
}

function convert(value: string, parameter: NamedQuery['parameters'][number]): Json {
  if (parameter.type === 'string') return value;
  if (parameter.type === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const number = Number(value);
  const fits = parameter.type === 'integer' ? Number.isSafeInteger(number) : Number.isFinite(number);
  if (parameter.type !== 'boolean' && value.trim() !== '' && fits) return number;
  throw new UsageError('bad-parameter', `${parameter.name} is a ${parameter.type}, not ${JSON.stringify(value)}`);
}

function print(terminal: Terminal, result: QueryResult, format: QueryOptions['format']): void {
  const { columns, rows, truncated, truncatedBy, translated } = result;
  if (format === 'json') {
    const why = { ...(truncatedBy ? { truncatedBy } : {}), ...(translated === undefined ? {} : { translated }) };
    terminal.print(JSON.stringify({ columns, rows, truncated, ...why }));
    return;
  }
  const short = (text: string) => (text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text).replace(/\s+/g, ' ');
  const cells = rows.map((row) => columns.map((column) => short(cell(row[column]))));
  terminal.print(formatTable(columns, cells));
}
