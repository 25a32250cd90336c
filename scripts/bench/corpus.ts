/** The first papers of the shared corpus, as inputs for builds. */
import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createGunzip } from 'node:zlib';

export const corpus = fileURLToPath(new URL('../../../shared/data/arxiv.jsonl.gz', import.meta.url));

export const hasCorpus = (): boolean => existsSync(corpus);

/** @returns the first lines of the corpus: so many, or all where there are fewer */
export async function firstPapers(papers: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(corpus).pipe(createGunzip()) })) {
    if (lines.push(line) === papers) break;
  }
  return lines;
}

export const writePapers = (path: string, lines: readonly string[]): void => writeFileSync(path, lines.join('\n'));
