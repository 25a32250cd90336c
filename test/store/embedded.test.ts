/** The embedded store: it conforms, survives its database's process, and keeps every string. */
import { readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '../../src/model/index.js';
import { loadEmbedded } from '../../src/store/embedded/load.js';
import { EmbeddedStore } from '../../src/store/index.js';
import { nodeProperties } from '../../src/store/properties.js';
import { freshFolder } from '../support/stemma.js';
import { conformance } from './conformance.js';
import { graph } from './fixture.js';
import { expectAnswered, expectRefused } from './guarded.js';

const LIMITS = { maxRows: 10_000, timeoutMs: 20_000 };

async function filled(content = graph): Promise<string> {
  const path = join(freshFolder(), 'graph.lbug');
  await loadEmbedded(path, content);
  return path;
}

describe('the embedded store conforms', () => conformance('embedded', async () => new EmbeddedStore(await filled())));

const open: EmbeddedStore[] = [];
const opened = (path: string) => {
  const store = new EmbeddedStore(path);
  open.push(store);
  return store;
};
afterAll(() => Promise.all(open.map((store) => store.close())));

it('refuses what reaches beyond the graph', async () => {
  const store = opened(await filled());
  const file = join(freshFolder(), 'secret.csv');
  writeFileSync(file, 'a,b\n1,secret\n');
  const attacks = [
    `LOAD FROM '${file}' RETURN *`,
    `load from "${file}" return *`,
    `LOAD/**/FROM '${file}' RETURN *`,
    `LOAD WITH HEADERS (a STRING, b STRING) FROM '${file}' RETURN a, b`,
    `LOAD FROM '/etc/passwd' (file_format='csv') RETURN *`,
    `MATCH (p:Paper) LOAD FROM '${file}' RETURN *`,
    `RETURN 1 AS x UNION LOAD FROM '${file}' RETURN b AS x`,
    `COPY (MATCH (p:Paper) RETURN p.id) TO '${file}'`,
    `COPY Paper FROM '${file}'`,
    `EXPORT DATABASE '${file}-out'`,
    `IMPORT DATABASE '${file}-out'`,
    `ATTACH '${file}' AS other (dbtype lbug)`,
    'DETACH other',
    'USE other',
    'INSTALL httpfs',
    'FORCE INSTALL httpfs',
    'UNINSTALL httpfs',
    'LOAD EXTENSION httpfs',
    `LOAD EXTENSION '${file}'`,
    'CALL threads = 1',
    "CALL home_directory = '/tmp'",
    'CALL timeout=1000000',
    'call Threads=1',
    "CALL current_setting('home_directory') RETURN *",
    "CALL storage_info('Paper') RETURN *",
    'CALL bm_info() RETURN *',
    'CALL show_attached_databases() RETURN *',
    "CALL project_graph('g', ['Paper'], ['USES'])",
    'CREATE NODE TABLE Z(id STRING PRIMARY KEY)',
    'DROP TABLE Paper',
    'ALTER TABLE Paper ADD z STRING',
    "COMMENT ON TABLE Paper IS 'x'",
    'CREATE MACRO m(x) AS x + 1',
    'CREATE SEQUENCE s',
    'BEGIN TRANSACTION',
    'COMMIT',
    'ROLLBACK',
    'CHECKPOINT',
    'ANALYZE',
    `PROFILE LOAD FROM '${file}' RETURN *`,
    `EXPLAIN LOAD FROM '${file}' RETURN *`,
    "RETURN 1; LOAD FROM '/etc/passwd' RETURN *",
    "RETURN '\\\\'; COPY (RETURN 1) TO '/tmp/x.csv' //'",
  ];
  await expectRefused(store, attacks, LIMITS);
  const innocent = [
    'CALL show_tables() RETURN name',
    "CALL table_info('Paper') RETURN *",
    'EXPLAIN MATCH (n:Paper) RETURN n',
    "MATCH (n:Paper) WHERE n.name <> 'LOAD FROM' RETURN n.name AS load ORDER BY load",
    'MATCH (p:Paper) RETURN p.name AS `COPY_TO[3]`',
    'MATCH (`call`:Paper) RETURN `call`.name // CALL threads = 1',
    'MATCH (a:Paper)-[* SHORTEST 1..4]-(b:Paper) WHERE a.id < b.id RETURN a.id, b.id',
    'MATCH p = (a:Technique)-[:BUILDS_ON* TRAIL 1..3]->(b) RETURN length(p) AS n, a.id AS a, b.id AS b ORDER BY n',
    'MATCH (p:Paper) WHERE NOT EXISTS {MATCH (p)-[:USES]->(:Technique)} RETURN p.id',
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:USES]->(t) RETURN p.id, collect(t.name), count(DISTINCT t) ORDER BY p.id',
    'UNWIND [1, 2] AS x RETURN x UNION ALL RETURN 3 AS x',
    'MATCH (a:Paper), (b:Technique), (c:Benchmark) WHERE (a)-[:USES]->(b) AND (a)-[:EVALUATES_ON]->(c) RETURN a.id',
    'MATCH (a:Technique)-[:BUILDS_ON]->(b)-[:BUILDS_ON]->(c)-[:BUILDS_ON]->(a) RETURN a.id SKIP 0 LIMIT 1',
    'MATCH (p:Paper) WHERE false RETURN p',
  ];
  await expectAnswered(store, innocent, LIMITS);
});

