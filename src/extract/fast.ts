/** The fast extractor: lexicon and linear scorers, all in TypeScript, no network, no other paper. */
import { type ExtractionRecord, type Paper, paperText } from '../model/index.js';
import { findCandidates } from './candidates.js';
import { type Draft, draftEntities, scoreCandidates } from './drafts.js';
import type { Extractor } from './extractor.js';
import { type FactsOf, FeatureVector, factsFrom, SPAN_BITS } from './features.js';
import type { Knowledge } from './knowledge.js';
import { RELATION_BITS } from './pairs.js';
import { compiledWorker, inThreads } from './pool.js';
import { read } from './reading.js';
import { toRecord } from './record.js';
import { decideRelations } from './relations.js';
import { lookAgain, rescore } from './rescore.js';
import { decideRoles, ROLE_BITS } from './roles.js';
import { WordScores } from './word-scores.js';

/** Threads are sooner done than none from this many papers on, their start included; a batch takes a tenth of a second. */
const THREADS = { worth: 1_000, batch: 64, workerFile: compiledWorker('fast-worker.js') };

/** Deterministic: the record depends on the paper and the knowledge alone. */
export class FastExtractor implements Extractor {
  readonly name = 'fast';
  readonly version: string;
  readonly concurrency = 1;
  readonly #knowledge: Knowledge;
  readonly #factsOf: FactsOf;
  readonly #words: WordScores;
  readonly #spans = new FeatureVector(SPAN_BITS);
  readonly #roles = new FeatureVector(ROLE_BITS);
  readonly #relations = new FeatureVector(RELATION_BITS);

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#factsOf = factsFrom(knowledge.lexicon);
    this.#words = new WordScores(knowledge.spans.classes);
    this.version = knowledge.settings.version;
  }

  extract(paper: Paper): ExtractionRecord {
    const { lexicon, spans, again, roles, relations, pairs, settings } = this.#knowledge;
    const reading = read(paperText(paper), lexicon);
    const candidates = findCandidates(reading, lexicon);
    const scored = scoreCandidates(reading, candidates, lexicon, this.#factsOf, spans, this.#spans, this.#words);
    const rescored = rescore(lookAgain(reading, scored, this.#factsOf, lexicon), again);
    const drafts: Draft[] = draftEntities(reading, rescored, lexicon, this.#factsOf, settings);
    const roled = decideRoles(reading, drafts, roles, this.#roles);
    const thresholds = { least: settings.relationThresholds };
    const found = decideRelations(reading, roled, { relations, pairs }, thresholds, this.#relations);
    return toRecord(paper, reading, roled, found, settings.calibration);
  }

  forMany(papers: number): Promise<Extractor> {
    return inThreads(this, papers, THREADS);
  }

  async close(): Promise<void> {}
}
