/** How many papers a second the extractors read, beside a tagger on the same abstracts in the same run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { formatTable } from '../../src/cli/terminal.js';
import { BASELINE, rowNames, type Shipped } from './rows.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const measureRow = fileURLToPath(new URL('measure-row.ts', import.meta.url));

const FiguresSchema = z.object({ rates: z.array(z.number()).min(1), papers: z.number(), peakBytes: z.number() });

/** Measures one row after the other and prints a table. */
export async function benchExtraction(median: (values: number[]) => number): Promise<void> {
  const shipped = (await import(join(root, 'dist', 'src', 'extract', 'index.js'))) as Shipped;
  const measured = rowNames(shipped).map((row) => {
    // The flags of this process are those that make TypeScript run.
    const { stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, measureRow, row], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(`${row} could not be measured: ${stderr}`);
    return { row, ...FiguresSchema.parse(JSON.parse(stdout)) };
  });
  const baseline = median(measured.find(({ row }) => row === BASELINE)?.rates ?? []);
  const cells = measured.map(({ row, rates, papers, peakBytes }) => [
    row,
    median(rates).toFixed(0),
    `${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)}`,
    `${(median(rates) / baseline).toFixed(2)} ×`,
    String(papers),
    `${(peakBytes / 1e6).toFixed(0)} MB`,
  ]);
  const head = [
    'reading abstracts',
    'papers/s',
    `of ${measured[0]?.rates.length} rounds`,
    BASELINE,
    'papers a round',
    'peak memory',
  ];
  console.log(formatTable(head, cells, [1, 2, 3, 4, 5]));
}
