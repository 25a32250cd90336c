/** Evidence: the shortest stretch of a sentence that still shows what it is evidence for. */
import type { Span } from '../model/index.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

export const LONGEST_EVIDENCE = 400;

/**
 * The sentence, where it is short enough; else the clause around the tokens `from` to `to`, grown from comma to comma, and
 * cut at words where there is none. It grows to the left first, where the verb is that says what becomes of the rest. Always
 * holds the tokens asked for.
 */
export function evidenceSpan(
  reading: Pick<Reading, 'tokens'>,
  sentence: Sentence,
  from: number,
  to: number,
  longest = LONGEST_EVIDENCE,
): Span {
  if (sentence.end - sentence.start <= longest) return [sentence.start, sentence.end];
  const { tokens } = reading;
  let low = from;
  let high = to;
  const length = (a: number, b: number): number => (tokens[b - 1] as Token).end - (tokens[a] as Token).start;
  const grow = (isStart: Edge, isEnd: Edge): void => {
    for (;;) {
      const left = previousEdge(tokens, low, sentence.from, isStart);
      if (left >= low || length(left, high) > longest) break;
      low = left;
    }
    for (;;) {
      const right = nextEdge(tokens, high, sentence.to, isEnd);
      if (right <= high || length(low, right) > longest) break;
      high = right;
    }
  };
  // What begins behind a bracket begins within it: "RAG) and".
  grow(
    (token) => token.kind === 'mark' && /^[,;:—–]$/.test(token.text),
    (token) => token.kind === 'mark' && /^[,;:—–)]$/.test(token.text),
  );
  if (low === from && high === to) {
    const always = () => true;
    grow(always, always);
  }
  while (high > to && /^[,;:(—–]$/.test((tokens[high - 1] as Token).text)) high--;
  while (low < from && /^[,;:)—–]$/.test((tokens[low] as Token).text)) low++;
  return [(tokens[low] as Token).start, (tokens[high - 1] as Token).end];
}

type Edge = (token: Token) => boolean;

function nextEdge(tokens: readonly Token[], from: number, limit: number, edge: Edge): number {
  for (let i = from; i < limit; i++) if (edge(tokens[i] as Token)) return i + 1;
  return limit;
}

function previousEdge(tokens: readonly Token[], from: number, limit: number, edge: Edge): number {
  for (let i = from - 2; i >= limit; i--) if (edge(tokens[i] as Token)) return i + 1;
  return limit;
}
