/** The fast extractor: lexicon and linear scorers, all in TypeScript, no network, no other paper. */
import { type ExtractionRecord, type Paper, paperText } from '../model/index.js';
import { findCandidates } from './candidates.js';
import { type Draft, draftEntities, scoreCandidates } from './drafts.js';
import type { Extractor } from './extractor.js';
import { type FactsOf, FeatureVector, factsFrom, SPAN_BITS } from './features.js';
import type { Knowledge } from './knowledge.js';
import { RELATION_BITS } from './pairs.js';
import { read } from './reading.js';
import { toRecord } from './record.js';
import { decideRelations } from './relations.js';
import { decideRoles, ROLE_BITS } from './roles.js';

/** Deterministic: the record depends on the paper and the knowledge alone. */
export class FastExtractor implements Extractor {
  readonly name = 'fast';
  readonly version: string;
  readonly concurrency = 1;
  readonly #knowledge: Knowledge;
  readonly #factsOf: FactsOf;
  readonly #spans = new FeatureVector(SPAN_BITS);
  readonly #roles = new FeatureVector(ROLE_BITS);
  readonly #relations = new FeatureVector(RELATION_BITS);

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#factsOf = factsFrom(knowledge.lexicon);
    this.version = knowledge.settings.version;
  }

  extract(paper: Paper): ExtractionRecord {
    const { lexicon, spans, roles, relations, settings } = this.#knowledge;
    const reading = read(paperText(paper), lexicon);
    const candidates = findCandidates(reading, lexicon);
    const scored = scoreCandidates(reading, candidates, lexicon, this.#factsOf, spans, this.#spans);
    const drafts: Draft[] = draftEntities(reading, scored, lexicon, this.#factsOf, settings.threshold);
    const roled = decideRoles(reading, drafts, roles, this.#roles);
    const found = decideRelations(reading, roled, relations, { least: settings.relationThresholds }, this.#relations);
    return toRecord(paper, reading, roled, found, settings.calibration);
  }

  async close(): Promise<void> {}
}
