/** A lineage as it is printed, served and drawn: methods, the steps between them, and the sentences that state each step. */
import { z } from 'zod';
import { BUILDS_ON_KINDS, ENTITY_TYPES } from './vocabulary.js';

/** What a step did; `version` is known from the names, `contains` from a statement that the older is a part of the newer. */
export const STEP_KINDS = [...BUILDS_ON_KINDS, 'version', 'contains'] as const;

export const LineageMethodSchema = z.object({
  id: z.string(),
  label: z.enum(ENTITY_TYPES),
  name: z.string(),
  /** The day from which it is known. */
  date: z.string().optional(),
  /** Whether a paper of the graph introduced it then, or it was only first seen then. */
  dated: z.enum(['introduced', 'first seen', 'unknown']),
  /** The paper that introduced it. */
  paper: z.object({ id: z.string(), title: z.string() }).optional(),
  /** How many papers link to it. */
  papers: z.number().int(),
  community: z.number().int(),
  /** A class of things or a common tool: named, and not walked through. */
  generic: z.boolean(),
  /** Steps from the method asked about, below 0 for ancestors. */
  steps: z.number().int(),
  /** How many methods came from it directly, and from how many it came, shown or not. */
  children: z.number().int(),
  parents: z.number().int(),
  /** Of a folded method: how many methods that hides. */
  hidden: z.number().int().optional(),
});
export type LineageMethod = z.infer<typeof LineageMethodSchema>;

export const LineageStatementSchema = z.object({
  paper: z.string(),
  title: z.string(),
  date: z.string().optional(),
  /** The sentence; its offsets count in the paper's text. */
  evidence: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  /** Of the paper's text the length of the title and of all; absent where only dates and titles were read. */
  text: z.object({ title: z.number().int(), length: z.number().int() }).optional(),
});
export type LineageStatement = z.infer<typeof LineageStatementSchema>;

export const LineageStepSchema = z.object({
  /** The newer method, and the older one that it came from. */
  head: z.string(),
  tail: z.string(),
  kind: z.enum(STEP_KINDS).optional(),
  types: z.array(z.enum(['BUILDS_ON', 'PART_OF', 'VARIANT_OF'])),
  confidence: z.number(),
  /** By evidence: how clear it is, in how many papers it stands, and whether the head's own paper says it. */
  weight: z.number(),
  own: z.boolean(),
  /** Oldest first; none where it is known from the names alone. */
  statements: z.array(LineageStatementSchema),
  /** Of a version: which part of the name says so, and, where no paper states the step, a sentence that names it. */
  rule: z.string().optional(),
  naming: LineageStatementSchema.optional(),
  /** It stands on the main path. */
  main: z.boolean(),
  /** Methods that are shown and lead from the head to the tail as well, so that the step needs no line of its own. */
  over: z.array(z.string()).optional(),
});
export type LineageStep = z.infer<typeof LineageStepSchema>;

/** A step less sure than this is shown as such: as a broken line, and in words. */
const UNSURE = 0.3;
export const isUnsure = ({ confidence }: Pick<LineageStep, 'confidence'>): boolean => confidence < UNSURE;

/** A step that is known and in no lineage, with the reason. */
export const LineageAsideSchema = z.object({
  ...LineageStepSchema.omit({ main: true, over: true }).shape,
  names: z.tuple([z.string(), z.string()]),
  reason: z.enum(['in-passing', 'unclear', 'own-part', 'not-older', 'circle']),
  /** Ids of the methods of the circle that it would close. */
  circle: z.array(z.string()).optional(),
});

/** Where everything stands: time from left to right, in units of one pixel. */
export const LineageDrawingSchema = z.object({
  width: z.number(),
  height: z.number(),
  box: z.object({ width: z.number(), height: z.number() }),
  /** Left edge and middle of each method's box, by its place in the list. */
  methods: z.array(z.object({ x: z.number(), y: z.number() })),
  /** The line of each step from the older to the newer, by its place in the list; none where it is not drawn. */
  lines: z.array(z.array(z.tuple([z.number(), z.number()]))),
  /** Months from left to right; `undated` stands before all. */
  months: z.array(z.object({ month: z.string(), x: z.number(), width: z.number() })),
});
export type LineageDrawing = z.infer<typeof LineageDrawingSchema>;

