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
  const held: Held[][] = Array.from({ length: tokens }, () => []);
  let expected = 0;
  scored.forEach(({ candidate, probability }, index) => {
    expected += probability;
    for (const { from, to } of candidate.occurrences) {
      const one = { index, from, to, probability };
      for (let i = from; i < to; i++) held[i]?.push(one);
    }
  });
  const rank = ranks(scored);
  return scored.map(({ candidate, probability }, index) => {
    let longer = 0;
    let shorter = 0;
    let crossing = 0;
    let free = 0;
    let inside = 0;
    for (const { from, to } of candidate.occurrences) {
      let touched = false;
      let within = false;
      for (let i = from; i < to; i++) {
        for (const other of held[i] as Held[]) {
          if (other.index === index) continue;
          const p = other.probability;
          if (p > probability) touched = true;
          if (other.from <= from && other.to >= to) {
            if (p > longer) longer = p;
            if (p >= LIKELY) within = true;
          } else if (other.from >= from && other.to <= to) {
            if (p > shorter) shorter = p;
          } else if (p > crossing) crossing = p;
        }
      }
      if (!touched) free++;
      if (within) inside++;
    }
    const count = candidate.occurrences.length;
    return {
      longer,
      shorter,
      crossing,
      free: free / count,
      inside: inside / count,
      rank: Math.min(2, (rank[index] as number) / 10),
      expected: expected / 10,
    };
  });
}

interface Held {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly probability: number;
}

/** The place of each candidate by probability, the likeliest first. */
function ranks(scored: readonly Scored[]): Int32Array {
  const chance = (index: number): number => (scored[index] as Scored).probability;
  const order = scored.map((_, i) => i).sort((a, b) => chance(b) - chance(a) || a - b);
  const rank = new Int32Array(scored.length);
  order.forEach((index, place) => {
    rank[index] = place;
  });
  return rank;
}
