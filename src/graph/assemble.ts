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
} from '../model/index.js';
import { findVariants, type Resolution, resolveEntities } from '../resolve/index.js';
import { beside, type Drawn, draw, type Place } from './drawing.js';
import { entityEdges, paperEdges } from './edges.js';
import { gatherPeople } from './people.js';

export interface AssembleOptions {
  /** What a person decided, applied in this order over what resolution finds. */
  readonly edits?: readonly CurationEdit[];
  /** Places by node from an earlier graph of most of these papers: they are kept, with their communities. */
  readonly places?: ReadonlyMap<string, Place> | undefined;
}

/**
 * @param records one for each different paper, in any order
 * @returns nodes sorted by id, edges by source, target and type; the same whatever the order of the records
 */
export function assembleGraph(records: readonly ExtractionRecord[], { places }: AssembleOptions = {}): KnowledgeGraph {
  const sorted = [...records].sort(byKeys((record) => record.paper.id));
  const resolution = resolveEntities(sorted);
  const toEntities = paperEdges(sorted, resolution.senseOf);
  const between = entityEdges(sorted, resolution.senseOf);
  const variants = findVariants(resolution.senses).map(({ variant, family, rule }) => ({
    source: variant,
    target: family,
    type: 'VARIANT_OF' as const,
    confidence: 1,
    rule,
  }));
  const papers = sorted.map((record) => record.paper);
  const { people, edges: peopleEdges } = gatherPeople(papers);

  const drawn = draw({
    nodes: [...papers.map((paper) => paper.id), ...resolution.senses.map((sense) => sense.id)],
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
    ...entityNodes(resolution, toEntities, papers, at),
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

/** A link to an entity that everybody mentions says little: its weight falls with the entity's number of papers. */
function weigh(
  toEntities: readonly PaperEdge[],
  others: readonly { source: string; target: string; confidence: number }[],
) {
  const degree = new Map<string, number>();
  for (const { target } of toEntities) degree.set(target, (degree.get(target) ?? 0) + 1);
  return [...toEntities, ...others].map(({ source, target, confidence }) => ({
    source,
    target,
    weight: Math.max(0.05, confidence) / Math.sqrt(degree.get(target) ?? 1),
  }));
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
  return resolution.senses.map(({ id, label, name, aliases }) => {
    const use = uses.get(id);
    return {
      id,
      label,
      name,
      ...at(id),
      aliases: [...aliases],
      papers: use?.papers ?? 0,
      ...(use?.first === undefined ? {} : { firstSeen: use.first }),
      ...(use?.last === undefined ? {} : { lastSeen: use.last }),
    };
  });
}
