/** What a model is asked to answer: the schema that goes with the request, and the reading of what comes back. */
import { z } from 'zod';
import { BUILDS_ON_KINDS, ENTITY_TYPES, RELATION_TYPES, ROLES } from '../../model/index.js';

/** Small models write `technique`, `Builds on` or `fine tunes`: the words are clear, only their form is not. */
function word<const T extends readonly [string, ...string[]]>(words: T) {
  const plain = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '');
  return z.preprocess(
    (value) => (typeof value === 'string' ? (words.find((w) => plain(w) === plain(value)) ?? value) : value),
    z.enum(words),
  );
}

const AnsweredEntitySchema = z.object({
  name: z.string(),
  type: word(ENTITY_TYPES),
  role: word(ROLES),
  surfaces: z.array(z.string()),
  /** The number of the sentence that shows the role, as the prompt counts. */
  sentence: z.int(),
});
export type AnsweredEntity = z.infer<typeof AnsweredEntitySchema>;

const AnsweredRelationSchema = z.object({
  from: z.string(),
  type: word(RELATION_TYPES),
  to: z.string(),
  kind: word(BUILDS_ON_KINDS).nullable(),
  evidence: z.string(),
});
export type AnsweredRelation = z.infer<typeof AnsweredRelationSchema>;

const AnswerSchema = z.object({ entities: z.array(AnsweredEntitySchema), relations: z.array(AnsweredRelationSchema) });
export type Answer = z.infer<typeof AnswerSchema>;

/**
 * The schema as servers want it: every property required, none beside them, no `$schema`, and no bounds, from which
 * llama.cpp would make a grammar of thousands of rules.
 */
export const ANSWER_JSON_SCHEMA: Readonly<Record<string, unknown>> = (() => {
  const { $schema: _, ...schema } = z.toJSONSchema(AnswerSchema, {
    io: 'output',
    override: ({ jsonSchema }) => {
      delete jsonSchema.minimum;
      delete jsonSchema.maximum;
    },
  });
  return schema;
})();

/** Read item by item, so that one malformed item does not lose the others. */
const EnvelopeSchema = z.object({ entities: z.array(z.unknown()), relations: z.array(z.unknown()).nullish() });
const LenientEntitySchema = AnsweredEntitySchema.extend({ sentence: z.int().catch(-1) });
const LenientRelationSchema = AnsweredRelationSchema.extend({ kind: AnsweredRelationSchema.shape.kind.catch(null) });

/** The answer in a message, or undefined where it holds none, or nothing of it is as it was asked for. */
export function readAnswer(content: string): Answer | undefined {
  for (const text of jsonIn(content)) {
    const envelope = EnvelopeSchema.safeParse(parsed(text));
    if (!envelope.success) continue;
    const entities = valid(LenientEntitySchema, envelope.data.entities);
    if (entities.length === 0 && envelope.data.entities.length > 0) continue;
    return { entities, relations: valid(LenientRelationSchema, envelope.data.relations ?? []) };
  }
  return undefined;
}

function valid<T>(schema: z.ZodType<T>, items: readonly unknown[]): T[] {
  return items.flatMap((item) => {
    const result = schema.safeParse(item);
    return result.success ? [result.data] : [];
  });
}

/** Where the JSON may stand: the whole message, a fenced block, or from the first brace to the last. */
function jsonIn(content: string): string[] {
  // A reasoning model thinks aloud first.
  const said = content.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim();
  const fenced = /```(?:json)?([\s\S]*?)```/i.exec(said)?.[1];
  const braced = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  return [said, ...(fenced === undefined ? [] : [fenced]), braced];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
