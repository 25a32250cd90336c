/**
 * Acronyms that a text defines: "key-value cache (KV cache)", "GRPO (group relative policy optimization)".
 * The matching of letters is Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
 * biomedical text" (2003): from the right, every letter and digit of the short form in the words before it. Where the
 * letters are the initials of the words, those words come first: in "proximal policy optimization (PPO)" the letters of
 * the short form stand in the last two words already.
 */
import { spellDigits } from '../model/index.js';
import { addParts, endOfChain, FUNCTION_WORDS, type Part, readingsOf } from './letter-chain.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/** Ranges of tokens, half-open. */
export interface Definition {
  readonly short: readonly [number, number];
  readonly long: readonly [number, number];
}

const LONGEST_BODY = 12;
/** Letters of an acronym whose long form is a list with commas. */
const LEAST_LISTED = 3;

/** Definitions in document order. Both orders are read: "long (short)" and "short (long)". */
export function findDefinitions(tokens: readonly Token[], sentences: readonly Sentence[]): Definition[] {
  const found: Definition[] = [];
  for (const sentence of sentences) {
    for (let open = sentence.from + 1; open < sentence.to - 1; open++) {
      if ((tokens[open] as Token).text !== '(') continue;
      const close = closing(tokens, open, sentence.to);
      if (close < 0) continue;
      const body = endOfBody(tokens, open + 1, close);
      const definition = longBefore(tokens, sentence, open, body) ?? longInside(tokens, sentence, open, body);
      if (definition !== undefined) found.push(definition);
    }
  }
  return found;
}

function closing(tokens: readonly Token[], open: number, limit: number): number {
  for (let i = open + 1; i < limit && i <= open + LONGEST_BODY; i++) {
    const text = (tokens[i] as Token).text;
    if (text === ')') return i;
    if (text === '(') return -1;
  }
  return -1;
}

/** "(RAG, Lewis et al.)", "(RAG; ...)": what stands before the comma is the short form. */
function endOfBody(tokens: readonly Token[], from: number, close: number): number {
  for (let i = from + 1; i < close; i++) if ([',', ';', ':'].includes((tokens[i] as Token).text)) return i;
  return close;
}

/** Whether the words can be a short form: two to twelve characters, at most two words, a capital among them. */
export function isShortForm(text: string): boolean {
  const compact = text.replace(/\s/g, '');
  return (
    compact.length >= 2 &&
    compact.length <= 12 &&
    text.split(/\s+/).length <= 2 &&
    /^[\p{L}\p{N}]/u.test(text) &&
    /\p{Lu}/u.test(text) &&
    !/^\p{Lu}\p{Ll}{3,}$/u.test(text)
  );
}

function longBefore(tokens: readonly Token[], sentence: Sentence, open: number, end: number): Definition | undefined {
  const short = textOf(tokens, open + 1, end);
  if (end - open - 1 > 2 || !isShortForm(short)) return undefined;
  // 'large language models' (LLMs)
  const to = QUOTES.has((tokens[open - 1] as Token).text) ? open - 1 : open;
  const letters = spellDigits(short).replace(/[^\p{L}\p{N}]/gu, '');
  const reach = Math.min(letters.length + 5, letters.length * 2);
  const first = reachBack(tokens, sentence.from, to, reach, JOINING);
  const chained = chainBefore(tokens, first, to, short);
  if (chained !== undefined) return { short: [open + 1, end], long: [chained, to] };
  const plain = letters.replace(/(?<=\p{Lu})s$/u, '');
  const start =
    matchInitials(tokens, first, to, plain) ??
    matchLetters(tokens, first, to, plain) ??
    matchLetters(tokens, first, to, letters) ??
    listBefore(tokens, sentence, to, reach, plain);
  if (start === undefined || start >= to) return undefined;
  const words = to - start;
  // A single word is a long form only when it is clearly longer ("Benchmark" is none for "Bench").
  if (words === 1 && textOf(tokens, start, to).length < letters.length + 3) return undefined;
  return { short: [open + 1, end], long: [start, to] };
}

