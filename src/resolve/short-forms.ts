/** Gives every mention the key of what it is: a mention by its short form alone takes a meaning, or stays one by itself. */
import type { Paper } from '../model/index.js';
import { contextsOf, typesOf, withTypes } from './contexts.js';
import { byMeaning, type Definitions } from './definitions.js';
import type { DisjointSets } from './disjoint-sets.js';
import { type KeyedForm, type KeyedMention, wordOfShortKey } from './keyed-mention.js';
import { chooseMeanings, type Use } from './meanings.js';
import { findOtherKinds } from './other-kinds.js';
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
        definers,
        (meaning) => contexts.share(meaning) * papers.length,
      );
      const kept = [...chosen].filter(([paper, meaning]) => meaning !== undefined && !isOther(paper, meaning));
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
