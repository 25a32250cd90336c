/** Assembling: resolved records become the nodes and edges of the graph, with evidence, dates and the drawing. */
import {
  byKeys,
  type CurationEdit,
  type CurationNote,
  type EntityNode,
  type ExtractionRecord,
  type GraphEdge,
  type GraphNode,
  type KnowledgeGraph,
  type Paper,
  type PaperEdge,
  type PaperNode,
} from '../model/index.js';
import { findVariants, type Resolution, resolveEntities } from '../resolve/index.js';
import { beside, type Drawn, draw, type Place } from './drawing.js';
import { entityEdges, paperEdges } from './edges.js';
import { type MonthRanks, rankMonths } from './month-ranks.js';
import { gatherPeople } from './people.js';
import { rejectedEdges } from './rejections.js';
import { weigh } from './weights.js';

export interface AssembleOptions {
  /** What a person decided, applied in this order over what resolution finds. */
  readonly edits?: readonly CurationEdit[];
  /** Told once what came of the edits. */
  readonly onCurated?: ((report: CurationReport) => void) | undefined;
  /** Places by node from an earlier graph of most of these papers: they are kept, with their communities. */
  readonly places?: ReadonlyMap<string, Place> | undefined;
}

export interface CurationReport {
  /** Edits that changed nothing, in their order. */
  readonly notes: readonly CurationNote[];
  /** The node that each edit is about, as its id is now; undefined for a rejected edge. */
  readonly subjects: readonly (string | undefined)[];
}

/**
 * @param records one for each different paper, in any order
 * @returns nodes sorted by id, edges by source, target and type; the same whatever the order of the records
 * @throws CurationError naming the edit that cannot be applied
 */
export function assembleGraph(
  records: readonly ExtractionRecord[],
  { edits = [], onCurated, places }: AssembleOptions = {},
): KnowledgeGraph {
  const sorted = [...records].sort(byKeys((record) => record.paper.id));
  const resolution = resolveEntities(sorted, edits);
  const papers = sorted.map((record) => record.paper);
  const { people, edges: allPeopleEdges } = gatherPeople(papers);
  const rejected = rejectedEdges(resolution.rejections, papers, people);
  const toEntities = rejected.keep(paperEdges(sorted, resolution.senseOf));
  const between = rejected.keep(entityEdges(sorted, resolution.senseOf));
  const variants = rejected.keep(
    findVariants(resolution.senses).map(({ variant, family, rule }) => ({
      source: variant,
      target: family,
      type: 'VARIANT_OF' as const,
      confidence: 1,
      rule,
    })),
  );
  const peopleEdges = rejected.keep(allPeopleEdges);
  onCurated?.({
    notes: [...resolution.notes, ...rejected.unused()].sort((a, b) => a.edit - b.edit),
    subjects: resolution.subjects,
  });

  const drawn = draw({
    papers: papers.map((paper) => paper.id),
    entities: resolution.senses.map((sense) => sense.id),
    edges: weigh(toEntities, [...between, ...variants]),
    earlier: places,
  });
  const neighbours = new Map<string, Drawn[]>();
  for (const { source, target, type } of peopleEdges) {
    const [person, paper] = type === 'WROTE' ? [source, target] : [target, source];
    const place = drawn.get(paper);
    const list = neighbours.get(person);
    if (!place) continue;
    if (list) list.push(place);
    else neighbours.set(person, [place]);
  }

  const at = (id: string): Drawn => drawn.get(id) ?? { x: 0, y: 0, community: 0, pagerank: 0 };
  const nodes: GraphNode[] = [
    ...papers.map((paper) => paperNode(paper, at(paper.id))),
    ...entityNodes(resolution, toEntities, papers, at, rankMonths(papers, toEntities, between)),
    ...people.map((person, index) => {
      const drawnBeside = beside(neighbours.get(person.id) ?? [], index);
      return { ...person, ...drawnBeside, ...places?.get(person.id) };
    }),
  ];
  const edges: GraphEdge[] = [...toEntities, ...between, ...variants, ...peopleEdges];
  return {
    nodes: nodes.sort(byKeys((node) => node.id)),
    edges: edges.sort(
      byKeys(
        (edge) => edge.source,
        (edge) => edge.target,
        (edge) => edge.type,
      ),
    ),
  };
}

function paperNode(paper: Paper, place: Drawn): PaperNode {
  const { id, title, titleFrom, abstract, authors, organizations, date, categories, url, sources } = paper;
  return {
    id,
    label: 'Paper',
    name: title,
    ...place,
    title,
    ...(titleFrom === undefined ? {} : { titleFrom }),
    abstract,
    ...(date === undefined ? {} : { date, year: Number(date.slice(0, 4)) }),
    authors,
    organizations,
    categories,
    ...(url === undefined ? {} : { url }),
    sources,
  };
}

function entityNodes(
  resolution: Resolution,
  toEntities: readonly PaperEdge[],
  papers: readonly Paper[],
  at: (id: string) => Drawn,
  monthly: ReadonlyMap<string, MonthRanks>,
): EntityNode[] {
  const dateOf = new Map(papers.map((paper) => [paper.id as string, paper.date]));
  const uses = new Map<string, { papers: number; first?: string; last?: string }>();
  for (const { source, target } of toEntities) {
    const use = uses.get(target) ?? { papers: 0 };
    use.papers++;
    const date = dateOf.get(source);
    if (date !== undefined) {
      if (use.first === undefined || date < use.first) use.first = date;
      if (use.last === undefined || date > use.last) use.last = date;
    }
    uses.set(target, use);
  }
  return resolution.senses.map(({ id, label, name, aliases, joins }) => {
    const use = uses.get(id);
    return {
      id,
      label,
      name,
      ...at(id),
      aliases: [...aliases],
      ...(joins.length === 0 ? {} : { joins: joins.map((join) => ({ ...join, papers: [...join.papers] })) }),
      papers: use?.papers ?? 0,
      ...(use?.first === undefined ? {} : { firstSeen: use.first }),
      ...(use?.last === undefined ? {} : { lastSeen: use.last }),
      ...monthly.get(id),
    };
  });
}
