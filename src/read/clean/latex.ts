/**
 * LaTeX to readable text in one left-to-right scan. It knows the LaTeX that abstracts contain, not the language: what
 * it does not know loses its backslash and stays. The time is linear in the length, whatever the input.
 */
import { type Arguments, COMMANDS } from './commands.js';
import {
  ACCENTS,
  DROPPED,
  FORMATS,
  FUNCTIONS,
  MANGLED_GREEK,
  SILENT,
  SPACES,
  SYMBOLS,
  script,
  TEXT_LETTERS,
} from './symbols.js';

/** Groups nested deeper than this are no writing of people. */
const MAX_DEPTH = 40;
const MAX_FORMULA = 2_000;
const SPECIAL = /[\\$~^_{}]/;
/** A stretch without any sign that the scan must look at. */
const PLAIN = /[^\\$~^_{}']+/y;
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;

/** The text without LaTeX marks. Spaces are not collapsed. */
export function latexToText(source: string, bracesAreMarks = false): string {
  if (!SPECIAL.test(source)) return source;
  return new Scanner(source, bracesAreMarks).text(0, source.length, false, 0);
}

class Scanner {
  readonly #s: string;
  /** For each opening brace the place of its closing one; empty when no brace is there. */
  readonly #closing = new Map<number, number>();
  /** A backslash somewhere says that braces are marks too, not signs. */
  readonly #isLatex: boolean;
  readonly #bracesAreMarks: boolean;

  constructor(source: string, bracesAreMarks: boolean) {
    this.#s = source;
    this.#bracesAreMarks = bracesAreMarks;
    this.#isLatex = bracesAreMarks || /\\[a-zA-Z]/.test(source);
    if (!source.includes('{')) return;
    const open: number[] = [];
    for (let i = 0; i < source.length; i++) {
      const sign = source[i];
      if (sign === '\\') i++;
      else if (sign === '{') open.push(i);
      else if (sign === '}') {
        const start = open.pop();
        if (start !== undefined) this.#closing.set(start, i);
      }
    }
  }

  text(from: number, to: number, math: boolean, depth: number): string {
    const s = this.#s;
    let out = '';
    let inMath = math;
    let i = from;
    while (i < to) {
      const sign = s[i] ?? '';
      if (sign === '\\') {
        const next = s[i + 1] ?? '';
        if (next === '(' || next === '[') [inMath, i] = [true, i + 2];
        else if (next === ')' || next === ']') [inMath, i] = [math, i + 2];
        else {
          const [piece, end] = this.#command(i, to, inMath, depth, out);
          out += piece;
          i = end;
        }
      } else if (sign === '$' && inMath) {
        i++;
      } else if (sign === '}' && this.#isLatex) {
        i++;
      } else if (sign === '$') {
        const [start, end, after] = this.#formula(i, to);
        if (after === i) out += s[i++];
        else {
          out += this.text(start, end, true, depth).trim();
          i = after;
        }
      } else if (sign === '{') {
        const [piece, end] = this.#group(i, to, inMath, depth);
        out += piece;
        i = end;
      } else if ((sign === '^' || sign === '_') && (inMath || s[i + 1] === '{')) {
        const [piece, end] = this.#argument(i + 1, to, true, depth);
        out += end === i + 1 ? sign : script(sign, piece);
        i = Math.max(end, i + 1);
      } else if (sign === '~' && !inMath && this.#isTie(i, to)) {
        out += ' ';
        i++;
      } else if (sign === "'" && inMath) {
        out += '′';
        i++;
      } else {
        PLAIN.lastIndex = i;
        const end = PLAIN.test(s) ? Math.min(PLAIN.lastIndex, to) : i + 1;
        out += s.slice(i, end);
        i = end;
      }
    }
    return out;
  }

  /** Where a formula that opens at `i` starts and ends, and what comes after it; `i` itself when it is a plain dollar. */
  #formula(i: number, to: number): [start: number, end: number, after: number] {
    const s = this.#s;
    if (s[i + 1] === '$') {
      const end = s.slice(i + 2, Math.min(to, i + MAX_FORMULA)).indexOf('$$');
      return end > 0 ? [i + 2, i + 2 + end, i + 4 + end] : [i, i, i];
    }
    for (let end = i + 1; end < Math.min(to, i + MAX_FORMULA); end++) {
      if (s[end] === '\\') end++;
      else if (s[end] === '{') end = Math.max(end, this.#closing.get(end) ?? 0);
      else if (s[end] === '$')
        return isFormula(s.slice(i + 1, end), s[end + 1] ?? '') ? [i + 1, end, end + 1] : [i, i, i];
    }
    return [i, i, i];
  }

  /** A braced group. In a formula and in LaTeX text the braces are marks; elsewhere they are signs. */
  #group(i: number, to: number, math: boolean, depth: number): [string, number] {
    const end = this.#closing.get(i);
    if (end === undefined || end >= to || depth >= MAX_DEPTH) return [this.#isLatex ? '' : '{', i + 1];
    const inner = this.text(i + 1, end, math, depth + 1);
    if (math || end === i + 1) return [inner, end + 1];
    const first = this.#s.slice(i + 1, i + 2);
    const isMark =
      this.#bracesAreMarks ||
      first === '\\' ||
      /^[^\p{L}\p{N}\s]$/u.test(inner) ||
      (this.#isLatex && !/[:"]/.test(inner));
    return [isMark ? inner.trim() : `{${inner}}`, end + 1];
  }

  /** The argument of a command: a group without its braces, else one sign or command. The place is kept where none is. */
  #argument(i: number, to: number, math: boolean, depth: number): [string, number] {
    const s = this.#s;
    if (i >= to) return ['', i];
    if (s[i] === '{') {
      const end = this.#closing.get(i);
      if (end === undefined || end >= to || depth >= MAX_DEPTH) return ['', i];
      return [this.text(i + 1, end, math, depth + 1), end + 1];
    }
    if (s[i] === '\\') return depth >= MAX_DEPTH ? ['', i] : this.#command(i, to, math, depth + 1, '');
    if (/[\s$^_~}]/.test(s[i] ?? '')) return ['', i];
    const sign = String.fromCodePoint(s.codePointAt(i) ?? 0);
    return [sign, i + sign.length];
  }

  #skipSpace(i: number, to: number): number {
    while (i < to && /\s/.test(this.#s[i] ?? '')) i++;
    return i;
  }

  /** Skips `[…]`, as optional arguments and line breaks have it; short, and on one line. */
  #skipOption(i: number, to: number): number {
    if (this.#s[i] !== '[') return i;
    const end = this.#s.slice(i, Math.min(to, i + 80)).indexOf(']');
    return end < 0 ? i : i + end + 1;
  }

  #command(i: number, to: number, math: boolean, depth: number, before: string): [string, number] {
    const s = this.#s;
    const name = /^[a-zA-Z]+/.exec(s.slice(i + 1, Math.min(to, i + 41)))?.[0] ?? '';
    if (name === '') return this.#sign(i, to, math, depth, before);
    let end = i + 1 + name.length;
    const isGroup = s[end] === '{';

    if (ACCENTS.has(name) && (name.length > 1 || isGroup || s[end] === ' ')) {
      const accented = this.#accent(name, this.#skipSpace(end, to), to, math, depth);
      if (accented !== undefined) return accented;
      if (name.length === 1) return ['', end];
    }
    if (name === 'deg' && before.endsWith('^')) return ['°', end];
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) {
      // The space that ends the name of a letter is no space of the word.
      if (s[end] === '{' && s[end + 1] === '}') end += 2;
      else if (TEXT_LETTERS.has(name) && s[end] === ' ' && LETTER.test(s[end + 1] ?? '')) end++;
      return [symbol, end];
    }
    if (FUNCTIONS.has(name)) {
      const left = WORD.test(before.slice(-1)) || before.endsWith(')') ? ' ' : '';
      return [left + name + (WORD.test(s[end] ?? '') || s[end] === '\\' ? ' ' : ''), end];
    }
    if (SPACES.has(name)) return [' ', end];
    if (SILENT.has(name)) {
      if (name === 'not' && s[end] === '=') return ['≠', end + 1];
      return ['', s[end] === '.' && /^(?:left|right)$/.test(name) ? end + 1 : end];
    }
    if (DROPPED.has(name)) {
      end = this.#skipOption(s[end] === '*' ? end + 1 : end, to);
      end = this.#skipOption(end, to);
      return [
        name === 'begin' || name === 'end' ? ' ' : '',
        s[end] === '{' ? this.#argument(end, to, false, depth)[1] : end,
      ];
    }
    return this.#withArguments(name, end, to, math, depth, before);
  }

  #withArguments(
    name: string,
    end: number,
    to: number,
    math: boolean,
    depth: number,
    before: string,
  ): [string, number] {
    const command = COMMANDS.get(name);
    if (command !== undefined) {
      const args = this.#arguments(end, to, math, depth);
      const text = command(args);
      return [text, args.at];
    }
    if (this.#s[end] === '{') {
      // Also a macro of the authors' own: its argument is what can be read.
      const [text, after] = this.#argument(end, to, math, depth);
      if (after > end) return [text === '' && !FORMATS.has(name) ? name : text, after];
    }
    if (FORMATS.has(name)) return ['', WORD.test(before.slice(-1)) ? end : this.#skipSpace(end, to)];
    return [name, end];
  }

  /** The arguments behind a command; `at` is where reading has come to. */
  #arguments(start: number, to: number, math: boolean, depth: number): Arguments & { readonly at: number } {
    const s = this.#s;
    let at = start;
    return {
      get at() {
        return at;
      },
      get hasGroup() {
        return at < to && s[at] === '{';
      },
      take: (as) => {
        const isFormula = as === 'formula' || (as === 'same' && math);
        const [text, end] = this.#argument(isFormula ? this.#skipSpace(at, to) : at, to, isFormula, depth);
        at = end;
        return text;
      },
      skipOption: () => {
        at = this.#skipOption(at, to);
      },
      match: (pattern) => {
        const found = pattern.exec(s.slice(at, Math.min(to, at + 12)));
        if (found !== null) at += found[0].length;
        return found;
      },
    };
  }

  /** A command of one sign that is no letter. */
  #sign(i: number, to: number, math: boolean, depth: number, before: string): [string, number] {
    const s = this.#s;
    if (i + 1 >= to) return ['', i + 1];
    const sign = String.fromCodePoint(s.codePointAt(i + 1) ?? 0);
    const end = i + 1 + sign.length;
    if (sign === '\\') {
      // Twice escaped (`86\\%`, `\\omega`), or a line break.
      if (/[%&_#$]/.test(s[end] ?? '')) return [s[end] ?? '', end + 1];
      const name = /^[a-zA-Z]+/.exec(s.slice(end, Math.min(to, end + 40)))?.[0] ?? '';
      if (SYMBOLS.has(name) || FORMATS.has(name)) return this.#command(end - 1, to, math, depth, before);
      return [' ', this.#skipOption(end, to)];
    }
    if (ACCENTS.has(sign) && !math) {
      return this.#accent(sign, end, to, false, depth) ?? [sign === '=' || sign === '.' ? '' : sign, end];
    }
    if (/[,;:>\s]/.test(sign)) return [' ', end];
    if (/[!/@-]/.test(sign)) return ['', end];
    return [sign === '|' ? '‖' : sign, end];
  }

  /** An accent on the letter that follows; undefined where no letter that can bear it follows. */
  #accent(name: string, at: number, to: number, math: boolean, depth: number): [string, number] | undefined {
    const [argument, end] = this.#argument(at, to, math, depth);
    const text = argument.trim();
    const mark = ACCENTS.get(name) ?? '';
    if (end === at || text === '') return undefined;
    const bare = text.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
    if ([...bare].length === 1 && LETTER.test(bare)) {
      // `today\'s`: an apostrophe that a program has escaped.
      if (name === "'" && /[st]/.test(bare) && LETTER.test(this.#s[at - 3] ?? '') && !LETTER.test(this.#s[end] ?? ''))
        return undefined;
      if (name === '"' && !/[aeiouyAEIOUY]/.test(bare)) return undefined;
      if ((name === 'b' || name === 'd') && this.#s[at] !== '{') return undefined;
      return [(bare + mark).normalize('NFC'), end];
    }
    if (this.#s[at] !== '{') return undefined;
    return [MANGLED_GREEK.get(name + text) ?? text, end];
  }

  /** A tilde is a space that does not break, unless it says "about" or "from to". */
  #isTie(i: number, to: number): boolean {
    const before = this.#s[i - 1] ?? '';
    const after = i + 1 < to ? (this.#s[i + 1] ?? '') : '';
    if (!/[\p{L}\p{N}.,;:)}\]%'’”"+*$]/u.test(before) || !/[\p{L}\p{N}([\\${“"'`]/u.test(after)) return false;
    return !(
      /[\d$]/.test(after) &&
      (/[\d%]/.test(before) || /\d[x×kKMBs]$/.test(this.#s.slice(Math.max(0, i - 2), i)))
    );
  }
}

/** Tells a formula from the text between two amounts of money. */
function isFormula(content: string, next: string): boolean {
  const inner = content.trim();
  if (inner === '') return false;
  if (/[\\^_={}]/.test(inner)) return true;
  if (/^[<>+~-]$/.test(inner)) return true;
  if (/\d/.test(next)) return false;
  if (!/\s/.test(content)) return content.length <= 40;
  return inner.length <= 80 && !/[A-Za-z]{3}/.test(inner);
}
