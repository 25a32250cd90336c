/**
 * A query as the embedded database can take it: what stands before it is taken off, Neo4j's spellings are translated, and
 * where the dialect or the driver trips the text is mended: property names that are keywords get back-quotes, and parameters
 * whose type the driver cannot tell (`parameter-literal.ts`) become literals.
 */
import { QueryError } from '../../model/index.js';
import { parameterNames, placeOf, type Token, tokenizeCypher } from '../cypher-text.js';
import { blank, type Prefix, splitPrefix } from '../statement-prefix.js';
import type { Json } from '../store.js';
import { originOf, type Rope, textOf } from './dialect/rope.js';
import { type Translated, translate } from './dialect/translate.js';
import { isWrittenOut, literalOf } from './parameter-literal.js';

export interface Statement {
  /** Without EXPLAIN or PROFILE. */
  text: string;
  mode: Prefix['mode'];
  /** The words of the query as it was given, less what stands before it. */
  tokens: readonly Token[];
  parameters: Record<string, Json>;
  /** What the query was translated to, where it was. */
  translated: string | undefined;
  /** What Neo4j would call the columns, where that is known. */
  columns: readonly string[] | undefined;
  /** One thread only: the order of the rows must be kept within the database. */
  ordered: boolean;
  /** What a spelling that has no equivalent is written like. */
  hint: string | undefined;
  /** Where the translation did not know what to make of the query. */
  stuckAt: number | undefined;
  /** Where an offset of the changed text, or a line and column, lie in the query as it was given; all count from 1. */
  placeAt(offset: number): { line: number; column: number };
  originalPlace(line: number, column: number): { line: number; column: number };
}

/** Keywords that are properties of ours. */
const KEYWORDS = new Set(['END', 'ENDS', 'STARTS']);

/**
 * @param types what the columns are to be cast to, those that are not undefined
 * @throws QueryError `missing-parameter`, `bad-parameter`
 */
export function toStatement(
  cypher: string,
  given: Record<string, Json>,
  types?: readonly (string | undefined)[],
): Statement {
  const prefix = splitPrefix(tokenizeCypher(cypher));
  const query = blank(cypher, prefix.tokens);
  const parameters: Record<string, Json> = {};
  for (const name of parameterNames(prefix.body)) {
    const value = given[name];
    if (value === undefined) throw new QueryError('missing-parameter', `the parameter $${name} has no value`);
    checkNumbers(value, name);
    if (!isWrittenOut(value)) parameters[name] = value;
  }
  const untouched: Rope = [{ text: query, at: 0, copied: true }];
  const translation: Translated = prefix.native
    ? { rope: untouched, columns: undefined, ordered: false, hint: undefined }
    : translate(query, given, types);
  const translated = textOf(translation.rope);
  const rope = mend(translation.rope, given, parameters);
  const text = textOf(rope);
  // Parameters that the translation has put in words are no longer asked for.
  const asked = parameterNames(tokenizeCypher(text));
  const placeAt = (offset: number) => placeOf(cypher, Math.max(0, Math.min(cypher.length, originOf(rope, offset))));
  return {
    text,
    mode: prefix.mode,
    tokens: prefix.body,
    parameters: Object.fromEntries(Object.entries(parameters).filter(([name]) => asked.has(name))),
    translated: translated === query ? undefined : translated.trim(),
    columns: translation.columns,
    ordered: translation.ordered,
    hint: translation.hint,
    stuckAt: translation.stuckAt,
    placeAt,
    originalPlace(line, column) {
      const before = text.split('\n').slice(0, line - 1);
      return placeAt(before.join('\n').length + (line > 1 ? 1 : 0) + column - 1);
    },
  };
}

function mend(rope: Rope, given: Record<string, Json>, parameters: Record<string, Json>): Rope {
  const text = textOf(rope);
  const mended: Rope[number][] = [];
  let from = 0;
  const copyTo = (end: number) => {
    mended.push(...cut(rope, from, end));
    from = end;
  };
  const tokens = tokenizeCypher(text);
  tokens.forEach((token, index) => {
    let by: string | undefined;
    if (token.kind === 'parameter' && !(token.text in parameters)) by = literalOf(given[token.text] ?? null);
    if (token.kind === 'word' && tokens[index - 1]?.text === '.' && KEYWORDS.has(token.text.toUpperCase())) {
      by = `\`${token.text}\``;
    }
    if (by === undefined) return;
    copyTo(token.start);
    mended.push({ text: by, at: originOf(rope, token.start), copied: false });
    from = token.end;
  });
  copyTo(text.length);
  return mended;
}

/** The pieces between two offsets of the rope's text. */
function cut(rope: Rope, start: number, end: number): Rope {
  const pieces: Rope[number][] = [];
  let before = 0;
  for (const { text, at, copied } of rope) {
    const from = Math.max(start - before, 0);
    const to = Math.min(end - before, text.length);
    if (from < to) pieces.push({ text: text.slice(from, to), at: copied ? at + from : at, copied });
    before += text.length;
  }
  return pieces;
}

/** In a list of maps the driver reads every number as the first one's kind, and so 1 among 1.5 as garbage. */
function checkNumbers(value: Json, name: string): void {
  const kinds = new Map<string, boolean>();
  const visit = (item: Json, path: string): void => {
    if (typeof item === 'number') {
      const whole = Number.isInteger(item);
      if ((kinds.get(path) ?? whole) !== whole) {
        throw new QueryError('bad-parameter', `$${name} mixes whole and other numbers in${path}: send them as text`);
      }
      kinds.set(path, whole);
    } else if (Array.isArray(item)) for (const inner of item) visit(inner, `${path} []`);
    else if (item !== null && typeof item === 'object') {
      for (const [key, inner] of Object.entries(item)) visit(inner, `${path} ${key}`);
    }
  };
  // A plain list of numbers is read well.
  if (Array.isArray(value) && value.some((item) => item !== null && typeof item === 'object')) visit(value, '');
}
