/** Commands whose arguments need more than taking them over: fractions, links, footnotes, characters by their code. */
import { blackboard, script } from './symbols.js';

/** What stands behind a command, read piece by piece. */
export interface Arguments {
  /** A braced group comes next. */
  readonly hasGroup: boolean;
  /** The next argument as text: a group, or one sign or command. Empty where none is. */
  take(as: 'formula' | 'text' | 'same'): string;
  /** Passes over `[…]`. */
  skipOption(): void;
  /** Passes over what the pattern matches here, and gives the match. The pattern is anchored and looks 12 signs far. */
  match(pattern: RegExp): RegExpExecArray | null;
}

type Command = (args: Arguments) => string;

const fraction: Command = (args) => {
  const top = args.take('formula');
  return `${bracket(top)}/${bracket(args.take('formula'))}`;
};

const footnote: Command = (args) => {
  const text = args.hasGroup ? args.take('text').trim() : '';
  return /^\d*$/.test(text) ? '' : ` (${text.replace(/\.$/, '')})`;
};

const address: Command = (args) => args.take('text');

const link: Command = (args) => {
  args.skipOption();
  const target = args.take('text');
  if (!args.hasGroup) return target;
  const text = args.take('text');
  const isAddress = /^https?:/.test(target) && !text.includes(target) && !/^(?:https?:|www\.)/.test(text);
  return isAddress ? `${text} (${target})` : text;
};

const coloured: Command = (args) => {
  if (args.hasGroup) args.take('text');
  return args.hasGroup ? args.take('same') : '';
};

const character: Command = (args) => {
  const code = args.match(/^(?:\{\s*)?(?:x|"|U\+)?([0-9A-Fa-f]{2,6})\s*\}?/)?.[1] ?? '';
  const point = Number.parseInt(code, 16);
  const isCharacter = point >= 32 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : '';
};

/** Macros of Latin abbreviations, which bring their full stop along. */
const abbreviation =
  (text: string): Command =>
  (args) => {
    args.match(/^\./);
    return text;
  };

export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['mathbb', (args) => blackboard(args.take('formula'))],
  ['frac', fraction],
  ['tfrac', fraction],
  ['dfrac', fraction],
  ['nicefrac', fraction],
  ['sfrac', fraction],
  [
    'binom',
    (args) => {
      const top = args.take('formula');
      return `(${top} choose ${args.take('formula')})`;
    },
  ],
  [
    'sqrt',
    (args) => {
      args.skipOption();
      return `√${bracket(args.take('formula'))}`;
    },
  ],
  ['pmod', (args) => `(mod ${args.take('formula')})`],
  ['textsuperscript', (args) => script('^', args.take('text'))],
  ['textsubscript', (args) => script('_', args.take('text'))],
  ['footnote', footnote],
  ['footnotetext', footnote],
  ['thanks', footnote],
  ['url', address],
  ['nolinkurl', address],
  ['path', address],
  ['href', link],
  ['hyperlink', link],
  ['hyperref', link],
  ['textcolor', coloured],
  ['colorbox', coloured],
  ['unicode', character],
  ['char', character],
  ['eg', abbreviation('e.g.')],
  ['ie', abbreviation('i.e.')],
  ['etc', abbreviation('etc.')],
  ['etal', abbreviation('et al.')],
  ['vs', abbreviation('vs.')],
]);

/** Parentheses around what would not bind in `a/b` or after a root. */
function bracket(text: string): string {
  const inner = text.trim();
  return /^[\p{L}\p{N}._^]*$/u.test(inner) || /^\([^()]*\)$/.test(inner) ? inner : `(${inner})`;
}
