/** The extraction record: one different paper a line, the unit of work that is streamed, sharded, merged and scored. */
import { z } from 'zod';
import { PaperSchema } from './paper.js';
import { BUILDS_ON_KINDS, ENTITY_TYPES, RELATION_TYPES, ROLES } from './vocabulary.js';

const Offset = z.number().int().nonnegative();
/** A half-open stretch of the paper's text, in UTF-16 code units. */
export const SpanSchema = z.tuple([Offset, Offset]);
export type Span = z.infer<typeof SpanSchema>;

const Confidence = z.number().min(0).max(1);

export const EntityMentionsSchema = z.object({
  /** The canonical name: as written for named things, lower-case singular for generic terms. */
  name: z.string().min(1),
  type: z.enum(ENTITY_TYPES),
  role: z.enum(ROLES),
  /** The different forms that stand in the text; exactly the texts of `spans`. */
  surfaces: z.array(z.string().min(1)).min(1),
  /** Every mention, sorted, not overlapping one another. */
  spans: z.array(SpanSchema).min(1),
  /** The sentence (or the clause) that shows the role; where a record has none, the sentence of the first mention. */
  evidence: SpanSchema.optional(),
  confidence: Confidence,
});
export type EntityMentions = z.infer<typeof EntityMentionsSchema>;

export const RelationSchema = z.object({
  from: z.string().min(1),
  type: z.enum(RELATION_TYPES),
  to: z.string().min(1),
  /** For BUILDS_ON: what kind of step, where the sentence says it. */
  kind: z.enum(BUILDS_ON_KINDS).optional(),
  evidence: z.string().min(1),
  span: SpanSchema,
  confidence: Confidence,
});
export type Relation = z.infer<typeof RelationSchema>;

export const ExtractionRecordSchema = z.object({
  paper: PaperSchema,
  entities: z.array(EntityMentionsSchema),
  relations: z.array(RelationSchema),
});
export type ExtractionRecord = z.infer<typeof ExtractionRecordSchema>;
