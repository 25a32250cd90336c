/** Gives every mention the key of what it is: a mention by its short form alone takes a meaning, or stays one by itself. */
import type { EntityType, Paper } from '../model/index.js';
import { byMeaning, type Definitions } from './definitions.js';
import type { DisjointSets } from './disjoint-sets.js';
import { type KeyedForm, type KeyedMention, wordOfShortKey } from './keyed-mention.js';
import { type Contexts, chooseMeanings, type Use } from './meanings.js';
import { findOtherKinds, type Taken } from './other-kinds.js';
import { numberSignature } from './shapes.js';
import { findSpelledOut } from './spelled-out.js';
import type { StatedDefinitions } from './stated-definitions.js';

/** @returns the key under which a mention is grouped */
export function assignShortForms(
  mentions: readonly KeyedMention[],
  papers: readonly Paper[],
  definitions: Definitions,
  stated: StatedDefinitions,
  sets: DisjointSets,
): (mention: KeyedMention) => string {
  const uses = new Map<string, Use[]>();
  for (const { paper, role, long, short } of mentions) {
    const [alone] = short;
    if (long.length > 0 || alone === undefined || !definitions.has(alone.key)) continue;
    if (stated.get(paper)?.has(alone.key)) continue;
    const use = { paper, introduces: role === 'introduces' };
    const known = uses.get(alone.key);
    if (known) known.push(use);
    else uses.set(alone.key, [use]);
  }
  const contexts = contextsOf(mentions, papers, sets);
  const types = typesOf(mentions, definitions);
  const meanings = new Map(
    [...uses].map(([key, ofKey]) => {
      const definers = byMeaning(definitions.get(key) ?? new Map(), sets);
      const chosen = chooseMeanings(wordOfShortKey(key), definers, ofKey, withTypes(contexts, types, key));
      const isOther = findOtherKinds(
        types.byKey.get(key) ?? new Map(),
        ofKey.map(({ paper }) => paper),
        (meaning) => contexts.share(meaning) * papers.length,
      );
      const kept = [...chosen].filter(
        ([paper, meaning]) => meaning !== undefined && !isOther(paper, meaning, definers.get(meaning) ?? []),
      );
      return [key, new Map(kept)];
    }),
  );
  const rootOf = (key: string) => sets.find(key);
  const spelledOut = findSpelledOut(mentions, definitions, uses, rootOf);
  const meaningOf = (key: string) => {
    const root = rootOf(key);
    return spelledOut.get(root) ?? root;
  };
  return ({ name, paper, long, short }) => {
    const [first, ...others] = long;
    if (first !== undefined) {
      const hasItsNumbers = ({ form }: KeyedForm) => numberSignature(form) === numberSignature(name);
      return meaningOf(others.length === 0 ? first.key : (long.find(hasItsNumbers) ?? first).key);
    }
    const key = short[0]?.key ?? name;
    const meaning = stated.get(paper)?.get(key) ?? meanings.get(key)?.get(paper);
    return meaning === undefined ? key : meaningOf(meaning);
  };
}

/** What a paper speaks of: its entities with a long form, and its categories. */
function contextsOf(mentions: readonly KeyedMention[], papers: readonly Paper[], sets: DisjointSets): Contexts {
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

function typesOf(mentions: readonly KeyedMention[], definitions: Definitions): Types {
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
function withTypes(contexts: Contexts, { byKey, counts, mentions }: Types, key: string): Contexts {
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
