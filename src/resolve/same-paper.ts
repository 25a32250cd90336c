/**
 * Whether two texts that are alike are one paper. Joining two papers wrongly costs more than leaving one twice, so what
 * speaks against it weighs more than what speaks for it. Equal identifiers are not asked about: they are one.
 *
 * Never one paper by their text, however alike:
 * - two arXiv numbers, or two DOIs of one registrant (the part before the slash): whoever gives numbers gave two, unless
 *   the text is equal and the title too, or part of the other (the paper was submitted twice; most other pairs of
 *   equal abstracts in arXiv are an abstract pasted into the wrong form). An arXiv paper and a DOI may be one, and so may DOIs of two registrants (a publisher and a repository)
 *   under one title.
 * - titles that count differently: Part I and Part II, SAM and SAM 2, the third and the fourth data release.
 * - one template with other numbers filled in, unless title and year are the same (then it is a revision), or with other
 *   words: those by which the titles differ (English, German) stand each in its own abstract only.
 * - notices of withdrawal, and texts of fewer than 25 shingles.
 *
 * Otherwise the similarity of the abstracts decides (`ShingledText.similarity`), and the titles say how much is asked:
 * 0.4 under one title, 0.6 under nearly one or a part of it, 0.7 where one has none, 0.85 where some words of the title are
 * others (English, German), 0.9 under two titles, so that papers which share a
 * paragraph (one challenge, one proceedings) stay apart. Years between the dates, and lists of authors without a name in
 * common, raise it.
 */
import { distance } from 'fastest-levenshtein';
import { fold, foldWords } from '../model/index.js';
import { type Facts, factsOf, idOf, type Member, textKey } from './paper-merge.js';
import { isNumber, ShingledText } from './shingles.js';

/** Fewer shingles than this (some 27 words) tell too little. */
export const TELLING_SHINGLES = 25;
/** Titles such as "Editorial", "Preface" and "Annual report" are everybody's. */
const TELLING_TITLE_WORDS = 3;
const WITHDRAWN = /\b(?:paper|article|manuscript|submission|work)\b.{0,40}\b(?:withdrawn|retracted)\b/i;

const ASKED = { same: 0.4, part: 0.6, near: 0.6, missing: 0.7, reworded: 0.85, different: 0.9 };
/** Share of words from which two titles are nearly one, or one reworded. */
const NEAR_TITLE = 0.7;
/** Titles with as few wrong letters are nearly one: a typo, a British spelling, another article. */
const WRONG_LETTERS = 3;
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
export class Witness {
  readonly id: string;
  readonly arxiv: boolean;
  readonly registrants: ReadonlySet<string>;
  readonly titles: readonly Title[];
  readonly years: readonly number[];
  readonly names: ReadonlySet<string>;
  /** The abstracts folded: what is equal under it is the same text. */
  readonly folded: ReadonlySet<string>;
  readonly #abstracts: readonly string[];
  #texts: readonly ShingledText[] | undefined;
  #words: ReadonlySet<string> | undefined;

  /** @param members those that are one paper already */
  constructor(members: readonly Member[]) {
    const facts = members.map(factsOf);
    const different = <T>(pick: (fact: Facts) => T | undefined) => [
      ...new Set(facts.map(pick).filter((value) => value !== undefined)),
    ];
    this.id = idOf(members);
    this.arxiv = facts.some((fact) => fact.arxiv !== undefined);
    this.registrants = new Set(different((fact) => fact.doi?.split('/')[0]));
    this.titles = different((fact) => fact.title).map(titleOf);
    this.years = different((fact) => fact.date?.slice(0, 4)).map(Number);
    this.names = new Set(facts.flatMap((fact) => fact.authors.flatMap(foldWords)).filter((word) => word.length > 1));
    this.folded = new Set(facts.map(textKey));
    this.#abstracts = different((fact) => fact.abstract);
  }

  /** The words of its abstracts, folded. */
  get words(): ReadonlySet<string> {
    this.#words ??= new Set(this.#abstracts.flatMap(foldWords));
    return this.#words;
  }

