/**
 * The decision on whole spans and whole papers: candidates compete for the words they share, the surest first. A term
 * inside a longer chosen one stays only where it also stands elsewhere on its own; a name may stay beside it.
 */
import type { Candidate, Occurrence } from './candidates.js';
import { type Reading, surfaceOf } from './reading.js';

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
  /** It stands within or around a surer one, and was chosen only because it is a name. */
  readonly nested: boolean;
}

/** A proper name needs less: a reader wants every name, and seldom minds one that does not matter. */
const NAMED_SHARE = 0.7;

/** How sure the choice has to be. */
export interface Thresholds {
  /** Least probability of an entity. */
  readonly threshold: number;
  /**
   * Least probability of a name that stands within or around a surer entity ("LLM inference" around "LLM"). Without it
   * no two entities share a word.
   */
  readonly nested?: number;
}

/** Chosen candidates in the order of their first occurrence. */
export function choose(scored: readonly Scored[], thresholds: Thresholds, reading: Reading): Chosen[] {
  const { threshold, nested } = thresholds;
  const taken: (Occurrence | undefined)[] = [];
  const order = scored.filter((s) => s.probability >= (s.candidate.named ? NAMED_SHARE * threshold : threshold));
  order.sort(bySureness);
  const chosen = new Map<Candidate, Chosen>();
  for (const one of order) {
    const free: Occurrence[] = [];
    for (const at of one.candidate.occurrences) {
      if (isTaken(at, taken)) continue;
      // At once, as occurrences of one candidate may share words too: "very very very large".
      for (let i = at.from; i < at.to; i++) taken[i] = at;
      free.push(at);
    }
    if (free.length === 0) continue;
    chosen.set(one.candidate, { ...one, occurrences: free, nested: false });
  }
  if (nested !== undefined) {
    for (const one of scored) {
      if (one.probability < nested || chosen.has(one.candidate) || !isWrittenAsName(reading, one.candidate)) continue;
      const whole: Occurrence[] = [];
      for (const at of one.candidate.occurrences) {
        if (!crosses(at, taken) && at.from >= (whole.at(-1)?.to ?? 0)) whole.push(at);
      }
      if (whole.length > 0) chosen.set(one.candidate, { ...one, occurrences: whole, nested: true });
    }
  }
  return [...chosen.values()].sort((a, b) => start(a) - start(b) || end(a) - end(b));
}

function bySureness(a: Scored, b: Scored): number {
  return b.probability - a.probability || longest(b) - longest(a) || start(a) - start(b);
}

function isTaken({ from, to }: Occurrence, taken: readonly unknown[]): boolean {
  for (let i = from; i < to; i++) if (taken[i] !== undefined) return true;
  return false;
}

/** A capital or a digit behind the first letter, as names have: "LLM inference", "Code Property Graph". */
function isWrittenAsName(reading: Reading, candidate: Candidate): boolean {
  const { from, to } = candidate.model;
  return /.[\p{Lu}\p{N}]/u.test(surfaceOf(reading, from, to)) && !isPhraseOfTitle(reading, candidate);
}

/** Linking words within, in the title alone, where every word may have a capital: "Object Detection in Point Clouds". */
function isPhraseOfTitle({ tokens, stops, titleEnd }: Reading, { occurrences }: Candidate): boolean {
  return occurrences.every(({ from, to }) => {
    if ((tokens[to - 1]?.end ?? 0) > titleEnd) return false;
    for (let i = from + 1; i < to - 1; i++) if (stops[i] === 1 && tokens[i]?.joined === false) return true;
    return false;
  });
}

/** Whether it shares words with a chosen occurrence that neither holds it nor is held by it. */
function crosses(at: Occurrence, taken: readonly (Occurrence | undefined)[]): boolean {
  for (let i = at.from; i < at.to; i++) {
    const other = taken[i];
    if (other === undefined) continue;
    const within = other.from <= at.from && other.to >= at.to;
    const around = other.from >= at.from && other.to <= at.to;
    if (!within && !around) return true;
  }
  return false;
}

function longest(scored: Scored): number {
  return scored.candidate.model.to - scored.candidate.model.from;
}

function start({ candidate, occurrences = candidate.occurrences }: Scored & Partial<Chosen>): number {
  return occurrences[0]?.from ?? 0;
}

function end({ occurrences }: Chosen): number {
  return occurrences[0]?.to ?? 0;
}
