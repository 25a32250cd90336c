/** The words of the graph: labels, roles and relationship types, in the order that decides where two compete. */

export const ENTITY_TYPES = ['Concept', 'Benchmark', 'Model', 'Technique'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const NODE_LABELS = ['Paper', ...ENTITY_TYPES, 'Author', 'Organization'] as const;
export type NodeLabel = (typeof NODE_LABELS)[number];

/** Roles of an entity for a paper, strongest first. */
export const ROLES = ['introduces', 'compares_with', 'evaluates_on', 'uses', 'studies'] as const;
export type Role = (typeof ROLES)[number];

export const ROLE_EDGES = {
  introduces: 'INTRODUCES',
  compares_with: 'COMPARES_WITH',
  evaluates_on: 'EVALUATES_ON',
  uses: 'USES',
  studies: 'STUDIES',
} as const satisfies Record<Role, string>;

export const PAPER_EDGE_TYPES = ['INTRODUCES', 'COMPARES_WITH', 'EVALUATES_ON', 'USES', 'STUDIES'] as const;
export type PaperEdgeType = (typeof PAPER_EDGE_TYPES)[number];

/** Relations that a text states between two entities. */
export const RELATION_TYPES = ['BUILDS_ON', 'OUTPERFORMS', 'PART_OF'] as const;
export type RelationType = (typeof RELATION_TYPES)[number];

export const EDGE_TYPES = [...PAPER_EDGE_TYPES, ...RELATION_TYPES, 'VARIANT_OF', 'WROTE', 'AFFILIATED_WITH'] as const;
export type EdgeType = (typeof EDGE_TYPES)[number];

export const BUILDS_ON_KINDS = [
  'extends',
  'combines',
  'adapts',
  'replaces',
  'scales',
  'distils',
  'fine-tunes',
] as const;
export type BuildsOnKind = (typeof BUILDS_ON_KINDS)[number];

/** Why two forms of a name are taken for the same thing; `curation` is a person's decision. */
export const JOIN_RULES = [
  'spelling',
  'definition',
  'wording',
  'abbreviation',
  'expansion',
  'order',
  'typo',
  'curation',
] as const;
export type JoinRule = (typeof JOIN_RULES)[number];
