/** The graph on disk: written whole, put in force at once, and readable whatever kills a build. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EmbeddedStore, type GraphContent, openGraph, readGraph, readMeta, writeGraph } from '../../src/store/index.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';
import { graph } from './fixture.js';

const content: GraphContent = {
  meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
  graph,
  records: [],
};
const smaller: GraphContent = { ...content, graph: { nodes: graph.nodes.slice(0, 2), edges: [] } };
const files = (folder: string) => readdirSync(folder).sort();

async function written(first: GraphContent = content): Promise<string> {
  const dir = join(freshFolder(), 'deep', 'graph');
  await writeGraph(dir, first);
  return dir;
}

describe('what is written', () => {
  it('is read back, and its database answers', async () => {
    const dir = await written();
    const read = await readGraph(dir);
    expect(read.graph).toEqual(graph);
    expect(await readMeta(dir)).toEqual({ format: 1, graph: 'stemma', ...content.meta });
    expect(files(read.folder)).toEqual([
      'edges.jsonl',
      'graph.lbug',
      'made.jsonl',
      'members.jsonl',
      'meta.json',
      'nodes.jsonl',
      'records.jsonl',
    ]);
    const store = new EmbeddedStore(read.databasePath);
    const { rows } = await store.query('MATCH (n) RETURN count(n) AS n', { maxRows: 1, timeoutMs: 10_000 });
    expect(rows).toEqual([{ n: graph.nodes.length }]);
    await store.close();
  });

  it('has one version for one content, and says how far it is', async () => {
    const dir = await written();
    const { folder } = await openGraph(dir);
    const steps: [number, number][] = [];
    await writeGraph(dir, content, (done, total) => steps.push([done, total]));
    expect((await openGraph(dir)).folder).toBe(folder);
    const total = graph.nodes.length + graph.edges.length;
    expect(steps.at(-1)).toEqual([total, total]);
    expect(files(dir)).toEqual(['current.json', 'versions']);
  });

  it.each(['graph.lbug', 'nodes.jsonl', 'meta.json', 'made.jsonl'])(
    'is whole again when it is built again after %s was lost',
    async (name) => {
      const dir = await written();
      rmSync(join((await openGraph(dir)).folder, name));
      await writeGraph(dir, content);
      expect((await readGraph(dir)).graph).toEqual(graph);
      const store = new EmbeddedStore((await openGraph(dir)).databasePath);
      const { rows } = await store.query('MATCH (n) RETURN count(n) AS n', { maxRows: 1, timeoutMs: 10_000 });
      expect(rows).toEqual([{ n: graph.nodes.length }]);
      await store.close();
    },
  );

  it.each(['graph.lbug', 'edges.jsonl'])(
    'is whole again when it is built again after a byte of %s was lost',
    async (name) => {
      const dir = await written();
      const { folder } = await openGraph(dir);
      const sound = readFileSync(join(folder, name));
      const bytes = Buffer.from(sound);
      bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1);
      writeFileSync(join(folder, name), bytes);
      await writeGraph(dir, content);
      const again = await openGraph(dir);
      expect(again.folder).not.toBe(folder);
      expect((await readGraph(dir)).graph).toEqual(graph);
      await writeGraph(dir, content);
      expect((await openGraph(dir)).folder).toBe(again.folder);
    },
  );

  it('keeps the version before, which a server may hold, and no older one', async () => {
    const dir = await written();
    const first = await openGraph(dir);
    const store = new EmbeddedStore(first.databasePath);
    await writeGraph(dir, smaller);
    expect((await readGraph(dir)).graph).toEqual(smaller.graph);
    const { rows } = await store.query('MATCH (n) RETURN count(n) AS n', { maxRows: 1, timeoutMs: 10_000 });
    expect(rows).toEqual([{ n: graph.nodes.length }]);
    const second = await openGraph(dir);
    // Whatever the clock said when the others were written.
    utimesSync(first.folder, new Date('2099-01-01'), new Date('2099-01-01'));
    await writeGraph(dir, { ...content, graph: { nodes: [], edges: [] } });
    const third = await openGraph(dir);
    expect(files(join(dir, 'versions'))).toEqual([second, third].map(({ folder }) => basename(folder)).sort());
    await store.close();
  });

  it('clears what dead builds left, and nothing of a living one', async () => {
    const dir = await written();
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    for (const pid of [dead.pid, process.ppid]) mkdirSync(join(dir, `building-${pid}`));
    await writeGraph(dir, smaller);
    expect(files(dir)).toEqual([`building-${process.ppid}`, 'current.json', 'versions']);
  });
});

it('whatever kills a build, the graph before it is whole', async () => {
  const dir = await written();
  const others = [smaller.graph, graph];
  // The compiled store in a process of its own, writing one version after the other until it is killed.
  const script = `
    import { writeGraph } from ${JSON.stringify(join(projectRoot, 'dist', 'src', 'store', 'index.js'))};
    const [content, graphs] = JSON.parse(process.argv[1]);
    console.log('ready');
    for (let i = 0; ; i++) await writeGraph(${JSON.stringify(dir)}, { ...content, graph: graphs[i % 2] });
  `;
  for (let round = 0; round < 8; round++) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify([content, others])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 40 + round * 160));
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { graph: found, databasePath } = await readGraph(dir);
    expect(others).toContainEqual(found);
    const store = new EmbeddedStore(databasePath);
    const { rows } = await store.query('MATCH (n) RETURN count(n) AS n', { maxRows: 1, timeoutMs: 10_000 });
    expect(rows).toEqual([{ n: found.nodes.length }]);
    await store.close();
  }
});

describe('what is not there or not whole is said to be', () => {
  const cases: [string, (dir: string, folder: string) => void][] = [
    ['no-graph', (dir) => rmSync(dir, { recursive: true })],
    ['no-graph', (dir) => rmSync(join(dir, 'current.json'))],
    ['damaged', (dir) => writeFileSync(join(dir, 'current.json'), '{')],
    ['damaged', (dir) => writeFileSync(join(dir, 'current.json'), '{"format": 1, "version": "../../etc"}')],
    [
      'other-version',
      (dir) => {
        const path = join(dir, 'current.json');
        writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":2'));
      },
    ],
    ['damaged', (_, folder) => rmSync(join(folder, 'meta.json'))],
    ['damaged', (_, folder) => writeFileSync(join(folder, 'meta.json'), '{"format": 1}')],
    ['damaged', (_, folder) => rmSync(join(folder, 'edges.jsonl'))],
    ['damaged', (_, folder) => writeFileSync(join(folder, 'nodes.jsonl'), '{"id": "pap')],
  ];
  it.each(cases)('%s (%#)', async (code, damage) => {
    const dir = await written(smaller);
    damage(dir, (await openGraph(dir)).folder);
    await expect(readGraph(dir)).rejects.toMatchObject({ name: 'GraphError', code });
  });

  it('a folder that cannot be written', async () => {
    const file = join(freshFolder(), 'file');
    writeFileSync(file, '');
    await expect(writeGraph(join(file, 'graph'), content)).rejects.toMatchObject({
      name: 'GraphError',
      code: 'cannot-write',
    });
  });
});
