/** The HTTP interface as Zod schemas: they check each request, type the web page, and make the OpenAPI document. */
import { z } from 'zod';
import { CurationEditSchema } from '../model/curation.js';
import { FaultSchema } from '../model/fault.js';
import { GraphEdgeSchema, GraphNodeSchema, JoinSchema } from '../model/graph.js';
import { TimelineSchema } from '../model/lineage.js';
import { EDGE_TYPES, ENTITY_TYPES, NODE_LABELS, RELATION_TYPES, ROLES } from '../model/vocabulary.js';
import { PlanStepSchema } from '../store/plan.js';
import { LIMITS } from '../store/store.js';

export const ErrorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    path: z.string().optional(),
    line: z.number().int().optional(),
    column: z.number().int().optional(),
  }),
});

export const HealthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  /** Whether the database behind `/api/cypher` answers; the rest is served from memory. */
  database: z.enum(['up', 'down']),
  graph: z.string(),
  version: z.string(),
});
export type Health = z.infer<typeof HealthSchema>;

export const StatsSchema = z.object({
  papers: z.number().int(),
  nodes: z.record(z.enum(NODE_LABELS), z.number().int()),
  edges: z.record(z.enum(EDGE_TYPES), z.number().int()),
  /** Number of communities among the drawn nodes. */
  communities: z.number().int(),
  /** What papers and entities can be chosen by, each with how many there are. */
  facets: z.object({
    /** Papers by year, ascending. */
    years: z.array(z.object({ year: z.number().int(), papers: z.number().int() })),
    /** Papers by category and by organization, the commonest first; at most a few dozen. */
    categories: z.array(z.object({ name: z.string(), papers: z.number().int() })),
    organizations: z.array(z.object({ name: z.string(), papers: z.number().int() })),
    /** The largest communities, named by their own terms. */
    communities: z.array(
      z.object({
        community: z.number().int(),
        name: z.string(),
        /** What the name is made of, the most telling first. */
        terms: z.array(z.string()),
        nodes: z.number().int(),
      }),
    ),
  }),
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
  /** How the graph was made; not known of one that is read from Neo4j. */
  extractor: z.string().optional(),
  asOf: z.string().optional(),
});
export type Stats = z.infer<typeof StatsSchema>;

/** How much of each choice the other choices leave: what it would show if it were the only one of its kind. */
export const FacetsSchema = z.object({
  labels: z.record(z.enum(NODE_LABELS), z.number().int()),
  types: z.record(z.enum(EDGE_TYPES), z.number().int()),
  /** Papers by year, ascending, of every year that the graph has. */
  years: z.array(z.object({ year: z.number().int(), papers: z.number().int() })),
  /** Papers whose date is not known. */
  undated: z.number().int(),
  /** Of those that `/api/stats` names, in the same order, then of what is chosen besides. */
  categories: z.array(z.object({ name: z.string(), papers: z.number().int() })),
  organizations: z.array(z.object({ name: z.string(), papers: z.number().int() })),
  communities: z.array(z.object({ community: z.number().int(), nodes: z.number().int() })),
});
export type Facets = z.infer<typeof FacetsSchema>;

/** A node as the canvas needs it. */
export const DrawnNodeSchema = z.object({
  id: z.string(),
  label: z.enum(NODE_LABELS),
  name: z.string(),
  x: z.number(),
  y: z.number(),
  community: z.number().int(),
  pagerank: z.number(),
  /** How many papers link to it; absent for papers. */
  papers: z.number().int().optional(),
  year: z.number().int().optional(),
  /** Of papers that have any. */
  categories: z.array(z.string()).optional(),
  organizations: z.array(z.string()).optional(),
});
export type DrawnNode = z.infer<typeof DrawnNodeSchema>;

export const DrawnEdgeSchema = z.object({
  source: z.string(),
  target: z.string(),
  type: z.enum(EDGE_TYPES),
  confidence: z.number(),
});
export type DrawnEdge = z.infer<typeof DrawnEdgeSchema>;

/** A list that was cut says so: `shown` of `total`. */
const Cut = { shown: z.number().int(), total: z.number().int() };

/** How many nodes the page draws when it is opened. */
export const DRAWN_AT_FIRST = 3_000;

