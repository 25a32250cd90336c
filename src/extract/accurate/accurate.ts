/**
 * The accurate extractor: the fast one's candidates, names, cues and evidence, with a network that reads the whole text
 * deciding on types, roles and relations.
 */
import { type ExtractionRecord, type Paper, paperText } from '../../model/index.js';
import type { DecisionSettings } from '../decision-settings.js';
import type { Extractor } from '../extractor.js';
import { compiledWorker, inThreads } from '../pool.js';
import { toRecord } from '../record.js';
import { type Deciders, decideEntities, decideRelations, readWithNetwork } from './decide.js';

/** Threads are sooner done than none from this many papers on, their start included; a batch takes a third of a second. */
const THREADS = { worth: 100, batch: 4, workerFile: compiledWorker('accurate/accurate-worker.js') };

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
  forMany(papers: number): Promise<Extractor> {
    return inThreads(this, papers, THREADS);
  }

  async close(): Promise<void> {
    await this.#deciders.network.close();
  }
}
