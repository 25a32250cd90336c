/** How a candidate stands against those that it shares words with, and among all of the paper. */
import type { Scored } from './choose.js';

/** Per candidate, in the order given; every number from 0 to about 1. */
export interface Rivalry {
  /** Highest probability of a candidate that holds one of its occurrences, and of one that its occurrences hold. */
  readonly longer: number;
  readonly shorter: number;
  /** Highest probability of one that it overlaps otherwise. */
  readonly crossing: number;
  /** Share of its occurrences that no likelier candidate touches. */
  readonly free: number;
  /** Share of its occurrences that stand inside a longer candidate at all likely. */
  readonly inside: number;
  /** Its place among all by probability, in tens. */
  readonly rank: number;
  /** How many entities the paper should have, in tens. */
  readonly expected: number;
}

/** From this probability on a longer candidate counts as likely. */
const LIKELY = 0.2;

export function rivalries(scored: readonly Scored[], tokens: number): Rivalry[] {
  const at: { index: number; from: number; to: number }[][] = Array.from({ length: tokens }, () => []);
  scored.forEach(({ candidate }, index) => {
    for (const { from, to } of candidate.occurrences) {
      for (let i = from; i < to; i++) at[i]?.push({ index, from, to });
    }
  });
  const order = scored.map((_, i) => i).sort((a, b) => p(b) - p(a) || a - b);
  const rank = new Int32Array(scored.length);
  order.forEach((index, place) => {
    rank[index] = place;
  });
  const expected = scored.reduce((sum, one) => sum + one.probability, 0);
  function p(index: number): number {
    return (scored[index] as Scored).probability;
  }
  return scored.map(({ candidate, probability }, index) => {
    const highest = { longer: 0, shorter: 0, crossing: 0 };
    let free = 0;
    let inside = 0;
    for (const { from, to } of candidate.occurrences) {
      let touched = false;
      let held = false;
      for (let i = from; i < to; i++) {
        for (const other of at[i] ?? []) {
          if (other.index === index) continue;
          const kind =
            other.from <= from && other.to >= to
              ? 'longer'
              : other.from >= from && other.to <= to
                ? 'shorter'
                : 'crossing';
          highest[kind] = Math.max(highest[kind], p(other.index));
          if (p(other.index) > probability) touched = true;
          if (kind === 'longer' && p(other.index) >= LIKELY) held = true;
        }
      }
      if (!touched) free++;
      if (held) inside++;
    }
    const count = candidate.occurrences.length;
    return {
      ...highest,
      free: free / count,
      inside: inside / count,
      rank: Math.min(2, (rank[index] as number) / 10),
      expected: expected / 10,
    };
  });
}
