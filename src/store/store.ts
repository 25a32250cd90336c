/** One interface before the two stores: the embedded database and Neo4j. Each passes the same conformance suite. */
import type { PlanStep } from './plan.js';

/** JSON as a query gives it: integers beyond 2^53 as strings, dates as ISO strings. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A node, relationship or path among the values of a row, told apart by `$`. */
export interface NodeValue {
  $: 'node';
  id: string;
  label: string;
  properties: { [key: string]: Json };
}
export interface RelationshipValue {
  $: 'relationship';
  type: string;
  source: string;
  target: string;
  properties: { [key: string]: Json };
}

/** Some rows of an answer, as objects keyed by column. */
export type Row = Record<string, Json>;

export interface QueryOptions {
  parameters?: Record<string, Json>;
  /** Rows after which the answer is cut (and says so). */
  maxRows: number;
  /** Milliseconds after which the query is ended: with the rows that were found, else with a QueryError `timeout`. */
  timeoutMs: number;
  /** Ends the query in the database too. */
  signal?: AbortSignal;
  /**
   * Takes rows as they come, in order; the result then has none. The next ones are asked for when the promise is kept.
   */
  onRows?: (rows: Row[], columns: readonly string[]) => void | Promise<void>;
}

/**
 * Why an answer has not all rows: `maxRows` were there, or `MAX_BYTES` of text, or the time or the memory that a query may
 * use was used up. Where not one row was there by then, there is an error instead.
 */
export const LIMITS = ['rows', 'size', 'time', 'memory'] as const;
export type Limit = (typeof LIMITS)[number];

export interface QueryResult {
  columns: string[];
  /** One object a row, keyed by column. */
  rows: Row[];
  /** There are, or may be, more rows. */
  truncated: boolean;
  truncatedBy?: Limit | undefined;
  /** The text that was run, where the query was translated from Neo4j's spelling for the embedded database. */
  translated?: string | undefined;
  /** What EXPLAIN or PROFILE shows; there are no rows then. */
  plan?: PlanStep | undefined;
  milliseconds: number;
}

/** Characters of an answer as JSON after which it is cut: it stands in memory at once. */
export const MAX_BYTES = 64 * 1024 * 1024;
/** Rows that are handed on together. */
export const BATCH = 500;

export interface Store {
  readonly kind: 'embedded' | 'neo4j';
  /** Read-only Cypher. Throws QueryError (syntax with line and column, `not-allowed`, `timeout`, `too-large`) or StoreError. */
  query(cypher: string, options: QueryOptions): Promise<QueryResult>;
  /** True when the database answers now. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** How many characters a value is as JSON, about. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  let size = 2;
  for (const [key, item] of Object.entries(value)) size += key.length + 4 + sizeOf(item);
  return size;
}
