/** `CALL {…}`: what it finds for a row is matched beside it. */

import { kindOf } from '../kinds.js';
import type { Clause, Match, Projection } from '../parse/syntax.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import { Scope } from '../scope.js';
import { keptNames, quoteName, type Translation } from '../translation.js';
import { aggregates } from './aggregates.js';
import { ADVICE, nameOf, type Part, reckoned, unwound } from './call-lists.js';
import { aggregateFound } from './found-rows.js';

type CallClause = Extract<Clause, { kind: 'callSubquery' }>;

/** Not one that stands first and has one part: that is no more than its clauses. */
export function translateCall(t: Translation, clause: CallClause): Piece[] {
  const parts = clause.query.branches.map((branch) => partOf(t, branch, clause));
  const [only] = parts;
  if (!only) return [];
  const { matches, between, result } = only;
  if (parts.length === 1 && between) return reckoned(t, clause, only, between);
  const isPlain = !result.distinct && result.order.length === 0 && !result.skip && !result.limit;
  if (parts.length === 1 && isPlain) return matchedBeside(t, clause, matches, result);
  const alone =
    parts.length > 1 && clause.query.unions.includes('UNION ALL') && parts.find((part) => part.result.distinct);
  if (alone)
    t.refuse(alone.result.start, 'DISTINCT in one part of UNION ALL is not known here: write UNION, or two clauses');
  const isDistinct = clause.query.unions.includes('UNION') || (parts.length === 1 && result.distinct);
  return unwound(t, clause, parts, isDistinct);
}

function partOf(t: Translation, branch: readonly Clause[], { start, query }: CallClause): Part {
  const result = branch.at(-1);
  const [first] = branch;
  const isImport =
    first?.kind === 'projection' && branch.length > 1 && first.items.every(({ value }) => value.kind === 'variable');
  const inner = branch.slice(isImport ? 1 : 0, -1);
  const matches = inner.filter((one) => one.kind === 'match');
  const [between, ...more] = inner.slice(matches.length);
  if (result?.kind !== 'projection' || result.word !== 'RETURN' || result.star) return t.refuse(start, ADVICE);
  const other = inner.slice(0, matches.length).find(({ kind }) => kind !== 'match');
  if (other) return t.refuse(other.start, ADVICE);
  if (!between) return { matches, result };
  if (between.kind !== 'projection' || more.length > 0 || query.branches.length > 1)
    return t.refuse(between.start, ADVICE);
  return { matches, result, between };
}

/** Matches and what is returned of them, or counted and added up, for each row. */
function matchedBeside(
  t: Translation,
  { start: at }: CallClause,
  matches: readonly Match[],
  result: Projection,
): Piece[] {
  const kept = keptNames(t);
  const grouped = result.items.every(({ value }) => aggregates(value));
  const mixed = grouped ? undefined : result.items.find(({ value }) => aggregates(value));
  if (mixed) {
    t.refuse(
      mixed.value.start,
      'in CALL {…} either all is an aggregation here, or nothing: group it after the brackets',
    );
  }
  if (grouped && (!t.scope.unique || matches.length === 0)) {
    t.refuse(at, 'CALL {…} cannot tell the rows before it apart: keep a node in each WITH before');
  }
  const before = t.scope;
  t.scope = before.inner();
  let witness: string | undefined;
  const alwaysFound = matches.every(({ optional }) => optional);
  const found = matches.map((match) => {
    const optional = grouped || match.optional;
    const one = t.rules.match(t, { ...match, optional });
    // What an optional match did not find is still a row.
    if (!match.optional) witness = one.witness;
    const condition = one.where ? weave(match.where?.start ?? at)` WHERE ${one.where}` : '';
    return weave(match.start)`${optional ? 'OPTIONAL ' : ''}MATCH ${one.patterns}${condition} `;
  });
  const items = result.items.map((item) => {
    const mayLack = grouped && !alwaysFound;
    const value = mayLack ? aggregateFound(t, item.value, before, witness) : t.expression(item.value);
    return weave(at)`${value} AS ${quoteName(nameOf(t, item))}`;
  });
  const kinds = result.items.map(({ value }) => kindOf(t, value));
  t.scope = new Scope(before.bindings, before.unique);
  result.items.forEach((item, index) => {
    t.scope.set(nameOf(t, item), { is: 'value', temporal: false, kind: kinds[index] });
  });
  const columns = joinRopes(at, [...kept.map((name) => weave(at)`${name}`), ...items], ', ');
  return weave(at)`${found.flat()}WITH ${columns}`;
}