const QUOTES: ReadonlySet<string> = new Set(["'", '"', '”', '’', '»']);
/** Marks that a long form may hold. */
const JOINING = new Set(['-', '–', '/', '&', "'"]);
/** Those that a list may hold: "Extract, Match, and Score (EMS)". */
const LISTING = new Set([...JOINING, ',']);

/** The first of the tokens before `to` that a long form of so many words can reach. */
function reachBack(
  tokens: readonly Token[],
  from: number,
  to: number,
  words: number,
  marks: ReadonlySet<string>,
): number {
  let first = to;
  for (let count = 0; first > from && count < words; first--) {
    const token = tokens[first - 1] as Token;
    if (token.kind !== 'mark') count++;
    else if (!marks.has(token.text)) break;
  }
  return first;
}

/** The token nearest to `to` from which on the short form tells every word; first without leniency. */
function chainBefore(tokens: readonly Token[], from: number, to: number, short: string): number | undefined {
  const parts: Part[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.kind !== 'mark') addParts(parts, token, i);
  }
  for (const lenient of [false, true]) {
    for (const letters of readingsOf(short)) {
      for (let i = parts.length - 2; i >= 0; i--) {
        const { begins, token } = parts[i] as Part;
        if (begins && endOfChain(parts, i, letters, lenient) === parts.length) return token;
      }
    }
  }
  return undefined;
}

function listBefore(
  tokens: readonly Token[],
  sentence: Sentence,
  to: number,
  reach: number,
  letters: string,
): number | undefined {
  if (letters.length < LEAST_LISTED) return undefined;
  return matchInitials(tokens, reachBack(tokens, sentence.from, to, reach, LISTING), to, letters);
}

const DETERMINERS: ReadonlySet<string> = new Set(['the', 'a', 'an', 'our']);

function longInside(tokens: readonly Token[], sentence: Sentence, open: number, end: number): Definition | undefined {
  const before = tokens[open - 1];
  if (open - 1 < sentence.from || before?.kind !== 'word' || end - open - 1 < 2) return undefined;
  if (!isShortForm(before.text) || !/\p{Lu}.*\p{Lu}/u.test(before.text)) return undefined;
  // "SOB (The Structured Output Benchmark)"
  const from = open + 1 + (DETERMINERS.has((tokens[open + 1] as Token).lower) ? 1 : 0);
  for (let i = from; i < end; i++) if ((tokens[i] as Token).kind === 'mark') return undefined;
  const letters = spellDigits(before.text)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\p{Lu})s$/u, '');
  // The parentheses bound the long form, so the leftmost word need only begin with the first letter.
  const begins = (tokens[from] as Token).lower.startsWith(letters.charAt(0).toLowerCase());
  if (!begins || matchLetters(tokens, from, end, letters) === undefined) return undefined;
  return { short: [open - 1, open], long: [from, end] };
}

/** The token at which the long form begins, when `letters` are the initials of its words but for function words. */
function matchInitials(tokens: readonly Token[], from: number, to: number, letters: string): number | undefined {
  let at = letters.length - 1;
  const wanted = letters.toLowerCase();
  for (let i = to - 1; i >= from && at >= 0; i--) {
    const { kind, lower } = tokens[i] as Token;
    if (kind === 'mark') continue;
    if (lower[0] === wanted[at]) at--;
    else if (!FUNCTION_WORDS.has(lower)) return undefined;
    if (at < 0) return i;
  }
  return undefined;
}

/** The token at which the long form begins, when every character of `letters` is found from the right. */
function matchLetters(tokens: readonly Token[], from: number, to: number, letters: string): number | undefined {
  let at = letters.length - 1;
  const wanted = letters.toLowerCase();
  for (let i = to - 1; i >= from; i--) {
    const word = (tokens[i] as Token).lower;
    for (let k = word.length - 1; k >= 0 && at >= 0; k--) {
      if (word[k] !== wanted[at]) continue;
      // The first letter of the short form must begin a word, or a part of a hyphenated one.
      if (at === 0 && k > 0 && /[\p{L}\p{N}]/u.test(word.charAt(k - 1))) continue;
      at--;
    }
    if (at < 0) return i;
  }
  return undefined;
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    text += (i > from && !token.joined ? ' ' : '') + token.text;
  }
  return text;
}
