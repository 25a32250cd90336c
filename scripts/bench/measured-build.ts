/** One build in a process of its own, and what it cost. */
import { spawnSync } from 'node:child_process';
import { z } from 'zod';

const CostSchema = z.object({ cpu: z.number(), kilobytes: z.number() });
const tellCost = new URL('tell-cost.js', import.meta.url).href;

export interface Cost {
  readonly seconds: number;
  /** Of processors. */
  readonly cpuSeconds: number;
  /** The most that was held. */
  readonly gigabytes: number;
}

/** @param main the compiled command line @param memory most megabytes of JavaScript objects */
export function measuredBuild(main: string, input: string, graph: string, memory = 4_096): Cost {
  const flags = [`--max-old-space-size=${memory}`, '--max-semi-space-size=64', '--import', tellCost];
  const args = ['build', input, '--extractor', 'fast', '--as-of', '2026-01-01', '--graph', graph, '--json'];
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...flags, main, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - started) / 1_000;
  if (status !== 0) throw new Error(`the build of ${input} ended with ${status}: ${stderr.slice(-500)}`);
  const { cpu, kilobytes } = CostSchema.parse(JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}'));
  return { seconds, cpuSeconds: cpu, gigabytes: (kilobytes * 1024) / 1e9 };
}

export const perPaper = ({ seconds, cpuSeconds }: Cost, papers: number): string =>
  `${seconds.toFixed(0)} s, ${((1_000 * seconds) / papers).toFixed(1)} ms a paper; ${((1_000 * cpuSeconds) / papers).toFixed(1)} ms of processors`;
