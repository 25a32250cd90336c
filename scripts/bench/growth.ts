/** How the cost of a build grows with the papers: time, processors, and the most memory that it held. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { firstPapers, hasCorpus, writePapers } from './corpus.js';
import { atMost, type Figure } from './figure.js';

const SIZES = [1_000, 10_000];
/** The whole corpus, which takes minutes. */
const ALL = 75_000;
const AIM = { seconds: 360, gigabytes: 2 };

const CostSchema = z.object({ cpu: z.number(), kilobytes: z.number() });
const tellCost = new URL('tell-cost.js', import.meta.url).href;

/**
 * @param main the compiled command line
 * @param folder an empty place that exists
 * @param whole whether the whole corpus is built, too
 * @returns the figures, and the graph of the largest build
 */
export async function benchGrowth(
  main: string,
  folder: string,
  whole: boolean,
): Promise<{ figures: Figure[]; graph: string | undefined }> {
  if (!hasCorpus()) return { figures: [{ of: 'builds of the corpus', measured: 'not there' }], graph: undefined };
  const figures: Figure[] = [];
  let graph: string | undefined;
  const sizes = whole ? [...SIZES, ALL] : SIZES;
  const papers = await firstPapers(Math.max(...sizes));
  for (const size of sizes) {
    const lines = papers.slice(0, size);
    const input = join(folder, `${size}.jsonl`);
    writePapers(input, lines);
    graph = join(folder, `graph-${size}`);
    const args = ['build', input, '--extractor', 'fast', '--as-of', '2026-01-01', '--graph', graph, '--json'];
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--max-old-space-size=4096', '--max-semi-space-size=32', '--import', tellCost, main, ...args],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    const seconds = (performance.now() - started) / 1_000;
    if (status !== 0) throw new Error(`the build of ${size} papers ended with ${status}: ${stderr.slice(-500)}`);
    const { cpu, kilobytes } = CostSchema.parse(JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}'));
    const gigabytes = (kilobytes * 1024) / 1e9;
    const of = `fast build of ${lines.length.toLocaleString('en')} papers`;
    const isAll = size === ALL;
    figures.push(
      {
        of,
        measured: `${seconds.toFixed(0)} s, ${((1_000 * seconds) / lines.length).toFixed(1)} ms a paper; ${((1_000 * cpu) / lines.length).toFixed(1)} ms of processors`,
        aim: isAll ? atMost(AIM.seconds, 's', seconds) : undefined,
      },
      {
        of: `${of}: memory`,
        measured: `${gigabytes.toFixed(2)} GB`,
        aim: isAll ? atMost(AIM.gigabytes, 'GB', gigabytes) : undefined,
      },
    );
  }
  return { figures, graph };
}
