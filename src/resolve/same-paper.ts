/**
 * Whether two texts that are alike are one paper. Wrongly joining two papers costs more than leaving one twice, so what
 * speaks against it weighs more than what speaks for it.
 *
 * Never one paper by their text, however alike:
 * - two arXiv numbers, or two DOIs of one registrant (the part before the slash): whoever gives numbers gave two. An
 *   arXiv paper and a DOI may be one, and so may DOIs of two registrants (a publisher and a repository) under one title.
 * - titles that count differently: Part I and Part II, SAM and SAM 2, the third and the fourth data release.
 * - one template with other numbers filled in, unless title and year are the same (then it is a revision).
 * - notices of withdrawal, and texts of fewer than 25 shingles.
 *
 * Otherwise the similarity of the abstracts decides (`ShingledText.similarity`), and the titles say how much is asked:
 * 0.4 under one title, 0.6 under nearly one, 0.7 where one has none, 0.9 under two, so that papers which share a
 * paragraph (one challenge, one proceedings) stay apart. Years between the dates, and lists of authors without a name in
 * common, raise it.
 */
import { fold, foldWords } from '../model/index.js';
import { type Facts, factsOf, idOf, type Member } from './paper-merge.js';
import { isNumber, ShingledText } from './shingles.js';

/** Fewer shingles than this (some 27 words) tell too little. */
export const TELLING_SHINGLES = 25;
/** Titles such as "Editorial", "Preface" and "Annual report" are everybody's. */
const TELLING_TITLE_WORDS = 3;
const WITHDRAWN = /\b(?:paper|article|manuscript|submission|work)\b.{0,40}\b(?:withdrawn|retracted)\b/i;

const ASKED = { same: 0.4, near: 0.6, missing: 0.7, different: 0.9 };
/** Share of words by which two titles are nearly one: a typo, a British spelling, a subtitle left out. */
const NEAR_TITLE = 0.7;
const ASKED_PER_YEAR = 0.05;
const ASKED_WITHOUT_COMMON_NAME = 0.2;
const ASKED_OF_REVISION = 0.2;

/** How alike two are; `apart` when they are different papers even if a third is like both. */
export type Verdict =
  | { readonly same: true; readonly score: number }
  | { readonly same: false; readonly apart: boolean };

const APART: Verdict = { same: false, apart: true };
const UNLIKE: Verdict = { same: false, apart: false };

interface Title {
  readonly words: readonly string[];
  /** Its numbers and single letters in order, run together: `$10^5$` and 10⁵ are one. */
  readonly numbers: string;
  readonly folded: string;
}

/** What is known about one paper, ready to be judged. */
export interface Witness {
  readonly id: string;
  readonly arxiv: boolean;
  readonly registrants: ReadonlySet<string>;
  readonly titles: readonly Title[];
  readonly years: readonly number[];
  readonly names: ReadonlySet<string>;
  readonly texts: readonly ShingledText[];
}

/** @param members those that are one paper already, by identifiers or equal text */
export function witnessOf(members: readonly Member[]): Witness {
  const facts = members.map(factsOf);
  const some = <T>(pick: (fact: Facts) => T | undefined) => [
    ...new Set(facts.map(pick).filter((value) => value !== undefined)),
  ];
  return {
    id: idOf(members),
    arxiv: facts.some((fact) => fact.arxiv !== undefined),
    registrants: new Set(some((fact) => fact.doi?.split('/')[0])),
    titles: some((fact) => fact.title).map(titleOf),
    years: some((fact) => fact.date?.slice(0, 4)).map(Number),
    names: new Set(facts.flatMap((fact) => fact.authors.flatMap(foldWords)).filter((word) => word.length > 1)),
    texts: some((fact) => (isTelling(fact.abstract) ? fact.abstract : undefined))
      .map((abstract) => new ShingledText(abstract))
      .filter((text) => text.shingles.length >= TELLING_SHINGLES),
  };
}

