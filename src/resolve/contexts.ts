/** What speaks for a meaning of an acronym in a paper: its other things, its categories, and what it takes the acronym for. */
import type { EntityType, Paper } from '../model/index.js';
import type { Definitions } from './definitions.js';
import type { DisjointSets } from './disjoint-sets.js';
import type { KeyedMention } from './keyed-mention.js';
import type { Contexts } from './meanings.js';
import type { Taken } from './other-kinds.js';

/** What a paper speaks of: its entities with a long form, and its categories. */
export function contextsOf(mentions: readonly KeyedMention[], papers: readonly Paper[], sets: DisjointSets): Contexts {
  const things = new Map(papers.map(({ id, categories }) => [id as string, categories.map((name) => `in ${name}`)]));
  for (const { paper, long } of mentions) if (long[0]) things.get(paper)?.push(sets.find(long[0].key));
  const counts = new Map<string, number>();
  for (const of of things.values()) for (const thing of new Set(of)) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return {
    of: (paper) => things.get(paper) ?? [],
    share: (thing) => (counts.get(thing) ?? 0) / papers.length,
  };
}

/** What short forms that some paper defines are to each paper. */
interface Types {
  /** By the key of the short form, then by the paper. */
  readonly byKey: ReadonlyMap<string, ReadonlyMap<string, Taken>>;
  /** How many mentions are of a type. */
  readonly counts: ReadonlyMap<string, number>;
  readonly mentions: number;
}

export function typesOf(mentions: readonly KeyedMention[], definitions: Definitions): Types {
  const byKey = new Map<string, Map<string, Taken>>();
  const counts = new Map<string, number>();
  let total = 0;
  for (const { paper, type, role, short } of mentions) {
    const taken = { type, introduces: role === 'introduces' };
    for (const { key } of short) {
      if (!definitions.has(key)) continue;
      const known = byKey.get(key);
      if (known) known.set(paper, taken);
      else byKey.set(key, new Map([[paper, taken]]));
      counts.set(asThing(type), (counts.get(asThing(type)) ?? 0) + 1);
      total++;
    }
  }
  return { byKey, counts, mentions: total };
}

const asThing = (type: EntityType): string => `as ${type}`;

/** And as what a paper takes the short form: the benchmark MMLU is no multimodal language understanding. */
export function withTypes(contexts: Contexts, { byKey, counts, mentions }: Types, key: string): Contexts {
  const types = byKey.get(key);
  return {
    of: (paper) => {
      const type = types?.get(paper)?.type;
      return type === undefined ? contexts.of(paper) : [...contexts.of(paper), asThing(type)];
    },
    share: (thing) => {
      const count = counts.get(thing);
      return count === undefined ? contexts.share(thing) : count / mentions;
    },
  };
}
