/** The HTTP interface over a small graph and the real embedded store, without a socket. */

import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgesCsv, exportCypher, exportGexf, exportGraphml, exportJson, nodesCsv } from '../../src/export/index.js';
import { assembleGraph } from '../../src/graph/index.js';
import type { KnowledgeGraph } from '../../src/model/index.js';
import { Curator, createApp } from '../../src/serve/index.js';
import {
  ComparisonSchema,
  CurationSchema,
  CypherResultSchema,
  ErrorSchema,
  HealthSchema,
  NeighboursSchema,
  NodeDetailSchema,
  OverviewSchema,
  PathsSchema,
  QueriesSchema,
  RelatedSchema,
  SearchSchema,
  StatsSchema,
} from '../../src/serve/schemas.js';
import { sendExport } from '../../src/serve/send-export.js';
import { EmbeddedStore, namedQueries, openGraph, writeGraph } from '../../src/store/index.js';
import { record } from '../support/records.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';

const records = [
  record({
    id: 'doi:10.1000/a/b',
    title: 'Drawing with Förster forces',
    abstract: 'We present FörsterNet. FörsterNet builds on ForceAtlas2. Tests use GraphBench.',
    date: '2024-05-01',
    authors: ['Ada Example'],
    entities: [
      { name: 'FörsterNet', role: 'introduces' },
      { name: 'ForceAtlas2', role: 'uses' },
      { name: 'GraphBench', type: 'Benchmark', role: 'evaluates_on' },
    ],
    relations: [['FörsterNet', 'BUILDS_ON', 'ForceAtlas2', 'FörsterNet builds on ForceAtlas2.']],
  }),
  record({
    id: 'arxiv:2501.00001',
    abstract: 'A key-value cache (KV cache) and GraphBench.',
    entities: [
      { name: 'key-value cache', type: 'Concept', surfaces: ['key-value cache', 'KV cache'] },
      { name: 'GraphBench', type: 'Benchmark', role: 'evaluates_on' },
    ],
  }),
];

let app: ReturnType<typeof createApp>;
let store: EmbeddedStore;
beforeAll(async () => {
  const folder = join(freshFolder(), 'graph');
  const graph = assembleGraph(records);
  await writeGraph(folder, {
    meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
    graph,
    records,
  });
  const { databasePath } = await openGraph(folder);
  store = new EmbeddedStore(databasePath);
  app = createApp({
    graph,
    store,
    queries: await namedQueries('embedded'),
    about: { graph: 'stemma', extractor: 'test', asOf: '2026-01-01', version: '0.0.0' },
    curator: new Curator({ dir: folder, graph, openStore: (path) => new EmbeddedStore(path) }),
    webRoot: join(projectRoot, 'dist', 'web'),
    hosts: ['127.0.0.1', 'localhost'],
  });
});
afterAll(() => store.close());

