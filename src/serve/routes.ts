/** The HTTP interface, one record a route: path, request and answers by their schemas. The OpenAPI document is made of these. */
import { createRoute, z } from '@hono/zod-openapi';
import { CurationEditSchema } from '../model/curation.js';
import { EDGE_TYPES } from '../model/vocabulary.js';
import { ChoiceSchema } from './choice.js';
import {
  AddedSchema,
  ComparisonSchema,
  CurationChangeSchema,
  CurationSchema,
  CypherRequestSchema,
  CypherResultSchema,
  DRAWN_AT_FIRST,
  ErrorSchema,
  FacetsSchema,
  HealthSchema,
  NeighboursSchema,
  NodeDetailSchema,
  OverviewSchema,
  PathsSchema,
  PreviewSchema,
  QueriesSchema,
  RelatedSchema,
  SearchSchema,
  StatsSchema,
  UndoRequestSchema,
} from './schemas.js';
import { EXPORT_FORMATS, EXPORTS } from './send-export.js';

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const badRequest = { 400: json(ErrorSchema, 'The request does not fit; `path` names the part.') };
const notFound = { 404: json(ErrorSchema, 'No node has this id.') };
const unavailable = { 503: json(ErrorSchema, 'The database does not answer; the rest of the interface still does.') };
/** Files that can be given at once. */
const MOST_FILES = 200;
const NodeId = z.object({ id: z.string().min(1).max(500) });
const BoxSchema = z
  .string()
  .max(200)
  .regex(
    /^-?\d{1,20}(?:\.\d{1,25})?(?:e[+-]?\d{1,2})?(?:,-?\d{1,20}(?:\.\d{1,25})?(?:e[+-]?\d{1,2})?){3}$/,
    'four numbers with commas between them',
  )
  .transform((text) => text.split(',').map(Number))
  .pipe(z.tuple([z.number(), z.number(), z.number(), z.number()]))
  .describe('Only what stands between these places in the drawing: least x, least y, most x, most y, with commas.');
const limit = (standard: number, most: number) => z.coerce.number().int().min(1).max(most).default(standard);

export const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether the server and its database answer.',
  responses: { 200: json(HealthSchema, 'The state of the server.') },
});

export const stats = createRoute({
  method: 'get',
  path: '/api/stats',
  summary: 'How many nodes and edges the graph has, by label and type.',
  responses: { 200: json(StatsSchema, 'Counts.') },
});

export const overview = createRoute({
  method: 'get',
  path: '/api/overview',
  summary: 'The most telling nodes of those chosen, with their positions, and the edges among them.',
  request: {
    query: z.object({ limit: limit(DRAWN_AT_FIRST, 50_000), box: BoxSchema.optional(), ...ChoiceSchema.shape }),
  },
  responses: { 200: json(OverviewSchema, 'The drawing.'), ...badRequest },
});

export const facets = createRoute({
  method: 'get',
  path: '/api/facets',
  summary: 'How many papers, nodes and edges each choice would show beside the other choices.',
  request: { query: z.object(ChoiceSchema.shape) },
  responses: {
    200: json(FacetsSchema, 'Counts, for each kind of choice without the choices of that kind.'),
    ...badRequest,
  },
});

export const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Nodes by name or alias: prefixes and small misspellings count.',
  request: { query: z.object({ q: z.string().min(1).max(200), limit: limit(20, 200) }) },
  responses: { 200: json(SearchSchema, 'The best matches first.'), ...badRequest },
});

export const node = createRoute({
  method: 'get',
  path: '/api/nodes/{id}',
  summary: 'One node with all its properties.',
  request: { params: NodeId },
  responses: { 200: json(NodeDetailSchema, 'The node.'), ...badRequest, ...notFound },
});

export const neighbours = createRoute({
  method: 'get',
  path: '/api/nodes/{id}/neighbours',
  summary:
    'The edges of a node with their evidence, by type, the surest or the most telling first; two steps, if asked.',
  request: {
    params: NodeId,
    query: z.object({
      limit: limit(200, 2_000),
      offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
      type: z.enum(EDGE_TYPES).optional(),
      direction: z.enum(['out', 'in']).optional(),
      order: z
        .enum(['sure', 'telling'])
        .default('sure')
        .describe('Within a type: the surest, or the most telling first.'),
      depth: z
        .enum(['1', '2'])
        .default('1')
        .transform((text) => (text === '2' ? 2 : 1))
        .describe(
          '2: `further` holds what lies two steps away, the most telling first; `limit` and `offset` hold for each.',
        ),
    }),
  },
  responses: { 200: json(NeighboursSchema, 'The neighbours.'), ...badRequest, ...notFound },
});

export const path = createRoute({
  method: 'get',
  path: '/api/path',
  summary: 'The shortest paths between two nodes, the most telling first, with the evidence of each step.',
  request: {
    query: z.object({ from: z.string().min(1).max(500), to: z.string().min(1).max(500), limit: limit(5, 50) }),
  },
  responses: {
    200: json(PathsSchema, 'Paths of the same number of steps; none where nothing joins the two.'),
    ...badRequest,
    ...notFound,
  },
});

