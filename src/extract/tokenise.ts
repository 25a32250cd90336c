/**
 * Tokens: words as a reader sees them, each with its offsets. A hyphenated word is one token ("GPT-4", "fine-tuning"),
 * except that a combining tail is split off ("SGLang" + "-based"), a slash parts two words ("RNNs/LSTMs") and a
 * possessive is a token of its own. Punctuation marks are tokens too, so that no span can silently cross one.
 */
import { foldWords } from '../model/index.js';

export type TokenKind = 'word' | 'number' | 'mark';

export interface Token {
  readonly text: string;
  readonly lower: string;
  /** The folded form: case, hyphens and a plural s fall away. Empty for marks. */
  readonly norm: string;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  /** The token touches the one before it: no space between. */
  readonly joined: boolean;
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
const PARTING = /[()[\]{}"“”—–]|---?(?=\p{L})|[/](?=\p{L})|(?<=\p{L})['’]s?$|[,;:](?=\p{L})/u;
const NUMBER = /^[-+~≈<>≤≥±$]?[\d.,:/^-]*\d[\d.,:/^-]*(?:\\?%|x|×|[kKMBTX]|nd|rd|st|th|\$|\\times\$?)?$/;
const LETTER = /\p{L}/u;
const NORMS_KEPT = 200_000;

const norms = new Map<string, string>();

/** The folded form of one word, remembered between papers within bounds. */
export function normOf(word: string): string {
  const known = norms.get(word);
  if (known !== undefined) return known;
  if (norms.size >= NORMS_KEPT) norms.clear();
  const norm = /^[a-z]+$/.test(word)
    ? word.length > 3 && word.endsWith('s') && !word.endsWith('ss')
      ? word.slice(0, -1)
      : word
    : foldWords(word).join('');
  norms.set(word, norm);
  return norm;
}

/** The tokens of a text, in order; every character that is not white space belongs to exactly one token. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let touching = -1;
  const push = (start: number, end: number, mark: boolean): void => {
    if (end <= start) return;
    const piece = text.slice(start, end);
    const kind: TokenKind = mark || !/[\p{L}\p{N}]/u.test(piece) ? 'mark' : kindOf(piece);
    const norm = kind === 'mark' ? '' : normOf(piece);
    tokens.push({ text: piece, lower: piece.toLowerCase(), norm, kind, start, end, joined: touching === start });
    touching = end;
  };
  const runs = /\S+/g;
  for (let run = runs.exec(text); run !== null; run = runs.exec(text)) {
    let start = run.index;
    let end = start + run[0].length;
    while (start < end && OPENING.has(text.charAt(start)) && !isInnerDot(text, start, end)) push(start, ++start, true);
    const tail: number[] = [];
    while (end > start && CLOSING.has(text.charAt(end - 1)) && !closesNumber(text, start, end)) tail.push(--end);
    splitCore(text, start, end, push);
    for (const at of tail.reverse()) push(at, at + 1, true);
  }
  return tokens;
}

function kindOf(piece: string): TokenKind {
  return !LETTER.test(piece) || NUMBER.test(piece) ? 'number' : 'word';
}

/** A dot before a letter or digit belongs to the word (".NET", ".5"). */
function isInnerDot(text: string, start: number, end: number): boolean {
  return text.charAt(start) === '.' && start + 1 < end && /[\p{L}\p{N}]/u.test(text.charAt(start + 1));
}

/** A percent sign closes a number, it does not follow it. */
function closesNumber(text: string, start: number, end: number): boolean {
  return text.charAt(end - 1) === '%' && end - 1 > start;
}

/** Parts a run of characters without outer punctuation; LaTeX and addresses stay whole. */
function splitCore(
  text: string,
  start: number,
  end: number,
  push: (a: number, b: number, mark: boolean) => void,
): void {
  if (start >= end) return;
  const core = text.slice(start, end);
  if (core.includes('://') || core.startsWith('www.')) {
    push(start, end, true);
    return;
  }
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
