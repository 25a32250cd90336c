/** What the server says, by the types of its own schemas. */
import type { DrawnEdge, DrawnNode, Neighbour, NodeDetail } from '../../../src/serve/schemas.js';

export type {
  Added,
  Comparison,
  CurationChange,
  CurationEdit,
  CypherResult,
  DrawnEdge,
  DrawnNode,
  Facets,
  NamedQuery,
  Neighbour,
  NodeDetail,
  Overview,
  Paths,
  Preview,
  Related,
  Search,
  SearchHit,
  Stats,
} from '../../../src/serve/schemas.js';

export type Reason = NonNullable<NodeDetail['reasons']>[number];
export type NodeLabel = DrawnNode['label'];
export type EdgeType = DrawnEdge['type'];
export type Node = NodeDetail['node'];
export type PaperNode = Extract<Node, { label: 'Paper' }>;
export type EntityNode = Extract<Node, { aliases: string[] }>;
export type PersonNode = Exclude<Node, PaperNode | EntityNode>;
export type Direction = Neighbour['direction'];
