/** The typed client: each answer passes the server's own schema once, here. */
import './without-eval.js';

import type { z } from 'zod';
import {
  ComparisonSchema,
  CurationChangeSchema,
  CurationSchema,
  CypherResultSchema,
  ErrorSchema,
  FacetsSchema,
  HealthSchema,
  NeighboursSchema,
  NodeDetailSchema,
  OverviewSchema,
  PathsSchema,
  QueriesSchema,
  RelatedSchema,
  SearchSchema,
  StatsSchema,
} from '../../../src/serve/schemas.js';
import { ApiError, isAbort, otherVersion, UnreachableError } from './errors.js';
import type { CurationEdit, Direction, EdgeType } from './types.js';

type Listener = (reachable: boolean) => void;
const listeners = new Set<Listener>();

/** Tells after each request whether the server could be reached. */
export function onReachable(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(reachable: boolean): void {
  for (const listener of listeners) listener(reachable);
}

/** Asks for an answer that fits a schema. */
export function get<T>(path: string, schema: z.ZodType<T>, signal?: AbortSignal): Promise<T> {
  return ask(path, schema, signal ? { signal } : {});
}

function post<T>(path: string, schema: z.ZodType<T>, body: unknown, signal?: AbortSignal): Promise<T> {
  return ask(path, schema, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

async function ask<T>(path: string, schema: z.ZodType<T>, { headers, ...init }: RequestInit): Promise<T> {
  let body: unknown;
  let response: Response;
  try {
    response = await fetch(path, { ...init, headers: { accept: 'application/json', ...headers } });
    body = await response.json();
  } catch (error) {
    if (isAbort(error)) throw error;
    tell(false);
    throw new UnreachableError({ cause: error });
  }
  tell(true);
  if (!response.ok) {
    const known = ErrorSchema.safeParse(body);
    if (known.success) {
      const { code, message, line, column } = known.data.error;
      throw new ApiError(code, message, line === undefined ? undefined : { line, column: column ?? 1 });
    }
    throw new ApiError('bad-answer', `The server answered ${response.status} and did not say why; its log may.`);
  }
  const answer = schema.safeParse(body);
  if (answer.success) return answer.data;
  throw otherVersion();
}

interface NeighbourOptions {
  readonly limit: number;
  readonly offset?: number;
  readonly type?: EdgeType;
  readonly direction?: Direction;
  readonly order?: 'sure' | 'telling';
}

const node = (id: string) => `/api/nodes/${encodeURIComponent(id)}`;

export const api = {
  health: (signal?: AbortSignal) => get('/api/health', HealthSchema, signal),
  stats: (signal?: AbortSignal) => get('/api/stats', StatsSchema, signal),
  /** As many nodes as are drawn at first. `web/vite.config.ts` has it asked for before this script is there. */
  overview: (signal?: AbortSignal) => get('/api/overview', OverviewSchema, signal),
  /** @param choice of nodes, as the filters write it into the address; with a `limit`, no more than so many */
  chosen: (choice: URLSearchParams | string, signal?: AbortSignal) =>
    get(`/api/overview?${choice}`, OverviewSchema, signal),
  /** @param choice as the filters write it into the address */
  facets: (choice: string, signal?: AbortSignal) => get(`/api/facets?${choice}`, FacetsSchema, signal),
  search: (q: string, limit: number, signal?: AbortSignal) =>
    get(`/api/search?${new URLSearchParams({ q, limit: String(limit) })}`, SearchSchema, signal),
  node: (id: string, signal?: AbortSignal) => get(node(id), NodeDetailSchema, signal),
  /** @param order within a type of link: the surest first, unless the most telling are asked for */
  neighbours: (id: string, { offset = 0, ...options }: NeighbourOptions, signal?: AbortSignal) => {
    const query = new URLSearchParams({ offset: String(offset) });
    for (const [key, value] of Object.entries(options)) if (value !== undefined) query.set(key, String(value));
    return get(`${node(id)}/neighbours?${query}`, NeighboursSchema, signal);
  },
  paths: (from: string, to: string, limit: number, signal?: AbortSignal) =>
    get(`/api/path?${new URLSearchParams({ from, to, limit: String(limit) })}`, PathsSchema, signal),
  related: (id: string, limit: number, signal?: AbortSignal) =>
    get(`${node(id)}/related?limit=${limit}`, RelatedSchema, signal),
  compare: (ids: readonly string[], limit: number, signal?: AbortSignal) => {
    const query = new URLSearchParams([...ids.map((id) => ['id', id]), ['limit', String(limit)]]);
    return get(`/api/compare?${query}`, ComparisonSchema, signal);
  },
  queries: (signal?: AbortSignal) => get('/api/queries', QueriesSchema, signal),
  /** Asks in Cypher. The database gives up when the signal is aborted. */
  cypher: (query: string, parameters: Readonly<Record<string, unknown>>, maxRows: number, signal?: AbortSignal) =>
    post('/api/cypher', CypherResultSchema, { query, parameters, maxRows }, signal),
  curation: (signal?: AbortSignal) => get('/api/curation', CurationSchema, signal),
  /** Adds an edit; answers when the server serves the graph that it makes. */
  curate: (edit: CurationEdit) => post('/api/curation', CurationChangeSchema, edit),
  /** Takes back the edit at this place, counted from 0, if it is still this very one. */
  undoCuration: (index: number, edit: CurationEdit) =>
    post('/api/curation/undo', CurationChangeSchema, { index, edit }),
};
