/** The fast extractor: lexicon and linear scorers, all in TypeScript, no network, no other paper. */
import { availableParallelism } from 'node:os';
import {
  type EntityMentions,
  type ExtractionRecord,
  type Paper,
  paperText,
  type Relation,
  type Span,
} from '../model/index.js';
import { findCandidates } from './candidates.js';
import { type Draft, draftEntities, scoreCandidates } from './drafts.js';
import { evidenceSpan } from './evidence.js';
import type { Extractor } from './extractor.js';
import { type FactsOf, FeatureVector, factsFrom, SPAN_BITS } from './features.js';
import type { Knowledge, Settings } from './knowledge.js';
import { RELATION_BITS } from './pairs.js';
import { PooledExtractor } from './pool.js';
import { type Reading, read } from './reading.js';
import { decideRelations } from './relations.js';
import type { ShownDraft } from './role-cues.js';
import { decideRoles, ROLE_BITS } from './roles.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';
import { WordScores } from './word-scores.js';

/** Papers from which on threads are sooner done than none, their start included. */
const WORTH_THREADS = 1_000;
/** Each thread holds a lexicon of its own, and the one that reads and writes keeps up with no more than this. */
const MOST_THREADS = 8;

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
    const { lexicon, spans, roles, relations, settings } = this.#knowledge;
    const reading = read(paperText(paper), lexicon);
    const candidates = findCandidates(reading, lexicon);
    const scored = scoreCandidates(reading, candidates, lexicon, this.#factsOf, spans, this.#spans, this.#words);
    const drafts: Draft[] = draftEntities(reading, scored, lexicon, this.#factsOf, settings.threshold);
    const roled = decideRoles(reading, drafts, roles, this.#roles);
    const found = decideRelations(reading, roled, relations, { least: settings.relationThresholds }, this.#relations);
    return {
      paper,
      entities: roled.map((draft) => toEntity(reading, draft, settings)),
      relations: found.map(
        (r): Relation => ({ ...r, confidence: calibrated(r.confidence, settings.calibration.relation) }),
      ),
    };
  }

  async forMany(papers: number): Promise<Extractor> {
    const threads = Math.min(availableParallelism(), MOST_THREADS);
    return papers < WORTH_THREADS || threads < 2 ? this : PooledExtractor.start(this, { threads });
  }

  async close(): Promise<void> {}
}

function toEntity(reading: Reading, draft: ShownDraft, settings: Settings): EntityMentions {
  const spans = draft.occurrences.map(
    ({ from, to }): Span => [(reading.tokens[from] as Token).start, (reading.tokens[to - 1] as Token).end],
  );
  const sentence = reading.sentences[reading.sentenceOf[draft.shownBy.from] as number] as Sentence;
  return {
    name: draft.name,
    type: draft.type,
    role: draft.role,
    surfaces: [...new Set(spans.map(([start, end]) => reading.text.slice(start, end)))],
    spans,
    evidence: evidenceSpan(reading, sentence, draft.shownBy.from, draft.shownBy.to),
    confidence: calibrated(draft.probability * draft.roleProbability, settings.calibration.edge),
  };
}

/** The share of decisions at this score that were right, read between the nearest measured points. */
export function calibrated(score: number, points: readonly (readonly [number, number])[]): number {
  const first = points[0];
  if (first === undefined) return round(score);
  let before = first;
  for (const point of points) {
    if (score < point[0]) {
      const width = point[0] - before[0];
      const share = width > 0 ? (score - before[0]) / width : 0;
      return round(before[1] + Math.max(0, share) * (point[1] - before[1]));
    }
    before = point;
  }
  return round(before[1]);
}

function round(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
}
