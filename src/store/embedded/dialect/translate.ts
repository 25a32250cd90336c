/**
 * A query of Neo4j as the embedded database understands it and answers it alike. The text is parsed; what both say the same
 * way stays as it is written, and what they do not is woven anew around it. A query that is not parsed (the database's own
 * spellings stand in it) is left alone.
 */
import { QueryError } from '../../../model/index.js';
import { TimeLimitError, withinTime } from '../../../model/time-limit.js';
import { tokenizeCypher } from '../../cypher-text.js';
import { translateQuery } from './clauses/query.js';
import { translateSubquery } from './clauses/subquery.js';
import { translateExpression } from './expressions/expression.js';
import { parseQuery } from './parse/query.js';
import type { Query } from './parse/syntax.js';
import { translateMatch } from './patterns/pattern.js';
import type { Rope } from './rope.js';
import { Translation, Untranslatable } from './translation.js';

export interface Translated {
  rope: Rope;
  /** What Neo4j would call the columns, where that is known. */
  columns: readonly string[] | undefined;
  /** The order of rows must be kept within the database: it may use one thread only. */
  ordered: boolean;
  /** What a spelling that has no equivalent is written like. */
  hint: string | undefined;
  /** Where the query is written in no Cypher that is known here, so that it could not be translated. */
  stuckAt?: number;
}

/** The parser tries one reading after the other: what is nested without end would take for ever. */
const MOST_MILLISECONDS = 2_000;

/**
 * @param types what the columns of the answer are to be cast to, those that are not undefined
 * @throws QueryError `syntax` for a query that is too large or too tangled to be understood
 */
export function translate(
  text: string,
  parameters: Readonly<Record<string, unknown>>,
  types: readonly (string | undefined)[] = [],
): Translated {
  try {
    return withinTime(MOST_MILLISECONDS, () => translateWhole(text, parameters, types));
  } catch (error) {
    // A RangeError: more brackets within brackets than the stack has room for.
    if (!(error instanceof RangeError || error instanceof TimeLimitError)) throw error;
    const message = 'the query is nested too deeply, or too long, to be understood: split it';
    throw new QueryError('syntax', message, {}, { cause: error });
  }
}

function translateWhole(
  text: string,
  parameters: Readonly<Record<string, unknown>>,
  types: readonly (string | undefined)[],
): Translated {
  const untouched: Translated = {
    rope: [{ text, at: 0, copied: true }],
    columns: undefined,
    ordered: false,
    hint: undefined,
  };
  const tokens = tokenizeCypher(text);
  if (isNative(tokens.map((token) => (token.kind === 'word' ? token.text.toUpperCase() : token.text))))
    return untouched;
  const query = parseQuery(text, tokens);
  if ('stuckAt' in query) return { ...untouched, stuckAt: query.stuckAt };
  const t = new Translation(text, parameters, {
    expression: translateExpression,
    match: translateMatch,
    subquery: translateSubquery,
  });
  t.types = types;
  try {
    const body = translateQuery(t, query);
    const rope = [...t.copy(0, query.start), ...body, ...t.copy(query.end, text.length)];
    return { rope, columns: columnsOf(text, query), ordered: t.ordered, hint: undefined };
  } catch (error) {
    if (!(error instanceof Untranslatable)) throw error;
    return { ...untouched, hint: error.message || undefined };
  }
}

/** Functions that only the embedded database has: a query with one is meant for it, and counts lists from 1. */
const NATIVE = /^(?:LABEL|LIST_\w+|STRUCT_\w+|ARRAY_\w+|DATE_PART|RELS|SHOW_TABLES|TABLE_INFO|CAST|INTERVAL)$/;

function isNative(words: readonly string[]): boolean {
  return words.some((word, index) => NATIVE.test(word) && words[index + 1] === '(');
}

function columnsOf(text: string, { branches }: Query): string[] | undefined {
  const last = branches[0]?.at(-1);
  if (last?.kind !== 'projection' || last.star) return undefined;
  return last.items.map(({ value, alias }) => alias ?? nameOfColumn(text.slice(value.start, value.end)));
}

/** Neo4j names a column as it is written; of a name in back-quotes alone the quotes fall away. */
function nameOfColumn(written: string): string {
  return /^`[^`]*`$/.test(written) ? written.slice(1, -1) : written;
}
