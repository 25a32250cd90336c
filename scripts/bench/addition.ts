/** What adding a few papers costs beside building everything again: about one in 74, the share that the project promises. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { firstPapers, hasCorpus, writePapers } from './corpus.js';
import { atMost, type Figure } from './figure.js';

const PAPERS = 10_000;
const ADDED = 135;

/** @param folder an empty place for inputs and graphs */
export async function benchAddition(
  folder: string,
  stemma: (...args: string[]) => { seconds: number; status: number | null },
): Promise<Figure[]> {
  const of = `adding ${ADDED} papers to a graph of ${PAPERS.toLocaleString('en')}`;
  if (!hasCorpus()) return [{ of, measured: 'not measured: the shared corpus is not there' }];
  const lines = await firstPapers(PAPERS + ADDED);
  mkdirSync(folder);
  const [most, few] = [join(folder, 'most.jsonl'), join(folder, 'few.jsonl')];
  writePapers(most, lines.slice(0, PAPERS));
  writePapers(few, lines.slice(PAPERS));
  const build = (graph: string, ...inputs: string[]) => {
    const { seconds, status } = stemma('build', ...inputs, '--extractor', 'fast', '--graph', join(folder, graph));
    if (status !== 0) throw new Error(`the build of ${inputs.join(' ')} ended with ${status}`);
    return seconds;
  };
  const whole = build('whole', most, few);
  build('grown', most);
  const added = build('grown', few, '--add');
  const share = (100 * added) / whole;
  return [
    {
      of,
      measured: `${added.toFixed(1)} s, ${share.toFixed(0)} % of the ${whole.toFixed(1)} s that a fast build of all takes`,
      aim: atMost(10, '%', share),
    },
  ];
}
