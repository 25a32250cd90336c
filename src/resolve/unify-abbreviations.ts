/**
 * Short names of benchmarks and models that no paper spells out: `YCB-V` is YCB-Video, `RE10K` RealEstate10K, `SD1.5`
 * Stable Diffusion 1.5. The letters alone prove nothing (`LVBench` is not LongVideoBench), so that the papers of both
 * must speak of the same things, and hardly ever name both.
 */
import { compareText, fold } from '../model/index.js';
import { abbreviates, abbreviationsOf } from './abbreviations.js';
import type { KeyedForm, KeyedMention } from './keyed-mention.js';
import { moveForms } from './move-forms.js';
import { isMostly, type TypeVotes, voteOnTypes } from './type-votes.js';

const TYPES = ['Benchmark', 'Model'] as const;
/** Share of the rarer name's papers that may name both: who writes of two things names them side by side. */
const MOST_TOGETHER = 0.2;
/** Least likeness of what the papers of two names speak of (cosine); where the short one has a digit; where it is two letters. */
const LIKE = 0.09;
const LIKE_WITH_DIGIT = 0.05;
const LIKE_OF_TWO_LETTERS = 0.1;
/** How many times as like as the next must it be. */
const CLEARLY = 2;

/** The mentions with every short name that can only stand for one other counted as that one. */
export function unifyAbbreviations(mentions: readonly KeyedMention[]): KeyedMention[] {
  const pairs = findPairs(mentions);
  const keys = new Set(pairs.flatMap(({ short, long }) => [short, long]));
  const votes = voteOnTypes(mentions, (key) => keys.has(key));
  const usage = usageOf(mentions, keys);
  const rivals = new Map<string, { long: string; like: number; may: boolean }[]>();
  for (const { short, long, letters } of pairs) {
    if (!areOfOneType(votes.get(short), votes.get(long))) continue;
    const [a, b] = [usage.of(short), usage.of(long)];
    const like = usage.likeness(a, b);
    const together = [...a.papers].filter((paper) => b.papers.has(paper)).length;
    const may =
      !a.defined &&
      together <= MOST_TOGETHER * Math.min(a.papers.size, b.papers.size) &&
      like >= (/\d/.test(letters) ? LIKE_WITH_DIGIT : letters.length === 2 ? LIKE_OF_TWO_LETTERS : LIKE);
    const all = rivals.get(short) ?? [];
    rivals.set(short, all);
    all.push({ long, like, may });
  }
  const moves = new Map<string, string>();
  for (const [short, all] of rivals) {
    const [best, next] = all.sort((a, b) => b.like - a.like || compareText(a.long, b.long));
    if (best?.may && best.like >= CLEARLY * (next?.like ?? 0)) moves.set(short, best.long);
  }
  return moveForms(mentions, withoutChains(moves), 'abbreviation');
}

function areOfOneType(one: TypeVotes | undefined, other: TypeVotes | undefined): boolean {
  return TYPES.some((type) => isMostly(one, type) && isMostly(other, type));
}

/** What a short name stands for must stand for itself. */
function withoutChains(moves: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...moves].filter(([, long]) => !moves.has(long)));
}

interface Pair {
  /** Keys. */
  readonly short: string;
  readonly long: string;
  /** The letters and digits of the short one. */
  readonly letters: string;
}

/** Keys of which the form of one abbreviates a form of the other, each pair once, in the order of the mentions. */
function findPairs(mentions: readonly KeyedMention[]): Pair[] {
  const forms = new Map<string, KeyedForm>();
  for (const { type, long, short } of mentions) {
    if (type !== 'Benchmark' && type !== 'Model') continue;
    for (const one of [...long, ...short]) forms.set(`${one.key}\n${one.form}`, one);
  }
  const shortForms = new Map<string, KeyedForm[]>();
  for (const one of forms.values()) {
    if (!mayAbbreviate(one.form)) continue;
    const letters = fold(one.form);
    const same = shortForms.get(letters);
    if (same) same.push(one);
    else shortForms.set(letters, [one]);
  }
  const pairs = new Map<string, Pair>();
  for (const { key: long, form: longForm } of forms.values()) {
    for (const letters of abbreviationsOf(longForm)) {
      for (const { key: short, form } of shortForms.get(letters) ?? []) {
        if (short !== long && abbreviates(form, longForm)) pairs.set(`${short}\n${long}`, { short, long, letters });
      }
    }
  }
  return [...pairs.values()];
}

/** One word of up to 14 signs, two of them capitals or digits; `O3` may be any name with O. */
const mayAbbreviate = (form: string): boolean =>
  /^\S{2,14}$/.test(form) && !/^\p{L}\p{N}$/u.test(form) && /[\p{Lu}\p{N}].*[\p{Lu}\p{N}]/u.test(form);

interface Use {
  readonly papers: ReadonlySet<string>;
  /** What these papers speak of besides, and in how many of them. */
  readonly things: ReadonlyMap<string, number>;
  /** Some paper gives it a long form. */
  readonly defined: boolean;
}

function usageOf(mentions: readonly KeyedMention[], keys: ReadonlySet<string>) {
  const papersOf = new Map<string, Set<string>>();
  const defined = new Set<string>();
  for (const { paper, long, short } of mentions) {
    for (const { key } of [...long, ...short]) {
      if (!keys.has(key)) continue;
      const papers = papersOf.get(key);
      if (papers) papers.add(paper);
      else papersOf.set(key, new Set([paper]));
      if (long.length > 0 && short.length > 0) defined.add(key);
    }
  }
  const asked = new Set([...papersOf.values()].flatMap((papers) => [...papers]));
  const thingsOf = new Map<string, Set<string>>();
  for (const { paper, long, short } of mentions) {
    const thing = long[0] ?? short[0];
    if (thing === undefined || !asked.has(paper)) continue;
    const things = thingsOf.get(paper);
    if (things) things.add(thing.key);
    else thingsOf.set(paper, new Set([thing.key]));
  }
  const wanted = new Set([...thingsOf.values()].flatMap((things) => [...things]));
  const counts = new Map<string, number>();
  const papers = new Set<string>();
  for (const { paper, long, short } of mentions) {
    papers.add(paper);
    const key = (long[0] ?? short[0])?.key;
    if (key !== undefined && wanted.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const weight = (thing: string) => Math.log(papers.size / Math.min(papers.size, counts.get(thing) ?? 1)) ** 2;
  const norm = ({ things }: Use) => Math.sqrt([...things].reduce((sum, [thing, n]) => sum + n * n * weight(thing), 0));
  const known = new Map<string, Use>();
  const of = (key: string): Use => {
    const before = known.get(key);
    if (before) return before;
    const things = new Map<string, number>();
    const own = papersOf.get(key) ?? new Set<string>();
    for (const paper of [...own].sort())
      for (const thing of thingsOf.get(paper) ?? []) if (thing !== key) things.set(thing, (things.get(thing) ?? 0) + 1);
    const use = { papers: own, things, defined: defined.has(key) };
    known.set(key, use);
    return use;
  };
  const likeness = (a: Use, b: Use): number => {
    let product = 0;
    for (const [thing, n] of a.things) product += n * (b.things.get(thing) ?? 0) * weight(thing);
    const norms = norm(a) * norm(b);
    return norms > 0 ? product / norms : 0;
  };
  return { of, likeness };
}
