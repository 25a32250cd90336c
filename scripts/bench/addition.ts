/** What adding a few papers costs beside building everything again: about one in 74, the share that the project promises. */
import { createReadStream, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

const corpus = fileURLToPath(new URL('../../../shared/data/arxiv.jsonl.gz', import.meta.url));
const PAPERS = 10_000;
const ADDED = 135;

/**
 * Builds a graph of 10,000 papers, adds 135, and prints how long the addition took beside a build of all.
 * @param folder an empty place for inputs and graphs
 */
export async function benchAddition(
  folder: string,
  stemma: (...args: string[]) => { seconds: number; status: number | null },
): Promise<void> {
  if (!existsSync(corpus)) {
    console.log('adding to a graph: not measured, as the shared corpus is not there');
    return;
  }
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
    if (lines.push(line) === PAPERS + ADDED) break;
  }
  mkdirSync(folder);
  const [most, few] = [join(folder, 'most.jsonl'), join(folder, 'few.jsonl')];
  writeFileSync(most, lines.slice(0, PAPERS).join('\n'));
  writeFileSync(few, lines.slice(PAPERS).join('\n'));
  const build = (graph: string, ...inputs: string[]) => {
    const { seconds, status } = stemma('build', ...inputs, '--extractor', 'fast', '--graph', join(folder, graph));
    if (status !== 0) throw new Error(`the build of ${inputs.join(' ')} ended with ${status}`);
    return seconds;
  };
  const whole = build('whole', most, few);
  build('grown', most);
  const added = build('grown', few, '--add');
  console.log(
    `adding ${ADDED} papers to a graph of ${PAPERS}: ${added.toFixed(1)} s, ${((100 * added) / whole).toFixed(0)} % of the ${whole.toFixed(1)} s that building all again takes`,
  );
}
