/** From decisions to the extraction record: surfaces, offsets, evidence, and confidences as shares that were right. */
import type { EntityMentions, ExtractionRecord, Paper, Relation, Span } from '../model/index.js';
import type { DecisionSettings } from './decision-settings.js';
import { evidenceSpan } from './evidence.js';
import { type Reading, surfacesOf } from './reading.js';
import type { ShownDraft } from './role-cues.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/**
 * Least confidence of an edge to what is no proper name. Of the edges under it hardly one in four is right; but a reader
 * wants every name, and seldom minds one that does not matter.
 */
const LEAST_CONFIDENCE = 0.28;

export function toRecord(
  paper: Paper,
  reading: Reading,
  drafts: readonly ShownDraft[],
  relations: readonly Relation[],
  calibration: DecisionSettings['calibration'],
): ExtractionRecord {
  const entities = drafts
    .map((draft) => toEntity(reading, draft, calibration))
    .filter(({ name, confidence }) => confidence >= LEAST_CONFIDENCE || NAME.test(name));
  const names = new Set(entities.map(({ name }) => name));
  return {
    paper,
    entities,
    relations: relations
      .filter(({ from, to }) => names.has(from) && names.has(to))
      .map((r): Relation => ({ ...r, confidence: calibrated(r.confidence, calibration.relation) })),
  };
}

/** A capital or a digit behind the first sign. */
const NAME = /.[\p{Lu}\p{N}]/u;

function toEntity(reading: Reading, draft: ShownDraft, calibration: DecisionSettings['calibration']): EntityMentions {
  const spans = draft.occurrences.map(
    ({ from, to }): Span => [(reading.tokens[from] as Token).start, (reading.tokens[to - 1] as Token).end],
  );
  const sentence = reading.sentences[reading.sentenceOf[draft.shownBy.from] as number] as Sentence;
  return {
    name: draft.name,
    type: draft.type,
    role: draft.role,
    surfaces: surfacesOf(reading, draft.occurrences),
    spans,
    evidence: evidenceSpan(reading, sentence, draft.shownBy.from, draft.shownBy.to),
    confidence: calibrated(draft.probability * draft.roleProbability, calibration.edge),
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
