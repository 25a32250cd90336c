/** From what each paper says to the edges of the graph: one from a paper to an entity, one of a type between two entities. */
import {
  byKeys,
  compareText,
  type EntityEdge,
  type ExtractionRecord,
  type PaperEdge,
  paperText,
  type Relation,
  ROLE_EDGES,
  ROLES,
} from '../model/index.js';
import { sentenceAround } from './evidence.js';

type SenseOf = (paperId: string, entityName: string) => { id: string; label: string } | undefined;

/** The strongest role wins where several names of a paper are one entity; among equals the surer one. */
export function paperEdges(records: Iterable<ExtractionRecord>, senseOf: SenseOf): PaperEdge[] {
  const edges: PaperEdge[] = [];
  for (const { paper, entities } of records) {
    const text = paperText(paper);
    const strongest = new Map<string, { edge: PaperEdge; rank: number }>();
    for (const entity of entities) {
      const sense = senseOf(paper.id, entity.name);
      const first = entity.spans[0];
      if (!sense || !first) continue;
      const [start, end] = entity.evidence ?? sentenceAround(text, first);
      const rank = ROLES.indexOf(entity.role);
      const known = strongest.get(sense.id);
      if (known && (known.rank < rank || (known.rank === rank && known.edge.confidence >= entity.confidence))) continue;
      const edge: PaperEdge = {
        source: paper.id,
        target: sense.id,
        type: ROLE_EDGES[entity.role],
        confidence: entity.confidence,
        evidence: text.slice(start, end),
        start,
        end,
      };
      strongest.set(sense.id, { edge, rank });
    }
    for (const { edge } of strongest.values()) edges.push(edge);
  }
  return edges;
}

interface Statement {
  paper: string;
  date: string | undefined;
  relation: Relation;
  /** Ids of the benchmarks mentioned inside the evidence. */
  benchmarks: string[];
}

/**
 * Less sure than this a single paper's statement of descent stays in its record: read by their own sentences, half of
 * those below it hold, of those above it five in six.
 */
const LEAST_DESCENT = 0.3;
const SAID_AGAIN = 2;

/** Statements of all papers about the same two entities become one edge that lists them, oldest first. */
export function entityEdges(records: Iterable<ExtractionRecord>, senseOf: SenseOf): EntityEdge[] {
  const groups = new Map<string, { source: string; target: string; statements: Statement[] }>();
  for (const { paper, entities, relations } of records) {
    for (const relation of relations) {
      const source = senseOf(paper.id, relation.from);
      const target = senseOf(paper.id, relation.to);
      if (!source || !target || source.id === target.id) continue;
      const [from, to] = relation.span;
      const benchmarks = entities
        .filter((entity) => entity.spans.some(([start, end]) => from <= start && end <= to))
        .map((entity) => senseOf(paper.id, entity.name))
        .filter((sense) => sense?.label === 'Benchmark' && sense.id !== source.id && sense.id !== target.id)
        .flatMap((sense) => sense?.id ?? []);
      const key = JSON.stringify([source.id, relation.type, target.id]);
      const group = groups.get(key) ?? { source: source.id, target: target.id, statements: [] };
      group.statements.push({ paper: paper.id, date: paper.date, relation, benchmarks });
      groups.set(key, group);
    }
  }
  return [...groups.values()]
    .filter(({ statements }) => saysEnough(statements))
    .map(({ source, target, statements }) => joinStatements(source, target, statements));
}

function saysEnough(statements: readonly Statement[]): boolean {
  return (
    statements.some(({ relation }) => relation.type !== 'BUILDS_ON' || relation.confidence >= LEAST_DESCENT) ||
    new Set(statements.map(({ paper }) => paper)).size >= SAID_AGAIN
  );
}

function joinStatements(source: string, target: string, statements: Statement[]): EntityEdge {
  // An undated statement sorts last: `~` follows every digit.
  const sorted = [...statements].sort(
    byKeys(
      (s) => s.date ?? '~',
      (s) => s.paper,
      (s) => String(s.relation.span[0]).padStart(9, '0'),
      (s) => s.relation.evidence,
    ),
  );
  const surest = [...sorted].sort((a, b) => b.relation.confidence - a.relation.confidence)[0];
  if (!surest) throw new RangeError('an edge without a statement');
  const firstSeen = sorted[0]?.date;
  const common = {
    source,
    target,
    confidence: surest.relation.confidence,
    papers: sorted.map((s) => s.paper),
    evidence: sorted.map((s) => s.relation.evidence),
    starts: sorted.map((s) => s.relation.span[0]),
    ends: sorted.map((s) => s.relation.span[1]),
    ...(firstSeen === undefined ? {} : { firstSeen }),
  };
  switch (surest.relation.type) {
    case 'BUILDS_ON': {
      const kind = surest.relation.kind ?? sorted.find((s) => s.relation.kind)?.relation.kind;
      return { ...common, type: 'BUILDS_ON', ...(kind === undefined ? {} : { kind }) };
    }
    case 'OUTPERFORMS':
      return {
        ...common,
        type: 'OUTPERFORMS',
        benchmarks: [...new Set(sorted.flatMap((s) => s.benchmarks))].sort(compareText),
      };
    case 'PART_OF':
      return { ...common, type: 'PART_OF' };
  }
}
