/** Judges a graph by the pairs of names: what is the same must be one node, what is different must not. */
import type { Named, NameIndex } from '../../src/resolve/name-index.js';
import type { readNamePairs } from './name-pairs.js';

type NamePair = ReturnType<typeof readNamePairs>[number];

export interface Verdict {
  readonly pair: NamePair;
  /** A name that is no node counts as wrong where the pair is the same, and as right where it is not. */
  readonly right: boolean;
}

/** A name with several senses is every one of them: a pair is one where the names have a node in common. */
export function judgePairs(pairs: readonly NamePair[], index: NameIndex<Named>): Verdict[] {
  return pairs.map((pair) => {
    const nodes = new Set(index.find(pair.left).map(({ id }) => id));
    const together = index.find(pair.right).some(({ id }) => nodes.has(id));
    return { pair, right: together === pair.same };
  });
}

/** Share that is right, in percent. */
export function percentRight(verdicts: readonly Verdict[]): number {
  return (100 * verdicts.filter(({ right }) => right).length) / verdicts.length;
}
