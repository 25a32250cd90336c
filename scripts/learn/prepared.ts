/** Annotated papers, read and matched with their candidates; and what the annotators' votes say of each term. */
import { type Candidate, findCandidates } from '../../src/extract/candidates.js';
import type { FactsOf } from '../../src/extract/features.js';
import { type Lexicon, NO_FACTS, type TermFacts } from '../../src/extract/lexicon.js';
import { type Reading, read } from '../../src/extract/reading.js';
import { ENTITY_TYPES, fold } from '../../src/model/index.js';
import type { CorpusFacts } from './corpus-cache.js';
import { type GoldPaper, goldText } from './data.js';

export interface Prepared {
  readonly paper: GoldPaper;
  /** Number of the paper, by which folds are cut. */
  readonly group: number;
  /** Whose annotations these are: what is measured and tuned is so on the given ones alone. */
  readonly origin: 'given' | 'own';
  readonly reading: Reading;
  readonly candidates: readonly Candidate[];
  /** Per candidate: 0 for none, else 1 and the number of the type. */
  readonly labels: readonly number[];
  /** The annotated entity of each folded form. */
  readonly entityOf: ReadonlyMap<string, number>;
}

export function prepare(paper: GoldPaper, group: number, lexicon: Lexicon, origin: Prepared['origin']): Prepared {
  const reading = read(goldText(paper), lexicon);
  const candidates = findCandidates(reading, lexicon);
  const entityOf = new Map<string, number>();
  paper.entities.forEach(([name, , , surfaces], index) => {
    for (const surface of [name, ...surfaces]) if (!entityOf.has(fold(surface))) entityOf.set(fold(surface), index);
  });
  const labels = candidates.map((candidate) => {
    const index = entityIndex(entityOf, candidate.keys);
    return index === undefined
      ? 0
      : ENTITY_TYPES.indexOf((paper.entities[index] as GoldPaper['entities'][number])[1]) + 1;
  });
  return { paper, group, origin, reading, candidates, labels, entityOf };
}

export function entityIndex(entityOf: ReadonlyMap<string, number>, keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const index = entityOf.get(key);
    if (index !== undefined) return index;
  }
  return undefined;
}

/** Who marked what: the facts of each term, with the paper at hand left out, so that none votes for itself. */
export class Votes {
  readonly #labels = new Map<string, Map<number, number>>();
  readonly #lexicon: CorpusFacts;

  constructor(papers: readonly Prepared[], lexicon: CorpusFacts) {
    this.#lexicon = lexicon;
    for (const { candidates, labels, group } of papers) {
      candidates.forEach((candidate, i) => {
        for (const key of candidate.keys) {
          let row = this.#labels.get(key);
          if (row === undefined) {
            row = new Map();
            this.#labels.set(key, row);
          }
          if (!row.has(group)) row.set(group, labels[i] as number);
        }
      });
    }
  }

  /** The facts that the lexicon would hold had the paper `group` not been annotated. */
  factsOf(key: string, group: number): TermFacts | undefined {
    const corpus = this.#lexicon.terms.get(key);
    const marked: [number, number, number, number] = [0, 0, 0, 0];
    let seen = 0;
    for (const [other, label] of this.#labels.get(key) ?? []) {
      if (other === group) continue;
      seen++;
      if (label > 0) marked[label - 1] = (marked[label - 1] as number) + 1;
    }
    const votes = marked[0] + marked[1] + marked[2] + marked[3];
    if (corpus === undefined && votes === 0) return undefined;
    return { ...(corpus ?? NO_FACTS), seen, marked };
  }

  /** Facts as the span scorer asks for them, seen from one paper. */
  seenFrom(group: number): FactsOf {
    return (keys) => combineFacts(keys.map((key) => this.factsOf(key, group)));
  }

  /** All terms with their facts, for shipping. */
  allTerms(): Map<string, TermFacts> {
    const terms = new Map<string, TermFacts>();
    for (const key of new Set([...this.#lexicon.terms.keys(), ...this.#labels.keys()])) {
      const facts = this.factsOf(key, -1);
      if (facts !== undefined) terms.set(key, facts);
    }
    return terms;
  }
}

function combineFacts(all: readonly (TermFacts | undefined)[]): TermFacts {
  let best: TermFacts = NO_FACTS;
  for (const facts of all) {
    if (facts !== undefined && (best === NO_FACTS || facts.papers + facts.seen > best.papers + best.seen)) best = facts;
  }
  return best;
}