const get = (path: string, init?: RequestInit) => app.request(`http://127.0.0.1${path}`, init);
const post = (path: string, body: unknown) =>
  get(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('each answer fits its schema', () => {
  const cases: [string, { parse(value: unknown): unknown }][] = [
    ['/api/health', HealthSchema],
    ['/api/stats', StatsSchema],
    ['/api/overview', OverviewSchema],
    ['/api/search?q=graph', SearchSchema],
    [`/api/nodes/${encodeURIComponent('doi:10.1000/a/b')}`, NodeDetailSchema],
    ['/api/nodes/benchmark:graphbench/neighbours', NeighboursSchema],
    ['/api/path?from=technique:forsternet&to=benchmark:graphbench', PathsSchema],
    [`/api/nodes/${encodeURIComponent('doi:10.1000/a/b')}/related`, RelatedSchema],
    ['/api/compare?id=technique:forsternet&id=benchmark:graphbench', ComparisonSchema],
    ['/api/queries', QueriesSchema],
    ['/api/curation', CurationSchema],
  ];
  it.each(cases)('%s', async (path, schema) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    schema.parse(await response.json());
  });

  it('the overview holds what is chosen, and says of how much', async () => {
    const chosen = OverviewSchema.parse(
      await (await get('/api/overview?limit=1&hide=Paper,Concept&without=USES')).json(),
    );
    expect(chosen.nodes.map(({ label }) => label)).not.toContain('Paper');
    expect(chosen.nodes).toHaveLength(1);
    expect(chosen.total).toBeGreaterThan(chosen.shown);
    expect((await get('/api/overview?hide=Nonsense')).status).toBe(400);
  });

  it.each(['/api/stats', '/api/overview'])('%s, made once, is the same compressed and not', async (path) => {
    const plain = await get(path);
    expect(plain.headers.get('content-encoding')).toBeNull();
    const compressed = await get(path, { headers: { 'accept-encoding': 'br, gzip' } });
    expect(compressed.headers.get('content-encoding')).toBe('gzip');
    expect(compressed.headers.get('vary')).toContain('accept-encoding');
    const bytes = Buffer.from(await compressed.arrayBuffer());
    expect(JSON.parse(gunzipSync(bytes).toString('utf8'))).toEqual(await plain.json());
  });

  it('the first overview is that of its limit', async () => {
    const first = OverviewSchema.parse(await (await get('/api/overview')).json());
    const another = OverviewSchema.parse(await (await get('/api/overview?limit=2999')).json());
    expect(first).toEqual(another);
  });

  it('and the OpenAPI document names every route', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as { paths: Record<string, unknown> };
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/compare',
      '/api/curation',
      '/api/curation/undo',
      '/api/cypher',
      '/api/export',
      '/api/facets',
      '/api/health',
      '/api/lineage',
      '/api/lineage/{id}',
      '/api/methods/{id}',
      '/api/nodes/{id}',
      '/api/nodes/{id}/neighbours',
      '/api/nodes/{id}/related',
      '/api/overview',
      '/api/papers',
      '/api/path',
      '/api/queries',
      '/api/search',
      '/api/stats',
    ]);
  });

  it('and says how large a number that is asked with may be', async () => {
    const { paths } = (await (await get('/api/openapi.json')).json()) as {
      paths: Record<
        string,
        Record<string, { parameters?: { name: string; schema: { type?: string; maximum?: number } }[] }>
      >;
    };
    const parameters = Object.values(paths).flatMap((path) =>
      Object.values(path).flatMap((way) => way.parameters ?? []),
    );
    const numbers = parameters.filter(({ schema }) => schema.type === 'integer' || schema.type === 'number');
    expect(numbers.length).toBeGreaterThan(5);
    expect(numbers.filter(({ schema }) => schema.maximum === undefined).map(({ name }) => name)).toEqual([]);
    expect((await get('/api/overview?papers=1000001')).status).toBe(400);
  });
});