export const LineageAnswerSchema = z.object({
  /** The method asked about; absent where the main path of the whole graph was. */
  of: z.string().optional(),
  /** Where the way to another method was asked for: the other, and how the two are related. */
  to: z.string().optional(),
  relation: z.enum(['descends', 'is an ancestor', 'common ancestor', 'none']).optional(),
  methods: z.array(LineageMethodSchema),
  steps: z.array(LineageStepSchema),
  /** Ids from the newest to the oldest. */
  mainPath: z.array(z.string()),
  /** What is known of the method asked about, and left out with a reason. */
  aside: z.array(LineageAsideSchema),
  /** Methods shown, and those within the depth. */
  shown: z.number().int(),
  total: z.number().int(),
  drawing: LineageDrawingSchema.optional(),
});
export type LineageAnswer = z.infer<typeof LineageAnswerSchema>;

/** A method by name, where no more is needed. */
export const MethodRefSchema = z.object({
  id: z.string(),
  label: z.enum(ENTITY_TYPES),
  name: z.string(),
  date: z.string().optional(),
});
export type MethodRef = z.infer<typeof MethodRefSchema>;

const RivalSchema = z.object({
  method: MethodRefSchema,
  /** Named in the same sentences. */
  benchmarks: z.array(MethodRefSchema),
  confidence: z.number(),
  statements: z.array(LineageStatementSchema),
});

/** Months, from the first to the last, and how many papers speak of an entity in each, by role. */
export const TimelineSchema = z.array(
  z.object({
    /** `2024-05` */
    month: z.string(),
    introduces: z.number().int(),
    compares_with: z.number().int(),
    evaluates_on: z.number().int(),
    uses: z.number().int(),
    studies: z.number().int(),
  }),
);
export type Timeline = z.infer<typeof TimelineSchema>;

/** What is known of one method beside its lineage. Lists hold the foremost; the number beside them counts all. */
export const MethodProfileSchema = z.object({
  method: LineageMethodSchema,
  aliases: z.array(z.string()),
  lastSeen: z.string().optional(),
  /** What came from the same, those with most in common first. */
  siblings: z.array(z.object({ method: MethodRefSchema, shared: z.array(MethodRefSchema) })),
  siblingCount: z.number().int(),
  /** What those that came from it directly did to it, the commonest first; without a kind where no more is said. */
  changes: z.array(
    z.object({
      kind: z.enum(STEP_KINDS).optional(),
      count: z.number().int(),
      examples: z.array(z.object({ method: MethodRefSchema, statement: LineageStatementSchema.optional() })),
    }),
  ),
  /** What came from it, as branches, the largest first. */
  branches: z.array(
    z.object({
      method: MethodRefSchema,
      /** Methods of the branch, its first included; and those that began in the last six months of the graph. */
      size: z.number().int(),
      recent: z.number().int(),
      last: z.string().optional(),
      state: z.enum(['growing', 'ended', 'young']),
    }),
  ),
  branchCount: z.number().int(),
  /** Communities of the graph that took it up, oldest first, with the method that did so first. */
  crossings: z.array(
    z.object({
      community: z.number().int(),
      /** The most central entity of the community. */
      field: z.string(),
      first: MethodRefSchema,
      methods: z.number().int(),
      /** From the first to the method. */
      chain: z.array(MethodRefSchema),
    }),
  ),
  beats: z.array(RivalSchema),
  beatsCount: z.number().int(),
  beatenBy: z.array(RivalSchema),
  beatenByCount: z.number().int(),
  /** On which its own papers are evaluated, and those that its victories name. */
  benchmarks: z.array(z.object({ method: MethodRefSchema, papers: z.number().int() })),
  /** Papers that speak of it, month by month, by role. */
  timeline: TimelineSchema,
});
export type MethodProfile = z.infer<typeof MethodProfileSchema>;
