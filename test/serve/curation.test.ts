/** Edits over HTTP: applied to the graph that is served, kept in `curation.yaml`, taken back, and refused with a reason. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { readCuration } from '../../src/curation/index.js';
import { assembleGraph, countGraph } from '../../src/graph/index.js';
import { Curator, createApp } from '../../src/serve/index.js';
import { CurationChangeSchema, CurationSchema, ErrorSchema, NodeDetailSchema } from '../../src/serve/schemas.js';
import { EmbeddedStore, openGraph, readGraph, writeGraph } from '../../src/store/index.js';
import { record } from '../support/records.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';

const records = [
  record({
    id: 'arxiv:2501.00001',
    title: 'Cutting trees',
    abstract: 'We present tree pruning. It builds on limb removal. Zenith uses it.',
    entities: [
      { name: 'tree pruning', role: 'introduces' },
      { name: 'limb removal' },
      { name: 'Zenith', type: 'Model' },
    ],
    relations: [['tree pruning', 'BUILDS_ON', 'limb removal', 'It builds on limb removal.']],
  }),
  record({
    id: 'arxiv:2501.00002',
    title: 'Cutting more trees',
    abstract: 'Branch cutting helps Apex.',
    entities: [
      { name: 'branch cutting', surfaces: ['Branch cutting'], role: 'introduces' },
      { name: 'Apex', type: 'Model' },
    ],
  }),
];
const TREE = 'technique:tree-pruning';
const BRANCH = 'technique:branch-cutting';

let dir: string;
let app: ReturnType<typeof createApp>;
let stores: EmbeddedStore[];

async function serve(readOnly = false): Promise<ReturnType<typeof createApp>> {
  const { graph, folder, databasePath } = await readGraph(dir);
  const openStore = (path: string) => {
    const store = new EmbeddedStore(path);
    stores.push(store);
    return store;
  };
  return createApp({
    graph,
    store: openStore(databasePath),
    queries: [],
    about: { graph: 'stemma', extractor: 'test', asOf: '2026-01-01', version: '0.0.0' },
    curator: new Curator({ dir, graph, folder, readOnly, openStore }),
    webRoot: join(projectRoot, 'dist', 'web'),
    hosts: ['127.0.0.1', 'localhost'],
  });
}

const built = join(freshFolder(), 'graph');
beforeAll(async () => {
  const graph = assembleGraph(records);
  const meta = { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, ...countGraph(graph) };
  await writeGraph(built, { meta, graph, records });
});
beforeEach(async () => {
  dir = join(freshFolder(), 'graph');
  cpSync(built, dir, { recursive: true });
  stores = [];
  app = await serve();
});
afterEach(async () => {
  for (const store of stores) await store.close();
});

const get = (path: string, init?: RequestInit) => app.request(`http://127.0.0.1:4747${path}`, init);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  get(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const change = async (path: string, body: unknown) => {
  const response = await post(path, body);
  if (response.status !== 200) throw new Error(await response.text());
  return CurationChangeSchema.parse(await response.json());
};
const refusal = async (response: Response) => ({
  status: response.status,
  ...ErrorSchema.parse(await response.json()).error,
});
const detail = async (id: string) =>
  NodeDetailSchema.parse(await (await get(`/api/nodes/${encodeURIComponent(id)}`)).json());
const file = () => readFileSync(join(dir, 'curation.yaml'), 'utf8');
const names = async (where: string) => {
  const answer = await post('/api/cypher', {
    query: `MATCH (n:Technique) WHERE ${where} RETURN n.name AS name ORDER BY name`,
  });
  if (answer.status !== 200) throw new Error(await answer.text());
  return ((await answer.json()) as { rows: { name: string }[] }).rows.map(({ name }) => name);
};

describe('an edit', () => {
  it('is served at once: nodes, search and database; and written with names', async () => {
    const answer = await change('/api/curation', { merge: BRANCH, into: TREE });
    expect(answer).toEqual({
      edits: [{ merge: 'branch cutting', into: 'tree pruning' }],
      writable: true,
      undo: true,
      node: TREE,
    });
    const { node, reasons } = await detail(TREE);
    expect(node).toMatchObject({ aliases: ['Branch cutting', 'branch cutting'], papers: 2 });
    expect(reasons?.[1]).toMatchObject({ alias: 'branch cutting', chain: [{ b: 'tree pruning', rule: 'curation' }] });
    expect((await get(`/api/nodes/${BRANCH}`)).status).toBe(404);
    expect(await (await get('/api/search?q=branch')).json()).toMatchObject({ hits: [{ id: TREE }] });
    expect(await names('true')).toEqual(['limb removal', 'tree pruning']);
    expect(file()).toContain('- merge: branch cutting\n    into: tree pruning\n');
    expect(CurationSchema.parse(await (await get('/api/curation')).json()).edits).toHaveLength(1);
  });

  it('is in the graph folder too: a server that starts later serves the same', async () => {
    await change('/api/curation', { retype: 'Apex', to: 'Benchmark' });
    const { graph, meta } = await readGraph(dir);
    expect(graph.nodes.map(({ id }) => id)).toContain('benchmark:apex');
    expect(meta.nodes).toMatchObject({ Benchmark: 1, Model: 1 });
  });

  it('of a rejected edge leaves no trace of it', async () => {
    const path = `/api/nodes/${TREE}/neighbours?type=BUILDS_ON`;
    expect(await (await get(path)).json()).toMatchObject({ total: 1 });
    const answer = await change('/api/curation', { reject: 'BUILDS_ON', from: TREE, to: 'technique:limb-removal' });
    expect(answer.node).toBeUndefined();
    expect(await (await get(path)).json()).toMatchObject({ total: 0 });
  });

  it('moves nothing: what stood keeps its place, under a new id as well', async () => {
    const before = (await readGraph(dir)).graph.nodes;
    await change('/api/curation', { retype: 'model:apex', to: 'Technique' });
    await change('/api/curation', { merge: 'technique:apex', into: TREE });
    await change('/api/curation/undo', {});
    const after = (await readGraph(dir)).graph.nodes;
    const place = (nodes: typeof after, id: string) => {
      const { x, y, community } = nodes.find((node) => node.id === id) ?? {};
      return { x, y, community };
    };
    for (const { id } of before) if (id !== 'model:apex') expect(place(after, id)).toEqual(place(before, id));
    expect(place(after, 'technique:apex')).toEqual(place(before, 'model:apex'));
  });

  it('waits for no query, and ends none', async () => {
    const slow = post('/api/cypher', {
      query: 'UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b RETURN count(*) AS n',
    });
    await change('/api/curation', { rename: TREE, to: 'Pruning' });
    expect(await (await slow).json()).toMatchObject({ rows: [{ n: 9_000_000 }] });
    expect(await names('true')).toContain('Pruning');
    // The store of the version before is closed then.
    await expect
      .poll(() => stores[0]?.query('RETURN 1', { maxRows: 1, timeoutMs: 1_000 }).catch(String))
      .toMatch(/closed/);
  });
});

describe('undo', () => {
  it('takes the last edit back, and leaves the others and the comments', async () => {
    writeFileSync(join(dir, 'curation.yaml'), '# mine\nversion: 1\nedits:\n  - { rename: Apex, to: Top } # so\n');
    await change('/api/curation', { merge: BRANCH, into: TREE });
    const answer = await change('/api/curation/undo', { edits: 2 });
    expect(answer).toEqual({ edits: [{ rename: 'Apex', to: 'Top' }], writable: true, undo: true });
    expect(file()).toBe('# mine\nversion: 1\nedits:\n  - { rename: Apex, to: Top } # so\n');
    expect((await detail(BRANCH)).node.name).toBe('branch cutting');
    expect((await detail('model:apex')).node.name).toBe('Top');
  });

  it('is refused where there is nothing, or something else by now', async () => {
    expect(await refusal(await post('/api/curation/undo', {}))).toMatchObject({ status: 400, code: 'nothing-to-undo' });
    await change('/api/curation', { merge: BRANCH, into: TREE });
    expect(await refusal(await post('/api/curation/undo', { edits: 2 }))).toMatchObject({
      status: 409,
      code: 'changed',
    });
    expect((await readCuration(dir)).edits).toHaveLength(1);
  });

  it('takes back the one that is meant, wherever it stands, and no other line', async () => {
    const text = '# mine\nversion: 1\nedits:\n  # one\n  - { rename: Apex, to: Top } # so\n  # two\n';
    writeFileSync(join(dir, 'curation.yaml'), text);
    await change('/api/curation', { merge: BRANCH, into: TREE });
    const answer = await change('/api/curation/undo', { index: 0, edit: { rename: 'Apex', to: 'Top' } });
    expect(answer.edits).toEqual([{ merge: 'branch cutting', into: 'tree pruning' }]);
    expect(file()).toBe(
      '# mine\nversion: 1\nedits:\n  # one\n  - merge: branch cutting\n    into: tree pruning\n  # two\n',
    );
    expect((await detail('model:apex')).node.name).toBe('Apex');
    expect((await detail(TREE)).node).toMatchObject({ papers: 2 });
  });

  it('is refused where another edit, written by hand, stands in the place of the one that is meant', async () => {
    const edit = (await change('/api/curation', { merge: BRANCH, into: TREE })).edits[0];
    const byHand = 'version: 1\nedits:\n  - { rename: Apex, to: Top } # by hand\n';
    writeFileSync(join(dir, 'curation.yaml'), byHand);
    for (const request of [{ edit }, { edit, index: 0 }, { edit, index: 7 }]) {
      expect(await refusal(await post('/api/curation/undo', request))).toMatchObject({ status: 409, code: 'changed' });
    }
    // The place alone does not say which edit is meant.
    expect(await refusal(await post('/api/curation/undo', { index: 0 }))).toMatchObject({
      status: 400,
      code: 'bad-request',
    });
    expect(file()).toBe(byHand);
  });

  it('is refused where a later edit needs it, at the line of that one, and nothing is written', async () => {
    const text =
      'version: 1\nedits:\n  - { rename: Apex, to: Top }\n  - { rename: limb removal, to: x }\n  - { retype: Top, to: Benchmark }\n';
    writeFileSync(join(dir, 'curation.yaml'), text);
    const request = { index: 0, edit: { rename: 'Apex', to: 'Top' } };
    expect(await refusal(await post('/api/curation/undo', request))).toMatchObject({
      status: 400,
      code: 'unknown-name',
      line: 5,
      message: expect.stringMatching(/curation\.yaml:5:5: .*"Top"/),
    });
    expect(file()).toBe(text);
  });
});

describe('what cannot be applied is refused, and nothing is written', () => {
  const cases: [string, unknown, number, string, RegExp][] = [
    ['an unknown name', { merge: 'Apx', into: TREE }, 400, 'unknown-name', /^nothing is called "Apx"; near: "Apex"/],
    ['a node with itself', { merge: TREE, into: TREE }, 400, 'self-merge', /itself/],
    ['what is so already', { retype: TREE, to: 'Technique' }, 400, 'nothing-to-do', /^nothing to do: /],
    ['an edge that is not there', { reject: 'USES', from: 'arxiv:2501.00001', to: TREE }, 400, 'nothing-to-do', /./],
    ['a wrong label', { retype: TREE, to: 'Method' }, 400, 'bad-request', /Concept, Benchmark/],
    ['an unknown kind', { join: TREE }, 400, 'bad-request', /merge, split, rename/],
    ['no JSON object', 'merge', 400, 'bad-request', /merge, split, rename/],
  ];
  it.each(cases)('%s', async (_, edit, status, code, message) => {
    const before = await openGraph(dir);
    expect(await refusal(await post('/api/curation', edit))).toMatchObject({
      status,
      code,
      message: expect.stringMatching(message),
    });
    expect(await openGraph(dir)).toEqual(before);
    expect(readdirSync(dir)).not.toContain('curation.yaml');
  });

  it('over a file with a mistake, at its line', async () => {
    writeFileSync(join(dir, 'curation.yaml'), 'version: 1\nedits:\n  - { rename: Apx, to: Top }\n');
    const refused = await refusal(await post('/api/curation', { merge: BRANCH, into: TREE }));
    expect(refused).toMatchObject({ status: 400, code: 'unknown-name', line: 3, column: 5 });
    writeFileSync(join(dir, 'curation.yaml'), 'version: 1\nedit:\n');
    expect(await refusal(await get('/api/curation'))).toMatchObject({ status: 400, code: 'bad-curation', line: 2 });
  });

  it('while another one is applied', async () => {
    const answers = await Promise.all([
      post('/api/curation', { merge: BRANCH, into: TREE }),
      post('/api/curation', { rename: 'Apex', to: 'Top' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await readCuration(dir)).edits).toHaveLength(1);
  });

  it('on a server that is read-only, which still shows the edits', async () => {
    await change('/api/curation', { merge: BRANCH, into: TREE });
    app = await serve(true);
    expect(await (await get('/api/curation')).json()).toMatchObject({ edits: [{}], writable: false });
    for (const path of ['/api/curation', '/api/curation/undo']) {
      const body = path.endsWith('undo') ? {} : { rename: 'Apex', to: 'Top' };
      expect(await refusal(await post(path, body))).toMatchObject({ status: 403, code: 'read-only' });
    }
  });

  const foreign: [string, Record<string, string>][] = [
    ['another site', { origin: 'http://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:3000' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['another site, by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site, by what the browser says', { 'sec-fetch-site': 'same-site' }],
  ];
  it.each(foreign)('from %s', async (_, headers) => {
    for (const path of ['/api/curation', '/api/curation/undo']) {
      const body = path.endsWith('undo') ? {} : { rename: 'Apex', to: 'Top' };
      expect((await post(path, body, { host: '127.0.0.1:4747', ...headers })).status).toBe(403);
    }
    expect(readdirSync(dir)).not.toContain('curation.yaml');
  });

  it('but not from the explorer itself', async () => {
    const headers = { host: '127.0.0.1:4747', origin: 'http://127.0.0.1:4747', 'sec-fetch-site': 'same-origin' };
    expect((await post('/api/curation', { rename: 'Apex', to: 'Top' }, headers)).status).toBe(200);
  });
});

describe('a build on the command line while the graph is served', () => {
  const more = record({
    id: 'arxiv:2501.00003',
    abstract: 'We present root trimming.',
    entities: [{ name: 'root trimming', role: 'introduces' }],
  });
  const ROOT = 'technique:root-trimming';
  const rebuild = async () => {
    const all = [...records, more];
    const graph = assembleGraph(all);
    const meta = { extractor: 'other', extractorVersion: '1', asOf: '2026-02-02', sample: false, ...countGraph(graph) };
    await writeGraph(dir, { meta, graph, records: all });
  };
  const status = async () => (await get(`/api/nodes/${encodeURIComponent(ROOT)}`)).status;

  it('is seen by who reloads the page: nodes, database and how it was made', async () => {
    await rebuild();
    expect(await status()).toBe(404);
    const pages = await Promise.all([get('/'), get('/')]);
    expect(pages.map((page) => page.status)).toEqual([200, 200]);
    expect(await status()).toBe(200);
    expect(await names("n.name = 'root trimming'")).toEqual(['root trimming']);
    expect(await (await get('/api/stats')).json()).toMatchObject({ extractor: 'other', asOf: '2026-02-02' });
    expect(stores).toHaveLength(2);
    await change('/api/curation', { rename: ROOT, to: 'Root Trimming' });
    expect((await detail(ROOT)).node.name).toBe('Root Trimming');
  });

  it('is seen where nobody may edit, too', async () => {
    app = await serve(true);
    await rebuild();
    await get('/');
    expect(await status()).toBe(200);
  });

  it('that left something broken behind leaves the page as it was', async () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    writeFileSync(join(dir, 'current.json'), '{');
    expect((await get('/')).status).toBe(200);
    expect(silent).toHaveBeenCalledOnce();
    silent.mockRestore();
    expect((await detail(TREE)).node.name).toBe('tree pruning');
  });
});
