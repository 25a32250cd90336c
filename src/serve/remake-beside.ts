/** Remaking in a thread of its own, so that the server answers meanwhile. */
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
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

/** Whoever corrects a graph makes several edits in a row: loading the code takes longer than most of them. */
const STAYS_MS = 60_000;

/** A thread cannot run TypeScript: from the sources, the compiled file is taken. */
const WORKER_FILE = fileURLToPath(
  new URL(
    import.meta.url.endsWith('.ts') ? '../../dist/src/serve/remake-worker.js' : './remake-worker.js',
    import.meta.url,
  ),
);

let started: Promise<Piscina<Remake, Outcome>> | undefined;

/** The same one for all edits; it does not keep the process from ending. */
function thread(): Promise<Piscina<Remake, Outcome>> {
  started ??= import('piscina').then(({ Piscina: Pool }) => {
    const pool = new Pool<Remake, Outcome>({
      filename: WORKER_FILE,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: STAYS_MS,
      execArgv: [],
    });
    // What befalls the thread is told to whoever waits for it; told to nobody besides, it would end the process.
    pool.on('error', () => undefined);
    return pool;
  });
  return started;
}

/** @returns and throws as `remake` does */
export async function remakeBeside(order: Remake): Promise<string | undefined> {
  let outcome: Outcome;
  try {
    outcome = await (await thread()).run(order);
  } catch (cause) {
    throw new Error('the thread that makes the graph ended without a word', { cause });
  }
  if (!('failed' in outcome)) return outcome.node;
  const { failed, code, message, line, column } = outcome;
  if (failed === 'other') throw new StemmaError(code, message);
  throw new CurationError(code, message, {
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  });
}
