/** The routes of lineages and methods: path, request and answers by their schemas. */
import { createRoute, z } from '@hono/zod-openapi';
import { LineageAnswerSchema, MethodProfileSchema } from '../model/lineage.js';
import { ErrorSchema } from './schemas.js';

/** Methods that one answer may hold. */
const MOST_METHODS = 1_000;
const id = z.string().min(1).max(500);
const whole = (standard: number, most: number) => z.coerce.number().int().min(1).max(most).default(standard);
const format = z
  .enum(['json', 'svg', 'mermaid', 'dot'])
  .default('json')
  .describe('JSON with the places of a drawing, or a picture or diagram of the same.');
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
/** What else a lineage can be had as; the type of the answer follows `format`. */
const pictures = {
  'image/svg+xml': { schema: z.string() },
  'text/vnd.mermaid': { schema: z.string() },
  'text/vnd.graphviz': { schema: z.string() },
};
const answers = {
  200: {
    description: 'Methods, the steps between them with their sentences, the main path, and where everything stands.',
    content: { 'application/json': { schema: LineageAnswerSchema }, ...pictures },
  },
  400: json(ErrorSchema, 'The request does not fit; `path` names the part.'),
};
const unknown = { 404: json(ErrorSchema, 'No method, model, benchmark or concept has this id.') };

export const lineage = createRoute({
  method: 'get',
  path: '/api/lineage/{id}',
  summary: 'What a method came from and what came from it; with `to`, the chains between it and another.',
  request: {
    params: z.object({ id }),
    query: z.object({
      direction: z.enum(['ancestors', 'descendants', 'both']).default('both'),
      depth: whole(3, 50),
      limit: whole(60, MOST_METHODS),
      generic: z
        .enum(['true', 'false'])
        .default('false')
        .transform((value) => value === 'true')
        .describe('Whether to name the common tools of all relatives too.'),
      fold: z
        .union([id, z.array(id).max(MOST_METHODS)])
        .default([])
        .transform((value) => (Array.isArray(value) ? value : [value]))
        .describe('Ids of methods behind which nothing is shown.'),
      to: id.optional(),
      format,
    }),
  },
  responses: { ...answers, ...unknown },
});

export const mainPaths = createRoute({
  method: 'get',
  path: '/api/lineage',
  summary: 'The main path of the whole graph, and the chains that carry most of the traffic after it.',
  request: { query: z.object({ chains: whole(12, 50), format }) },
  responses: answers,
});

export const method = createRoute({
  method: 'get',
  path: '/api/methods/{id}',
  summary: 'A method in full: siblings, branches, fields that took it up, rivals and on what, benchmarks, months.',
  request: { params: z.object({ id }) },
  responses: {
    200: json(MethodProfileSchema, 'The method.'),
    400: json(ErrorSchema, 'The request does not fit; `path` names the part.'),
    ...unknown,
  },
});
