/**
 * What an acronym means where a paper does not say. The papers that define it vote; where they define it in several
 * ways, the other things of which a paper speaks decide, by how much oftener they stand beside one meaning than
 * elsewhere (a naive Bayes ratio, Maron 1961, with one paper added to what was seen and to what was to be expected).
 */
import { compareText } from '../model/index.js';

/** Papers that define an acronym, by the root of the long form. */
export type Definers = ReadonlyMap<string, readonly string[]>;

export interface Contexts {
  /** What a paper speaks of. */
  of(paper: string): readonly string[];
  /** Share of all papers that speak of it. */
  share(thing: string): number;
}

/** Share of the defining papers whose meaning undefined uses take without being looked at one by one. */
const AGREEMENT = 0.9;
/** And how many papers these must be: two letters stand for more than anyone defines. */
const ENOUGH = (letters: number): number => (letters <= 2 ? 5 : 1);
/** Under so many defining papers, a paper that introduces the acronym may well have coined it for something else. */
const FIRM = 3;
/** A name that hardly any paper defines is known by itself: the few definitions may be of other things. */
const HARDLY_DEFINED = { share: 0.02, papers: 3 };
/** The probability from which an undefined use takes a meaning. */
const SURE = 0.7;
/** The weight, in papers, of all meanings that no paper defines. */
const UNKNOWN_MEANING = 0.4;

/** A use of an acronym that its paper does not define. */
export interface Use {
  readonly paper: string;
  /** Whether the paper presents it as its own. */
  readonly introduces: boolean;
}

/**
 * The meaning of each undefined use: the root of a long form, or undefined where it stays a thing of its own.
 * @param acronym its letters, folded
 * @param definers papers by meaning; at least one
 */
export function chooseMeanings(
  acronym: string,
  definers: Definers,
  uses: readonly Use[],
  contexts: Contexts,
): ReadonlyMap<string, string | undefined> {
  const meanings = [...definers].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b));
  const defined = meanings.reduce((sum, [, papers]) => sum + papers.length, 0);
  const [first] = meanings;
  if (first === undefined) return new Map();
  const [meaning, { length: papers }] = first;
  const choose = (meaningOf: (use: Use) => string | undefined) =>
    new Map(uses.map((use) => [use.paper, meaningOf(use)]));
  const agreed = papers >= AGREEMENT * defined && papers >= ENOUGH(acronym.length);
  if (isHardlyDefined(defined, uses.length)) {
    return choose(() => (agreed && papers >= HARDLY_DEFINED.papers ? meaning : undefined));
  }
  const things = meanings.map(([root, of]) => ({ root, papers: of.length, seen: countThings(of, contexts) }));
  return choose(({ paper, introduces }) =>
    agreed && !(introduces && papers < FIRM) ? meaning : likeliest(things, contexts.of(paper), contexts),
  );
}

/** Whether so few of the papers that use a name define it that it is known by itself. */
export function isHardlyDefined(defined: number, uses: number): boolean {
  return defined < HARDLY_DEFINED.share * (defined + uses);
}

interface Seen {
  readonly root: string;
  readonly papers: number;
  readonly seen: ReadonlyMap<string, number>;
}

function countThings(papers: readonly string[], contexts: Contexts): Map<string, number> {
  const seen = new Map<string, number>();
  for (const paper of papers) for (const thing of contexts.of(paper)) seen.set(thing, (seen.get(thing) ?? 0) + 1);
  return seen;
}

function likeliest(meanings: readonly Seen[], context: readonly string[], contexts: Contexts): string | undefined {
  const weights = meanings.map(({ papers, seen }) => {
    let log = Math.log(papers);
    for (const thing of context) log += Math.log(((seen.get(thing) ?? 0) + 1) / (papers * contexts.share(thing) + 1));
    return log;
  });
  const highest = Math.max(...weights);
  const sum = weights.reduce((total, weight) => total + Math.exp(weight - highest), 0);
  const unknown = UNKNOWN_MEANING * Math.exp(-highest);
  const best = weights.indexOf(highest);
  return 1 / (sum + unknown) >= SURE ? meanings[best]?.root : undefined;
}
