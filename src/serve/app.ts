/** The HTTP interface over one graph: handlers without a socket, so that tests call `app.request`. */
import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import { QueryError, StemmaError, StoreError } from '../model/index.js';
import type { Store } from '../store/store.js';
import { GraphView } from './graph-view.js';
import { onlyHosts } from './only-hosts.js';
import * as routes from './routes.js';
import type { NamedQuery, Stats } from './schemas.js';
import { SearchIndex } from './search-index.js';
import { suggest } from './suggestions.js';

export interface AppOptions {
  graph: ConstructorParameters<typeof GraphView>[0];
  store: Store;
  queries: NamedQuery[];
  about: { graph: string; extractor: string; asOf: string; version: string };
  /** Folder of the built page. */
  webRoot: string;
  /** Names by which the server may be called, against DNS rebinding; undefined allows all. */
  hosts?: readonly string[];
}

const QUERY_TIMEOUT_MS = 30_000;

export function createApp({ graph, store, queries, about, webRoot, hosts }: AppOptions): OpenAPIHono {
  const view = new GraphView(graph);
  const index = new SearchIndex(graph.nodes);
  const stats: Stats = { ...view.stats(), extractor: about.extractor, asOf: about.asOf };
  const suggestions = suggest(view);

  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      const issue = result.error.issues[0];
      const path = [result.target, ...(issue?.path ?? [])].join('.');
      return fail(c, 400, 'bad-request', issue?.message ?? 'the request does not fit', { path });
    },
  });

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Sigma and React set styles on elements; no style is ever made of a paper's text.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      crossOriginResourcePolicy: 'same-origin',
    }),
  );
  if (hosts) app.use(onlyHosts(hosts));
  app.use(compress());
  app.use(
    '/api/*',
    bodyLimit({ maxSize: 256 * 1024, onError: (c) => fail(c, 400, 'too-large', 'the body is over 256 KiB') }),
  );

  app.openapi(routes.health, async (c) => {
    const up = await store.healthy();
    return c.json(
      {
        status: up ? ('ok' as const) : ('degraded' as const),
        database: up ? ('up' as const) : ('down' as const),
        graph: about.graph,
        version: about.version,
      },
      200,
    );
  });
  app.openapi(routes.stats, (c) => c.json(stats, 200));
  app.openapi(routes.overview, (c) => c.json({ ...view.overview(c.req.valid('query').limit), suggestions }, 200));
  app.openapi(routes.search, (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(index.search(q, limit), 200);
  });
  app.openapi(routes.node, (c) => {
    const { id } = c.req.valid('param');
    const detail = view.detail(id);
    return detail ? c.json(detail, 200) : unknownNode(c, id);
  });
  app.openapi(routes.neighbours, (c) => {
    const { id } = c.req.valid('param');
    const { limit, offset, type } = c.req.valid('query');
    const found = view.neighbours(id, { limit, offset, ...(type ? { types: [type] } : {}) });
    return found ? c.json(found, 200) : unknownNode(c, id);
  });
  app.openapi(routes.queries, (c) => c.json({ queries }, 200));
  app.openapi(routes.cypher, async (c) => {
    const { query, parameters, maxRows } = c.req.valid('json');
    const result = await store.query(query, {
      // The body was parsed as JSON, so its parameters are.
      parameters: parameters as Record<string, never>,
      maxRows,
      timeoutMs: QUERY_TIMEOUT_MS,
      signal: c.req.raw.signal,
    });
    return c.json(result, 200);
  });

  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Stemma', version: about.version, description: 'A knowledge graph of research papers.' },
  });
  app.all('/api/*', (c) => fail(c, 404, 'no-such-route', `nothing is served at ${c.req.path}; see /api/openapi.json`));
  app.use('*', serveStatic({ root: webRoot }));
  app.notFound((c) => fail(c, 404, 'not-found', `nothing is served at ${c.req.path}`));
  app.onError((error, c) => {
    if (error instanceof QueryError) {
      const status = error.code === 'not-allowed' ? 403 : error.code === 'timeout' ? 408 : 400;
      const { line, column } = error;
      return fail(c, status, error.code, error.message, {
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      });
    }
    if (error instanceof StoreError) return fail(c, 503, error.code, error.message);
    if (error instanceof StemmaError) return fail(c, 400, error.code, error.message);
    if ('getResponse' in error) return fail(c, 400, 'bad-request', error.message);
    console.error(error);
    return fail(c, 500, 'internal', 'something went wrong in the server; its log says what');
  });
  return app;
}

function fail<S extends 400 | 403 | 404 | 408 | 500 | 503>(
  c: Context,
  status: S,
  code: string,
  message: string,
  place: { path?: string; line?: number; column?: number } = {},
) {
  return c.json({ error: { code, message, ...place } }, status);
}

function unknownNode(c: Context, id: string) {
  return fail(c, 404, 'unknown-node', `no node has the id ${JSON.stringify(id)}; /api/search finds nodes by name`);
}
