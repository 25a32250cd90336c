/**
 * Which terms of several words the corpus writes as names: with a capital in every word, away from titles and from the
 * beginnings of sentences ("Segment Anything Model", "Google Earth Engine"; not "neural network").
 */
import { forEachSpan } from '../../src/extract/candidates.js';
import { isInRunningText, isWrittenAsName } from '../../src/extract/casing.js';
import { EMPTY_LEXICON } from '../../src/extract/lexicon.js';
import { type Reading, read } from '../../src/extract/reading.js';
import { looksNamed, type Shape } from '../../src/extract/shapes.js';
import type { Token } from '../../src/extract/tokenise.js';
import type { CorpusPaper } from './data.js';

/** Papers that write it so. */
const LEAST_PAPERS = 3;
/** Of all papers that hold it in running text. */
const LEAST_SHARE = 0.7;

/** `corpus` is called twice; it must give the same papers. @returns terms in folded form, sorted */
export async function countNames(corpus: () => AsyncIterable<CorpusPaper>): Promise<Set<string>> {
  const named = await count(
    corpus(),
    (reading, from, to) => isWrittenAsName(reading, from, to) && !isPart(reading, from, to),
  );
  for (const [key, papers] of named) if (papers < LEAST_PAPERS) named.delete(key);
  // Within a longer name it says nothing of itself, neither way.
  const all = await count(
    corpus(),
    (reading, from, to, key) => named.has(key) && !(isWrittenAsName(reading, from, to) && isPart(reading, from, to)),
  );
  const names = [...named].filter(([key, papers]) => papers >= LEAST_SHARE * (all.get(key) ?? papers));
  return new Set(names.map(([key]) => key).sort((a, b) => (a < b ? -1 : 1)));
}

type Choice = (reading: Reading, from: number, to: number, key: string) => boolean;

/** Counts the papers that hold each chosen term of several words in running text. */
async function count(corpus: AsyncIterable<CorpusPaper>, isChosen: Choice): Promise<Map<string, number>> {
  const papers = new Map<string, number>();
  for await (const { title, abstract } of corpus) {
    const reading = read(`${title}\n${abstract}`, EMPTY_LEXICON);
    const keys = new Set<string>();
    forEachSpan(
      reading,
      () => true,
      (from, to, key) => {
        if (to - from > 1 && isInRunningText(reading, from) && isChosen(reading, from, to, key)) keys.add(key);
      },
    );
    for (const key of keys) papers.set(key, (papers.get(key) ?? 0) + 1);
  }
  return papers;
}

/** Whether a word with a capital stands beside the span, in its sentence. */
function isPart({ tokens, shapes, sentences, sentenceOf }: Reading, from: number, to: number): boolean {
  const sentence = sentences[sentenceOf[from] as number];
  if (sentence === undefined) return false;
  return [from - 1, to].some(
    (i) => i >= sentence.from && i < sentence.to && isCapital(tokens[i] as Token, shapes[i] as Shape),
  );
}

const isCapital = ({ kind, text }: Token, shape: Shape) =>
  kind === 'word' && (/^\p{Lu}/u.test(text) || looksNamed(shape));
