/** Adding papers over HTTP: looked at first, then added by the graph's own extractor, and refused with a reason. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paperReader, safeName } from '../../src/cli/paper-reader.js';
import { Curator, createApp } from '../../src/serve/index.js';
import { AddedSchema, ErrorSchema, NodeDetailSchema, PreviewSchema, SearchSchema } from '../../src/serve/schemas.js';
import { EmbeddedStore, readGraph } from '../../src/store/index.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder, stemma } from '../support/stemma.js';

const FIRST = `We introduce RiverNet, a model of currents in rivers. RiverNet builds on TideFormer and is evaluated on
FlowBench, where it outperforms TideFormer by four points.\n`;
const SECOND = `We present BrookNet, a small model of currents in streams. BrookNet extends RiverNet and is evaluated on
FlowBench with far fewer parameters than RiverNet.\n`;

const dir = join(freshFolder(), 'graph');
const stores: EmbeddedStore[] = [];
let app: ReturnType<typeof createApp>;

async function serve(readOnly = false): Promise<ReturnType<typeof createApp>> {
  const { graph, databasePath } = await readGraph(dir);
  const openStore = (path: string) => {
    const store = new EmbeddedStore(path);
    stores.push(store);
    return store;
  };
  return createApp({
    graph,
    store: openStore(databasePath),
    queries: [],
    about: { graph: 'stemma', version: '0.0.0' },
    curator: new Curator({ dir, graph, readOnly, openStore }),
    reader: paperReader,
    webRoot: join(projectRoot, 'dist', 'web'),
    hosts: ['127.0.0.1'],
  });
}

beforeAll(async () => {
  const file = join(freshFolder(), 'first.txt');
  writeFileSync(file, FIRST);
  const built = stemma(['build', file, '--graph', dir, '--extractor', 'fast', '--as-of', '2026-06-01']);
  expect(built.status).toBe(0);
  app = await serve();
});
afterAll(async () => {
  for (const store of stores) await store.close();
});

type Given = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

function send(files: Given, query = '', headers: Record<string, string> = {}, to = app) {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append('files', new File([content], name));
  return to.request(`http://127.0.0.1/api/papers${query}`, { method: 'POST', body, headers });
}
const get = (path: string) => app.request(`http://127.0.0.1${path}`);
const found = async (name: string) =>
  SearchSchema.parse(await (await get(`/api/search?q=${name}`)).json()).hits.map(({ name }) => name);

describe('papers over HTTP', () => {
  it('are looked at first: what is in them, and nothing is added', async () => {
    const before = readdirSync(dir);
    const response = await send({ 'brooks.txt': SECOND, 'first.txt': FIRST }, '?preview=true');
    expect(response.status).toBe(200);
    const { papers, total, refused } = PreviewSchema.parse(await response.json());
    expect(total).toBe(2);
    expect(refused).toEqual([]);
    const [known, fresh] = [true, false].map((known) => papers.find((paper) => paper.known === known));
    expect(known?.entities.map(({ name }) => name)).toContain('RiverNet');
    const brook = fresh?.entities.find(({ name }) => name === 'BrookNet');
    expect(brook).toMatchObject({ role: 'introduces' });
    expect(SECOND).toContain(brook?.evidence);
    expect(fresh?.relations).toContainEqual(
      expect.objectContaining({ from: 'BrookNet', type: 'BUILDS_ON', to: 'RiverNet' }),
    );
    expect(readdirSync(dir)).toEqual(before);
    expect(await found('BrookNet')).toEqual([]);
  });

  it('are added by the graph of one build of everything, and served at once; the source is the name of the file', async () => {
    const response = await send({ '../../brooks.txt': SECOND }, '', { accept: 'text/event-stream' });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = (await response.text())
      .split('\n\n')
      .filter(Boolean)
      .map((event) => /^event: (\w+)\ndata: (.*)$/.exec(event)?.slice(1) ?? [event]);
    expect(events.some(([name]) => name === 'progress')).toBe(true);
    const [name, data = ''] = events.at(-1) ?? [];
    expect(name).toBe('done');
    const added = AddedSchema.parse(JSON.parse(data));
    expect(added).toMatchObject({ read: 1, merged: 0, total: 1 });
    expect(await found('BrookNet')).toContain('BrookNet');
    const id = encodeURIComponent(added.papers[0]?.id ?? '');
    const { node } = NodeDetailSchema.parse(await (await get(`/api/nodes/${id}`)).json());
    expect('sources' in node && node.sources).toEqual([{ file: 'brooks.txt', line: 1 }]);

    const [one, two, whole] = [
      join(freshFolder(), 'first.txt'),
      join(freshFolder(), 'b.txt'),
      join(freshFolder(), 'g'),
    ];
    writeFileSync(one, FIRST);
    writeFileSync(two, SECOND);
    stemma(['build', one, two, '--graph', whole, '--extractor', 'fast', '--as-of', '2026-06-01']);
    const ids = async (folder: string) => (await readGraph(folder)).graph.nodes.map(({ id }) => id);
    expect(await ids(dir)).toEqual(await ids(whole));
  });

  it('that are there already are merged, and nothing is new', async () => {
    const added = AddedSchema.parse(await (await send({ 'again.txt': SECOND })).json());
    expect(added).toMatchObject({ papers: [], total: 0, read: 1, merged: 1 });
  });

  it('which are none are refused with the reason, and the good ones beside them are kept', async () => {
    const none = await send({ 'a.bin': new Uint8Array([0, 1, 2, 0, 255]) });
    expect(none.status).toBe(400);
    expect(ErrorSchema.parse(await none.json()).error).toMatchObject({ code: 'no-paper' });
    const some = await send({ 'a.bin': new Uint8Array([0, 1, 2, 0, 255]), 'b.txt': SECOND }, '?preview=true');
    const { refused, total } = PreviewSchema.parse(await some.json());
    expect([total, refused.map(({ file, code }) => [file, code])]).toEqual([1, [['a.bin', 'not-text']]]);
  });

  it('say what went wrong as an event, to who asked for events', async () => {
    const response = await send({ 'a.bin': new Uint8Array([0]) }, '?preview=true', { accept: 'text/event-stream' });
    expect(await response.text()).toMatch(/event: failed\ndata: \{"code":"no-paper"/);
  });

  it('wait for one another', async () => {
    const [one, other] = await Promise.all([
      send({ 'a.txt': SECOND }, '?preview=true'),
      send({ 'b.txt': SECOND }, '?preview=true'),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
  });

  it.each([
    ['a page of another origin', { 'sec-fetch-site': 'cross-site' }, false, 'wrong-origin'],
    ['a server that only shows', {}, true, 'read-only'],
  ])('are refused by or from %s', async (_, headers, readOnly, code) => {
    const response = await send({ 'a.txt': SECOND }, '', headers, readOnly ? await serve(true) : app);
    expect(response.status).toBe(403);
    expect(ErrorSchema.parse(await response.json()).error.code).toBe(code);
  });

  it('must be files', async () => {
    const body = new FormData();
    body.append('files', 'no file');
    const response = await app.request('http://127.0.0.1/api/papers', { method: 'POST', body });
    expect(response.status).toBe(400);
  });
});

describe('the name of a file that is given', () => {
  it.each([
    ['notes.txt', 'notes.txt'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\papers\\new one.bib', 'new one.bib'],
    ['-', 'papers'],
    ['--graph', 'graph'],
    ['.hidden', 'hidden'],
    ['a\u0000b\n<c>.txt', 'a_b__c_.txt'],
    ['Übersicht.ris', 'Übersicht.ris'],
  ])('%j becomes %j', (name, safe) => expect(safeName(name)).toBe(safe));
});
