/**
 * Acronyms that a text spells out without parentheses: "CoRAG: Collaborative Retrieval-Augmented Generation", "GPIC, a giant
 * permissive image corpus", or "LLMs" in a paper that writes "large language models" elsewhere. Nothing but the letters
 * vouches for it, so the acronym has to tell every word.
 */
import { type Definition, isShortForm } from './acronyms.js';
import { addParts, endOfChain, FUNCTION_WORDS, type Part, readingsOf } from './letter-chain.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/** Two letters are the initials of too much. */
const LEAST_LETTERS = 3;
/** "SpatialEdit" is no acronym of "spatial editing". */
const LEAST_WORDS = 3;
/** Tokens from an acronym to its long form in one sentence: "CoRAG: Collaborative ..." and "CoRAG, a collaborative ...". */
const NEAR = 3;

/** What `defined` does not say, in the order of the acronyms; nothing of one that two long forms fit. */
export function findSpeltOut(
  tokens: readonly Token[],
  sentences: readonly Sentence[],
  defined: readonly Definition[],
): Definition[] {
  const acronyms = undefinedAcronyms(tokens, defined);
  const starts = startsOf(tokens, acronyms);
  return acronyms.flatMap((acronym): Definition[] => {
    const long = onlyLongForm({ tokens, sentences }, starts, acronym);
    return long === undefined ? [] : [{ short: [acronym.token, acronym.token + 1], long }];
  });
}

interface Acronym {
  readonly token: number;
  /** Its letters in the ways that they may be meant. */
  readonly readings: readonly string[];
}

function undefinedAcronyms(tokens: readonly Token[], defined: readonly Definition[]): Acronym[] {
  const known = new Set<string>();
  for (const { short } of defined) for (let i = short[0]; i < short[1]; i++) known.add((tokens[i] as Token).norm);
  const found: Acronym[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { text, lower, norm } = tokens[i] as Token;
    // Nearly all words are in small letters.
    if (text === lower || text.length < LEAST_LETTERS || known.has(norm)) continue;
    if (!/^[\p{Lu}\p{N}].*\p{Lu}/u.test(text) || !isShortForm(text)) continue;
    known.add(norm);
    const readings = readingsOf(text).filter(({ length }) => length >= LEAST_LETTERS);
    if (readings.length > 0) found.push({ token: i, readings });
  }
  return found;
}

/** By initial the words at which a long form of one of the acronyms may begin. */
function startsOf(tokens: readonly Token[], acronyms: readonly Acronym[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map(acronyms.map(({ readings }): [string, number[]] => [initialOf(readings), []]));
  if (starts.size === 0) return starts;
  for (let i = 0; i < tokens.length; i++) {
    const { kind, lower } = tokens[i] as Token;
    if (kind !== 'mark') starts.get(lower.charAt(0))?.push(i);
  }
  return starts;
}

/** All readings begin alike. */
const initialOf = ([letters]: readonly string[]): string => letters?.charAt(0).toLowerCase() ?? '';

interface Text {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}

function onlyLongForm(
  text: Text,
  starts: ReadonlyMap<string, readonly number[]>,
  { token, readings }: Acronym,
): Definition['long'] | undefined {
  const { tokens } = text;
  const lastNear = Math.min(token + NEAR, endOfSentence(text, token) - 1);
  let found: Definition['long'] | undefined;
  let foundWords = '';
  for (const letters of readings) {
    const lower = letters.toLowerCase();
    // Much begins as "CoMP" does: it has to stand beside it.
    const mixed = /\p{Ll}/u.test(letters);
    for (const from of starts.get(initialOf(readings)) ?? []) {
      const near = from > token && from <= lastNear;
      if ((mixed && !near) || !mayGoOn(tokens, from, lower)) continue;
      const parts = partsFrom(text, from, letters.length * 2);
      const end = endOfChain(parts, 0, letters, near);
      if (end === undefined || end < LEAST_WORDS) continue;
      const to = (parts[end - 1] as Part).token + 1;
      const words = wordsOf(tokens, from, to);
      if (found !== undefined && words !== foundWords) return undefined;
      found ??= [from, to];
      foundWords = words;
    }
  }
  return found;
}

const endOfSentence = ({ sentences }: Text, token: number): number =>
  sentences.find(({ to }) => token < to)?.to ?? token + 1;

/** Whether the word behind may be told, too: for nearly all it is enough to know that it cannot. */
function mayGoOn(tokens: readonly Token[], from: number, lower: string): boolean {
  if ((tokens[from] as Token).lower.includes('-')) return true;
  const next = tokens[from + 1];
  if (next === undefined || next.kind === 'mark') return false;
  return lower.includes(next.lower.charAt(0)) || FUNCTION_WORDS.has(next.lower) || next.lower.startsWith('ex');
}

/** The words from a token to the next mark or the end of the sentence. */
function partsFrom(text: Text, from: number, most: number): Part[] {
  const parts: Part[] = [];
  const end = endOfSentence(text, from);
  for (let i = from; i < end && parts.length < most; i++) {
    const token = text.tokens[i] as Token;
    if (token.kind === 'mark') break;
    addParts(parts, token, i);
  }
  return parts;
}

function wordsOf(tokens: readonly Token[], from: number, to: number): string {
  let words = '';
  for (let i = from; i < to; i++) words += ` ${(tokens[i] as Token).norm}`;
  return words;
}
