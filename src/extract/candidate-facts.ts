/**
 * What the second look and the network are told of a candidate beside its words: the corpus's and the annotators' facts
 * about it, its form and place, and its rivals. Dense numbers of a size around 1.
 */
import type { Occurrence } from './candidates.js';
import type { Scored } from './choose.js';
import { addHypernyms } from './hypernyms.js';
import type { Lexicon, TermFacts } from './lexicon.js';
import type { Reading } from './reading.js';
import type { Rivalry } from './rivals.js';
import { looksNamed, SHAPES, type Shape } from './shapes.js';
import type { Token } from './tokenise.js';

const SHAPE_COUNT = Object.keys(SHAPES).length;

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
  const longer = longerPapers(reading, from, to, candidate.keys[0] as string, lexicon);
  const shape = reading.shapes[to - 1] as number;
  const last = candidate.occurrences.at(-1) ?? first;
  let marked = 0;
  for (const votes of facts.marked) marked += votes;
  // Filled one by one: this runs for dozens of candidates of every paper.
  const out: number[] = [
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
  ];
  for (const votes of facts.marked) out.push(share(votes, facts.seen + 0.5));
  out.push(
    Math.min(1, share(longer, facts.papers + 1)),
    size(longer),
    (to - from) / 3,
    to - from === 1 ? 1 : 0,
    Math.log(candidate.occurrences.length),
    candidate.defined ? 1 : 0,
    candidate.named ? 1 : 0,
    (reading.tokens[first.from] as Token).end <= reading.titleEnd ? 1 : 0,
    share(reading.sentenceOf[first.from] as number, reading.sentences.length),
    share(reading.sentenceOf[last.from] as number, reading.sentences.length),
  );
  for (let i = 0; i < SHAPE_COUNT; i++) out.push(i === shape ? 1 : 0);
  addNameRun(reading, candidate.occurrences, out);
  addHypernyms(reading, candidate.occurrences, out);
  const { longer: holding, shorter, crossing, free, inside, rank, expected } = rivalry;
  out.push(holding, shorter, crossing, free, inside, rank, expected);
  return out;
}

function share(n: number, of: number): number {
  return of > 0 ? n / of : 0;
}

function size(n: number): number {
  return Math.log1p(n) / 5;
}

const MOST_OCCURRENCES = 6;

/**
 * How an occurrence stands in a run of words that are written as names ("SWE-Bench Verified", "Slay the Spire"): whether
 * the word before it and the word behind it belong to the run, whether all its words do, and whether it is the whole of
 * it. Averages over the occurrences; those in the title, where every word may have a capital, count only alone.
 */
function addNameRun(reading: Reading, occurrences: readonly Occurrence[], out: number[]): void {
  const inTitle = (o: Occurrence): boolean => (reading.tokens[o.from] as Token).start <= reading.titleEnd;
  const onlyTitle = occurrences.every(inTitle);
  const sums = [0, 0, 0, 0] as [number, number, number, number];
  let shown = 0;
  for (const at of occurrences) {
    if (shown === MOST_OCCURRENCES) break;
    if (!onlyTitle && inTitle(at)) continue;
    shown++;
    const { from, to } = at;
    const before = isNamed(reading, from - 1, from);
    const behind = to < reading.tokens.length && !(reading.tokens[to] as Token).joined && isNamed(reading, to, from);
    let all = true;
    for (let i = from; i < to; i++) all &&= isNamed(reading, i, from) || reading.stops[i] === 1;
    if (before) sums[0]++;
    if (behind) sums[1]++;
    if (all) sums[2]++;
    if (all && !before && !behind) sums[3]++;
  }
  for (const n of sums) out.push(n / Math.max(1, shown));
}

const NAME_SHAPES: ReadonlySet<number> = new Set([
  SHAPES.title,
  SHAPES.upper,
  SHAPES.inner,
  SHAPES.digits,
  SHAPES.hyphenName,
  SHAPES.version,
  SHAPES.hyphenTitle,
]);

/** Whether a word of the sentence that holds the token `within` is written as a name, or is a number behind one. */
function isNamed(reading: Reading, at: number, within: number): boolean {
  const index = reading.sentenceOf[within] as number;
  const sentence = reading.sentences[index];
  if (sentence === undefined || at < sentence.from || at >= sentence.to || reading.stops[at] === 1) return false;
  const shape = reading.shapes[at] as Shape;
  if (shape === SHAPES.number || shape === SHAPES.single) {
    return at > sentence.from && NAME_SHAPES.has(reading.shapes[at - 1] as number);
  }
  return NAME_SHAPES.has(shape) && (at > sentence.from || looksNamed(shape));
}

/** In how many papers of the corpus the term stands with its neighbour's word added, on either side. */
function longerPapers(reading: Reading, from: number, to: number, key: string, lexicon: Lexicon): number {
  const left = from > 0 && reading.stops[from - 1] === 0 ? (reading.tokens[from - 1] as Token).norm + key : '';
  const right = to < reading.tokens.length && reading.stops[to] === 0 ? key + (reading.tokens[to] as Token).norm : '';
  return Math.max(lexicon.terms.get(left)?.papers ?? 0, lexicon.terms.get(right)?.papers ?? 0);
}
