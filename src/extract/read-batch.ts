/** What a thread of the pool does: one batch of papers after the other, with the extractor that it holds. */
import type { Extractor } from './extractor.js';
import type { Batch, Outcome } from './pool.js';

export async function readBatch(extractor: Extractor, { papers, progress }: Batch): Promise<string> {
  const outcomes: Outcome[] = [];
  for (const [i, paper] of papers.entries()) {
    Atomics.store(progress, 0, i);
    try {
      const { entities, relations } = await extractor.extract(paper);
      outcomes.push({ entities, relations });
    } catch (error) {
      outcomes.push({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  return JSON.stringify(outcomes);
}
