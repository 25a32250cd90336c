/** What the records say once their names are resolved: the entities and every edge, without the mentions behind them. */
import type { CurationEdit, CurationNote, EntityEdge, GraphEdge, PaperEdge, SortedRecords } from '../model/index.js';
import { findVariants, resolveEntities, type Sense } from '../resolve/index.js';
import { entityEdges, paperEdges } from './edges.js';
import { gatherPeople, type Person } from './people.js';
import { rejectedEdges } from './rejections.js';

/** A sense as a node tells it. */
export type Entity = Omit<Sense, 'mentions'>;

export interface Relations {
  /** Sorted by id. */
  readonly entities: readonly Entity[];
  readonly people: readonly Person[];
  readonly toEntities: readonly PaperEdge[];
  readonly between: readonly EntityEdge[];
  readonly variants: readonly Extract<GraphEdge, { type: 'VARIANT_OF' }>[];
  readonly peopleEdges: readonly Extract<GraphEdge, { type: 'WROTE' | 'AFFILIATED_WITH' }>[];
}

export interface CurationReport {
  /** Edits that changed nothing, in their order. */
  readonly notes: readonly CurationNote[];
  /** The node that each edit is about, as its id is now; undefined for a rejected edge. */
  readonly subjects: readonly (string | undefined)[];
}

/**
 * The mentions of all papers take as much room as the graph: they are gone when this returns, before the drawing needs it.
 * @param onCurated told once what came of the edits
 * @throws CurationError naming the edit that cannot be applied
 */
export function relate(
  records: SortedRecords,
  edits: readonly CurationEdit[],
  onCurated: ((report: CurationReport) => void) | undefined,
): Relations {
  const { senses, senseOf, rejections, notes, subjects } = resolveEntities(records, edits);
  const { people, edges } = gatherPeople(records.papers);
  const rejected = rejectedEdges(rejections, records.papers, people);
  const toEntities = rejected.keep(paperEdges(records, senseOf));
  const between = rejected.keep(entityEdges(records, senseOf));
  const variants = rejected.keep(
    findVariants(senses).map(({ variant, family, rule }) => ({
      source: variant,
      target: family,
      type: 'VARIANT_OF' as const,
      confidence: 1,
      rule,
    })),
  );
  const peopleEdges = rejected.keep(edges);
  onCurated?.({ notes: [...notes, ...rejected.unused()].sort((a, b) => a.edit - b.edit), subjects });
  const entities = senses.map(({ mentions: _, ...entity }) => entity);
  return { entities, people, toEntities, between, variants, peopleEdges };
}
