/** How the cost of a build grows with the papers: time, processors, and the most memory that it held. */
import { join } from 'node:path';
import { firstPapers, hasCorpus, writePapers } from './corpus.js';
import { atMost, type Figure } from './figure.js';
import { measuredBuild, perPaper } from './measured-build.js';

const SIZES = [1_000, 10_000];
/** The whole corpus, which takes minutes. */
const ALL = 75_000;
const AIM = { seconds: 360, gigabytes: 2 };

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
    const cost = measuredBuild(main, input, graph);
    const of = `fast build of ${lines.length.toLocaleString('en')} papers`;
    const isAll = size === ALL;
    figures.push(
      {
        of,
        measured: perPaper(cost, lines.length),
        aim: isAll ? atMost(AIM.seconds, 's', cost.seconds) : undefined,
      },
      {
        of: `${of}: memory`,
        measured: `${cost.gigabytes.toFixed(2)} GB`,
        aim: isAll ? atMost(AIM.gigabytes, 'GB', cost.gigabytes) : undefined,
      },
    );
  }
  return { figures, graph };
}
