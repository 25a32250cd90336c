/**
 * Measures one row in a process of its own, whose peak memory is then that row's. Prints one line of JSON.
 *
 * usage: tsx scripts/bench/measure-row.ts ROW
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Paper } from '../../src/model/index.js';
import { readInputs } from '../../src/read/index.js';
import { mergePapers } from '../../src/resolve/index.js';
import { corpus, hasCorpus } from './corpus.js';
import { type Reads, rowNames, type Shipped, startRow } from './rows.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const MOST_PAPERS = 6_000;
const ROUNDS = 5;
const ROUND_SECONDS = 4;
const WARM_UP_SECONDS = 2;

/** The papers that every row begins with: of the shared corpus where it is there, else of the bundled sample. */
async function somePapers(): Promise<Paper[]> {
  const inputs = [hasCorpus() ? corpus : join(root, 'sample')];
  async function* first() {
    let left = MOST_PAPERS;
    for await (const item of readInputs(inputs, { asOf: '2026-01-01', stdin: process.stdin })) {
      yield item;
      if (--left === 0) return;
    }
  }
  const tempDir = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  const merged = await mergePapers(first(), { tempDir });
  const papers: Paper[] = [];
  for await (const item of merged.items()) if (item.kind === 'paper') papers.push(item.paper);
  await merged.close();
  rmSync(tempDir, { recursive: true });
  return papers;
}

async function secondsOf(reads: Reads, papers: readonly Paper[]): Promise<number> {
  const started = performance.now();
  await reads(papers);
  return (performance.now() - started) / 1_000;
}

/** How many papers take so many seconds, found by reading more and more of them. */
async function papersFor(seconds: number, reads: Reads, papers: readonly Paper[]): Promise<number> {
  let rate = 0;
  let spent = 0;
  for (let count = 8; spent < WARM_UP_SECONDS; count = Math.min(papers.length, count * 2)) {
    const took = await secondsOf(reads, papers.slice(0, count));
    rate = count / took;
    spent += took;
  }
  return Math.max(8, Math.min(papers.length, Math.round(rate * seconds)));
}

const shipped = (await import(join(root, 'dist', 'src', 'extract', 'index.js'))) as Shipped;
const row = process.argv[2] ?? '';
if (!rowNames(shipped).includes(row)) {
  console.error(`usage: measure-row.ts ROW, one of: ${rowNames(shipped).join('; ')}`);
  process.exit(2);
}
const papers = await somePapers();
const reads = await startRow(row, shipped, 1_000_000);
const count = await papersFor(ROUND_SECONDS, reads, papers);
const rates: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  rates.push(count / (await secondsOf(reads, papers.slice(0, count))));
}
console.log(JSON.stringify({ rates, papers: count, peakBytes: process.resourceUsage().maxRSS * 1024 }));
process.exit();
