/** Pairs of papers that share an entity: what the graph is for. */
import type { ComparedPaper } from './compare.js';
import type { MarkedPaper } from './marked-paper.js';
import type { Counts } from './tally.js';

/** A pair of numbers of papers, and which of the two readers links them. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly gold: boolean;
  readonly predicted: boolean;
}

/** A key in more papers of gold than this, and than a tenth of them, is a hub and links nothing. */
const HUB_PAPERS = 3;

/** All pairs of papers that gold or the prediction links by a shared key, each once. */
export function findLinks(papers: readonly ComparedPaper[]): Link[] {
  const inGold = papersByKey(papers.map(({ gold }) => gold));
  const limit = Math.max(HUB_PAPERS, Math.floor(papers.length / 10));
  const hubs = new Set([...inGold].filter(([, numbers]) => numbers.size > limit).map(([key]) => key));
  const gold = pairs(inGold, hubs, papers.length);
  const predicted = pairs(papersByKey(papers.map((paper) => paper.predicted)), hubs, papers.length);
  return [...new Set([...gold, ...predicted])].map((pair) => ({
    a: Math.floor(pair / papers.length),
    b: pair % papers.length,
    gold: gold.has(pair),
    predicted: predicted.has(pair),
  }));
}

/** @param weight how often a paper counts; a pair counts as often as both its papers together */
export function countLinks(links: readonly Link[], weight: (paper: number) => number = () => 1): Counts {
  const counts = { right: 0, predicted: 0, gold: 0 };
  for (const link of links) {
    const times = weight(link.a) * weight(link.b);
    if (link.gold) counts.gold += times;
    if (link.predicted) counts.predicted += times;
    if (link.gold && link.predicted) counts.right += times;
  }
  return counts;
}

function papersByKey(papers: readonly (MarkedPaper | undefined)[]): Map<string, Set<number>> {
  const byKey = new Map<string, Set<number>>();
  for (const [number, paper] of papers.entries()) {
    for (const key of paper?.entities.flatMap(({ keys }) => [...keys]) ?? []) {
      const known = byKey.get(key);
      if (known) known.add(number);
      else byKey.set(key, new Set([number]));
    }
  }
  return byKey;
}

/** A pair of numbers as one number: the smaller times the count, and the greater. */
function pairs(byKey: ReadonlyMap<string, ReadonlySet<number>>, hubs: ReadonlySet<string>, count: number): Set<number> {
  const found = new Set<number>();
  for (const [key, numbers] of byKey) {
    if (hubs.has(key)) continue;
    // Papers were added in the order of their numbers.
    const sorted = [...numbers];
    for (const [i, a] of sorted.entries()) for (const b of sorted.slice(i + 1)) found.add(a * count + b);
  }
  return found;
}
