/** A paper read once: tokens with their classes, sentences, and the acronyms that the text defines. */
import { type Definition, findDefinitions } from './acronyms.js';
import type { Lexicon } from './lexicon.js';
import { type Sentence, splitSentences } from './sentences.js';
import { findSpeltOut } from './spelt-out.js';
import { type Token, tokenise } from './tokenise.js';

export interface Reading {
  readonly text: string;
  /** Offset of the newline that ends the title. */
  readonly titleEnd: number;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The sentence of each token. */
  readonly sentenceOf: Int32Array;
  /** Per token: hash of the folded word, class, shape, hash of the last three letters, and whether no term may hold it. */
  readonly words: Int32Array;
  readonly classes: Uint8Array;
  readonly shapes: Uint8Array;
  readonly endings: Int32Array;
  readonly stops: Uint8Array;
  /** Per token: the groups of cue words that it belongs to. */
  readonly cues: Uint8Array;
  /** Per token: the cues of `cues.ts` that a text with it may hold. */
  readonly stems: Int32Array;
  readonly definitions: readonly Definition[];
}

/** Reads the text of a paper (title, newline, abstract). */
export function read(text: string, lexicon: Lexicon): Reading {
  const newline = text.indexOf('\n');
  const titleEnd = newline < 0 ? 0 : newline;
  const tokens = tokenise(text);
  const sentences = splitSentences(tokens, titleEnd);
  const count = tokens.length;
  const sentenceOf = new Int32Array(count);
  sentences.forEach((sentence, index) => {
    sentenceOf.fill(index, sentence.from, sentence.to);
  });
  const words = new Int32Array(count);
  const classes = new Uint8Array(count);
  const shapes = new Uint8Array(count);
  const endings = new Int32Array(count);
  const stops = new Uint8Array(count);
  const cues = new Uint8Array(count);
  const stems = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const { word } = tokens[i] as Token;
    words[i] = word.hashes.whole;
    classes[i] = word.classIn(lexicon);
    shapes[i] = word.shape;
    endings[i] = word.hashes.ending;
    stops[i] = word.stop ? 1 : 0;
    cues[i] = word.cues;
    stems[i] = word.stems;
  }
  const stated = findDefinitions(tokens, sentences);
  const definitions = [...stated, ...findSpeltOut(tokens, sentences, stated)];
  return {
    text, titleEnd, tokens, sentences, sentenceOf, words, classes, shapes, endings, stops, cues, stems, definitions,
  }; // biome-ignore format: a list of all fields
}

/** The text of a range of tokens. */
export function surfaceOf({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
}

/** The different texts of these ranges of tokens, in their order. */
export function surfacesOf(
  reading: Reading,
  ranges: readonly { readonly from: number; readonly to: number }[],
): string[] {
  return [...new Set(ranges.map(({ from, to }) => surfaceOf(reading, from, to)))];
}
