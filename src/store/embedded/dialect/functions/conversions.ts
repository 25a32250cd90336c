/** Functions that make one thing of another: numbers of text, text of numbers, lists of text, and what is turned round. */

import { type Kind, kindOf } from '../kinds.js';
import { mayBeNull } from '../nulls.js';
import type { Expression } from '../parse/syntax.js';
import { type Piece, weave } from '../rope.js';
import { quoteText, type Translation } from '../translation.js';
import type { Rule } from './functions.js';
import { constantText } from './regular-expression.js';

const INTEGER = quoteText('-?[0-9]{1,18}');
const NUMBER = quoteText(String.raw`\s*[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]{1,2})?\s*`);
/** What the database's cast to a fractional number refuses: `03`, `+3`. */
const LEADING = quoteText(String.raw`^\s*\+?(-?)0*([0-9.])`);
const TRAILING_ZEROS = quoteText(String.raw`(\.[0-9]+?)0+$`);
/** What no text has: it stands for the ends of parts, as the database drops those that are empty. */
const MARK = String.raw`'\u0001'`;

/**
 * Text that is no number must become null; it is taken away before the cast, which would end the query. The last cast is
 * for what the database knows to be null, and would take for text.
 */
const double = (at: number, of: Piece[]) =>
  weave(
    at,
  )`CAST(coalesce(CAST(CASE WHEN typeof(${of}) <> 'STRING' THEN ${of} END AS DOUBLE), CAST(CASE WHEN typeof(${of}) = 'STRING' AND regexp_full_match(CAST(${of} AS STRING), ${NUMBER}) THEN regexp_replace(CAST(${of} AS STRING), ${LEADING}, '\\\\1\\\\2') END AS DOUBLE)) AS DOUBLE)`;

/** Towards 0, as Neo4j cuts; the database's own cast rounds. */
function truncated(at: number, number: Piece[]): Piece[] {
  return weave(
    at,
  )`CAST(CASE WHEN abs(${number}) < 9.2e18 THEN CASE WHEN ${number} < 0 THEN ceil(${number}) ELSE floor(${number}) END END AS INT64)`;
}

function isNull(t: Translation, e: Expression): boolean {
  const written = t.text.slice(e.start, e.end);
  return /^null$/i.test(written) || (written.startsWith('$') && t.parameters[written.slice(1)] === null);
}

/** A number or a truth as Neo4j writes it in text. */
export function asText(at: number, of: Piece[], kind: Kind): Piece[] {
  const text = weave(at)`CAST(${of} AS STRING)`;
  if (kind === 'float') return weave(at)`regexp_replace(${text}, ${TRAILING_ZEROS}, '\\\\1')`;
  return kind === 'boolean' ? weave(at)`lower(${text})` : text;
}

const CONVERSIONS: Readonly<Record<string, Rule>> = {
  reverse: (t, { start, inputs }, [of]) => {
    const [input] = inputs;
    if (!of || !input || isNull(t, input)) return undefined;
    const kind = kindOf(t, input);
    if (kind === 'list') return weave(start)`list_reverse(${of})`;
    if (kind === 'text') return undefined;
    // Of a list the database would turn round the letters of its text.
    const message = quoteText(
      'reverse(…): it cannot be told here that this is a list; write reverse([x IN … | x]) for a list',
    );
    return weave(
      start,
    )`coalesce(CAST(error(CASE WHEN typeof(${of}) ENDS WITH ']' THEN ${message} END) AS STRING), reverse(${of}))`;
  },
  split: (t, { start, inputs }, [text, delimiter]) => {
    const [of, by] = inputs;
    if (!text || !delimiter || !of || !by) return undefined;
    if (isNull(t, of) || isNull(t, by)) return weave(start)`CAST(null AS STRING[])`;
    if (constantText(t, by) === '' || kindOf(t, by) === 'list') return undefined;
    const marked = weave(
      start,
    )`concat(${MARK}, replace(${text}, ${delimiter}, concat(${MARK}, ${delimiter}, ${MARK})), ${MARK})`;
    const part = t.fresh();
    const parts = weave(
      start,
    )`list_transform(string_split(${marked}, ${delimiter}), ${part} -> replace(${part}, ${MARK}, ''))`;
    // concat() passes over a null.
    return mayBeNull(t, of) ? weave(start)`CASE WHEN ${text} IS NOT NULL THEN ${parts} END` : parts;
  },
  tostring: (t, { start, inputs }, [of]) => {
    const [input] = inputs;
    if (!of || !input || isNull(t, input)) return undefined;
    const kind = kindOf(t, input);
    if (kind === 'text' || kind === 'integer') return undefined;
    if (kind === 'float' || kind === 'boolean') return asText(start, of, kind);
    const text = weave(start)`CAST(${of} AS STRING)`;
    const fraction = asText(start, of, 'float');
    return weave(
      start,
    )`CASE WHEN typeof(${of}) = 'DOUBLE' THEN ${fraction} WHEN typeof(${of}) = 'BOOL' THEN lower(${text}) ELSE ${text} END`;
  },
  tointeger: (t, { start, inputs }, [of]) => {
    const [input] = inputs;
    if (!of || !input || isNull(t, input)) return undefined;
    const kind = kindOf(t, input);
    if (kind === 'integer') return undefined;
    if (kind === 'float') return truncated(start, of);
    if (kind === 'boolean') return weave(start)`CASE ${of} WHEN true THEN 1 WHEN false THEN 0 END`;
    const whole = weave(
      start,
    )`CAST(CASE WHEN regexp_full_match(CAST(${of} AS STRING), ${INTEGER}) THEN ${of} END AS INT64)`;
    return weave(start)`coalesce(${whole}, ${truncated(start, double(start, of))})`;
  },
  tofloat: (t, { start, inputs }, [of]) => {
    const [input] = inputs;
    if (!of || !input || isNull(t, input)) return undefined;
    const kind = kindOf(t, input);
    return kind === 'integer' || kind === 'float' ? undefined : double(start, of);
  },
  toboolean: (t, { start, inputs }, [of]) => {
    const [input] = inputs;
    if (!of || !input || isNull(t, input) || kindOf(t, input) === 'boolean') return of;
    if (kindOf(t, input) === 'integer') return weave(start)`(${of} <> 0)`;
    return weave(start)`CASE lower(trim(CAST(${of} AS STRING))) WHEN 'true' THEN true WHEN 'false' THEN false END`;
  },
};

const OR_NULL = /^(tostring|tointeger|tofloat|toboolean)ornull$/;

/** The rule of a function that makes one thing of another; those with OrNull differ only for what no rule takes. */
export function conversionOf(name: string): Rule | undefined {
  const plain = OR_NULL.exec(name)?.[1] ?? name;
  return Object.hasOwn(CONVERSIONS, plain) ? CONVERSIONS[plain] : undefined;
}
