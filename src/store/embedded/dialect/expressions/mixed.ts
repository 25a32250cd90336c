/**
 * Values of several kinds in one place: `coalesce(p.year, 'unknown')`, a CASE, a list. A column of the database has one type;
 * what is only shown is answered as a map whose keys say how to put it together, and all else is refused.
 */
import type { Rule } from '../functions/functions.js';
import { type Kind, kindOf, unlike } from '../kinds.js';
import type { Expression } from '../parse/syntax.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import type { Translation } from '../translation.js';

/** The keys of such maps; `toJson` takes them apart again. */
export const MIXED = { either: '_either', items: '_items' } as const;

/** How values of these kinds stand together. */
export function mixtureOf(kinds: readonly (Kind | undefined)[]): 'one' | 'numbers' | 'many' {
  const known = kinds.filter((kind) => kind !== undefined);
  const differ = known.some((kind) =>
    known.some((other) => unlike(kind, other) || (kind === 'list') !== (other === 'list')),
  );
  if (differ) return 'many';
  return known.includes('integer') && known.includes('float') ? 'numbers' : 'one';
}

/** A whole number among others as the fraction that it must be: the database would cut the others off. */
export function asFraction(at: number, kind: Kind | undefined, of: Piece[]): Piece[] {
  return kind === 'integer' ? weave(at)`CAST(${of} AS DOUBLE)` : of;
}

/** The first of these that is not null. @throws QueryError `syntax` where it is not only shown */
export function either(t: Translation, at: number, what: string, values: readonly Piece[][]): Piece[] {
  if (!t.shown)
    t.refuse(
      at,
      `${what} of text in one case and a number or a list in another is no value to go on with here: toString(…) one of them`,
    );
  const fields = values.map((value, index) => weave(at)`${MIXED.either}${String(index)}: ${value}`);
  return weave(at)`{${joinRopes(at, fields, ', ')}}`;
}

export const coalesceRule: Rule = (t, { start: at, inputs }, values) => {
  const kinds = inputs.map((input) => kindOf(t, input));
  const mixture = mixtureOf(kinds);
  if (mixture === 'many') return either(t, at, 'coalesce(…)', values);
  if (mixture === 'one') return undefined;
  return weave(at)`coalesce(${joinRopes(
    at,
    values.map((value, index) => asFraction(at, kinds[index], value)),
    ', ',
  )})`;
};

/** A list of several kinds. */
export function mixedList(
  t: Translation,
  at: number,
  items: readonly Expression[],
  values: readonly Piece[][],
): Piece[] | undefined {
  const kinds = items.map((item) => kindOf(t, item));
  const mixture = mixtureOf(kinds);
  if (mixture === 'one') return undefined;
  if (mixture === 'numbers') {
    return weave(at)`[${joinRopes(
      at,
      values.map((value, index) => asFraction(at, kinds[index], value)),
      ', ',
    )}]`;
  }
  if (!t.shown)
    t.refuse(
      at,
      'a list of text beside numbers or lists is no value to go on with here: toString(…) the numbers, or make a map',
    );
  const fields = values.map((value, index) => weave(at)`${MIXED.items}${String(index)}: ${value}`);
  return weave(at)`{${joinRopes(at, fields, ', ')}}`;
}
