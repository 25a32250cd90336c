/** Lineages over HTTP: each answer fits its schema, says of how many, can be drawn, and refuses what is no method. */
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { LineageAnswerSchema, MethodProfileSchema } from '../../src/model/index.js';
import { Curator, createApp } from '../../src/serve/index.js';
import { ErrorSchema } from '../../src/serve/schemas.js';
import { EmbeddedStore, openGraph, writeGraph } from '../../src/store/index.js';
import { ALPHABET, paper } from '../lineage/family.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';

const records = [...ALPHABET, paper('2025-07', 'Foxtrot', 'Delta', 'gradient descent')];
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
  store = new EmbeddedStore((await openGraph(folder)).databasePath);
  app = createApp({
    graph,
    store,
    queries: [],
    about: { graph: 'stemma', extractor: 'test', asOf: '2026-01-01', version: '0.0.0' },
    curator: new Curator({ dir: folder, graph, openStore: (path) => new EmbeddedStore(path) }),
    webRoot: join(projectRoot, 'dist', 'web'),
  });
});
afterAll(() => store.close());

const get = (path: string) => app.request(`http://127.0.0.1/api/${path}`);
const answer = async (path: string) => LineageAnswerSchema.parse(await (await get(path)).json());
const names = (methods: readonly { name: string }[]) => methods.map(({ name }) => name).sort();

describe('GET /api/lineage/{id}', () => {
  it('answers with methods, sentences and places', async () => {
    const found = await answer('lineage/technique:delta');
    expect(names(found.methods)).toEqual(['Alfa', 'Bravo', 'Charlie', 'Delta', 'Echo', 'Foxtrot']);
    expect(found).toMatchObject({ of: 'technique:delta', shown: 6, total: 6 });
    expect(found.drawing?.methods).toHaveLength(6);
    expect(found.drawing?.lines).toHaveLength(found.steps.length);
    expect(found.steps.every(({ statements }) => statements[0]?.evidence.includes('extends'))).toBe(true);
  });

  it('says where in its paper each sentence stands', async () => {
    const { steps } = await answer('lineage/technique:delta');
    for (const { title, end, text } of steps.flatMap(({ statements }) => statements)) {
      expect(text?.title).toBe(title.length);
      expect(end).toBeLessThanOrEqual(text?.length ?? 0);
    }
  });

  it('goes one way, so far, with so many, and with the common tools', async () => {
    expect(names((await answer('lineage/technique:delta?direction=descendants')).methods)).toEqual([
      'Delta',
      'Echo',
      'Foxtrot',
    ]);
    expect(names((await answer('lineage/technique:echo?direction=ancestors&depth=1')).methods)).toEqual([
      'Bravo',
      'Delta',
      'Echo',
    ]);
    expect(await answer('lineage/technique:delta?limit=2')).toMatchObject({ shown: 2, total: 6 });
    expect(names((await answer('lineage/technique:delta?generic=true')).methods)).not.toContain('gradient descent');
    expect(names((await answer('lineage/technique:foxtrot')).methods)).toContain('gradient descent');
  });

  it('folds what it is asked to fold', async () => {
    const folded = await answer('lineage/technique:alfa?fold=technique:bravo&fold=technique:charlie');
    expect(names(folded.methods)).toEqual(['Alfa', 'Bravo', 'Charlie']);
    expect(folded.methods.find(({ name }) => name === 'Charlie')?.hidden).toBe(3);
  });

  it('shows the chain to another', async () => {
    expect(await answer('lineage/technique:echo?to=technique:charlie')).toMatchObject({
      relation: 'descends',
      mainPath: ['technique:echo', 'technique:delta', 'technique:charlie'],
    });
  });

  it('is a picture or a diagram of the same on request', async () => {
    const svg = await get('lineage/technique:delta?format=svg');
    expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    const picture = new DOMParser({ onError: (_, message) => expect.fail(message) }).parseFromString(
      await svg.text(),
      'image/svg+xml',
    );
    expect(picture.getElementsByTagName('path')).toHaveLength(6);
    expect(await (await get('lineage/technique:delta?format=mermaid')).text()).toMatch(/^flowchart LR/);
    expect(await (await get('lineage?format=dot')).text()).toMatch(/^digraph/);
  });

  it('refuses what is no method, and what does not fit', async () => {
    for (const path of ['lineage/technique:none', `lineage/${records[0]?.paper.id}`, 'methods/technique:none']) {
      const refused = await get(path);
      expect(refused.status).toBe(404);
      expect(ErrorSchema.parse(await refused.json()).error.code).toBe('unknown-method');
    }
    expect((await get('lineage/technique:delta?to=technique:none')).status).toBe(404);
    const bad = await get('lineage/technique:delta?depth=0');
    expect(bad.status).toBe(400);
    expect(ErrorSchema.parse(await bad.json()).error.path).toBe('query.depth');
  });
});

it('GET /api/lineage answers with the main path of the whole graph', async () => {
  const { mainPath, methods } = await answer('lineage');
  expect(mainPath.slice(-3)).toEqual(['technique:delta', 'technique:bravo', 'technique:alfa']);
  expect(methods.length).toBeGreaterThanOrEqual(mainPath.length);
});

it('GET /api/methods/{id} answers with the whole profile', async () => {
  const profile = MethodProfileSchema.parse(await (await get('methods/technique:delta')).json());
  expect(profile).toMatchObject({ method: { name: 'Delta' }, branchCount: 2 });
  expect(names(profile.branches.map(({ method }) => method))).toEqual(['Echo', 'Foxtrot']);
});

it('both are described', async () => {
  const { paths } = (await (await get('openapi.json')).json()) as { paths: object };
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/lineage', '/api/lineage/{id}', '/api/methods/{id}']),
  );
});
