/** `stemma path`: names as a person writes them, the evidence of each step, and what cannot be found. */
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { writeGraph } from '../../src/store/index.js';
import { record } from '../support/records.js';
import { freshFolder, stemma } from '../support/stemma.js';

const folder = join(freshFolder(), 'graph');
const FOO = 'FooNet (FN) builds on BarNet.';
const BAZ = 'Bazzer is inspired by BarNet.';
const records = [
  record({
    id: 'arxiv:2501.00001',
    title: 'On FooNet',
    abstract: FOO,
    date: '2025-01-02',
    authors: ['Ada Example'],
    entities: [{ name: 'FooNet', role: 'introduces', surfaces: ['FooNet', 'FN'] }, { name: 'BarNet' }],
    relations: [['FooNet', 'BUILDS_ON', 'BarNet', FOO]],
  }),
  record({
    id: 'arxiv:2501.00002',
    title: 'On Bazzer',
    abstract: BAZ,
    entities: [{ name: 'Bazzer', type: 'Model' }, { name: 'BarNet' }],
    relations: [['Bazzer', 'BUILDS_ON', 'BarNet', BAZ]],
  }),
  record({ id: 'arxiv:2501.00003', title: 'Alone', abstract: 'Alonely.', entities: [{ name: 'Alonely' }] }),
  // Two senses of one name.
  record({
    id: 'arxiv:2501.00004',
    title: 'Mercury',
    abstract: 'Mercury.',
    entities: [{ name: 'Mercury', type: 'Model' }],
  }),
  record({ id: 'arxiv:2501.00005', title: 'mercury', abstract: 'No name.', entities: [] }),
];
const path = (...args: string[]) => stemma(['path', ...args, '--graph', folder]);

beforeAll(async () => {
  await writeGraph(folder, {
    meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
    graph: assembleGraph(records),
    records,
  });
});

it('tells the steps and the sentences behind them', () => {
  const { status, stdout } = path('foonet', 'bazzer');
  expect(status).toBe(0);
  expect(stdout.split('\n')).toEqual([
    'From FooNet to Bazzer: 2 steps, 1 path.',
    '',
    '1. FooNet – BarNet – Bazzer',
    '   FooNet builds on BarNet',
    `     arxiv:2501.00001: ${FOO}`,
    '   Bazzer builds on BarNet',
    `     arxiv:2501.00002: ${BAZ}`,
    '',
  ]);
});

it('finds papers by title and nodes by id, and gives JSON to programs', () => {
  const { status, stdout } = path('On FooNet', 'model:bazzer', '--json', '--limit', '3');
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(answer).toMatchObject({
    from: { id: 'arxiv:2501.00001', label: 'Paper', name: 'On FooNet' },
    to: { id: 'model:bazzer' },
    shown: 1,
    total: 1,
  });
  expect(answer.paths[0].nodes.map(({ id }: { id: string }) => id)).toEqual([
    'arxiv:2501.00001',
    'technique:barnet',
    'model:bazzer',
  ]);
  expect(answer.paths[0].steps[1].edges[0]).toMatchObject({ type: 'BUILDS_ON', evidence: [BAZ] });
});

it('says that nothing joins two nodes', () => {
  expect(path('FooNet', 'Alonely')).toMatchObject({ status: 0, stdout: 'Nothing joins FooNet and Alonely.\n' });
  expect(JSON.parse(path('FooNet', 'Alonely', '--json').stdout)).toMatchObject({ paths: [], shown: 0, total: 0 });
});

it('lists what is near an unknown name, and the senses of an ambiguous one', () => {
  const unknown = path('FooNett', 'Bazzer');
  expect(unknown).toMatchObject({ status: 1, stdout: '' });
  expect(unknown.stderr).toMatch(/FooNett.*technique:foonet/);
  const senses = path('Mercury', 'Bazzer');
  expect(senses.status).toBe(1);
  expect(senses.stderr).toMatch(/arxiv:2501\.00004.*model:mercury/);
});