  /** Its texts that are long enough to tell. */
  get texts(): readonly ShingledText[] {
    this.#texts ??= this.#abstracts
      .filter(isTelling)
      .map((abstract) => new ShingledText(abstract))
      .filter((text) => text.shingles.length >= TELLING_SHINGLES);
    return this.#texts;
  }
}

/** Whether an abstract is the paper's own text, and not a notice that it was withdrawn. */
export function isTelling(abstract: string): boolean {
  return !WITHDRAWN.test(abstract);
}

/** A title by which a paper may be looked for: folded, undefined where it is too short to tell. */
export function tellingTitle(title: string): string | undefined {
  return foldWords(title).length < TELLING_TITLE_WORDS ? undefined : fold(title);
}

/** Whether two are different papers, be their texts ever so alike: by their numbers or by what their titles count. */
export function contradict(a: Witness, b: Witness): boolean {
  const titles = compareTitles(a.titles, b.titles);
  return titles === 'apart' || identifiersContradict(a, b, titles);
}

function identifiersContradict(a: Witness, b: Witness, titles: keyof typeof ASKED): boolean {
  const haveTwo = (a.arxiv && b.arxiv) || haveCommon(a.registrants, b.registrants);
  return (
    haveTwo && (titles === 'near' || titles === 'reworded' || titles === 'different' || !haveCommon(a.folded, b.folded))
  );
}

/** Judges two; the same either way round. A higher score is a surer match; one title is worth more than any text. */
export function judge(a: Witness, b: Witness): Verdict {
  const titles = compareTitles(a.titles, b.titles);
  if (titles === 'apart' || identifiersContradict(a, b, titles)) return APART;
  if (titles === 'reworded' && haveOtherSubjects(a, b)) return APART;
  const haveTwoRegistrants = a.registrants.size > 0 && b.registrants.size > 0;
  if (haveTwoRegistrants && titles !== 'same' && !haveCommon(a.folded, b.folded)) return APART;
  const years = leastDistance(a.years, b.years);
  let asked = ASKED[titles] + ASKED_PER_YEAR * Math.max(0, years - 1);
  const haveNames = a.names.size > 0 && b.names.size > 0;
  const shareName = haveCommon(a.names, b.names);
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

/** Whether each speaks of a word of its title that the other knows neither in its title nor in its abstract. */
function haveOtherSubjects(a: Witness, b: Witness): boolean {
  const ofItsOwn = (one: Witness, other: Witness) =>
    one.titles
      .flatMap(({ words }) => words)
      .some(
        (word) => one.words.has(word) && !other.words.has(word) && !other.titles.some((t) => t.words.includes(word)),
      );
  return ofItsOwn(a, b) && ofItsOwn(b, a);
}

function titleOf(title: string): Title {
  const words = foldWords(title);
  const counts = (word: string) => isNumber(word) || /^[b-z]$/.test(word);
  return { words, numbers: words.filter(counts).join(''), folded: fold(title) };
}

/** The closest pair of titles. Apart when all count differently. */
function compareTitles(a: readonly Title[], b: readonly Title[]): keyof typeof ASKED | 'apart' {
  if (a.length === 0 || b.length === 0) return 'missing';
  const order = ['same', 'part', 'near', 'missing', 'reworded', 'different', 'apart'] as const;
  const found = a.flatMap((one) => b.map((other) => order.indexOf(compareTitle(one, other))));
  return order[Math.min(...found)] ?? 'missing';
}

function compareTitle(a: Title, b: Title): keyof typeof ASKED | 'apart' {
  if (a.numbers !== b.numbers) return 'apart';
  const isPart = a.folded.includes(b.folded) || b.folded.includes(a.folded);
  if (Math.min(a.words.length, b.words.length) < TELLING_TITLE_WORDS) return isPart ? 'missing' : 'different';
  if (a.folded === b.folded) return 'same';
  if (isPart) return 'part';
  const [words, others] = [new Set(a.words), new Set(b.words)];
  const shared = [...words].filter((word) => others.has(word)).length;
  if (shared < NEAR_TITLE * Math.max(words.size, others.size)) return 'different';
  return distance(a.folded, b.folded) <= WRONG_LETTERS ? 'near' : 'reworded';
}

function haveCommon<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return [...a].some((item) => b.has(item));
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
