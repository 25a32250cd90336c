/** One interface before the two stores: the embedded database and Neo4j. Each passes the same conformance suite. */
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

export interface QueryOptions {
  parameters?: Record<string, Json>;
  /** Rows after which the answer is cut (and says so). */
  maxRows: number;
  /** Milliseconds after which the query is ended with a QueryError `timeout`. */
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface QueryResult {
  columns: string[];
  /** One object a row, keyed by column. */
  rows: Record<string, Json>[];
  /** More rows existed than `maxRows`. */
  truncated: boolean;
  milliseconds: number;
}

export interface Store {
  readonly kind: 'embedded' | 'neo4j';
  /** Read-only Cypher. Throws QueryError (syntax with line and column, `not-allowed`, `timeout`) or StoreError. */
  query(cypher: string, options: QueryOptions): Promise<QueryResult>;
  /** True when the database answers now. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}
