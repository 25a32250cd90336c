/** What a thread of the pool runs for the accurate extractor. */
import type { Batch } from '../pool.js';
import { readBatch } from '../read-batch.js';
import { loadAccurate } from './load.js';

// The threads of the pool take every processor: the network in each of them keeps to its own.
const extractor = await loadAccurate({ threads: 1 });

export default (batch: Batch): Promise<string> => readBatch(extractor, batch);
