/** The messages between the server and the embedded database's process. */
import { z } from 'zod';
import { PlanStepSchema } from '../plan.js';
import { type Json, LIMITS } from '../store.js';

export interface QueryRequest {
  id: number;
  cypher: string;
  parameters: Record<string, Json>;
  maxRows: number;
  timeoutMs: number;
  /** The rows will stand in memory at once, so that they are cut at `MAX_BYTES`. */
  whole: boolean;
}

/** The batch was taken; the next one may come. */
export interface TakenMessage {
  taken: number;
}

/** What the process was started for: to answer queries, or to fill a new database with the files of a folder. */
export const RoleSchema = z.enum(['query', 'fill']);
export type Role = z.infer<typeof RoleSchema>;

const Place = { line: z.number().int().optional(), column: z.number().int().optional() };
const ErrorSchema = z.object({ of: z.enum(['query', 'store']), code: z.string(), message: z.string(), ...Place });
export type SentError = z.infer<typeof ErrorSchema>;

export const ReplySchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('ready') }),
  z.object({ is: z.literal('progress'), done: z.number() }),
  z.object({ is: z.literal('filled') }),
  z.object({ is: z.literal('failed'), message: z.string() }),
  z.object({
    is: z.literal('answer'),
    id: z.number(),
    columns: z.array(z.string()),
    truncated: z.boolean(),
    truncatedBy: z.enum(LIMITS).optional(),
    translated: z.string().optional(),
    plan: PlanStepSchema.optional(),
  }),
  // Some rows of an answer; the next ones are sent when these were taken.
  z.object({
    is: z.literal('rows'),
    id: z.number(),
    columns: z.array(z.string()),
    rows: z.array(z.record(z.string(), z.custom<Json>())),
  }),
  z.object({ is: z.literal('error'), id: z.number(), error: ErrorSchema }),
]);
export type Reply = z.infer<typeof ReplySchema>;
