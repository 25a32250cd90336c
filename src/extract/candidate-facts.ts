/**
 * What the second look and the network are told of a candidate beside its words: the corpus's and the annotators' facts
 * about it, its form and place, and its rivals. Dense numbers of a size around 1.
 */
import type { Scored } from './choose.js';
import type { Lexicon, TermFacts } from './lexicon.js';
import type { Reading } from './reading.js';
import type { Rivalry } from './rivals.js';
import type { Token } from './tokenise.js';

const SHAPE_COUNT = 13;

export function candidateFacts(
  reading: Reading,
  scored: Scored,
  facts: TermFacts,
  rivalry: Rivalry,
  lexicon: Lexicon,
): number[] {
  const { candidate } = scored;
  const { from, to } = candidate.model;
  const first = candidate.occurrences[0] ?? candidate.model;
  const share = (n: number, of: number): number => (of > 0 ? n / of : 0);
  const size = (n: number): number => Math.log1p(n) / 5;
  const longer = longerPapers(reading, from, to, candidate.keys[0] as string, lexicon);
  const marked = facts.marked.reduce((sum, n) => sum + n, 0);
  const shape = reading.shapes[to - 1] as number;
  return [
    size(facts.papers),
    facts.papers === 0 ? 1 : 0,
    share(facts.titles, facts.papers),
    size(facts.definitions),
    share(facts.definitions, facts.papers),
    facts.free,
    facts.capital,
    size(facts.seen),
    facts.seen === 0 ? 1 : 0,
    share(marked, facts.seen + 1),
    ...facts.marked.map((n) => share(n, facts.seen + 0.5)),
    share(longer, facts.papers + 1) > 1 ? 1 : share(longer, facts.papers + 1),
    size(longer),
    (to - from) / 3,
    to - from === 1 ? 1 : 0,
    Math.log(candidate.occurrences.length),
    candidate.defined ? 1 : 0,
    candidate.named ? 1 : 0,
    (reading.tokens[first.from] as Token).end <= reading.titleEnd ? 1 : 0,
    share(reading.sentenceOf[first.from] as number, reading.sentences.length),
    share(reading.sentenceOf[candidate.occurrences.at(-1)?.from ?? 0] as number, reading.sentences.length),
    ...Array.from({ length: SHAPE_COUNT }, (_, i) => (i === shape ? 1 : 0)),
    ...Object.values(rivalry),
  ];
}

/** In how many papers of the corpus the term stands with its neighbour's word added, on either side. */
function longerPapers(reading: Reading, from: number, to: number, key: string, lexicon: Lexicon): number {
  const left = from > 0 && reading.stops[from - 1] === 0 ? (reading.tokens[from - 1] as Token).norm + key : '';
  const right = to < reading.tokens.length && reading.stops[to] === 0 ? key + (reading.tokens[to] as Token).norm : '';
  return Math.max(lexicon.terms.get(left)?.papers ?? 0, lexicon.terms.get(right)?.papers ?? 0);
}
