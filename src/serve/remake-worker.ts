/** What runs in the thread beside the server: makes the graph anew, and says what came of it as plain data. */
import { parentPort, workerData } from 'node:worker_threads';
import { CurationError, StemmaError } from '../model/index.js';
import { type Remake, remake } from './remake.js';
import type { Outcome } from './remake-beside.js';

async function run(): Promise<Outcome> {
  try {
    return { node: await remake(workerData as Remake) };
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error;
    const { code, message } = error;
    if (!(error instanceof CurationError)) return { failed: 'other', code, message };
    const { line, column } = error;
    return { failed: 'curation', code, message, line, column };
  }
}

parentPort?.postMessage(await run());
