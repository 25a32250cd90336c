/** The sentence around a mention, for records that bring no evidence of their own. */
import type { Span } from '../model/index.js';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** The sentence of `text` in which `span` starts, without surrounding white space; never empty. */
export function sentenceAround(text: string, span: Span): Span {
  const found = segmenter.segment(text).containing(span[0]);
  if (!found) return span;
  const sentence = found.segment;
  const start = found.index + (sentence.length - sentence.trimStart().length);
  const end = found.index + sentence.trimEnd().length;
  return start <= span[0] && span[1] <= end ? [start, end] : span;
}
