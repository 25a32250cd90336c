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

/** Share of the defining papers that must agree for an acronym to be spelled out inside a longer name. */
const AGREEMENT = 0.9;
/** And how many these must be. */
const ENOUGH = 2;

/** What the papers agree that a short form means, under the long form that most of them write. */
export function agreedMeaning(longForms: LongForms, sets: DisjointSets): Meaning | undefined {
  const defined = [...longForms.values()].reduce((sum, papers) => sum + papers.length, 0);
  for (const [root, papers] of byMeaning(longForms, sets)) {
    if (papers.length < ENOUGH || papers.length < AGREEMENT * defined) continue;
    const [key] = [...longForms]
      .filter(([long]) => sets.find(long) === root)
      .sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b))[0] as [string, readonly string[]];
    return { key, share: papers.length / defined, papers };
  }
  return undefined;
}
