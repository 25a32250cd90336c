/**
 * The learnt lexicon: how often and how a term stands in the corpus, how readers judged it, and the class of each
 * word. Filled by `scripts/learn-lexicon.ts`, read from the `lexicon` folder.
 */

/** What is known of one term; counts are of papers. */
export interface TermFacts {
  /** Papers of the corpus that hold the term. */
  readonly papers: number;
  /** Of these, how many hold it in the title. */
  readonly titles: number;
  /** How many define an acronym for it. */
  readonly definitions: number;
  /** Share of its occurrences that stand free, that is, are not part of a longer noun phrase (0 to 1). */
  readonly free: number;
  /** Share of its occurrences that are written with a capital away from the beginning of a sentence (0 to 1). */
  readonly capital: number;
  /** Annotated papers that hold it, and how many of them marked it as each type (Concept, Benchmark, Model, Technique). */
  readonly seen: number;
  readonly marked: readonly [number, number, number, number];
}

/** Terms by their folded form; whoever has the form's `hashText` at hand spares the table from working it out. */
export interface TermLookup {
  get(term: string, hash?: number): TermFacts | undefined;
  has(term: string, hash?: number): boolean;
}

export interface Lexicon {
  readonly terms: TermLookup;
  /** Class of a folded word, 1 to 255; words of the corpus that stand in like contexts share one. */
  readonly classes: ReadonlyMap<string, number>;
  /** Terms of several words that the corpus writes as names, in folded form. */
  readonly names: ReadonlySet<string>;
}

export const NO_FACTS: TermFacts = {
  papers: 0,
  titles: 0,
  definitions: 0,
  free: 0,
  capital: 0,
  seen: 0,
  marked: [0, 0, 0, 0],
};

export const EMPTY_LEXICON: Lexicon = {
  terms: new Map(),
  classes: new Map(),
  names: new Set(),
};