export const related = createRoute({
  method: 'get',
  path: '/api/nodes/{id}/related',
  summary: 'The papers most like a paper, or the entities that go with an entity, and what joins them.',
  request: { params: NodeId, query: z.object({ limit: limit(10, 100) }) },
  responses: { 200: json(RelatedSchema, 'The closest first.'), ...badRequest, ...notFound },
});

const MOST_COMPARED = 5;
const NAME_THEM = `two to ${MOST_COMPARED} nodes can be compared: ?id=…&id=…`;

export const compare = createRoute({
  method: 'get',
  path: '/api/compare',
  summary: 'What two to five papers or entities have in common and of their own, with evidence.',
  request: {
    query: z.object({
      /** Given once for each. */
      id: z
        .array(z.string().min(1).max(500), NAME_THEM)
        .min(2, NAME_THEM)
        .max(MOST_COMPARED, NAME_THEM)
        .refine((ids) => new Set(ids).size === ids.length, 'each node can be compared once')
        .openapi({ uniqueItems: true }),
      limit: limit(50, 500),
    }),
  },
  responses: {
    200: json(ComparisonSchema, 'Each list is cut to the limit and says of how many.'),
    ...badRequest,
    ...notFound,
  },
});

export const cypher = createRoute({
  method: 'post',
  path: '/api/cypher',
  summary:
    'A read-only Cypher query. With `Accept: application/x-ndjson` the rows come as JSON lines, while they are found.',
  request: { body: { required: true, content: { 'application/json': { schema: CypherRequestSchema } } } },
  responses: {
    200: json(
      CypherResultSchema,
      'The rows; `truncated` says whether there are, or may be, more, and `truncatedBy` why.',
    ),
    ...badRequest,
    403: json(ErrorSchema, 'The query would do more than read.'),
    408: json(ErrorSchema, 'The query took too long and was ended before its first row.'),
    ...unavailable,
  },
});

const ExportSchema = z.object({
  nodes: z.array(z.looseObject({ id: z.string(), label: z.string(), name: z.string() })),
  edges: z.array(z.looseObject({ source: z.string(), target: z.string(), type: z.string() })),
});
const file = z.string().openapi({ format: 'binary' });

export const exportGraph = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'The whole graph as a file, as stemma export writes it; of the two tables of CSV one at a time.',
  request: { query: z.object({ format: z.enum(EXPORT_FORMATS).default('json') }) },
  responses: {
    200: {
      description: 'The file.',
      content: {
        ...Object.fromEntries(Object.values(EXPORTS).map(({ type }) => [type, { schema: file }])),
        [EXPORTS.json.type]: { schema: ExportSchema },
      },
    },
    ...badRequest,
  },
});

export const queries = createRoute({
  method: 'get',
  path: '/api/queries',
  summary: 'The named queries of the cypher folder.',
  responses: { 200: json(QueriesSchema, 'Each with its title, what it answers, and its parameters.') },
});

const changed = {
  200: json(CurationChangeSchema, 'The edits, of which the graph is made that is served from now on.'),
  400: json(ErrorSchema, 'The edit cannot be applied, or `curation.yaml` holds a mistake; nothing was written.'),
  403: json(ErrorSchema, 'This server takes no edits, or none from where this one comes.'),
  409: json(ErrorSchema, 'Another edit is being applied, or was since.'),
};

export const curation = createRoute({
  method: 'get',
  path: '/api/curation',
  summary: 'What was decided by hand about this graph.',
  responses: {
    200: json(CurationSchema, 'The edits of `curation.yaml`.'),
    400: json(ErrorSchema, '`curation.yaml` holds a mistake, at this line and column.'),
  },
});

export const curate = createRoute({
  method: 'post',
  path: '/api/curation',
  summary: 'Adds an edit to `curation.yaml` and applies it. Nodes are meant by name, alias or id.',
  request: { body: { required: true, content: { 'application/json': { schema: CurationEditSchema } } } },
  responses: changed,
});

export const undoCuration = createRoute({
  method: 'post',
  path: '/api/curation/undo',
  summary:
    'Takes an edit of `curation.yaml` back: the last one, or the one at `index`. With `edit` only if it is that very edit.',
  request: { body: { required: true, content: { 'application/json': { schema: UndoRequestSchema } } } },
  responses: changed,
});

const GivenFile = z
  .custom<File>((value) => value instanceof File, 'give files, as multipart/form-data')
  .openapi({ type: 'string', format: 'binary' });

export const addPapers = createRoute({
  method: 'post',
  path: '/api/papers',
  summary:
    'Adds the papers of some files to the graph, or with `preview` says what is in them. With `Accept: text/event-stream` the answer is events: `progress`, then `done` with what the JSON answer would be, or `failed` with an error.',
  request: {
    query: z.object({ preview: z.enum(['true', 'false']).default('false') }),
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({ files: z.union([GivenFile, z.array(GivenFile).max(MOST_FILES)]) }),
        },
      },
    },
  },
  responses: {
    200: {
      description: 'What was added, or what would be.',
      content: {
        'application/json': { schema: z.union([AddedSchema, PreviewSchema]) },
        'text/event-stream': { schema: z.string() },
      },
    },
    400: json(ErrorSchema, 'The files hold no paper, or cannot be read; nothing was added.'),
    403: json(ErrorSchema, 'This server takes no papers, or none from where these come.'),
    409: json(ErrorSchema, 'Other papers are being read or an edit is being applied.'),
  },
});
