/** `any`, `all`, `none` and `single`: what a condition says of the items of a list, which may be nothing (null). */

import type { Expression } from '../parse/syntax.js';
import { type Piece, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import { lambdaParts, ownList } from './list.js';

/** What a condition says of an item. */
const FAILS = '0';
const PASSES = '1';
const UNKNOWN = '2';

/**
 * The database's own any() and its like end its process where a match of several labels is filtered by them; so each item
 * is given a number, and the numbers are looked for.
 */
export function translateQuantifier(t: Translation, e: Extract<Expression, { kind: 'quantifier' }>): Piece[] {
  const { start: at } = e;
  const { names, body } = lambdaParts(t, [e.variable], e.where);
  const verdicts = () => {
    const verdict = weave(at)`CASE WHEN ${body} THEN ${PASSES} WHEN NOT (${body}) THEN ${FAILS} ELSE ${UNKNOWN} END`;
    return weave(at)`list_transform(${ownList(t, e.list)}, ${names.join()} -> ${verdict})`;
  };
  const has = (what: string) => weave(at)`list_contains(${verdicts()}, ${what})`;
  const known = (decides: Piece[], then: string, otherwise: Piece[] | string) => {
    const isNull = weave(at)`(${t.expression(e.list)}) IS NULL OR ${has(UNKNOWN)}`;
    return weave(at)`(CASE WHEN ${decides} THEN ${then} WHEN ${isNull} THEN CAST(null AS BOOL) ELSE ${otherwise} END)`;
  };
  switch (e.word) {
    case 'ALL':
      return known(has(FAILS), 'false', 'true');
    case 'NONE':
      return known(has(PASSES), 'false', 'true');
    case 'SINGLE': {
      const passed = weave(at)`CASE WHEN ${body} THEN 1 ELSE 0 END`;
      const count = () => weave(at)`list_sum(list_transform(${ownList(t, e.list)}, ${names.join()} -> ${passed}))`;
      return known(weave(at)`${count()} > 1`, 'false', weave(at)`coalesce(${count()}, 0) = 1`);
    }
    default:
      return known(has(PASSES), 'true', 'false');
  }
}
