/** ORDER BY, SKIP and LIMIT. */

import type { Expression, Projection } from '../parse/syntax.js';
import { type Piece, textOf, weave } from '../rope.js';
import type { Translation } from '../translation.js';

/** As many rows as there can be: the database sorts in a WITH only where the number of rows is limited. */
export const ALL_ROWS = '9223372036854775807';

/** What rows are sorted by before they are grouped; a name of the projection stands for what it names. */
export function sortKeys(t: Translation, { items, order }: Projection): { by: Piece[]; direction: string }[] {
  const { aliases } = t;
  t.aliases = new Map(
    items.flatMap(({ value, alias }) => (alias === undefined ? [] : [[alias, textOf(t.expression(value))] as const])),
  );
  const keys = order.map(({ value, direction }) => ({ by: t.expression(value), direction }));
  t.aliases = aliases;
  return keys;
}

/** SKIP or LIMIT: a number or a parameter as it is, and what can be reckoned without the graph as its number. */
export function bound(t: Translation, e: Expression): Piece[] {
  const written = t.text.slice(e.start, e.end);
  if (/^(?:\d+|\$\w+)$/.test(written)) return t.expression(e);
  return weave(e.start)`${String(boundNumber(t, e))}`;
}

/** @throws QueryError `syntax` for what depends on the graph */
export function boundNumber(t: Translation, e: Expression): number {
  const value = constant(t, e);
  if (value !== undefined && Number.isInteger(value) && value >= 0) return value;
  return t.refuse(e.start, 'SKIP and LIMIT take a whole number here, a parameter, toInteger($n), or a sum of these');
}

function constant(t: Translation, e: Expression): number | undefined {
  const written = t.text.slice(e.start, e.end);
  if (e.kind === 'parenthesis') return constant(t, e.inner);
  if (e.kind === 'call' && /^tointeger$/i.test(e.name) && e.inputs[0]) {
    const value = constant(t, e.inputs[0]);
    return value === undefined ? undefined : Math.trunc(value);
  }
  if (e.kind !== 'plain') return undefined;
  if (e.parts.length === 0) {
    const text = written.startsWith('$') ? t.parameters[written.slice(1)] : written.replace(/^(['"])(.*)\1$/, '$2');
    const value =
      typeof text === 'number' || (typeof text === 'string' && text.trim() !== '') ? Number(text) : Number.NaN;
    return Number.isNaN(value) ? undefined : value;
  }
  const [left, right] = e.parts.map((part) => constant(t, part));
  const [first, second] = e.parts;
  if (e.parts.length !== 2 || left === undefined || right === undefined || first?.start !== e.start) return undefined;
  switch (t.text.slice(first.end, second?.start).trim()) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return undefined;
  }
}
