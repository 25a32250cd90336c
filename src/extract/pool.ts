/**
 * An extractor in worker threads, for inputs that are large enough to pay for their start. Papers travel in batches;
 * each record is the same as without threads, and comes back to whoever asked for it.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Piscina } from 'piscina';
import { type ExtractionRecord, type Paper, StemmaError } from '../model/index.js';
import type { Extractor } from './extractor.js';

/**
 * Each thread holds what its extractor knows (130 MB with a network), and the one that reads and writes keeps up with no
 * more than this.
 */
const MOST_THREADS = 8;
/** Batches for each thread: one that it reads, one that waits in its queue, and one that is gathered meanwhile. */
const BATCHES_PER_THREAD = 3;

/**
 * Of one thread's memory. A thread lives on some 70 MB; without limits the engine lets several times as much garbage lie
 * about. The larger number leaves room for the longest of texts.
 */
const LIMITS = { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 48 };

export interface PoolOptions {
  readonly threads: number;
  /** Papers a batch: so few that a thread soon answers, so many that sending them costs little. */
  readonly batch: number;
  /** The compiled module that the threads run: its default export answers a `Batch`. */
  readonly workerFile: string;
}

export interface Batch {
  readonly papers: readonly Paper[];
  /** One number in shared memory: which paper is being read, so that the other side knows should this thread die. */
  readonly progress: Int32Array;
}

/**
 * What was extracted, without the paper, which the other side has; or why it was not. A worker answers with the JSON of
 * one for each paper: objects as they are would cross over at twice the cost.
 */
export type Outcome = Omit<ExtractionRecord, 'paper'> | { readonly failure: string };

interface Waiting {
  readonly paper: Paper;
  resolve(record: ExtractionRecord): void;
  reject(error: Error): void;
}

export class PooledExtractor implements Extractor {
  readonly name: string;
  readonly version: string;
  readonly concurrency: number;
  readonly #threads: Piscina<Batch, string>;
  readonly #width: number;
  readonly #batch: number;
  #gathered: Waiting[] = [];
  #batchesUnderWay = 0;

  private constructor(
    like: Pick<Extractor, 'name' | 'version'>,
    threads: Piscina<Batch, string>,
    { threads: width, batch }: PoolOptions,
  ) {
    this.name = like.name;
    this.version = like.version;
    this.concurrency = width * batch * BATCHES_PER_THREAD;
    this.#threads = threads;
    this.#width = width;
    this.#batch = batch;
  }

  /** @param like the extractor that the threads run: its name and version become those of the pool */
  static async start(like: Pick<Extractor, 'name' | 'version'>, options: PoolOptions): Promise<PooledExtractor> {
    // Most commands never need threads, so they do not wait for the package to load.
    const { Piscina } = await import('piscina');
    const threads = new Piscina<Batch, string>({
      filename: options.workerFile,
      minThreads: options.threads,
      maxThreads: options.threads,
      concurrentTasksPerWorker: 2,
      resourceLimits: LIMITS,
      // Nothing of how this process was started, such as a loader of TypeScript, is for the workers.
      execArgv: [],
    });
    // What befalls a thread is told to whoever waits for its papers; told to nobody besides, it would end the process.
    threads.on('error', () => undefined);
    return new PooledExtractor(like, threads, options);
  }

  /** @throws StemmaError `extractor-failed` that names the paper by which an extractor or its thread failed */
  extract(paper: Paper): Promise<ExtractionRecord> {
    return new Promise((resolve, reject) => {
      this.#gathered.push({ paper, resolve, reject });
      if (this.#gathered.length === this.#batch) this.#send();
      // Whoever asks for many asks for them before this turn of the event loop ends.
      else if (this.#gathered.length === 1) setImmediate(() => this.#sendIfIdle());
    });
  }

  async close(): Promise<void> {
    await this.#threads.destroy();
  }

  /** A batch that is not full is sent only where a thread would stand idle. */
  #sendIfIdle(): void {
    if (this.#gathered.length > 0 && this.#batchesUnderWay < this.#width) this.#send();
  }

  #send(): void {
    const batch = this.#gathered;
    this.#gathered = [];
    this.#batchesUnderWay++;
    const progress = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
    this.#threads
      .run({ papers: batch.map(({ paper }) => paper), progress })
      .then(
        (answer) => settle(batch, JSON.parse(answer) as Outcome[]),
        (cause: unknown) => rejectAll(batch, progress, cause),
      )
      .finally(() => {
        this.#batchesUnderWay--;
        this.#sendIfIdle();
      });
  }
}

function settle(batch: readonly Waiting[], outcomes: readonly Outcome[]): void {
  batch.forEach(({ paper, resolve, reject }, i) => {
    const outcome = outcomes[i] as Outcome;
    if ('failure' in outcome) reject(failed(paper, outcome.failure));
    else resolve({ paper, ...outcome });
  });
}

/** The thread is gone, and with it all papers of the batch: the one that it was reading is named. */
function rejectAll(batch: readonly Waiting[], progress: Int32Array, cause: unknown): void {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const { paper } = batch[Math.max(0, Atomics.load(progress, 0))] as Waiting;
  for (const { reject } of batch) reject(failed(paper, `the thread that read it ended (${reason})`, cause));
}

function failed(paper: Paper, reason: string, cause?: unknown): StemmaError {
  const message = `${paper.id} ("${paper.title}"): ${reason}: leave this paper out, and report it`;
  return new StemmaError('extractor-failed', message, { cause });
}

/**
 * The extractor in a thread for each processor, where they are worth their start for so many papers; else itself. A network
 * in each thread wins over one that has all processors: what is around it keeps them waiting.
 * @param plan.worth papers from which on they are
 */
export async function inThreads(
  extractor: Extractor,
  papers: number,
  { worth, ...plan }: Omit<PoolOptions, 'threads'> & { readonly worth: number },
): Promise<Extractor> {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  return papers < worth || threads < 2 ? extractor : PooledExtractor.start(extractor, { ...plan, threads });
}

/** The compiled file of a worker, by its path from the folder of the extractors: a worker cannot run TypeScript. */
export function compiledWorker(path: string): string {
  const folder = import.meta.url.endsWith('.ts') ? '../../dist/src/extract/' : './';
  return fileURLToPath(new URL(folder + path, import.meta.url));
}
