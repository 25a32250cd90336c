/**
 * The paper that introduced each method. A paper may call its own what is known for long ("we propose GRPO with …"), and
 * two papers may give their methods one name: the earliest that introduces it counts, and only where nobody spoke of the
 * method before.
 */
import { compareText, type DescentGraph, type GraphEdge } from '../model/index.js';
import { compareDates } from './dates.js';

export interface Origin {
  readonly paper: string;
  readonly date: string | undefined;
}

/** How sure it must be that the paper introduces it. */
const LEAST_CONFIDENCE = 0.3;
/** From so many earlier papers on, a method was known before the one that claims it. */
const KNOWN_BEFORE = 2;

/** @returns by id of the entity; none for what no paper of the graph introduced */
export function findOrigins({ nodes, edges }: DescentGraph): Map<string, Origin> {
  const dateOf = new Map<string, string | undefined>();
  for (const node of nodes) if (node.label === 'Paper') dateOf.set(node.id, node.date);
  const claims = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    if (edge.type !== 'INTRODUCES' || edge.confidence < LEAST_CONFIDENCE) continue;
    const list = claims.get(edge.target);
    if (list) list.push(edge);
    else claims.set(edge.target, [edge]);
  }
  const origins = new Map<string, Origin>();
  for (const [id, list] of claims) {
    // What has no date comes last: `~` follows every digit.
    const earliest = list.reduce((a, b) => (before(a, b, dateOf) ? a : b));
    origins.set(id, { paper: earliest.source, date: dateOf.get(earliest.source) });
  }
  for (const [id, count] of earlierPapers(edges, dateOf, origins)) if (count >= KNOWN_BEFORE) origins.delete(id);
  return origins;
}

function before(a: GraphEdge, b: GraphEdge, dateOf: ReadonlyMap<string, string | undefined>): boolean {
  const order =
    compareText(dateOf.get(a.source) ?? '~', dateOf.get(b.source) ?? '~') ||
    b.confidence - a.confidence ||
    compareText(a.source, b.source);
  return order < 0;
}

/** How many papers spoke of a method before its origin; one of which something builds by then counts for all. */
function earlierPapers(
  edges: readonly GraphEdge[],
  dateOf: ReadonlyMap<string, string | undefined>,
  origins: ReadonlyMap<string, Origin>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (id: string, paper: string, by: number) => {
    const origin = origins.get(id);
    if (origin?.date === undefined || paper === origin.paper) return;
    const date = dateOf.get(paper);
    if (date !== undefined && compareDates(date, origin.date) < 0) counts.set(id, (counts.get(id) ?? 0) + by);
  };
  for (const edge of edges) {
    if (edge.type === 'BUILDS_ON') for (const paper of edge.papers) count(edge.target, paper, KNOWN_BEFORE);
    else if ('evidence' in edge && 'start' in edge) count(edge.target, edge.source, 1);
  }
  return counts;
}
