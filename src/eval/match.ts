/** Pairs the entities that two readers marked in one paper. */
import { judgeFold } from './judge-fold.js';
import type { MarkedEntity } from './marked-paper.js';

/**
 * Pairs of indexes, gold to predicted, each used once. Two entities may pair when they share a folded surface or name;
 * equal types come first, then equal names, then the order of the document, greedily.
 */
export function matchEntities(gold: readonly MarkedEntity[], predicted: readonly MarkedEntity[]): Map<number, number> {
  const goldNames = gold.map(({ name }) => judgeFold(name));
  const predictedNames = predicted.map(({ name }) => judgeFold(name));
  const byKey = new Map<string, number[]>();
  for (const [j, { keys }] of predicted.entries()) {
    for (const key of keys) {
      const known = byKey.get(key);
      if (known) known.push(j);
      else byKey.set(key, [j]);
    }
  }
  const candidates: { rank: number; i: number; j: number }[] = [];
  for (const [i, entity] of gold.entries()) {
    const partners = new Set([...entity.keys].flatMap((key) => byKey.get(key) ?? []));
    for (const j of partners) {
      const otherType = entity.type !== predicted[j]?.type;
      const otherName = goldNames[i] !== predictedNames[j];
      candidates.push({ rank: (otherType ? 2 : 0) + (otherName ? 1 : 0), i, j });
    }
  }
  candidates.sort((a, b) => a.rank - b.rank || a.i - b.i || a.j - b.j);
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of candidates) {
    if (pairs.has(i) || taken.has(j)) continue;
    pairs.set(i, j);
    taken.add(j);
  }
  return pairs;
}
