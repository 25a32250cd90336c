/** CASE: a branch for several values becomes one for each, and what its branches give is made to be of one kind. */
import { kindOf } from '../kinds.js';
import type { CaseBranch, Expression } from '../parse/syntax.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import { asFraction, either, mixtureOf } from './mixed.js';

export type Case = Extract<Expression, { kind: 'case' }>;

export function translateCase(t: Translation, e: Case): Piece[] {
  const given = [...e.branches.map(({ then }) => then), ...(e.otherwise ? [e.otherwise] : [])];
  const kinds = given.map((one) => kindOf(t, one));
  const values = given.map((one) => t.expression(one));
  const { start: at } = e;
  const mixture = mixtureOf(kinds);
  if (mixture === 'many') {
    // One CASE for each kind, with null where another kind is given.
    const each = [...new Set(kinds)].map((kind) =>
      written(
        t,
        e,
        values.map((value, index) => (kinds[index] === kind ? value : weave(at)`null`)),
      ),
    );
    return either(t, at, 'CASE', each);
  }
  if (mixture === 'numbers')
    return written(
      t,
      e,
      values.map((value, index) => asFraction(at, kinds[index], value)),
    );
  if (e.branches.some(({ when }) => when.length > 1)) return written(t, e, values);
  const parts = [...(e.of ? [e.of] : []), ...e.branches.flatMap(({ when }) => when)];
  return t.around(e, [
    ...parts.map((part) => ({ span: part, by: t.expression(part) })),
    ...given.map((part, index) => ({ span: part, by: values[index] ?? [] })),
  ]);
}

/** @param values what the branches give, and ELSE at the end */
function written(t: Translation, { start: at, of, branches, otherwise }: Case, values: readonly Piece[][]): Piece[] {
  const text = branches.map((branch, index) => branchFor(t, branch, values[index] ?? []));
  const subject = of ? weave(at)` ${t.expression(of)}` : '';
  const rest = otherwise ? weave(at)` ELSE ${values.at(-1) ?? []}` : '';
  return weave(at)`CASE${subject} ${joinRopes(at, text, ' ')}${rest} END`;
}

function branchFor(t: Translation, { start, when }: CaseBranch, then: Piece[]): Piece[] {
  return joinRopes(
    start,
    when.map((one) => weave(start)`WHEN ${t.expression(one)} THEN ${then}`),
    ' ',
  );
}
