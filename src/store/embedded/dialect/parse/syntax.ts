/** A reading query as a tree: as much of Cypher's grammar as must be known to tell Neo4j's spellings from plain text. */

/** Where something stands in the query, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

/** `A|B`, `A&!B`, `%`: what stands after the colon of a node, a relationship or a label test. */
export type Labels =
  | { is: 'name'; name: string }
  | { is: 'any' }
  | { is: 'not'; of: Labels }
  | { is: 'and' | 'or'; of: Labels[] };

/** How often a relationship is walked; a missing bound is open. */
export interface Repeats {
  least?: string | undefined;
  most?: string | undefined;
}

export interface NodePattern extends Span {
  variable?: string;
  labels?: Labels;
  /** The labels as they are written, with the colon. */
  labelSpan?: Span;
  properties?: Expression;
  where?: Expression;
}

export interface RelationshipPattern extends Span {
  variable?: string;
  labels?: Labels;
  labelSpan?: Span;
  properties?: Expression;
  where?: Expression;
  repeats?: Repeats;
  /** What the embedded database alone understands stands in it: `* SHORTEST 1..4`, `* TRAIL`, and so on. */
  native: boolean;
  pointsLeft: boolean;
  pointsRight: boolean;
}

export interface Chain extends Span {
  /** The path's variable. */
  path?: string;
  shortest?: 'one' | 'all';
  nodes: NodePattern[];
  /** One fewer than nodes. */
  relationships: RelationshipPattern[];
}

export type MapItem = { is: 'all' } | { is: 'key'; name: string } | { is: 'value'; name: string; value: Expression };

/** `WHEN 1, 2 THEN 'few'` */
export interface CaseBranch extends Span {
  when: Expression[];
  then: Expression;
}

export type Expression = Span &
  (
    | { kind: 'variable'; name: string }
    /** Anything whose own text stays as it is: literals, operators between operands, brackets. */
    | { kind: 'plain'; parts: Expression[] }
    | { kind: 'parenthesis'; inner: Expression }
    | { kind: 'case'; of?: Expression; branches: CaseBranch[]; otherwise?: Expression }
    | { kind: 'map'; entries: { key: Span & { name: string }; value: Expression }[] }
    | { kind: 'property'; of: Expression; key: string }
    | { kind: 'index'; of: Expression; at: Expression }
    | { kind: 'slice'; of: Expression; from?: Expression; to?: Expression }
    | { kind: 'labelTest'; of: Expression; labels: Labels }
    | { kind: 'call'; name: string; distinct: boolean; star: boolean; inputs: Expression[] }
    | { kind: 'comprehension'; variable: string; list: Expression; where?: Expression; map?: Expression }
    | { kind: 'reduce'; sum: string; initial: Expression; variable: string; list: Expression; step: Expression }
    | { kind: 'quantifier'; word: string; variable: string; list: Expression; where: Expression }
    | { kind: 'mapProjection'; of: string; items: MapItem[] }
    | { kind: 'pattern'; chain: Chain }
    | { kind: 'patternComprehension'; chain: Chain; where?: Expression; map: Expression }
    | { kind: 'subquery'; word: 'EXISTS' | 'COUNT' | 'COLLECT'; query: Query }
  );

export interface ProjectionItem {
  value: Expression;
  alias?: string;
}

export interface Projection extends Span {
  kind: 'projection';
  word: 'WITH' | 'RETURN';
  distinct: boolean;
  /** `*` stands first. */
  star: boolean;
  items: ProjectionItem[];
  order: { value: Expression; direction: string }[];
  skip?: Expression;
  limit?: Expression;
  where?: Expression;
}

export interface Match extends Span {
  kind: 'match';
  optional: boolean;
  chains: Chain[];
  where?: Expression;
}

export type Clause =
  | Match
  | Projection
  | (Span & { kind: 'unwind'; list: Expression; variable: string })
  | (Span & {
      kind: 'procedure';
      name: string;
      inputs: Expression[];
      yields?: { name: string; alias: string }[];
      where?: Expression;
    })
  | (Span & { kind: 'callSubquery'; imports?: string[] | 'all'; query: Query });

export interface Query extends Span {
  /** Joined by `unions`, one fewer. */
  branches: Clause[][];
  unions: ('UNION' | 'UNION ALL')[];
}