export const OverviewSchema = z.object({
  nodes: z.array(DrawnNodeSchema),
  edges: z.array(DrawnEdgeSchema),
  /** Pairs of entities that papers name together beyond chance, as places in `nodes`; where some nodes are left out. */
  ties: z.array(z.tuple([z.number().int(), z.number().int()])),
  ...Cut,
  /** Three or so questions worth asking of this graph, computed from it: of a node, of two, or one that is ready to ask. */
  suggestions: z.array(
    z.union([
      z.object({ text: z.string(), node: z.string(), to: z.string().optional() }),
      z.object({ text: z.string(), question: z.string() }),
    ]),
  ),
});
export type Overview = z.infer<typeof OverviewSchema>;

export const SearchHitSchema = z.object({
  id: z.string(),
  label: z.enum(NODE_LABELS),
  name: z.string(),
  /** The alias that matched, where it was not the name; of several hits of one name, an alias that spells it out. */
  alias: z.string().optional(),
  papers: z.number().int().optional(),
  year: z.number().int().optional(),
});
export type SearchHit = z.infer<typeof SearchHitSchema>;
export const SearchSchema = z.object({ hits: z.array(SearchHitSchema), ...Cut });
export type Search = z.infer<typeof SearchSchema>;

export const NodeDetailSchema = z.object({
  node: GraphNodeSchema,
  /** How many edges of each type leave and enter. */
  degrees: z.array(z.object({ type: z.enum(EDGE_TYPES), direction: z.enum(['out', 'in']), count: z.number().int() })),
  /** Of an entity with papers whose month is known. */
  timeline: TimelineSchema.optional(),
  /** Why each alias of an entity is one: the chain of joins from it to the name, in words; empty where none is known. */
  reasons: z
    .array(
      z.object({
        alias: z.string(),
        chain: z.array(
          z.object({
            ...JoinSchema.shape,
            sentence: z.string(),
            papers: z.array(z.object({ id: z.string(), name: z.string() })),
          }),
        ),
      }),
    )
    .optional(),
});
export type NodeDetail = z.infer<typeof NodeDetailSchema>;

/** One step from a node: the other end, and the whole edge with its evidence. */
export const NeighbourSchema = z.object({
  node: DrawnNodeSchema,
  edge: GraphEdgeSchema,
  direction: z.enum(['out', 'in']),
  /** Other forms of an entity's name, so that its mentions in a paper's text can be shown. */
  aliases: z.array(z.string()).optional(),
});
export type Neighbour = z.infer<typeof NeighbourSchema>;
export const NeighboursSchema = z.object({
  neighbours: z.array(NeighbourSchema),
  ...Cut,
  /** What lies two steps away, where it was asked for: the last step of the way that tells most, and what it leads over. */
  further: z
    .object({
      neighbours: z.array(NeighbourSchema.extend({ via: z.object({ id: z.string(), name: z.string() }) })),
      ...Cut,
    })
    .optional(),
});
export type Neighbours = z.infer<typeof NeighboursSchema>;

/** The shortest paths between two nodes, the most telling first. */
export const PathsSchema = z.object({
  paths: z.array(
    z.object({
      /** From the first node to the last. */
      nodes: z.array(DrawnNodeSchema),
      /** One step fewer than nodes: its edges with their evidence, the most telling first. */
      steps: z.array(z.object({ edges: z.array(GraphEdgeSchema) })),
    }),
  ),
  ...Cut,
});
export type Paths = z.infer<typeof PathsSchema>;

/** What is most like a paper, or goes with an entity, the closest first, and what joins the two. */
export const RelatedSchema = z.object({
  related: z.array(
    z.object({
      node: DrawnNodeSchema,
      /** Comparable within one answer only. */
      weight: z.number(),
      /** What tells most first; `total` counts all. Its edges lead to the node asked about and to the related one. */
      via: z.array(z.object({ node: DrawnNodeSchema, edges: z.array(GraphEdgeSchema).length(2) })),
      total: z.number().int(),
    }),
  ),
  ...Cut,
});
export type Related = z.infer<typeof RelatedSchema>;

