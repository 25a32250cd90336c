/** What a thread of the pool runs: the fast extractor, for one batch of papers after the other. */
import { FastExtractor } from './fast.js';
import { loadKnowledge } from './knowledge.js';
import type { Batch, Outcome } from './pool.js';

const extractor = new FastExtractor(loadKnowledge());

export default function extractBatch({ papers, progress }: Batch): string {
  const outcomes = papers.map((paper, i): Outcome => {
    Atomics.store(progress, 0, i);
    try {
      const { entities, relations } = extractor.extract(paper);
      return { entities, relations };
    } catch (error) {
      return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
  });
  return JSON.stringify(outcomes);
}