/** Whether an abstract is the paper's own text, and not a notice that it was withdrawn. */
export function isTelling(abstract: string): boolean {
  return !WITHDRAWN.test(abstract);
}

/** A title by which a paper may be looked for: folded, undefined where it is too short to tell. */
export function tellingTitle(title: string): string | undefined {
  return foldWords(title).length < TELLING_TITLE_WORDS ? undefined : fold(title);
}

/** Judges two; the same either way round. A higher score is a surer match; one title is worth more than any text. */
export function judge(a: Witness, b: Witness): Verdict {
  if (a.arxiv && b.arxiv) return APART;
  if ([...a.registrants].some((registrant) => b.registrants.has(registrant))) return APART;
  const titles = compareTitles(a.titles, b.titles);
  if (titles === 'apart') return APART;
  if (a.registrants.size > 0 && b.registrants.size > 0 && titles !== 'same') return APART;
  const years = leastDistance(a.years, b.years);
  let asked = ASKED[titles] + ASKED_PER_YEAR * Math.max(0, years - 1);
  const haveNames = a.names.size > 0 && b.names.size > 0;
  const shareName = [...a.names].some((name) => b.names.has(name));
  if (haveNames && !shareName) asked += ASKED_WITHOUT_COMMON_NAME;
  const likeness = compareTexts(a.texts, b.texts);
  if (likeness === undefined) return UNLIKE;
  if (likeness.hasOtherNumbers) {
    if (titles !== 'same' || years > 0) return APART;
    asked += ASKED_OF_REVISION;
  }
  const { similarity } = likeness;
  if (similarity >= asked && (titles !== 'different' || shareName))
    return { same: true, score: similarity + (titles === 'same' ? 1 : 0) };
  return titles === 'different' ? APART : UNLIKE;
}

function titleOf(title: string): Title {
  const words = foldWords(title);
  const counts = (word: string) => isNumber(word) || /^[b-z]$/.test(word);
  return { words, numbers: words.filter(counts).join(''), folded: fold(title) };
}

/** The closest pair of titles. Apart when all count differently. */
function compareTitles(a: readonly Title[], b: readonly Title[]): keyof typeof ASKED | 'apart' {
  if (a.length === 0 || b.length === 0) return 'missing';
  const order = ['same', 'near', 'missing', 'different', 'apart'] as const;
  const found = a.flatMap((one) => b.map((other) => order.indexOf(compareTitle(one, other))));
  return order[Math.min(...found)] ?? 'missing';
}

function compareTitle(a: Title, b: Title): keyof typeof ASKED | 'apart' {
  if (a.numbers !== b.numbers) return 'apart';
  const isBeginning = a.folded.startsWith(b.folded) || b.folded.startsWith(a.folded);
  if (Math.min(a.words.length, b.words.length) < TELLING_TITLE_WORDS) return isBeginning ? 'missing' : 'different';
  if (a.folded === b.folded) return 'same';
  const [words, others] = [new Set(a.words), new Set(b.words)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return isBeginning || shared >= NEAR_TITLE * Math.max(words.size, others.size) ? 'near' : 'different';
}

function leastDistance(a: readonly number[], b: readonly number[]): number {
  const distances = a.flatMap((one) => b.map((other) => Math.abs(one - other)));
  return distances.length === 0 ? 0 : Math.min(...distances);
}

interface Likeness {
  readonly similarity: number;
  readonly hasOtherNumbers: boolean;
}

/** Of the most similar pair of texts. */
function compareTexts(a: readonly ShingledText[], b: readonly ShingledText[]): Likeness | undefined {
  const pairs = a.flatMap((one) => b.map((other) => ({ one, other, similarity: one.similarity(other) })));
  const similarity = Math.max(...pairs.map((pair) => pair.similarity));
  const best = pairs.filter((pair) => pair.similarity === similarity);
  if (best.length === 0) return undefined;
  return { similarity, hasOtherNumbers: best.every(({ one, other }) => one.hasOtherNumbers(other)) };
}
