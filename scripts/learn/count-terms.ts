/** Term statistics over the corpus, in two passes: a sketch of counts decides which terms are counted exactly. */
import { forEachSpan, keyOf } from '../../src/extract/candidates.js';
import { hashText } from '../../src/extract/hashing.js';
import { EMPTY_LEXICON, type TermFacts } from '../../src/extract/lexicon.js';
import { type Reading, read } from '../../src/extract/reading.js';
import type { Token } from '../../src/extract/tokenise.js';
import type { CorpusFacts } from './corpus-cache.js';
import type { CorpusPaper } from './data.js';
import { ContextCounts } from './word-classes.js';

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
export async function countTerms(corpus: () => AsyncIterable<CorpusPaper>): Promise<Omit<CorpusFacts, 'names'>> {
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
  for await (const paper of corpus()) {
    const reading = read(`${paper.title}\n${paper.abstract}`, EMPTY_LEXICON);
    countPaper(reading, counters, sketch);
    countDefinitions(reading, counters);
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
      seen: 0,
      marked: [0, 0, 0, 0],
    });
  }
  return { terms, classes: contexts.cluster(255, 12, 12) };
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

function countDefinitions(reading: Reading, counters: Map<string, Counter>): void {
  for (const { long } of reading.definitions) {
    const counter = counters.get(keyOf(reading.tokens, long[0], long[1]));
    if (counter !== undefined) counter.definitions++;
  }
}
