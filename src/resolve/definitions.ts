/** Which papers define which short form by which long form, and whether papers mean the same by it. */
import { compareText } from '../model/index.js';
import type { DisjointSets } from './disjoint-sets.js';
import type { Meaning } from './expansions.js';
import type { KeyedMention } from './keyed-mention.js';

/** The long forms of a short form, each with the papers that say so, in the order of their ids. */
export type LongForms = ReadonlyMap<string, readonly string[]>;
/** By the key of the short form. */
export type Definitions = ReadonlyMap<string, LongForms>;

export function findDefinitions(mentions: readonly KeyedMention[]): Definitions {
  const definitions = new Map<string, Map<string, string[]>>();
  for (const { paper, long, short } of mentions) {
    const [first] = long;
    if (first === undefined) continue;
    for (const key of new Set(short.map(({ key }) => key))) {
      const longForms = definitions.get(key) ?? new Map<string, string[]>();
      definitions.set(key, longForms);
      const papers = longForms.get(first.key);
      if (papers) papers.push(paper);
      else longForms.set(first.key, [paper]);
    }
  }
  return definitions;
}

/** The papers that mean the same, under the root of what they mean. */
export function byMeaning(longForms: LongForms, sets: DisjointSets): Map<string, string[]> {
  const meanings = new Map<string, string[]>();
  for (const [key, papers] of longForms) {
    const root = sets.find(key);
    meanings.set(root, [...(meanings.get(root) ?? []), ...papers]);
  }
  return meanings;
}

/** What papers mean by a short form, each meaning under the long form that most papers write, the commonest first. */
export function meaningsOf(longForms: LongForms, sets: DisjointSets): Meaning[] {
  const defined = [...longForms.values()].reduce((sum, papers) => sum + papers.length, 0);
  const written = [...longForms].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const key = new Map(written.toReversed().map(([long]) => [sets.find(long), long]));
  return [...byMeaning(longForms, sets)]
    .map(([root, papers]) => ({ key: key.get(root) ?? root, share: papers.length / defined, papers }))
    .sort((a, b) => b.papers.length - a.papers.length || compareText(a.key, b.key));
}
