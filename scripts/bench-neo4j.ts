/**
 * `npm run bench:neo4j`: a graph of 20,000 papers into a real Neo4j server in three ways, and how soon the interface answers
 * over it. Not a test: the machine is noisy, so nothing here fails on a time.
 *
 * usage: npm run bench:neo4j [-- FOLDER]   FOLDER holds a graph; by default one is built of ../shared/data/arxiv.jsonl.gz
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AFTER_IMPORT, exportNeo4jImport, importArguments } from '../src/export/neo4j-import.js';
import { splitStatements } from '../src/store/cypher-text.js';
import { loadNeo4j, type Neo4jSettings, openGraph, readEdges, readNodes, readSchema } from '../src/store/index.js';
import { connect } from '../src/store/neo4j/driver.js';
import { neo4jAdmin, startOwnNeo4j } from '../test/support/neo4j.js';
import { corpus, firstPapers, hasCorpus, writePapers } from './bench/corpus.js';
import { type Cost, costOf, load, told } from './bench/cpu.js';
import { benchLatency } from './bench/latency.js';
import { loadRowByRow } from './bench/row-by-row.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist', 'src', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-neo4j-'));
const PAPERS = 20_000;
/** Edges that are written one by one, after the nodes that they join. */
const SINGLE_EDGES = 300;

async function buildGraph(): Promise<string> {
  if (!hasCorpus()) throw new Error(`${corpus} is not there: name the folder of a graph`);
  const input = join(folder, 'papers.jsonl');
  writePapers(input, await firstPapers(PAPERS));
  const graph = join(folder, 'graph');
  const build = [main, 'build', input, '--extractor', 'fast', '--as-of', '2026-01-01', '--graph', graph];
  if (spawnSync(process.execPath, build, { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) {
    throw new Error('the build failed');
  }
  return graph;
}

async function runEach(settings: Neo4jSettings, statements: readonly string[]): Promise<void> {
  const driver = connect(settings);
  const session = driver.session();
  for (const statement of statements) await session.run(statement);
  await driver.close();
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US');

console.log(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
try {
  const dir = process.argv[2] ?? (await buildGraph());
  const open = await openGraph(dir);
  const graph = {
    nodes: { [Symbol.iterator]: () => readNodes(open) },
    edges: { [Symbol.iterator]: () => readEdges(open) },
  };

  const server = await startOwnNeo4j(join(folder, 'loaded'));
  // A server that has answered nothing yet compiles itself half of the time: it is asked something before it is measured.
  await runEach(
    server,
    (await readSchema('neo4j')).filter((statement) => statement.startsWith('CREATE CONSTRAINT')),
  );
  await loadRowByRow(server, 'warm-up', graph, SINGLE_EDGES);
  const single = await costOf(() => loadRowByRow(server, 'row-by-row', graph, SINGLE_EDGES), server.processId);
  const singleRate = single.value / single.seconds;
  console.log(
    `one MERGE a row: ${whole(single.value)} rows in ${told(single)}, ${whole(singleRate)} rows/s, ${load()}`,
  );

  const loaded = await costOf(() => loadNeo4j(server, 'stemma', graph), server.processId);
  const rows = loaded.value.nodes + loaded.value.edges;
  const rate = rows / loaded.seconds;
  console.log(
    `load: ${whole(rows)} rows in ${told(loaded)}, ${whole(rate)} rows/s, ${(rate / singleRate).toFixed(1)} times as fast, ${load()}`,
  );
  await benchLatency(main, dir, server.url);
  await server.stop();

  const files = join(folder, 'import');
  const exported = await costOf(() => exportNeo4jImport(graph, 'stemma', files));
  const filled = new Set([...Object.keys(open.meta.nodes), ...Object.keys(open.meta.edges)]);
  const home = join(folder, 'imported');
  const tool = await costOf(async () => neo4jAdmin(home, [...importArguments(filled), 'neo4j'], files));
  if (tool.value.status !== 0) throw new Error(tool.value.said.slice(-2_000));
  const imported = await startOwnNeo4j(home);
  const after = [...splitStatements(readFileSync(join(files, AFTER_IMPORT), 'utf8')), 'CALL db.awaitIndexes(600)'];
  const indexed = await costOf(() => runEach(imported, after), imported.processId);
  await imported.stop();
  console.log(
    `import tool: files ${told(exported)}, tool ${told(tool)}, constraints and indexes ${told(indexed)}, ${load()}`,
  );
  const times = (of: 'seconds' | 'cpu', ...parts: readonly Cost<unknown>[]) =>
    (loaded[of] / parts.reduce((sum, part) => sum + part[of], 0)).toFixed(1);
  for (const [of, what] of [
    ['seconds', 'takes'],
    ['cpu', 'costs the processors'],
  ] as const) {
    console.log(
      `the load ${what} ${times(of, tool)} times as much as the tool alone, ${times(of, tool, indexed)} times as tool and indexes, ${times(of, tool, indexed, exported)} times as all of it`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
