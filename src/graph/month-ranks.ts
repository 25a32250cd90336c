/**
 * PageRank by month: how central an entity is to what the papers of one month say. A query then ranks any window of time
 * by a sum, which Cypher could not do from the edges without plug-ins.
 */
import { byKeys, type EntityEdge, type Paper, type PaperEdge } from '../model/index.js';
import { at, toAdjacency } from './adjacency.js';
import { pagerank } from './pagerank.js';
import { weigh } from './weights.js';

/** Parallel lists. */
export interface MonthRanks {
  /** Months (`2024-05`) in which dated papers link to the entity, sorted. */
  readonly months: string[];
  /** PageRank among the papers and entities of that month; 1 is their mean, so that months can be added up. */
  readonly monthRanks: number[];
}

/** Digits that are kept: a new paper then moves the ranks near it, and leaves most others as they were. */
const DIGITS = 4;

/**
 * Each month's papers are ranked with what they link to and state, as a graph of its own.
 * @returns by id of the entity; none for what no paper with a known month links to
 */
export function rankMonths(
  papers: readonly Paper[],
  toEntities: readonly PaperEdge[],
  between: readonly EntityEdge[],
): Map<string, MonthRanks> {
  const monthOf = new Map<string, Month>();
  const months = new Map<string, Month>();
  for (const { id, date } of papers) {
    if (date === undefined || date.length < 'YYYY-MM'.length) continue;
    const name = date.slice(0, 'YYYY-MM'.length);
    const month = months.get(name) ?? { name, links: [], stated: [] };
    months.set(name, month);
    monthOf.set(id, month);
  }
  for (const link of toEntities) monthOf.get(link.source)?.links.push(link);
  for (const edge of between) for (const paper of edge.papers) monthOf.get(paper)?.stated.push(edge);

  const found = new Map<string, MonthRanks>();
  for (const { name, links, stated } of [...months.values()].sort(byKeys((month) => month.name))) {
    // Entities first: they are all that is told of.
    const entities = new Set<string>();
    for (const { target } of links) entities.add(target);
    for (const { source, target } of stated) entities.add(source).add(target);
    const nodes = new Set(entities);
    for (const { source } of links) nodes.add(source);
    const ranks = pagerank(toAdjacency([...nodes], weigh(links, stated)));
    let index = 0;
    for (const entity of entities) {
      const rank = Number(at(ranks, index++).toPrecision(DIGITS));
      const known = found.get(entity);
      if (known) {
        known.months.push(name);
        known.monthRanks.push(rank);
      } else found.set(entity, { months: [name], monthRanks: [rank] });
    }
  }
  return found;
}

interface Month {
  readonly name: string;
  readonly links: PaperEdge[];
  readonly stated: EntityEdge[];
}
