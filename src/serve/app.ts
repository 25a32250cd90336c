/** The HTTP interface over one graph: handlers without a socket, so that tests call `app.request`. */
import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { NONCE, secureHeaders } from 'hono/secure-headers';
import { checkEdit } from '../curation/index.js';
import { isComparable } from '../graph/index.js';
import { CurationError, type KnowledgeGraph, QueryError, StemmaError, StoreError } from '../model/index.js';
import type { QueryOptions, Store } from '../store/store.js';
import { answerWithProgress } from './answer-with-progress.js';
import type { Change, Curator, Version } from './curator.js';
import { drawnNode } from './graph-view.js';
import { onlyHosts } from './only-hosts.js';
import { onlyWithToken } from './only-with-token.js';
import { methodsOf, openApiDocument } from './openapi.js';
import { isFirst } from './overview.js';
import { servePage } from './page.js';
import { PaperAdder, type PaperReader } from './paper-adder.js';
import { logRequests, type RequestLine } from './request-log.js';
import { requestRate } from './request-rate.js';
import * as routes from './routes.js';
import { sameOrigin } from './same-origin.js';
import type { Added, NamedQuery, Preview } from './schemas.js';
import { sendExport } from './send-export.js';
import { serveLineage } from './serve-lineage.js';
import { ServedGraph } from './served-graph.js';
import { JSON_LINES, streamRows } from './stream-rows.js';

export interface AppOptions {
  graph: KnowledgeGraph;
  store: Store;
  queries: NamedQuery[];
  about: { graph: string; extractor?: string; asOf?: string; version: string };
  curator: Curator;
  /** Who reads papers that are added; without one none can be. */
  reader?: PaperReader;
  /** Folder of the built page. */
  webRoot: string;
  /** Names by which the server may be called, against DNS rebinding; undefined allows all. */
  hosts?: readonly string[];
  /** Without it nothing is answered, and no client may ask without pause; undefined where only this machine can ask. */
  token?: string;
  /** Told of each request that was answered. */
  log?: (line: RequestLine) => void;
}

const QUERY_TIMEOUT_MS = 30_000;

/** New papers that are named in the answer; the rest is counted. */
const MOST_NAMED = 50;

/** What a request may hold; papers are texts of people, which take more. */
const MOST_KIB = 256;
const MOST_PAPERS_KIB = 32 * 1024;

/** How the refusal of an edit is answered; any other is a 400. */
const CURATION_STATUS: Readonly<Record<string, 403 | 409>> = { 'read-only': 403, busy: 409, changed: 409 };

