/**
 * Tokens: words as a reader sees them, each with its offsets. A hyphenated word is one token ("GPT-4", "fine-tuning"),
 * except that a combining tail is split off ("SGLang" + "-based"), a slash parts two words ("RNNs/LSTMs") and a
 * possessive is a token of its own. Punctuation marks are tokens too, so that no span can silently cross one.
 */
import { findGluedStop } from './glued-stops.js';
import { EMPTY_HASH, extendHashBy } from './hashing.js';
import { RunMemory } from './run-memory.js';
import { type TokenKind, unsliced, type Word, wordOf } from './words.js';

/** A word in its place. */
export class Token {
  readonly word: Word;
  readonly start: number;
  readonly end: number;
  /** The token touches the one before it: no space between. */
  readonly joined: boolean;

  constructor(word: Word, start: number, joined: boolean) {
    this.word = word;
    this.start = start;
    this.end = start + word.text.length;
    this.joined = joined;
  }

  get text(): string {
    return this.word.text;
  }

  get lower(): string {
    return this.word.lower;
  }

  /** The folded form: case, hyphens and a plural s fall away. Empty for marks. */
  get norm(): string {
    return this.word.norm;
  }

  get kind(): TokenKind {
    return this.word.kind;
  }
}

const OPENING = new Set(['(', '[', '{', '"', "'", '“', '”', '‘', '`', '«', '*', '<', '.', ',', ';', ':']);
const CLOSING = new Set([
  ')',
  ']',
  '}',
  '"',
  "'",
  '“',
  '”',
  '’',
  '`',
  '»',
  '*',
  '>',
  '.',
  ',',
  ';',
  ':',
  '!',
  '?',
  '…',
  '%',
]);
const TAIL =
  /-(?:based|style|styled|like|driven|guided|generated|assisted|derived|inspired|aware|enhanced|augmented|powered|enabled|specific|trained|induced|free|level|related|oriented|centric|agnostic|only|type)$/i;
/** Words that end in one of the tails and yet are one term. */
const KEEP_TAIL = /^(?:retrieval|multi|high|low|training|word|token|sub|context|data|cache|task|model|domain)-/i;
const PARTING = /[()[\]{}"“”—–]|---?(?=\p{L})|[/](?=\p{L})|(?<=[\p{L}\p{N}])['’`´]s?$|[,;:](?=\p{L})/u;

/** A piece of a run of characters without white space: where it begins in the run, and what it is. */
interface Piece {
  readonly at: number;
  readonly word: Word;
}

/** Runs repeat as words do; how one is parted does not depend on what stands around it. */
const runs = new RunMemory<readonly Piece[]>();
const LONGEST_KEPT = 40;

/** The tokens of a text, in order; every character that is not white space belongs to exactly one token. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let start = 0;
  let hash = EMPTY_HASH;
  for (let end = 0; end <= text.length; end++) {
    const code = end < text.length ? text.charCodeAt(end) : SPACE;
    if (!isSpace(code)) {
      hash = extendHashBy(hash, code);
      continue;
    }
    if (end > start) pushPieces(tokens, piecesOf(text, start, end, hash), start);
    start = end + 1;
    hash = EMPTY_HASH;
  }
  return tokens;
}

function pushPieces(tokens: Token[], pieces: readonly Piece[], start: number): void {
  for (let i = 0; i < pieces.length; i++) {
    const { at, word } = pieces[i] as Piece;
    tokens.push(new Token(word, start + at, i > 0));
  }
}

function piecesOf(text: string, start: number, end: number, hash: number): readonly Piece[] {
  const known = runs.get(text, start, end, hash);
  if (known !== undefined) return known;
  const run = text.slice(start, end);
  const pieces = partRun(run);
  if (run.length <= LONGEST_KEPT) runs.set(unsliced(run), pieces);
  return pieces;
}

const SPACE = 0x20;

/** Whether a UTF-16 code unit is white space, as `\s` has it. */
export function isSpace(code: number): boolean {
  if (code < 0xa0) return code === SPACE || (code >= 0x09 && code <= 0x0d);
  return (
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    [0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff].includes(code)
  );
}

function partRun(run: string): Piece[] {
  const pieces: Piece[] = [];
  const push = (start: number, end: number, mark: boolean): void => {
    if (end > start) pieces.push({ at: start, word: wordOf(run.slice(start, end), mark) });
  };
  let start = 0;
  let end = run.length;
  while (start < end && OPENING.has(run.charAt(start)) && !isInnerDot(run, start, end)) push(start, ++start, true);
  const tail: number[] = [];
  while (end > start && CLOSING.has(run.charAt(end - 1)) && !closesNumber(run, start, end)) tail.push(--end);
  splitAtStops(run, start, end, push);
  for (const at of tail.reverse()) push(at, at + 1, true);
  return pieces;
}

/** A dot before a letter or digit belongs to the word (".NET", ".5"). */
function isInnerDot(text: string, start: number, end: number): boolean {
  return text.charAt(start) === '.' && start + 1 < end && /[\p{L}\p{N}]/u.test(text.charAt(start + 1));
}

/** A percent sign closes a number, it does not follow it. */
function closesNumber(text: string, start: number, end: number): boolean {
  return text.charAt(end - 1) === '%' && end - 1 > start;
}

/** Of a page, or of a paper. */
const ADDRESS = /:\/\/|^www\.|^arxiv:\d/i;

type Push = (start: number, end: number, mark: boolean) => void;

/** Parts a run of characters without outer punctuation at the stops that lack a space; addresses stay whole. */
function splitAtStops(text: string, start: number, end: number, push: Push): void {
  const core = text.slice(start, end);
  if (ADDRESS.test(core)) {
    push(start, end, true);
    return;
  }
  const stop = findGluedStop(core);
  if (stop < 0) {
    splitCore(text, start, end, push);
    return;
  }
  const at = start + stop;
  splitCore(text, start, at, push);
  push(at, at + 1, true);
  splitAtStops(text, at + 1, end, push);
}

/** Parts what no sentence ends in; LaTeX stays whole. */
function splitCore(text: string, start: number, end: number, push: Push): void {
  if (start >= end) return;
  const core = text.slice(start, end);
  if (core.length > 80 || core.includes('$') || core.includes('\\')) {
    push(start, end, false);
    return;
  }
  const part = PARTING.exec(core);
  if (part !== null && part.index + part[0].length <= core.length) {
    const at = start + part.index;
    const isSlash = part[0] === '/';
    // One letter on either side is an abbreviation: I/O, A/B, w/o.
    if (!(isSlash && (part.index <= 1 || /^\/\p{L}(?!\p{L})/u.test(core.slice(part.index))))) {
      if (part.index > 0) splitCore(text, start, at, push);
      push(at, at + part[0].length, !/^['’]s$/.test(part[0]));
      splitCore(text, at + part[0].length, end, push);
      return;
    }
  }
  const tail = TAIL.exec(core);
  if (tail !== null && tail.index > 1 && !KEEP_TAIL.test(core)) {
    push(start, start + tail.index, false);
    push(start + tail.index, end, false);
    return;
  }
  push(start, end, false);
}
