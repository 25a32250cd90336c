/** Cypher as the editor colours it. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { FUNCTIONS, KEYWORDS } from './words.js';

const keywords = new Set(KEYWORDS.flatMap((words) => words.split(' ')));
const functions = new Set(FUNCTIONS.map(([name]) => name.toLowerCase()));

interface Reading {
  /** What ends the comment, text or quoted name that the line before left open. */
  open: { readonly end: string; readonly token: string } | undefined;
}

const OPENINGS: Readonly<Record<string, NonNullable<Reading['open']>>> = {
  '/*': { end: '*/', token: 'comment' },
  "'": { end: "'", token: 'string' },
  '"': { end: '"', token: 'string' },
  '`': { end: '`', token: 'variableName' },
};

const cypher = StreamLanguage.define<Reading>({
  name: 'cypher',
  startState: () => ({ open: undefined }),
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: {} },
  token(stream, state) {
    if (!state.open) {
      if (stream.eatSpace()) return null;
      if (stream.match('//')) {
        stream.skipToEnd();
        return 'comment';
      }
      const opening = Object.keys(OPENINGS).find((text) => stream.match(text));
      if (opening === undefined) return word();
      state.open = OPENINGS[opening];
    }
    const { end, token } = state.open ?? { end: '', token: '' };
    while (!stream.eol()) {
      if (stream.match(end)) {
        state.open = undefined;
        return token;
      }
      if (stream.next() === '\\' && token === 'string') stream.next();
    }
    return token;

    function word(): string | null {
      if (stream.match(/^\$\w+/)) return 'special';
      if (stream.match(/^\d+(\.\d+)?(e[+-]?\d+)?/i)) return 'number';
      // The words after a colon are labels or types, whatever they are called.
      if (stream.match(/^[:|]\s*!?[\p{L}_]\w*/u)) return 'typeName';
      if (stream.match(/^\.[\p{L}_]\w*/u)) return 'propertyName';
      const found = stream.match(/^[\p{L}_][\p{L}\w]*/u);
      if (!found || found === true) {
        stream.next();
        return null;
      }
      const [text] = found;
      if (functions.has(text.toLowerCase()) && stream.match(/^\s*\(/, false)) return 'function';
      return keywords.has(text.toUpperCase()) ? 'keyword' : 'variableName';
    }
  },
  tokenTable: { function: tags.function(tags.variableName), special: tags.special(tags.variableName) },
});

const style = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '650' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: [tags.number, tags.special(tags.variableName)], color: 'var(--code-number)' },
  { tag: tags.typeName, color: 'var(--code-type)' },
  { tag: tags.comment, color: 'var(--secondary)', fontStyle: 'italic' },
]);

export const cypherLanguage: Extension = [cypher, syntaxHighlighting(style)];
