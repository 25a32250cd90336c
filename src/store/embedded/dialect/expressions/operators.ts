/** Operands with operators between them: what the two databases take otherwise is written or checked anew. */

import { checkRegularExpression } from '../functions/regular-expression.js';
import { kindOfPlain, unlike } from '../kinds.js';
import {
  COMPARISONS,
  type Operator,
  operatorsOf,
  type Plain,
  partsOf,
  type Run,
  runsOf,
  TESTS,
} from '../parse/operators.js';
import { type Piece, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import { comparedIds } from './identity.js';
import { containedIn } from './membership.js';
import { Rewriting } from './rewriting.js';
import { translateSum } from './sum.js';

export function translateOperators(t: Translation, e: Plain): Piece[] {
  const operators = operatorsOf(t, e);
  checkRegularExpressions(t, e, operators);
  const rewriting = new Rewriting(t, e.parts);
  for (const run of runsOf(operators, e)) {
    const { parts: compared, by } = partsOf(run, COMPARISONS);
    for (const part of compared) {
      const { parts: tested, by: tests } = partsOf(part, TESTS);
      for (const one of tested) translateSum(rewriting, one);
      const [test, second] = tests;
      if (test && !second) testOne(rewriting, test, tested);
    }
    compare(rewriting, compared, by, run);
  }
  return rewriting.text(e);
}

/** Whether text is somewhere, of what is no text, is not known. */
const OF_TEXT = new Set(['CONTAINS', 'STARTS WITH', 'ENDS WITH', '=~']);

function testOne(rewriting: Rewriting, { text }: Operator, sides: readonly Run[]): void {
  if (text === 'IN') containedIn(rewriting, sides);
  if (!OF_TEXT.has(text)) return;
  const [left, right] = sides.map((side) => rewriting.expression(side));
  if (!left || !right) return;
  const isOfText = [left, right].every((side) => !unlike(kindOfPlain(rewriting.t, side), 'text'));
  if (!isOfText) rewriting.replace({ start: left.start, end: right.end }, weave(left.start)`CAST(null AS BOOL)`);
}

function checkRegularExpressions(t: Translation, { parts }: Plain, operators: readonly Operator[]): void {
  operators.forEach(({ text, right }, index) => {
    if (text !== '=~') return;
    let end = right + 1;
    for (let next = index + 1; operators[next]?.text === '+' && operators[next]?.right === end; next++) end++;
    checkRegularExpression(t, parts.slice(right, end));
  });
}

/** `a <= b <= c` is `a <= b AND b <= c`; text and a number are never equal, and neither comes first. */
function compare(rewriting: Rewriting, compared: readonly Run[], by: readonly Operator[], run: Run): void {
  const { t } = rewriting;
  const pairs = by.map(({ text }, index) => {
    const [left, right] = compared.slice(index, index + 2).map((part) => rewriting.expression(part));
    const differs = left && right && unlike(kindOfPlain(t, left), kindOfPlain(t, right));
    const ids = left && right ? comparedIds(rewriting, text, left, right) : undefined;
    return { text, left, right, differs, ids };
  });
  if (by.length < 2 && !pairs.some(({ differs, ids }) => differs || ids)) return;
  const written = pairs.flatMap(({ text, left, right, differs, ids }) => {
    if (!left || !right) return [];
    const at = left.start;
    const [one, other] = ids ?? [rewriting.text(left), rewriting.text(right)];
    if (!differs) return [weave(at)`${one} ${text} ${other}`];
    if (text !== '=' && text !== '<>') return [weave(at)`CAST(null AS BOOL)`];
    return [weave(at)`CASE WHEN (${one}) IS NOT NULL AND (${other}) IS NOT NULL THEN ${String(text === '<>')} END`];
  });
  const joined = written.flatMap((pair, index) => (index > 0 ? weave(run.start)` AND ${pair}` : pair));
  rewriting.replace(run, weave(run.start)` (${joined}) `);
}