describe('related and compared', () => {
  const PAPERS = ['doi:10.1000/a/b', 'arxiv:2501.00001'];
  const [first = '', second = ''] = PAPERS.map(encodeURIComponent);

  it('papers are related by what both mention', async () => {
    const { related, total } = RelatedSchema.parse(await (await get(`/api/nodes/${first}/related`)).json());
    expect(total).toBe(1);
    expect(related[0]?.node.id).toBe(PAPERS[1]);
    expect(related[0]?.via.map(({ node }) => node.name)).toEqual(['GraphBench']);
  });

  it('a comparison has what is shared and what is of each, and says where it was cut', async () => {
    const comparison = ComparisonSchema.parse(
      await (await get(`/api/compare?id=${first}&id=${second}&limit=1`)).json(),
    );
    expect(comparison.shared.entities.map(({ node }) => node.name)).toEqual(['GraphBench']);
    expect(comparison.own.map(({ shown, total }) => [shown, total])).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  it.each([
    ['one', `id=${first}`, 400, /two to 5/],
    ['none', '', 400, /two to 5/],
    ['one twice', `id=${first}&id=${first}`, 400, /once/],
    ['six', [1, 2, 3, 4, 5, 6].map((n) => `id=${n}`).join('&'), 400, /two to 5/],
    ['an unknown one', `id=${first}&id=none`, 404, /"none"/],
    ['a person', `id=${first}&id=author:adaexample`, 400, /Ada Example mentions nothing/],
  ])('%s cannot be compared', async (_, query, status, message) => {
    const response = await get(`/api/compare?${query}`);
    expect(response.status).toBe(status);
    expect(ErrorSchema.parse(await response.json()).error.message).toMatch(message);
  });
});

describe('search', () => {
  const cases: [string, string, string | undefined][] = [
    ['graphb', 'benchmark:graphbench', undefined],
    ['forsternet', 'technique:forsternet', undefined],
    ['kv-cache', 'concept:key-value-cache', 'KV cache'],
    ['ForceAtlsa2', 'technique:forceatlas2', undefined],
  ];
  it.each(cases)('%s finds %s', async (query, id, alias) => {
    const { hits } = SearchSchema.parse(await (await get(`/api/search?q=${encodeURIComponent(query)}`)).json());
    expect(hits[0]).toMatchObject({ id, ...(alias === undefined ? {} : { alias }) });
  });

  it('finds nothing for nonsense, and says so', async () => {
    expect(await (await get('/api/search?q=zzzzqqq')).json()).toEqual({ hits: [], shown: 0, total: 0 });
  });
});

describe('neighbours', () => {
  it('bring the evidence, and say of how many', async () => {
    const path = `/api/nodes/${encodeURIComponent('doi:10.1000/a/b')}/neighbours`;
    const all = NeighboursSchema.parse(await (await get(path)).json());
    expect(all.total).toBe(4);
    expect(all.neighbours[0]).toMatchObject({
      node: { name: 'FörsterNet' },
      edge: { evidence: 'We present FörsterNet.' },
    });
    const two = NeighboursSchema.parse(await (await get(`${path}?limit=2&offset=1`)).json());
    expect(two).toMatchObject({ shown: 2, total: 4 });
    expect(two.neighbours).toEqual(all.neighbours.slice(1, 3));
    const wrote = NeighboursSchema.parse(await (await get(`${path}?type=WROTE`)).json());
    expect(wrote.neighbours.map(({ node }) => node.name)).toEqual(['Ada Example']);
    expect(all.further).toBeUndefined();
  });

  it('bring what lies two steps away where it is asked for', async () => {
    const path = `/api/nodes/${encodeURIComponent('doi:10.1000/a/b')}/neighbours`;
    const { further, neighbours, total } = NeighboursSchema.parse(await (await get(`${path}?depth=2&limit=1`)).json());
    expect({ shown: neighbours.length, total }).toEqual({ shown: 1, total: 4 });
    expect(further).toMatchObject({ shown: 1, total: expect.any(Number) });
    const [far] = further?.neighbours ?? [];
    expect([far?.edge.source, far?.edge.target]).toContain(far?.via.id);
    expect([far?.edge.source, far?.edge.target]).toContain(far?.node.id);
    expect((await get(`${path}?depth=3`)).status).toBe(400);
  });
});

describe('path', () => {
  it('brings the nodes, and the edges of each step with their evidence', async () => {
    const answer = PathsSchema.parse(
      await (await get('/api/path?from=technique:forceatlas2&to=benchmark:graphbench')).json(),
    );
    expect(answer).toMatchObject({ shown: 1, total: 1 });
    expect(answer.paths[0]?.nodes.map(({ name }) => name)).toEqual([
      'ForceAtlas2',
      'Drawing with Förster forces',
      'GraphBench',
    ]);
    expect(answer.paths[0]?.steps.map(({ edges }) => edges.map(({ type }) => type))).toEqual([
      ['USES'],
      ['EVALUATES_ON'],
    ]);
  });

  it('says of how many it shows the best', async () => {
    const from = 'technique:forceatlas2';
    const one = PathsSchema.parse(
      await (await get(`/api/path?from=${from}&to=concept:key-value-cache&limit=1`)).json(),
    );
    expect(one).toMatchObject({ shown: 1, total: 1 });
    expect(one.paths[0]?.steps).toHaveLength(4);
  });
});

describe('cypher', () => {
  it('answers with columns and rows', async () => {
    const response = await post('/api/cypher', {
      query: 'MATCH (p:Paper) WHERE p.date = $date RETURN p.title AS title',
      parameters: { date: '2024-05-01' },
    });
    expect(CypherResultSchema.parse(await response.json())).toMatchObject({
      columns: ['title'],
      rows: [{ title: 'Drawing with Förster forces' }],
      truncated: false,
    });
  });

  it('says when the answer was cut', async () => {
    const response = await post('/api/cypher', { query: 'MATCH (n) RETURN n.id AS id ORDER BY id', maxRows: 2 });
    expect(await response.json()).toMatchObject({ truncated: true, rows: [{}, {}] });
  });
});

describe('export', () => {
  it.each([
    ['json', 'application/json', exportJson],
    ['gexf', 'application/gexf+xml', exportGexf],
    ['graphml', 'application/graphml+xml', exportGraphml],
    ['cypher', 'text/plain; charset=utf-8', exportCypher],
    ['nodes-csv', 'text/csv; charset=utf-8', nodesCsv],
    ['edges-csv', 'text/csv; charset=utf-8', edgesCsv],
  ] as const)('as %s is the file that the command writes', async (format, type, write) => {
    const response = await app.request(`/api/export?format=${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="stemma[.-][\w.-]+"$/);
    let written = '';
    for await (const chunk of write(assembleGraph(records), 'stemma')) written += chunk;
    expect(written.length).toBeGreaterThan(200);
    expect(await response.text()).toBe(written);
  });

  it('is JSON where no format is named, and refuses one that is none', async () => {
    expect(await (await app.request('/api/export')).json()).toMatchObject({ nodes: expect.any(Array) });
    const refused = await app.request('/api/export?format=pdf');
    expect(refused.status).toBe(400);
    expect(ErrorSchema.parse(await refused.json()).error.path).toBe('query.format');
  });

  it('is sent in pieces, and stops where nobody reads on', async () => {
    let written = 0;
    const nodes = Array.from({ length: 4_000 }, () => ({
      get id() {
        return `${written++}`;
      },
      label: 'Paper',
      text: 'x'.repeat(1_000),
    }));
    const { body } = sendExport({ nodes, edges: [] } as unknown as KnowledgeGraph, 'stemma', 'json');
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.cancel();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(written).toBeLessThan(1_000);
  });
});

describe('what does not fit is refused with a reason', () => {
  const cases: [string, () => Response | Promise<Response>, number, string][] = [
    ['an unknown node', () => get('/api/nodes/technique:none'), 404, 'unknown-node'],
    ['a path to nowhere', () => get('/api/path?from=technique:forsternet&to=technique:none'), 404, 'unknown-node'],
    ['a path without an end', () => get('/api/path?from=technique:forsternet'), 400, 'bad-request'],
    ['an unknown route', () => get('/api/none'), 404, 'no-such-route'],
    ['no search text', () => get('/api/search'), 400, 'bad-request'],
    ['a limit that is none', () => get('/api/overview?limit=many'), 400, 'bad-request'],
    [
      'a body that is no JSON',
      () => get('/api/cypher', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' }),
      400,
      'bad-request',
    ],
    ['a query that cannot be parsed', () => post('/api/cypher', { query: 'MATCH (p:Paper RETURN' }), 400, 'syntax'],
    ['a query that writes', () => post('/api/cypher', { query: 'CREATE (p:Paper {id: "x"})' }), 403, 'not-allowed'],
    ['a body that is too large', () => post('/api/cypher', { query: 'x'.repeat(300_000) }), 400, 'too-large'],
    ['another host', () => get('/api/stats', { headers: { host: 'evil.example' } }), 403, 'wrong-host'],
    ['another origin', () => get('/api/stats', { headers: { origin: 'http://evil.example' } }), 403, 'wrong-host'],
    ['a way out of the page folder', () => get('/..%2f..%2fpackage.json'), 404, 'not-found'],
  ];
  it.each(cases)('%s', async (_, request, status, code) => {
    const response = await request();
    expect(ErrorSchema.parse(await response.json()).error.code).toBe(code);
    expect(response.status).toBe(status);
  });
});

it('suggestions lead to nodes of the graph', async () => {
  const { suggestions } = OverviewSchema.parse(await (await get('/api/overview')).json());
  expect(suggestions.length).toBeGreaterThan(1);
  for (const suggestion of suggestions) {
    if ('question' in suggestion) continue;
    for (const id of [suggestion.node, suggestion.to]) {
      if (id !== undefined) expect((await get(`/api/nodes/${encodeURIComponent(id)}`)).status).toBe(200);
    }
  }
});

it('the page carries the nonce of its own answer, which its policy asks of styles, and is not kept', async () => {
  const nonces = await Promise.all(
    ['/', '/index.html'].map(async (path) => {
      const answer = await get(path);
      const page = await answer.text();
      const [, nonce = ''] =
        /style-src 'self' 'nonce-([^']{16,})';/.exec(answer.headers.get('content-security-policy') ?? '') ?? [];
      expect(page).toContain(`<meta property="csp-nonce" nonce="${nonce}"`);
      expect(page).not.toContain('__NONCE__');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return nonce;
    }),
  );
  expect(new Set(nonces).size).toBe(2);
});

it('nothing in the page may make styles or scripts of its own', async () => {
  expect((await get('/')).headers.get('content-security-policy')).not.toContain('unsafe');
});

it('scripts may come from the server alone', async () => {
  const policy = (await get('/api/health')).headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});
