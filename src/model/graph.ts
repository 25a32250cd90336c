/** The assembled graph: nodes and edges as they are stored, exported and served. */
import { z } from 'zod';
import { IsoDateSchema, SourceSchema } from './paper.js';
import { BUILDS_ON_KINDS, ENTITY_TYPES, JOIN_RULES, PAPER_EDGE_TYPES } from './vocabulary.js';

const Drawing = {
  /** Position in the drawing, in layout units. */
  x: z.number(),
  y: z.number(),
  /** The community's number; 0 is the largest. */
  community: z.number().int().nonnegative(),
  /** PageRank over all edges between papers and entities, undirected, in multiples of their mean; 0 for people. */
  pagerank: z.number().nonnegative(),
};

const Base = { id: z.string().min(1), name: z.string().min(1), ...Drawing };

export const PaperNodeSchema = z.object({
  ...Base,
  label: z.literal('Paper'),
  title: z.string(),
  titleFrom: z.literal('abstract').optional(),
  abstract: z.string(),
  date: IsoDateSchema.optional(),
  year: z.number().int().optional(),
  authors: z.array(z.string()),
  organizations: z.array(z.string()),
  categories: z.array(z.string()),
  url: z.string().optional(),
  sources: z.array(SourceSchema),
});
export type PaperNode = z.infer<typeof PaperNodeSchema>;

/** Why two forms of an entity's name are taken for the same thing. */
export const JoinSchema = z.object({
  a: z.string(),
  b: z.string(),
  rule: z.enum(JOIN_RULES),
  /** How sure, from 0 to 1. */
  score: z.number().min(0).max(1),
  /** Ids of papers that show it, sorted; the first few where they are many. */
  papers: z.array(z.string()),
});

export const EntityNodeSchema = z.object({
  ...Base,
  label: z.enum(ENTITY_TYPES),
  /** Other forms, sorted; the name itself is not among them. */
  aliases: z.array(z.string()),
  /** A path of these leads from each alias to the name; absent where there is nothing to say. Not in the databases. */
  joins: z.array(JoinSchema).optional(),
  /** How many papers link to it. */
  papers: z.number().int().nonnegative(),
  firstSeen: IsoDateSchema.optional(),
  lastSeen: IsoDateSchema.optional(),
  /** Parallel lists, absent where no paper with a known month links to it: the months (`2024-05`), sorted, … */
  months: z.array(z.string()).optional(),
  /** … and its PageRank in the graph of that month's papers alone; 1 is the mean, so that months can be added up. */
  monthRanks: z.array(z.number().nonnegative()).optional(),
});
export type EntityNode = z.infer<typeof EntityNodeSchema>;

export const PersonNodeSchema = z.object({ ...Base, label: z.enum(['Author', 'Organization']) });
export type PersonNode = z.infer<typeof PersonNodeSchema>;

export const GraphNodeSchema = z.discriminatedUnion('label', [PaperNodeSchema, EntityNodeSchema, PersonNodeSchema]);
export type GraphNode = z.infer<typeof GraphNodeSchema>;

const Ends = { source: z.string().min(1), target: z.string().min(1), confidence: z.number().min(0).max(1) };

export const PaperEdgeSchema = z.object({
  ...Ends,
  type: z.enum(PAPER_EDGE_TYPES),
  evidence: z.string().min(1),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
});
export type PaperEdge = z.infer<typeof PaperEdgeSchema>;

/** Parallel lists, one item for each statement: the paper's id, the text, its offsets. */
const Statements = {
  papers: z.array(z.string()).min(1),
  evidence: z.array(z.string()).min(1),
  starts: z.array(z.number().int().nonnegative()).min(1),
  ends: z.array(z.number().int().positive()).min(1),
  firstSeen: IsoDateSchema.optional(),
};

export const BuildsOnEdgeSchema = z.object({
  ...Ends,
  ...Statements,
  type: z.literal('BUILDS_ON'),
  kind: z.enum(BUILDS_ON_KINDS).optional(),
});
export const OutperformsEdgeSchema = z.object({
  ...Ends,
  ...Statements,
  type: z.literal('OUTPERFORMS'),
  /** Ids of the benchmarks named in the same evidence; empty where none is. */
  benchmarks: z.array(z.string()),
});
export const PartOfEdgeSchema = z.object({ ...Ends, ...Statements, type: z.literal('PART_OF') });
export const VariantOfEdgeSchema = z.object({ ...Ends, type: z.literal('VARIANT_OF'), rule: z.string() });
export const PersonEdgeSchema = z.object({ ...Ends, type: z.enum(['WROTE', 'AFFILIATED_WITH']) });

export const GraphEdgeSchema = z.discriminatedUnion('type', [
  PaperEdgeSchema,
  BuildsOnEdgeSchema,
  OutperformsEdgeSchema,
  PartOfEdgeSchema,
  VariantOfEdgeSchema,
  PersonEdgeSchema,
]);
export type GraphEdge = z.infer<typeof GraphEdgeSchema>;
export type EntityEdge = Extract<GraphEdge, { type: 'BUILDS_ON' | 'OUTPERFORMS' | 'PART_OF' }>;

/** Nodes sorted by id; edges sorted by source, target and type. Sorting is by UTF-16 code unit, never by locale. */
export interface KnowledgeGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

/** A paper as far as lineages look at it. */
export type DatedPaper = Pick<PaperNode, 'id' | 'label' | 'name' | 'date'> &
  Partial<Pick<PaperNode, 'title' | 'titleFrom' | 'abstract'>>;

/** A paper as a folder is read for lineages. */
export function withoutText({ id, label, name, date }: DatedPaper): DatedPaper {
  return { id, label, name, ...(date === undefined ? {} : { date }) };
}

/** An entity as far as names are sought. */
export type NamedEntity = Pick<EntityNode, 'id' | 'label' | 'name' | 'aliases' | 'papers'>;

/** As much of a graph as lineages look at; a whole one is one too. */
export interface DescentGraph {
  readonly nodes: readonly (EntityNode | DatedPaper | PersonNode)[];
  readonly edges: readonly GraphEdge[];
}
