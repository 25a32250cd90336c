/**
 * `npm run bench`: one table of the figures that the project promises, measured now on this machine. Not a test: the
 * machine is noisy, so nothing here fails on a time; what must hold whatever the time is checked and said. The page and
 * Neo4j have benchmarks of their own (`bench:web`, `bench:neo4j`).
 *
 * usage: npm run bench [-- FOLDER]   FOLDER holds the papers, by default ../shared/seeds, else the bundled sample;
 *        BENCH_WHOLE=true builds the whole shared corpus too (ten minutes), and asks the server about that graph;
 *        BENCH_GRAPH=DIR names the folder of a large graph that lineages and the server are asked about instead;
 *        BENCH_COPIES=true resolves, draws and stores four copies of that graph with other names (half an hour at 75,000)
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '../src/model/random.js';
import { openGraph } from '../src/store/index.js';
import { benchAddition } from './bench/addition.js';
import { benchClients } from './bench/clients.js';
import { benchCopies } from './bench/copies.js';
import { benchExtraction } from './bench/extraction.js';
import { type Figure, printFigures } from './bench/figure.js';
import { benchGrowth } from './bench/growth.js';
import { benchLineage } from './bench/lineage.js';
import { benchResolution } from './bench/resolution.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist', 'src', 'cli', 'main.js');
const seeds = join(root, '..', 'shared', 'seeds');
const input = process.argv[2] ?? (existsSync(seeds) ? seeds : join(root, 'sample'));
const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
const RUNS = 5;
const KILLS = 10;

function stemma(...args: string[]): { seconds: number; status: number | null; stdout: string } {
  const started = performance.now();
  const { status, stdout } = spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  return { seconds: (performance.now() - started) / 1_000, status, stdout };
}

const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function digest(graph: string): string {
  const out = join(folder, 'export.json');
  if (stemma('export', '--graph', graph, '--format', 'json', '--out', out).status !== 0) return 'unreadable';
  return createHash('sha256').update(readFileSync(out)).digest('hex').slice(0, 16);
}

function benchBuild(): Figure[] {
  const startUp = median(Array.from({ length: RUNS }, () => stemma('--version').seconds));
  const whole = Array.from(
    { length: RUNS },
    (_, run) => stemma('build', input, '--graph', join(folder, `run-${run}`), '--as-of', '2026-01-01').seconds,
  );
  const digests = new Set(whole.map((_, run) => digest(join(folder, `run-${run}`))));
  return [
    {
      of: `build of ${input}`,
      measured: `${median(whole).toFixed(2)} s, median of ${RUNS}; ${startUp.toFixed(2)} s of it start-up`,
    },
    {
      of: `bytes of the ${RUNS} builds, exported`,
      measured: digests.size === 1 ? 'the same' : `${digests.size} different`,
      aim: { said: 'the same', isReached: digests.size === 1 },
      mustHold: true,
    },
  ];
}

async function benchKills(): Promise<Figure[]> {
  const graph = join(folder, 'killed');
  const build = ['build', input, '--graph', graph, '--as-of', '2026-01-01'];
  // The earlier graph is another one than the one being built, so that a mixture of the two would be seen.
  stemma('build', '--graph', graph, '--as-of', '2026-01-01');
  const earlier = digest(graph);
  const later = digest(join(folder, 'run-0'));
  const whole = stemma('build', input, '--graph', join(folder, 'undisturbed'), '--as-of', '2026-01-01').seconds;
  const random = seededRandom(7);
  const found = { earlier: 0, later: 0, broken: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, [main, ...build], { stdio: 'ignore' });
    await new Promise((resolve) => setTimeout(resolve, random() * whole * 1_000));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null)
      await new Promise((resolve) => child.once('exit', resolve));
    const now = digest(graph);
    if (now === earlier) found.earlier++;
    else if (now === later) found.later++;
    else found.broken++;
    if (now === later) stemma('build', '--graph', graph, '--as-of', '2026-01-01');
  }
  return [
    {
      of: `kill -9 at ${KILLS} random moments of a build`,
      measured: `${found.earlier} times the earlier graph, ${found.later} times the later, ${found.broken} broken`,
      aim: { said: 'none broken', isReached: found.broken === 0 },
      mustHold: true,
    },
  ];
}

const step = (what: string) => console.error(`measuring ${what} …`);
try {
  step('extraction');
  const figures = await benchExtraction(median);
  step('resolution');
  figures.push(...benchResolution());
  step('builds');
  figures.push(...benchBuild());
  mkdirSync(join(folder, 'growth'));
  const grown = await benchGrowth(main, join(folder, 'growth'), process.env['BENCH_WHOLE'] === 'true');
  figures.push(...grown.figures);
  const large = process.env['BENCH_GRAPH'] ?? grown.graph ?? join(folder, 'run-0');
  const { meta } = await openGraph(large);
  const name = `a graph of ${(meta.nodes['Paper'] ?? 0).toLocaleString('en')} papers`;
  step(`lineages and answers of ${name}`);
  figures.push(...(await benchLineage(large, name)), ...(await benchClients(main, large, name)));
  if (process.env['BENCH_COPIES'] === 'true') {
    step(`copies of ${name}`);
    mkdirSync(join(folder, 'copies'));
    figures.push(...(await benchCopies(main, large, join(folder, 'copies'))));
  }
  step('kills and additions');
  figures.push(...(await benchKills()), ...(await benchAddition(join(folder, 'addition'), stemma)));
  printFigures(figures);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
