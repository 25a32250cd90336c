/**
 * The accurate extractor: the fast one's candidates, names, cues and evidence, with a network that reads the whole text
 * deciding on types, roles and relations.
 */
import { availableParallelism } from 'node:os';
import { type ExtractionRecord, type Paper, paperText } from '../../model/index.js';
import type { DecisionSettings } from '../decision-settings.js';
import type { Extractor } from '../extractor.js';
import { compiledWorker, PooledExtractor } from '../pool.js';
import { toRecord } from '../record.js';
import { type Deciders, decideEntities, decideRelations, readWithNetwork } from './decide.js';

/** Papers from which on threads are sooner done than none, their start included. */
const WORTH_THREADS = 100;
/** Each thread holds a lexicon and a network of its own, some 130 MB. */
const MOST_THREADS = 8;
/** Papers a thread reads within a third of a second. */
const BATCH = 4;

export class AccurateExtractor implements Extractor {
  readonly name = 'accurate';
  readonly version: string;
  /** The runtime holds this thread while it works, with threads of its own: nothing is won by a second paper in it. */
  readonly concurrency = 1;
  readonly #deciders: Deciders;
  readonly #settings: DecisionSettings;

  constructor(deciders: Deciders, settings: DecisionSettings) {
    this.#deciders = deciders;
    this.#settings = settings;
    this.version = settings.version;
  }

  async extract(paper: Paper): Promise<ExtractionRecord> {
    const { relationThresholds, calibration } = this.#settings;
    const read = await readWithNetwork(this.#deciders, paperText(paper));
    const drafts = decideEntities(this.#deciders, read, this.#settings);
    const relations = await decideRelations(this.#deciders, read, drafts, relationThresholds);
    return toRecord(paper, read.reading, drafts, relations, calibration);
  }

  /** A thread for each processor wins over one whose network has them all: what is around the network keeps it waiting. */
  async forMany(papers: number): Promise<Extractor> {
    const threads = Math.min(availableParallelism(), MOST_THREADS);
    if (papers < WORTH_THREADS || threads < 2) return this;
    const workerFile = compiledWorker('accurate/accurate-worker.js');
    return PooledExtractor.start(this, { threads, batch: BATCH, workerFile });
  }

  async close(): Promise<void> {
    await this.#deciders.network.close();
  }
}
