/** A paper's text as the grounding of an answer needs it: searchable, with its tokens and sentences. */
import type { Span } from '../../model/index.js';
import { evidenceSpan } from '../evidence.js';
import { type Sentence, splitSentences } from '../sentences.js';
import { type Token, tokenise } from '../tokenise.js';
import { SearchedText } from './find-text.js';

export interface Document {
  readonly text: string;
  readonly searched: SearchedText;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

export function toDocument(text: string): Document {
  const tokens = tokenise(text);
  return {
    text,
    searched: new SearchedText(text),
    tokens,
    sentences: splitSentences(tokens, Math.max(0, text.indexOf('\n'))),
  };
}

export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

export function holds(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** The sentence in which a stretch stands whole. */
export function sentenceAround(document: Document, span: Span): Sentence | undefined {
  return document.sentences.find(({ start, end }) => holds([start, end], span));
}

/** The sentence, or where it is long the clause, around mentions that all stand in it. */
export function evidenceAround(document: Document, sentence: Sentence, mentions: readonly Span[]): Span {
  const { tokens } = document;
  const start = Math.min(...mentions.map((span) => span[0]));
  const end = Math.max(...mentions.map((span) => span[1]));
  let from = sentence.from;
  while (from < sentence.to - 1 && (tokens[from] as Token).end <= start) from++;
  let to = from + 1;
  while (to < sentence.to && (tokens[to] as Token).start < end) to++;
  return evidenceSpan(document, sentence, from, to);
}
