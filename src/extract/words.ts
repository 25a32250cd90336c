/**
 * What is known of a word by itself, whatever stands around it: worked out once for each different word and remembered
 * within bounds. Abstracts repeat themselves: nineteen in twenty of their words were seen before.
 */
import { foldWords } from '../model/index.js';
import { cueMask } from './cue-words.js';
import { stemsIn } from './cues.js';
import { hashText } from './hashing.js';
import { kindNamed } from './hypernyms.js';
import type { Lexicon } from './lexicon.js';
import { SHAPES, type Shape, shapeOf } from './shapes.js';
import { STOP_WORDS } from './stop-words.js';

export type TokenKind = 'word' | 'number' | 'mark';

let made = 0;

export class Word {
  readonly text: string;
  readonly lower: string;
  /** The folded form: case, hyphens and a plural s fall away. Empty for marks. */
  readonly norm: string;
  readonly kind: TokenKind;
  readonly shape: Shape;
  /** No term begins or ends with it. */
  readonly stop: boolean;
  /** The groups of cue words that it belongs to. */
  readonly cues: number;
  /** The kind of things that it names: see `kindNamed`. */
  readonly named: number;
  /** The cues that a text with this word may hold: bits for `mayHold`. */
  readonly stems: number;
  readonly hashes: WordHashes;
  /** Counted from 1; no two words ever share one. */
  readonly number: number = ++made;
  #lexicon: Lexicon | undefined;
  #class = 0;

  constructor(text: string, mark: boolean) {
    this.text = text;
    this.lower = text.toLowerCase();
    this.shape = shapeOf(text);
    this.kind = mark || this.shape === SHAPES.mark ? 'mark' : kindOf(text);
    this.norm = this.kind === 'mark' ? '' : normOf(text);
    this.stop = isStop(text, this.lower, this.kind);
    this.cues = cueMask(this.lower);
    this.named = kindNamed(this.lower);
    this.stems = stemsIn(this.lower);
    this.hashes = hashesOf(text, this.lower, this.kind === 'mark' ? text : this.norm);
  }

  /** The class of the folded word, 0 where it has none; remembered for the lexicon that was asked last. */
  classIn(lexicon: Lexicon): number {
    if (this.#lexicon !== lexicon) {
      this.#lexicon = lexicon;
      this.#class = this.kind === 'mark' ? 0 : (lexicon.classes.get(this.norm) ?? 0);
    }
    return this.#class;
  }
}

/** Hashes for features. */
export interface WordHashes {
  /** Of the folded form, or of a mark as it is. */
  readonly whole: number;
  /** Of the last three characters in lower case. */
  readonly ending: number;
  /** Of the first three and of the last four characters as written. */
  readonly head: number;
  readonly tail: number;
  /** Of what follows the last hyphen or digit, with that. */
  readonly part: number;
  /** Of what stands before the first hyphen, and from it on; undefined where there is none, or nothing before it. */
  readonly hyphen: readonly [number, number] | undefined;
}

/** Enough for a hit rate near that of an unbounded memory, in some 20 MB. */
const KEPT = 1 << 16;

const NUMBER = /^[-+~≈<>≤≥±$]?(?=[.,:/^-]*\d)[\d.,:/^-]+(?:\\?%|x|×|[kKMBTX]|nd|rd|st|th|\$|\\times\$?)?$/;
const LETTER = /\p{L}/u;

const words = new Map<string, Word>();
const marks = new Map<string, Word>();

/** The word of this text; `mark` says that it is a mark although it may hold letters, as an address does. */
export function wordOf(text: string, mark: boolean): Word {
  const known = (mark ? marks : words).get(text);
  return known ?? remember(mark ? marks : words, new Word(unsliced(text), mark));
}

function remember(memory: Map<string, Word>, word: Word): Word {
  if (memory.size >= KEPT) memory.clear();
  memory.set(word.text, word);
  return word;
}

/**
 * A copy that does not hold on to the text it was cut from: an engine keeps the whole abstract alive for the sake of a
 * long word.
 */
export function unsliced(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

function hashesOf(text: string, lower: string, folded: string): WordHashes {
  const hyphen = lower.indexOf('-');
  return {
    whole: hashText(folded),
    ending: hashText(lower.slice(-3)),
    head: hashText(text.slice(0, 3)),
    tail: hashText(text.slice(-4)),
    part: hashText((/(?:^|[-\d])[^-\d]+$/.exec(text)?.[0] ?? text).toLowerCase()),
    hyphen: hyphen > 0 ? [hashText(lower.slice(0, hyphen)), hashText(lower.slice(hyphen))] : undefined,
  };
}

function kindOf(text: string): TokenKind {
  return !LETTER.test(text) || NUMBER.test(text) ? 'number' : 'word';
}

/** The folded form of one word. */
export function normOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return foldWords(word).join('');
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function isStop(text: string, lower: string, kind: TokenKind): boolean {
  if (kind !== 'word') return kind === 'mark';
  // "IT", "US" and "AS" in capitals are names, not function words.
  if (STOP_WORDS.has(lower)) return !/^\p{Lu}{2,}$/u.test(text);
  return text.startsWith('-');
}
