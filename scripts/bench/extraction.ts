/** How many papers a second the extractors read, beside a tagger on the same abstracts in the same run. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { atLeast, type Figure } from './figure.js';
import { BASELINE, rowNames, type Shipped } from './rows.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const measureRow = fileURLToPath(new URL('measure-row.ts', import.meta.url));

const FiguresSchema = z.object({ rates: z.array(z.number()).min(1), papers: z.number(), peakBytes: z.number() });

/** Papers a second that the project promises of an extractor on two cores. */
const AIMS: Readonly<Record<string, number>> = { 'fast, in threads': 1_000, 'accurate, in threads': 25 };

/** Measures one row after the other. */
export async function benchExtraction(median: (values: number[]) => number): Promise<Figure[]> {
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
  return measured.map(({ row, rates, papers, peakBytes }) => {
    const rate = median(rates);
    const aim = AIMS[row];
    return {
      of: `reading abstracts: ${row}`,
      measured:
        `${rate.toFixed(0)} papers/s (${Math.min(...rates).toFixed(0)} to ${Math.max(...rates).toFixed(0)} in ${rates.length} rounds of ${papers}), ` +
        `${(rate / baseline).toFixed(2)} × ${BASELINE}, ${(peakBytes / 1e6).toFixed(0)} MB`,
      aim: aim === undefined ? undefined : atLeast(aim, 'papers/s', rate),
    };
  });
}
