/** What a deed costs: seconds by the clock, and of the processors, which say more on a machine that has other work. */
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

/** Hertz of the times in /proc. */
const TICKS = 100;

export interface Cost<T> {
  readonly value: T;
  /** By the clock. */
  readonly seconds: number;
  /** Of the processors: this process, those that it waited for, and the one named. */
  readonly cpu: number;
}

/** @param processId of a process that works for the deed and goes on after it */
export async function costOf<T>(deed: () => Promise<T>, processId?: number): Promise<Cost<T>> {
  const before = cpuSeconds(processId);
  const started = performance.now();
  const value = await deed();
  return { value, seconds: (performance.now() - started) / 1_000, cpu: cpuSeconds(processId) - before };
}

export const told = ({ seconds, cpu }: Cost<unknown>) => `${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processors)`;

/** Programs that wanted to run in the last minute, of which the machine runs as many as it has processors. */
export const load = () => `load average ${(loadavg()[0] ?? Number.NaN).toFixed(1)}`;

/** NaN where there is no /proc. */
function cpuSeconds(processId: number | undefined): number {
  const [own, ownSystem, waited, waitedSystem] = times('self');
  const [other, otherSystem] = processId === undefined ? [0, 0] : times(String(processId));
  return [own, ownSystem, waited, waitedSystem, other, otherSystem].reduce<number>(
    (sum, ticks) => sum + (ticks ?? Number.NaN) / TICKS,
    0,
  );
}

/** Ticks of a process in user and system mode, then of its children that have ended. */
function times(process: string): number[] {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
    return stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number);
  } catch {
    return [];
  }
}