export function createApp({
  graph,
  store,
  queries,
  about,
  curator,
  reader,
  webRoot,
  hosts,
  token,
  log,
}: AppOptions): OpenAPIHono {
  // What a request reads here stays whole for it, whatever version takes its place meanwhile.
  let served = new ServedGraph(graph, store, about);

  const app = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (result.success) return;
      // Of an edit the schema says no more than that it is none of five things.
      const edit = c.req.path === routes.curate.path && 'data' in result ? checkEdit(result.data) : undefined;
      if (edit && 'message' in edit) {
        return fail(c, 400, 'bad-request', edit.message, { path: ['json', ...(edit.key ? [edit.key] : [])].join('.') });
      }
      const issue = result.error.issues[0];
      const path = [result.target, ...(issue?.path ?? [])].join('.');
      return fail(c, 400, 'bad-request', issue?.message ?? 'the request does not fit', { path });
    },
  });

  if (log) app.use(logRequests(log));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // What Sigma and React set on elements through the CSSOM is not asked.
        styleSrc: ["'self'", NONCE],
        imgSrc: ["'self'", 'data:', 'blob:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      crossOriginResourcePolicy: 'same-origin',
    }),
  );
  if (hosts) app.use(onlyHosts(hosts));
  // Without a token all clients are on this machine, where compressing takes longer than sending what it saves.
  if (token !== undefined) app.use(requestRate(), onlyWithToken(token), compress());
  app.use('/api/*', (c, next) => {
    const most = c.req.path === routes.addPapers.path ? MOST_PAPERS_KIB : MOST_KIB;
    const onError = (c: Context) => fail(c, 400, 'too-large', `the body is over ${most} KiB`);
    return bodyLimit({ maxSize: most * 1024, onError })(c, next);
  });

  app.use('/api/curation/*', sameOrigin);
  app.use(routes.addPapers.path, sameOrigin);

  app.openapi(routes.health, async (c) => {
    const up = await served.withStore((store) => store.healthy());
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
  app.openapi(routes.stats, (c) => served.stats.respond(c) as never);
  app.openapi(routes.overview, (c) => {
    const { limit, box, ...choice } = c.req.valid('query');
    const asked = { limit, choice, box };
    return isFirst(asked) ? (served.firstOverview.respond(c) as never) : c.json(served.overview(asked), 200);
  });
  app.openapi(routes.facets, (c) => c.json(served.view.facets(c.req.valid('query')), 200));
  app.openapi(routes.search, (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(served.index.search(q, limit), 200);
  });
  app.openapi(routes.node, (c) => {
    const { id } = c.req.valid('param');
    const detail = served.view.detail(id);
    return detail ? c.json(detail, 200) : unknownNode(c, id);
  });
  app.openapi(routes.neighbours, (c) => {
    const { id } = c.req.valid('param');
    const { type, ...query } = c.req.valid('query');
    const found = served.view.neighbours(id, { ...query, ...(type ? { types: [type] } : {}) });
    return found ? c.json(found, 200) : unknownNode(c, id);
  });
  app.openapi(routes.path, (c) => {
    const { from, to, limit } = c.req.valid('query');
    const { view } = served;
    const unknown = [from, to].find((id) => !view.node(id));
    return unknown === undefined ? c.json(view.paths(from, to, limit), 200) : unknownNode(c, unknown);
  });
  app.openapi(routes.related, (c) => {
    const { id } = c.req.valid('param');
    const { view } = served;
    return view.node(id) ? c.json(view.related(id, c.req.valid('query').limit), 200) : unknownNode(c, id);
  });
  app.openapi(routes.compare, (c) => {
    const { id: ids, limit } = c.req.valid('query');
    const { view } = served;
    const unknown = ids.find((id) => !view.node(id));
    if (unknown !== undefined) return unknownNode(c, unknown);
    const nodes = ids.flatMap((id) => view.node(id) ?? []);
    const other = nodes.find((node) => !isComparable(node));
    if (!other) return c.json(view.compare(nodes, limit), 200);
    const why = `${other.name} mentions nothing; papers, concepts, benchmarks, models and techniques can be compared`;
    return fail(c, 400, 'bad-request', why, { path: 'query.id' });
  });
  serveLineage(app, () => served.lineages);
  app.openapi(
    routes.exportGraph,
    (c) => sendExport(served.view.graph, about.graph, c.req.valid('query').format) as never,
  );
  app.openapi(routes.queries, (c) => c.json({ queries }, 200));
  app.openapi(routes.cypher, async (c) => {
    const { query, parameters, maxRows } = c.req.valid('json');
    const ask = (more: Partial<QueryOptions>) =>
      served.withStore((store) =>
        // The body was parsed as JSON, so its parameters are.
        store.query(query, {
          parameters: parameters as Record<string, never>,
          maxRows,
          timeoutMs: QUERY_TIMEOUT_MS,
          ...more,
        }),
      );
    const { signal } = c.req.raw;
    if (c.req.header('accept')?.includes(JSON_LINES)) return streamRows(ask, signal) as Promise<never>;
    const result = await ask({ signal });
    return c.json(result, 200);
  });

  const serve = ({ graph, store, extractor, asOf }: Version) => {
    const before = served;
    served = new ServedGraph(graph, store, { extractor, asOf });
    void before.retire();
    return before;
  };
  const putInForce = ({ edits, node, ...version }: Change) => {
    serve(version);
    return { edits: [...edits], writable: true, undo: edits.length > 0, ...(node === undefined ? {} : { node }) };
  };
  app.openapi(routes.curation, async (c) => {
    const edits = await curator.edits();
    return c.json({ edits: [...edits], writable: curator.writable, undo: edits.length > 0 }, 200);
  });
  app.openapi(routes.curate, async (c) => c.json(putInForce(await curator.add(c.req.valid('json'))), 200));
  app.openapi(routes.undoCuration, async (c) => c.json(putInForce(await curator.undo(c.req.valid('json'))), 200));

  const adder = new PaperAdder(curator, reader);
  app.openapi(routes.addPapers, async (c) => {
    const given = [c.req.valid('form').files].flat();
    const files = await Promise.all(
      given.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    );
    const look = c.req.valid('query').preview === 'true';
    return answerWithProgress<Preview | Added>(c, async (onProgress, signal) => {
      if (look) {
        const { papers, total, merged, refused } = await adder.preview(files, { onProgress, signal });
        const told = papers.map((paper) => ({ ...paper, known: served.view.node(paper.id) !== undefined }));
        return { papers: told, shown: told.length, total, merged, refused: [...refused] };
      }
      const { read, merged, refused, ...version } = await adder.add(files, { onProgress });
      const { graph } = version;
      const before = serve(version).view;
      const fresh = graph.nodes.filter(({ id, label }) => label === 'Paper' && !before.node(id));
      const papers = fresh.slice(0, MOST_NAMED).map(drawnNode);
      return { papers, shown: papers.length, total: fresh.length, read, merged, refused: [...refused] };
    }) as Promise<never>;
  });

  const document = openApiDocument(app, about.version);
  app.get('/api/openapi.json', (c) => c.json(document));
  for (const [path, methods] of methodsOf(document)) {
    app.all(path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) => {
      c.header('allow', methods.join(', '));
      return fail(c, 405, 'wrong-method', `${path} takes ${methods.join(' and ')}`);
    });
  }
  app.all('/api/*', (c) => fail(c, 404, 'no-such-route', `nothing is served at ${c.req.path}; see /api/openapi.json`));
  // Who opens or reloads the page after a build on the command line sees what it made.
  const lookForNewVersion: MiddlewareHandler = async (_, next) => {
    const version = await curator.newVersion().catch((error: unknown) => void console.error(error));
    // Of several who look at once, the first has put it in force.
    if (version && version.graph !== served.view.graph) serve(version);
    await next();
  };
  for (const path of ['/', '/index.html']) app.get(path, lookForNewVersion, servePage(webRoot));
  app.use('*', serveStatic({ root: webRoot, precompressed: true, onFound: keepHashed }));
  app.notFound((c) => fail(c, 404, 'not-found', `nothing is served at ${c.req.path}`));
  app.onError((error, c) => {
    if (error instanceof QueryError || error instanceof CurationError) {
      const status = error.code === 'not-allowed' ? 403 : error.code === 'timeout' ? 408 : 400;
      const { line, column } = error;
      return fail(c, status, error.code, error.message, {
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
      });
    }
    if (error instanceof StoreError) return fail(c, 503, error.code, error.message);
    if (error instanceof StemmaError) return fail(c, CURATION_STATUS[error.code] ?? 400, error.code, error.message);
    if ('getResponse' in error) return fail(c, 400, 'bad-request', error.message);
    console.error(error);
    return fail(c, 500, 'internal', 'something went wrong in the server; its log says what');
  });
  return app;
}

function fail<S extends 400 | 403 | 404 | 405 | 408 | 409 | 500 | 503>(
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

/** A file whose name tells its content never changes. */
function keepHashed(path: string, c: Context): void {
  if (/[\\/]assets[\\/]/.test(path)) c.header('Cache-Control', 'public, max-age=31536000, immutable');
}
