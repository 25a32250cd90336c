/** Assembling: resolved records become the nodes and edges of the graph, with evidence, dates and the drawing. */
import {
  byKeys,
  type CurationEdit,
  type EntityNode,
  type ExtractionRecord,
  type GraphEdge,
  type GraphNode,
  type KnowledgeGraph,
  type Paper,
  type PaperEdge,
  type PaperNode,
  type SortedRecords,
  sortRecords,
} from '../model/index.js';
import { beside, type Drawn, draw, type Place } from './drawing.js';
import { type MonthRanks, rankMonths } from './month-ranks.js';
import { type CurationReport, type Entity, relate } from './relate.js';
import { weigh } from './weights.js';

export interface AssembleOptions {
  /** What a person decided, applied in this order over what resolution finds. */
  readonly edits?: readonly CurationEdit[];
  /** Told once what came of the edits. */
  readonly onCurated?: ((report: CurationReport) => void) | undefined;
  /** Places by node from an earlier graph of most of these papers: they are kept, with their communities. */
  readonly places?: ReadonlyMap<string, Place> | undefined;
  /** By name the ids of the entities of that graph: one that has another id now stays where it was. */
  readonly placedAs?: ReadonlyMap<string, string> | undefined;
}

/**
 * @param records one for each different paper, in any order, or sorted
 * @returns nodes sorted by id, edges by source, target and type; the same whatever the order of the records
 * @throws CurationError naming the edit that cannot be applied
 */
export function assembleGraph(
  records: readonly ExtractionRecord[] | SortedRecords,
  { edits = [], onCurated, places, placedAs }: AssembleOptions = {},
): KnowledgeGraph {
  const sorted = sortRecords(records);
  const { papers } = sorted;
  const { entities, people, toEntities, between, variants, peopleEdges } = relate(sorted, edits, onCurated);

  const drawn = draw({
    papers: papers.map((paper) => paper.id),
    entities: entities.map(({ id }) => id),
    edges: weigh(toEntities, [...between, ...variants]),
    earlier: places && placedAs ? withRenamed(places, placedAs, entities) : places,
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
    ...entityNodes(entities, toEntities, papers, at, rankMonths(papers, toEntities, between)),
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

/** More papers may vote for another label or spelling of an entity, which are its id. */
function withRenamed(
  places: ReadonlyMap<string, Place>,
  placedAs: ReadonlyMap<string, string>,
  entities: readonly Entity[],
): Pick<ReadonlyMap<string, Place>, 'get'> {
  const ids = new Set(entities.map(({ id }) => id));
  const renamed = new Map<string, Place>();
  const taken = new Set<string>();
  for (const { id, name, aliases } of entities) {
    if (places.has(id)) continue;
    const before = [name, ...aliases]
      .map((form) => placedAs.get(form))
      .find((one) => one && !ids.has(one) && !taken.has(one));
    const place = before === undefined ? undefined : places.get(before);
    if (before === undefined || place === undefined) continue;
    taken.add(before);
    renamed.set(id, place);
  }
  return { get: (id) => places.get(id) ?? renamed.get(id) };
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
  entities: readonly Entity[],
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
  return entities.map(({ id, label, name, aliases, joins }) => {
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
