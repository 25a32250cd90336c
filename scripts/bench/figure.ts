/** What the benchmark found, as the rows of its one table. */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { formatTable } from '../../src/cli/terminal.js';

export interface Figure {
  readonly of: string;
  /** With its unit. */
  readonly measured: string;
  /** What the project aims at, and whether that was reached; absent where nothing was promised. */
  readonly aim?: { readonly said: string; readonly isReached: boolean } | undefined;
  /** Whether it has nothing to do with time, so that missing it fails the run. */
  readonly mustHold?: boolean;
}

/**
 * Prints all of it, with the machine and how busy it is: on one that has other work, times say little. Sets the exit code
 * where something that must hold does not.
 */
export function printFigures(figures: readonly Figure[]): void {
  const [load = Number.NaN] = loadavg();
  console.log(
    `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ` +
      `Node ${process.version}, load average ${load.toFixed(1)} at the end`,
  );
  const rows = figures.map(({ of, measured, aim }) => [
    of,
    measured,
    aim?.said ?? '',
    aim === undefined ? '' : aim.isReached ? 'reached' : 'MISSED',
  ]);
  console.log(formatTable(['figure', 'measured', 'aim', ''], rows));
  if (figures.some(({ aim, mustHold }) => mustHold && aim?.isReached === false)) process.exitCode = 1;
}

/** An upper bound, in the unit of the value. */
export const atMost = (bound: number, unit: string, value: number) => ({
  said: `at most ${bound.toLocaleString('en')} ${unit}`,
  isReached: value <= bound,
});

/** A lower bound, in the unit of the value. */
export const atLeast = (bound: number, unit: string, value: number) => ({
  said: `at least ${bound.toLocaleString('en')} ${unit}`,
  isReached: value >= bound,
});
