/**
 * The decision on whole spans and whole papers: candidates compete for the words they share, the surest first. A term
 * inside a longer chosen one stays only where it also stands elsewhere on its own.
 */
import type { Candidate, Occurrence } from './candidates.js';

export interface Scored {
  readonly candidate: Candidate;
  /** Probability that readers mark it. */
  readonly probability: number;
  /** Probability of each type, given that it is marked. */
  readonly types: readonly number[];
}

export interface Chosen extends Scored {
  /** Its occurrences that no surer candidate took. */
  readonly occurrences: readonly Occurrence[];
}

/** A proper name needs less: a reader wants every name, and seldom minds one that does not matter. */
const NAMED_SHARE = 0.7;

/** Chosen candidates in the order of their first occurrence. */
export function choose(scored: readonly Scored[], threshold: number, tokens: number): Chosen[] {
  const taken = new Uint8Array(tokens);
  const order = scored.filter((s) => s.probability >= (s.candidate.named ? NAMED_SHARE * threshold : threshold));
  order.sort((a, b) => b.probability - a.probability || longest(b) - longest(a) || start(a) - start(b));
  const chosen: Chosen[] = [];
  for (const one of order) {
    const free = one.candidate.occurrences.filter(({ from, to }) => {
      for (let i = from; i < to; i++) if (taken[i] === 1) return false;
      return true;
    });
    if (free.length === 0) continue;
    for (const { from, to } of free) taken.fill(1, from, to);
    chosen.push({ ...one, occurrences: free });
  }
  return chosen.sort((a, b) => (a.occurrences[0]?.from ?? 0) - (b.occurrences[0]?.from ?? 0));
}

function longest(scored: Scored): number {
  return scored.candidate.model.to - scored.candidate.model.from;
}

function start(scored: Scored): number {
  return scored.candidate.occurrences[0]?.from ?? 0;
}
