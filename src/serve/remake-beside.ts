/** Remaking in a thread of its own, so that the server answers meanwhile. */
import { Worker } from 'node:worker_threads';
import { CurationError, StemmaError } from '../model/index.js';
import type { Remake } from './remake.js';

export type { Place } from './remake.js';

/** What the thread says. */
export type Outcome =
  | { readonly node: string | undefined }
  | {
      readonly failed: 'curation' | 'other';
      readonly code: string;
      readonly message: string;
      readonly line?: number | undefined;
      readonly column?: number | undefined;
    };

/** A thread cannot run TypeScript: from the sources, the compiled file is taken. */
const WORKER_FILE = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/src/serve/remake-worker.js' : './remake-worker.js',
  import.meta.url,
);

/** @returns and throws as `remake` does */
export async function remakeBeside(order: Remake): Promise<string | undefined> {
  const outcome = await ask(order);
  if (!('failed' in outcome)) return outcome.node;
  const { failed, code, message, line, column } = outcome;
  if (failed === 'other') throw new StemmaError(code, message);
  throw new CurationError(code, message, {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}

function ask(order: Remake): Promise<Outcome> {
  const worker = new Worker(WORKER_FILE, { workerData: order, execArgv: [] });
  return new Promise((resolve, reject) => {
    let outcome: Outcome | undefined;
    worker.once('message', (said: Outcome) => {
      outcome = said;
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      if (outcome) resolve(outcome);
      else reject(new Error('the thread that makes the graph ended without a word'));
    });
  });
}
