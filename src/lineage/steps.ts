/** The steps between methods: which edges say that one came from another, how strongly, and which say too little. */
import { type BuildsOnKind, type EntityNode, type GraphEdge, kindFromSentence } from '../model/index.js';

/** What a step did: what the sentence says of it, or that the newer is a version of the older, or contains it. */
export type StepKind = BuildsOnKind | 'version' | 'contains';
export type LineageEdge = Extract<GraphEdge, { type: 'BUILDS_ON' | 'PART_OF' | 'VARIANT_OF' }>;

export interface Step {
  /** Number of the newer method. */
  readonly head: number;
  /** Number of the older one, which the newer came from. */
  readonly tail: number;
  /** What says so, the strongest first. */
  readonly edges: readonly LineageEdge[];
  /** By evidence: how clear, how many papers, and whether the head's own paper says it; above 0. */
  readonly weight: number;
  /** Whether the paper that introduced the head says it, or a name does. */
  readonly own: boolean;
}

/** Why a step is known and yet in no lineage. */
export type AsideReason = 'in-passing' | 'unclear' | 'own-part' | 'not-older' | 'circle';

/** A step that is known and left out, with the reason. */
export interface AsideStep extends Step {
  readonly reason: AsideReason;
  /** Of a circle: the methods that lead from the tail back to the head, both included. */
  readonly circle?: readonly number[];
}

/** What is said in passing counts half. */
const IN_PASSING = 0.5;
/** From here on a sentence says it in plain words, whoever's sentence it is. */
const PLAIN = 0.5;
/** Below this a sentence that speaks of parts is none that speaks of descent. */
const CLEAR_PART = 0.35;
/** Two papers that say it count for one plain sentence. */
const ENOUGH_PAPERS = 2;

/** What must be known of an end of a step to judge it. */
export interface End {
  readonly node: EntityNode;
  readonly origin: { readonly paper: string; readonly date: string | undefined } | undefined;
  /** The day from which it is known: of its origin, else where it is first seen. */
  readonly date: string | undefined;
}

/** What an edge says of descent: which end is the newer one. */
export function directed(edge: LineageEdge): { head: string; tail: string } {
  return edge.type === 'PART_OF' ? { head: edge.target, tail: edge.source } : { head: edge.source, tail: edge.target };
}

/**
 * @returns the weight of one edge, whether the head's own paper states it, and why it says too little, if it does
 */
export function weighEdge(
  edge: LineageEdge,
  head: End,
  tail: End,
): { weight: number; own: boolean; reason?: Exclude<AsideReason, 'circle'> } {
  if (edge.type === 'VARIANT_OF') return { weight: edge.confidence, own: true };
  const papers = new Set(edge.papers);
  const origin = head.origin?.paper;
  const own = origin !== undefined && papers.has(origin);
  const weight = Math.max(0.01, edge.confidence) * (1 + Math.log(papers.size)) * (own ? 1 : IN_PASSING);
  const found = (reason?: Exclude<AsideReason, 'circle'>) => ({ weight, own, ...(reason ? { reason } : {}) });
  if (tail.origin && tail.origin.paper === origin && isOwnPart(edge, tail.node)) return found('own-part');
  if (!own && papers.size < ENOUGH_PAPERS && edge.confidence < PLAIN) return found('in-passing');
  if (edge.type === 'PART_OF') {
    if (!own) return found('in-passing');
    if (edge.confidence < CLEAR_PART) return found('unclear');
    if (tail.date === undefined || head.date === undefined || tail.date >= head.date) return found('not-older');
  }
  return found();
}

/** What leads from one method to another; to combine or to contain something may be said of a part of one's own as well. */
const DESCENT: ReadonlySet<StepKind | undefined> = new Set([
  'extends', 'adapts', 'replaces', 'scales', 'distils', 'fine-tunes',
]); // biome-ignore format: a list

/** A part that the same paper made up, and nobody else speaks of, is no ancestor, unless it is plainly called one. */
function isOwnPart(edge: LineageEdge, older: EntityNode): boolean {
  return edge.type === 'PART_OF' || (older.papers < ENOUGH_PAPERS && !DESCENT.has(kindOf(edge, older)));
}

/** A step of the edges between two methods that say enough, of which there is at least one. */
export function joinEdges(
  head: number,
  tail: number,
  found: readonly { edge: LineageEdge; weight: number; own: boolean }[],
): Step {
  const sorted = [...found].sort((a, b) => b.weight - a.weight || (a.edge.type < b.edge.type ? -1 : 1));
  return {
    head,
    tail,
    edges: sorted.map(({ edge }) => edge),
    weight: sorted.reduce((sum, { weight }) => sum + weight, 0),
    own: sorted.some(({ own }) => own),
  };
}

/**
 * What a step did, named from its sentences; undefined where they say no more than that one builds on the other.
 * @param older the method that it leads to
 */
export function kindOfStep({ edges }: Pick<Step, 'edges'>, older: EntityNode): StepKind | undefined {
  for (const edge of edges) {
    const kind = kindOf(edge, older);
    if (kind) return kind;
  }
  return undefined;
}

function kindOf(edge: LineageEdge, { name, aliases }: EntityNode): StepKind | undefined {
  if (edge.type === 'VARIANT_OF') return 'version';
  if (edge.type === 'PART_OF') return 'contains';
  for (const sentence of edge.evidence) {
    const kind = kindFromSentence(sentence, [name, ...aliases]);
    if (kind) return kind;
  }
  return edge.kind;
}
