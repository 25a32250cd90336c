/** `x IN xs` with null in the list, or for x: not known, where nothing else in the list is x. */
import { isOneList, kindOf, kindOfPlain, kindOfValue, parameterOf, unlike } from '../kinds.js';
import { mayBeEmpty, mayBeNull, mayHoldNull } from '../nulls.js';
import type { Expression } from '../parse/syntax.js';
import { type Piece, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import { onceMore } from './list.js';
import type { Rewriting } from './rewriting.js';

/** @param sides what stands before IN, and after it */
export function containedIn(rewriting: Rewriting, [before, after]: readonly { start: number; end: number }[]): void {
  if (!before || !after) return;
  const { t } = rewriting;
  const item = rewriting.expression(before);
  const list = rewriting.expression(after);
  const at = item.start;
  const span = { start: at, end: list.end };
  const [only] = list.parts;
  const alone = list.parts.length === 1 && only?.start === list.start && only.end === list.end ? only : list;
  if (isUnlike(t, item, alone)) {
    rewriting.replace(span, weave(at)`CASE WHEN (${rewriting.text(item)}) IS NOT NULL THEN false END`);
    return;
  }
  const [nulls, empty] = [mayHoldNull(t, alone), mayBeEmpty(t, alone) && mayBeNull(t, item)];
  if (!nulls && !empty) return;
  const [left, right] = [rewriting.text(item), rewriting.text(list)];
  const copy = onceMore(t, alone, right);
  let found: Piece[] = weave(at)`${left} IN ${right}`;
  if (nulls) {
    const each = t.fresh();
    const unknown = weave(at)`size(list_filter(list_concat(${copy}, []), ${each} -> ${each} IS NULL)) > 0`;
    found = weave(at)`(${found} OR CASE WHEN ${unknown} THEN CAST(null AS BOOL) ELSE false END)`;
  }
  rewriting.replace(span, weave(at)`(size(${onceMore(t, alone, right)}) > 0 AND ${found})`);
}

/** Whether every item of a list that is written out, or is a parameter, is of another kind. */
function isUnlike(t: Translation, item: Expression, list: Expression): boolean {
  const items = itemKinds(t, list);
  const kind = item.kind === 'plain' ? kindOfPlain(t, item) : kindOf(t, item);
  return items !== undefined && items.length > 0 && items.every((one) => unlike(kind, one));
}

function itemKinds(t: Translation, list: Expression) {
  const value = parameterOf(t, list);
  if (Array.isArray(value)) return value.map(kindOfValue);
  return list.kind === 'plain' && isOneList(t, list) ? list.parts.map((part) => kindOf(t, part)) : undefined;
}
