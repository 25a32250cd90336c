/** Term statistics over the corpus, in two passes: a sketch of counts decides which terms are counted exactly. */
import { forEachSpan, keyOf } from '../../src/extract/candidates.js';
import { hashText } from '../../src/extract/hashing.js';
import { EMPTY_LEXICON, type TermFacts } from '../../src/extract/lexicon.js';
import { type Reading, read } from '../../src/extract/reading.js';
import type { Token } from '../../src/extract/tokenise.js';
import type { CorpusPaper } from './data.js';
import { ContextCounts } from './word-classes.js';

export interface CorpusFacts {
  readonly terms: Map<string, TermFacts>;
  readonly classes: Map<string, number>;
  readonly expansions: Map<string, string>;
}

interface Counter {
  papers: number;
  titles: number;
  definitions: number;
  occurrences: number;
  free: number;
  capital: number;
  away: number;
}

const SKETCH_BITS = 27;
const LEAST_PAPERS = 5;
const LEAST_PAPERS_LINKED = 8;

/** `corpus` is called twice; it must give the same papers in the same order. */
export async function countTerms(corpus: () => AsyncIterable<CorpusPaper>): Promise<CorpusFacts> {
  const sketch = new Uint8Array(2 ** SKETCH_BITS);
  const contexts = new ContextCounts();
  let papers = 0;
  for await (const paper of corpus()) {
    const reading = read(`${paper.title}\n${paper.abstract}`, EMPTY_LEXICON);
    const keys = new Set<number>();
    forEachSpan(
      reading,
      () => true,
      (_from, _to, key) => keys.add(hashText(key) >>> (32 - SKETCH_BITS)),
    );
    for (const key of keys) if ((sketch[key] as number) < 255) sketch[key] = (sketch[key] as number) + 1;
    for (const sentence of reading.sentences) {
      contexts.add(
        reading.tokens
          .slice(sentence.from, sentence.to)
          .map((t) => (t.kind === 'word' ? t.norm : t.kind === 'number' ? '0' : t.text)),
      );
    }
    if (++papers % 10_000 === 0) contexts.prune();
  }
  const counters = new Map<string, Counter>();
  const pairs = new Map<string, Map<string, number>>();
  for await (const paper of corpus()) {
    const reading = read(`${paper.title}\n${paper.abstract}`, EMPTY_LEXICON);
    countPaper(reading, counters, sketch);
    countDefinitions(reading, counters, pairs);
  }
  const terms = new Map<string, TermFacts>();
  for (const [key, c] of [...counters].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (c.papers < LEAST_PAPERS) continue;
    terms.set(key, {
      papers: c.papers,
      titles: c.titles,
      definitions: c.definitions,
      free: c.free / Math.max(1, c.occurrences),
      capital: c.capital / Math.max(1, c.away),
      prior: -1,
      seen: 0,
      marked: [0, 0, 0, 0],
    });
  }
  return { terms, classes: contexts.cluster(255, 12, 12), expansions: agreed(pairs) };
}

function countPaper(reading: Reading, counters: Map<string, Counter>, sketch: Uint8Array): void {
  const seen = new Map<string, boolean>();
  const { tokens, stops } = reading;
  forEachSpan(
    reading,
    () => true,
    (from, to, key) => {
      const sketched = sketch[hashText(key) >>> (32 - SKETCH_BITS)] as number;
      if (sketched < LEAST_PAPERS) return;
      let linked = false;
      for (let i = from + 1; i < to - 1; i++) linked ||= stops[i] === 1;
      if (linked && sketched < LEAST_PAPERS_LINKED) return;
      let c = counters.get(key);
      if (c === undefined) {
        c = { papers: 0, titles: 0, definitions: 0, occurrences: 0, free: 0, capital: 0, away: 0 };
        counters.set(key, c);
      }
      const titled = (tokens[from] as Token).end <= reading.titleEnd;
      if (!seen.has(key)) c.papers++;
      if (titled && seen.get(key) !== true) c.titles++;
      seen.set(key, titled || seen.get(key) === true);
      c.occurrences++;
      const sentence = reading.sentences[reading.sentenceOf[from] as number];
      const left = from === sentence?.from || stops[from - 1] === 1;
      const right = to === sentence?.to || stops[to] === 1;
      if (left && right) c.free++;
      if (!titled && from !== sentence?.from) {
        c.away++;
        if (/\p{Lu}/u.test((tokens[from] as Token).text)) c.capital++;
      }
    },
  );
}

function countDefinitions(
  reading: Reading,
  counters: Map<string, Counter>,
  pairs: Map<string, Map<string, number>>,
): void {
  for (const { long, short } of reading.definitions) {
    const longKey = keyOf(reading.tokens, long[0], long[1]);
    const shortKey = keyOf(reading.tokens, short[0], short[1]);
    const counter = counters.get(longKey);
    if (counter !== undefined) counter.definitions++;
    let row = pairs.get(shortKey);
    if (row === undefined) {
      row = new Map();
      pairs.set(shortKey, row);
    }
    row.set(longKey, (row.get(longKey) ?? 0) + 1);
  }
}

/** The long form of an acronym on which at least five papers and four in five definitions agree. */
function agreed(pairs: Map<string, Map<string, number>>): Map<string, string> {
  const expansions = new Map<string, string>();
  for (const [short, row] of [...pairs].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    let total = 0;
    let best = '';
    for (const [long, n] of row) {
      total += n;
      if (n > (row.get(best) ?? 0) || (n === row.get(best) && long < best)) best = long;
    }
    const most = row.get(best) ?? 0;
    if (most >= 5 && most >= 0.8 * total && short !== best) expansions.set(short, best);
  }
  return expansions;
}