const ComparedSchema = z.object({
  entities: z.array(
    z.object({
      node: DrawnNodeSchema,
      /** Other forms of its name, so that its mentions in a sentence can be shown. */
      aliases: z.array(z.string()),
      /** In the order of `nodes`; null for one that does not have it. */
      holdings: z.array(
        z
          .object({
            /** In how many of its papers; 1 for a paper, 0 where only a relation joins the two. */
            papers: z.number().int(),
            /** What shows it: the paper's edge; or the relations of the two, and the surest paper's edges to both. */
            edges: z.array(GraphEdgeSchema),
          })
          .nullable(),
      ),
    }),
  ),
  ...Cut,
});
export const ComparisonSchema = z.object({
  nodes: z.array(DrawnNodeSchema),
  /** Edges among them. */
  relations: z.array(GraphEdgeSchema),
  /** What two or more have, that which more have first. */
  shared: ComparedSchema,
  /** What each alone has, in the order of `nodes`. */
  own: z.array(ComparedSchema),
  /** Those that the edges are from or stated in, beside the compared ones; sorted by id. */
  papers: z.array(DrawnNodeSchema),
});
export type Comparison = z.infer<typeof ComparisonSchema>;

/** Any JSON: the body was parsed as such. */
const Json = z.unknown();
export const CypherRequestSchema = z.object({
  query: z.string().min(1).max(20_000),
  parameters: z.record(z.string(), Json).default({}),
  maxRows: z.number().int().min(1).max(10_000).default(1_000),
});
export const CypherResultSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.record(z.string(), Json)),
  /** There are, or may be, more rows. */
  truncated: z.boolean(),
  /** Why: `maxRows` were there, the answer grew too large, or its time or the database's memory was used up. */
  truncatedBy: z.enum(LIMITS).optional(),
  /** What the query was translated to, where it was written as for Neo4j and the embedded store answered. */
  translated: z.string().optional(),
  /** What EXPLAIN or PROFILE shows; there are no rows then. */
  plan: PlanStepSchema.optional(),
  milliseconds: z.number(),
});
export type CypherResult = z.infer<typeof CypherResultSchema>;

export const NamedQuerySchema = z.object({
  name: z.string(),
  title: z.string(),
  answers: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      type: z.enum(['string', 'integer', 'float', 'boolean']),
      default: z.union([z.string(), z.number(), z.boolean()]),
      description: z.string(),
    }),
  ),
  /** The text for the store that is served. */
  cypher: z.string(),
});
export type NamedQuery = z.infer<typeof NamedQuerySchema>;
export const QueriesSchema = z.object({ queries: z.array(NamedQuerySchema) });

export const CurationSchema = z.object({
  /** In the order in which they are applied. */
  edits: z.array(CurationEditSchema),
  /** Whether this server takes edits. */
  writable: z.boolean(),
  /** Whether there is an edit to take back. */
  undo: z.boolean(),
});
export type Curation = z.infer<typeof CurationSchema>;
export type CurationEdit = Curation['edits'][number];
export const CurationChangeSchema = z.object({
  ...CurationSchema.shape,
  /** The node that the edit is about, as its id is now; absent for a rejected edge and after an undo. */
  node: z.string().optional(),
});
export type CurationChange = z.infer<typeof CurationChangeSchema>;
const EditNumber = z.number().int().nonnegative().max(1_000_000_000);
export const UndoRequestSchema = z.object({
  /** The edit that is to be taken back, as the list shows it: where another one stands at its place, it is refused. */
  edit: CurationEditSchema.optional(),
  /** Its place in the list, counted from 0; by default the last. Without the edit itself it is refused. */
  index: EditNumber.optional(),
  /** How many edits there are as far as the one who asks knows: another number is refused. */
  edits: EditNumber.optional(),
});
export type UndoRequest = z.infer<typeof UndoRequestSchema>;

/** What adding some files would bring, before anything is written. */
export const PreviewSchema = z.object({
  papers: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      date: z.string().optional(),
      /** Whether the graph has a paper of this id already. */
      known: z.boolean(),
      entities: z.array(
        z.object({
          name: z.string(),
          type: z.enum(ENTITY_TYPES),
          role: z.enum(ROLES),
          evidence: z.string().optional(),
        }),
      ),
      relations: z.array(
        z.object({ from: z.string(), type: z.enum(RELATION_TYPES), to: z.string(), evidence: z.string() }),
      ),
    }),
  ),
  ...Cut,
  /** Papers that were another source of one among them. */
  merged: z.number().int(),
  refused: z.array(FaultSchema),
});
export type Preview = z.infer<typeof PreviewSchema>;

/** What was added. */
export const AddedSchema = z.object({
  /** New in the graph; the first few, and of how many. */
  papers: z.array(DrawnNodeSchema),
  ...Cut,
  read: z.number().int(),
  /** Papers that were another source of one that is there. */
  merged: z.number().int(),
  refused: z.array(FaultSchema),
});
export type Added = z.infer<typeof AddedSchema>;