it.skipIf(process.platform !== 'linux')('has few rights (told by /proc, which Linux has)', async () => {
  process.env['STEMMA_TEST_SECRET'] = 'secret';
  const path = await filled();
  const store = opened(path);
  await store.query('RETURN 1', LIMITS);
  const of = (name: string) => readFileSync(`/proc/${store.processId}/${name}`, 'utf8');
  expect(of('limits')).toMatch(/^Max file size +0 +0 /m);
  expect(of('limits')).toMatch(/^Max core file size +0 +0 /m);
  expect(of('environ')).not.toMatch(/secret|HOME|PATH/);
  expect(of('cmdline')).toContain('permission');
  expect(readlinkSync(`/proc/${store.processId}/cwd`)).toBe(realpathSync(dirname(path)));
});

it('survives the death of its process: what was asked is answered by the next', async () => {
  const store = opened(await filled());
  await store.query('RETURN 1', LIMITS);
  const child = store.processId;
  const slow = 'UNWIND range(1, 3000) AS a UNWIND range(1, 1000) AS b RETURN count(*) AS n';
  const asked = store.query(slow, LIMITS);
  process.kill(child ?? 0, 'SIGKILL');
  expect((await asked).rows).toEqual([{ n: 3_000_000 }]);
  expect(store.processId).not.toBe(child);
});

describe('a database that cannot be opened', () => {
  it('is said to be missing', async () => {
    const asked = opened(join(freshFolder(), 'none.lbug')).query('RETURN 1', LIMITS);
    await expect(asked).rejects.toMatchObject({ name: 'StoreError', code: 'cannot-open' });
  });
  it('is said to be damaged', async () => {
    const path = join(freshFolder(), 'graph.lbug');
    writeFileSync(path, 'no database');
    await expect(opened(path).query('RETURN 1', LIMITS)).rejects.toMatchObject({ code: 'cannot-open' });
  });
});

describe('a graph that is none', () => {
  const [node] = graph.nodes;
  const cases: [string, GraphNode[], GraphEdge[]][] = [
    ['duplicate', node ? [node, node] : [], []],
    ['unknown-end', [], [{ source: 'a', target: 'b', type: 'WROTE', confidence: 1 }]],
  ];
  it.each(cases)('%s', async (code, nodes, edges) => {
    await expect(filled({ nodes, edges })).rejects.toMatchObject({ name: 'StoreError', code });
  });
});

it('keeps any string, in lists too', async () => {
  // The database stores UTF-8, in which half a surrogate pair cannot be written.
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  const any = fc.oneof(
    text,
    fc.constantFrom('[', ']', '""', "''", '\\', '\n', '\r\n', ',', 'null', 'NULL', ' ', '\u0000'),
  );
  const sample = fc.sample(fc.array(any, { maxLength: 5 }), { numRuns: 400, seed: 1 });
  const nodes: GraphNode[] = sample.map((aliases, index) => ({
    id: `concept:${String(index).padStart(4, '0')}`,
    label: 'Concept',
    name: aliases[0] || '-',
    x: index / 3,
    y: -index,
    community: index,
    pagerank: 1 / (index + 1),
    aliases,
    papers: index,
  }));
  const store = opened(await filled({ nodes, edges: [] }));
  const { rows } = await store.query('MATCH (n:Concept) RETURN n ORDER BY n.id', LIMITS);
  expect(rows.map((row) => (row.n as { properties: unknown }).properties)).toEqual(nodes.map(nodeProperties));
});

it('says so when an integer would be rounded of a query in its own dialect', async () => {
  const store = opened(await filled());
  const native = 'CYPHER ladybug RETURN 9007199254740993 AS big';
  await expect(store.query(native, LIMITS)).rejects.toMatchObject({ code: 'too-large' });
  const { rows } = await store.query('RETURN CAST(9007199254740993 AS STRING) AS big', LIMITS);
  expect(rows).toEqual([{ big: '9007199254740993' }]);
});

it('refuses parameters that the driver would read as garbage', async () => {
  const asked = opened(await filled()).query('UNWIND $x AS x RETURN x.a', {
    ...LIMITS,
    parameters: { x: [{ a: 1.5 }, { a: 1 }] },
  });
  await expect(asked).rejects.toMatchObject({ code: 'bad-parameter' });
});
