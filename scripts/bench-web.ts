/**
 * `npm run bench:web`: how soon the page is drawn, how much script it loads, how it pans a large drawing beside plain
 * Sigma, and the memory that takes. One run of Debian's Chromium with software rendering, so frames are few for both.
 *
 * usage: npm run bench:web [-- GRAPH [SEEDS]]   GRAPH is the folder of a built graph of some 75,000 papers, which takes
 * long to build: without it only the seeds are measured. SEEDS is that of a built graph of the seeds; without it they are
 * built first (../shared/seeds, else the bundled sample). Both are only read.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launch } from '../test/web/chromium.js';
import { type BuiltGraph, buildGraph, serveGraph } from '../test/web/stemma-server.js';
import { largeOverview } from './bench/large-overview.js';
import { type Drawn, heapOf, pan, scriptBytes, timeToDrawn } from './bench/page-measures.js';

const LOADS = 7;
const PANS = 5;
const NODES = 20_000;
const EDGES = 60_000;
const WINDOW = { width: 1440, height: 900 };
const MEGABYTE = 1_000_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const seeds = join(root, '..', 'shared', 'seeds');
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const verdict = (isHeld: boolean) => (isHeld ? 'held' : 'MISSED');

async function fresh<T>(browser: Browser, deed: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: WINDOW });
  try {
    return await deed(await context.newPage());
  } finally {
    await context.close();
  }
}

async function measureLoads(browser: Browser, name: string, url: string, most: number): Promise<void> {
  const loads: Drawn[] = [];
  for (let load = 0; load < LOADS; load++) loads.push(await fresh(browser, (page) => timeToDrawn(page, url)));
  const time = median(loads.map((load) => load.time));
  const work = median(loads.map((load) => load.work));
  console.log(
    `${name}: page to drawn overview ${(time / 1_000).toFixed(2)} s, ${(work / 1_000).toFixed(2)} s of it the page's own work, medians of ${LOADS} (less than ${most / 1_000} s: ${verdict(time < most)})`,
  );
}

async function measureScript(browser: Browser, url: string): Promise<void> {
  const bytes = await fresh(browser, async (page) => {
    await timeToDrawn(page, url);
    return scriptBytes(page);
  });
  console.log(
    `script before the console is opened: ${(bytes / 1_000).toFixed(0)} kB compressed (less than 450 kB: ${verdict(bytes < 450_000)})`,
  );
}

/** The explorer and plain Sigma by turns, so that a busy moment of the machine falls on both. */
async function measurePanning(browser: Browser, url: string, plain: string): Promise<void> {
  const { overview, stats } = largeOverview(NODES, EDGES);
  const given: Record<string, string> = {
    '/api/overview': JSON.stringify(overview),
    '/api/stats': JSON.stringify(stats),
  };
  const frames = { explorer: [] as number[], plain: [] as number[] };
  let heap = 0;
  const look = (address: string, of: keyof typeof frames) =>
    fresh(browser, async (page) => {
      await page.route('**/*', async (route) => {
        const { pathname } = new URL(route.request().url());
        const body = given[pathname];
        if (body !== undefined) await route.fulfill({ contentType: 'application/json', body });
        else if (pathname.startsWith('/plain/')) {
          const contentType = extname(pathname) === '.js' ? 'text/javascript' : 'text/html';
          await route.fulfill({ contentType, body: await readFile(join(plain, pathname.slice('/plain/'.length))) });
        } else await route.continue();
      });
      await timeToDrawn(page, address);
      frames[of].push(await pan(page));
      if (of === 'explorer') heap = Math.max(heap, await heapOf(page));
    });
  for (let turn = 0; turn < PANS; turn++) {
    await look(url, 'explorer');
    await look(`${url}/plain/index.html`, 'plain');
  }
  const [ours, theirs] = [median(frames.explorer), median(frames.plain)];
  console.log(
    `panning ${NODES} nodes and ${EDGES} edges: ${ours.toFixed(2)} frames/s, plain Sigma ${theirs.toFixed(2)}, medians of ${PANS} (no fewer: ${verdict(ours >= theirs)})`,
  );
  console.log(`heap there: ${(heap / MEGABYTE).toFixed(0)} MB (less than 400 MB: ${verdict(heap < 400 * MEGABYTE)})`);
}

/** A graph that stays where it is. */
const kept = (of: string): BuiltGraph => ({ folder: of, remove: async () => undefined });

const [folder, seedsFolder] = process.argv.slice(2);
console.log(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before: times are true where it is below the cores`,
);
const temporary = mkdtempSync(join(tmpdir(), 'stemma-bench-web-'));
const graph =
  seedsFolder === undefined ? await buildGraph(existsSync(seeds) ? seeds : join(root, 'sample')) : kept(seedsFolder);
const browser = await launch();
try {
  await build({
    root: join(root, 'web', 'bench'),
    base: '/plain/',
    build: { outDir: temporary, target: 'es2022', emptyOutDir: true },
    logLevel: 'warn',
  });
  const small = await serveGraph(graph, undefined, '--read-only');
  try {
    await measureScript(browser, small.url);
    await measureLoads(browser, 'seeds', small.url, 1_500);
    await measurePanning(browser, small.url, temporary);
  } finally {
    await small.stop();
  }
  if (folder !== undefined) {
    const large = await serveGraph(kept(folder), undefined, '--read-only');
    try {
      await measureLoads(browser, folder, large.url, 3_000);
    } finally {
      await large.stop();
    }
  }
} finally {
  await browser.close();
  await graph.remove();
  rmSync(temporary, { recursive: true, force: true });
}
