/** How strongly an edge ties its ends, for what is worked out over the whole graph. */
import type { WeightedEdge } from './adjacency.js';

type Tie = Pick<WeightedEdge, 'source' | 'target'> & { readonly confidence: number };

/** A link to an entity that everybody mentions says little: its weight falls with the entity's number of papers. */
export function weigh(toEntities: readonly Tie[], others: readonly Tie[]): WeightedEdge[] {
  const degree = new Map<string, number>();
  for (const { target } of toEntities) degree.set(target, (degree.get(target) ?? 0) + 1);
  return [...toEntities, ...others].map(({ source, target, confidence }) => ({
    source,
    target,
    weight: Math.max(0.05, confidence) / Math.sqrt(degree.get(target) ?? 1),
  }));
}
