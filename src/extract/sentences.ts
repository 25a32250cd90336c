/**
 * Sentences: half-open ranges of tokens. A stop ends a sentence only where something that can begin a sentence follows,
 * with white space or where it is missing (glued-stops.ts), and the word before is no abbreviation ("e.g.", "et al.",
 * "Fig. 3", "vs.") and no initial.
 */
import type { Token } from './tokenise.js';

export interface Sentence {
  /** Index of the first token, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the text. */
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
}

const ABBREVIATIONS = new Set(
  'e.g i.e eg ie al fig figs eq eqs vs cf resp approx dr mr mrs ms prof sec secs ref refs no nos vol ch st jr etc viz ca w.r.t wrt a.k.a aka i.i.d tab thm def'.split(
    ' ',
  ),
);
/** Abbreviations after which a capital may yet begin a new sentence. */
const MAY_END = new Set(['etc', 'al', 'i.i.d', 'w.r.t', 'no', 'st', 'ms']);
const STOPS = new Set(['.', '!', '?']);
const CLOSERS = new Set([')', ']', '"', "'", '”', '’', '}', '*']);
const STARTER = /^(?:[\p{Lu}\p{N}$\\(["“'‘`*[{]|\p{Ll}[\p{L}-]*\p{Lu})/u;

/** Parts the tokens of a paper's text; `titleEnd` is the offset of the newline after the title. */
export function splitSentences(tokens: readonly Token[], titleEnd: number): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    const first = tokens[from];
    const last = tokens[to - 1];
    if (first === undefined || last === undefined || to <= from) return;
    sentences.push({ from, to, start: first.start, end: last.end, inTitle: last.end <= titleEnd });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1];
    if (next !== undefined && token.end <= titleEnd && next.start >= titleEnd) {
      close(i + 1);
      continue;
    }
    if (!STOPS.has(token.text) || i === from) continue;
    let after = i + 1;
    while (after < tokens.length && (tokens[after] as Token).joined && CLOSERS.has((tokens[after] as Token).text))
      after++;
    const follower = tokens[after];
    if (follower === undefined || (follower.joined && !isCapitalised(follower))) continue;
    if (token.text === '.' && !endsSentence(tokens[i - 1], token, follower)) continue;
    if (!STARTER.test(follower.text)) continue;
    close(after);
    i = after - 1;
  }
  close(tokens.length);
  return sentences;
}

/** A word with a capital. Where it touches a stop, a space is missing: else the stop would be a part of the word. */
function isCapitalised(token: Token): boolean {
  return token.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

function endsSentence(before: Token | undefined, stop: Token, follower: Token): boolean {
  if (before === undefined || !stop.joined) return true;
  if (ABBREVIATIONS.has(before.lower)) {
    return MAY_END.has(before.lower) && isCapitalised(follower);
  }
  // An initial in a person's name: "J. Smith"; but "vitamin D. We" ends.
  return !(/^\p{Lu}$/u.test(before.text) && /^\p{Lu}\p{Ll}+$/u.test(follower.text) && !FRESH.has(follower.lower));
}

/** Words that begin a sentence and are no surnames. */
const FRESH = new Set(
  'we the this these our in however it to a an for as on here moreover furthermore experiments results additionally unlike by using such while finally first'.split(
    ' ',
  ),
);
