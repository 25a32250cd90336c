/** What a thread of the pool runs for the fast extractor. */
import { FastExtractor } from './fast.js';
import { loadKnowledge } from './knowledge.js';
import type { Batch } from './pool.js';
import { readBatch } from './read-batch.js';

const extractor = new FastExtractor(loadKnowledge());

export default (batch: Batch): Promise<string> => readBatch(extractor, batch);
