/** Clauses of Neo4j in the words of the embedded database, one after the other, with the names that each leaves in scope. */

import { optionalPathOf } from '../expressions/expression.js';
import { itemKind } from '../kinds.js';
import { mayHoldNull } from '../nulls.js';
import type { Clause, Expression, Match, Query } from '../parse/syntax.js';
import { containsGathered, gathers } from '../parse/walk.js';
import { type Piece, weave } from '../rope.js';
import { Scope } from '../scope.js';
import { keptNames, quoteName, type TranslatedMatch, type Translation } from '../translation.js';
import { translateCall } from './call.js';
import { withGathered } from './gathering.js';
import { translateProcedure } from './procedures.js';
import { ordersAggregation, translateProjection } from './projection.js';

/** @throws QueryError `syntax`, Untranslatable */
export function translateQuery(t: Translation, query: Query): Piece[] {
  const spans = query.branches.map((clauses) => {
    t.scope = new Scope();
    t.nameAll = containsGathered(clauses);
    const start = clauses[0]?.start ?? 0;
    const end = clauses.at(-1)?.end ?? start;
    return { span: { start, end }, by: translateClauses(t, clauses, { start, end }) };
  });
  return t.around({ start: query.start, end: query.end }, spans);
}

function translateClauses(t: Translation, clauses: readonly Clause[], span: { start: number; end: number }): Piece[] {
  return t.around(
    span,
    clauses.map((clause, index) => ({
      span: clause,
      by: translateClause(t, clause, clauses.slice(index + 1), index === 0),
    })),
  );
}

function translateClause(t: Translation, clause: Clause, after: readonly Clause[], first: boolean): Piece[] {
  switch (clause.kind) {
    case 'match':
      return withGathered(t, clause.start, () => {
        const { where, ...bare } = clause;
        if (!where || !gathers(where)) return matchText(clause, t.rules.match(t, clause));
        if (clause.optional) {
          t.refuse(clause.start, `${GATHERED_WHERE} of OPTIONAL MATCH: match and gather it in clauses before`);
        }
        const text = matchText(clause, t.rules.match(t, bare));
        return weave(clause.start)`${text} ${gatheredWhere(t, where)}`;
      });
    case 'unwind':
      return withGathered(t, clause.start, () => {
        if (optionalPathOf(t, clause.list)) {
          t.refuse(
            clause.start,
            'UNWIND takes no path of an OPTIONAL MATCH: list what is wanted, [n IN nodes(path) | n.id] AS ids, in a WITH before',
          );
        }
        return unwind(t, clause);
      });
    case 'projection': {
      const { where, ...bare } = clause;
      if (!where || !gathers(where)) return withGathered(t, clause.start, () => translateProjection(t, clause, after));
      if (ordersAggregation(clause, after)) {
        t.refuse(
          where.start,
          `${GATHERED_WHERE} of WITH … ORDER BY, which would lose its order: write it as a WITH more`,
        );
      }
      const text = withGathered(t, clause.start, () => translateProjection(t, bare, after));
      return weave(clause.start)`${text} ${gatheredWhere(t, where)}`;
    }
    case 'procedure':
      return translateProcedure(t, clause, after.length === 0);
    case 'callSubquery':
      return (first && translateFirst(t, clause)) || translateCall(t, clause);
  }
}

function unwind(t: Translation, clause: Extract<Clause, { kind: 'unwind' }>): Piece[] {
  const { start: at } = clause;
  const list = t.expression(clause.list);
  const kind = itemKind(t, clause.list);
  const kept = keptNames(t);
  const name = quoteName(clause.variable);
  const there = !mayHoldNull(t, clause.list);
  t.scope.set(clause.variable, { is: 'value', temporal: false, kind, there });
  if (!t.nameAll) {
    t.scope.unique = false;
    return weave(at)`UNWIND ${list} AS ${name}`;
  }
  // What is gathered later must tell apart the rows of equal items: by their places.
  const [items, index] = [t.fresh(), t.fresh()];
  t.scope.set(index, { is: 'value', temporal: false, hidden: true });
  const before = [...kept, ''].join(', ');
  return weave(
    at,
  )`WITH ${before}${list} AS ${items} UNWIND range(1, size(${items})) AS ${index} WITH ${before}${index}, list_extract(${items}, ${index}) AS ${name}`;
}

/** A `CALL {…}` before all else is no more than its clauses. */
function translateFirst(t: Translation, { query, start, imports }: Extract<Clause, { kind: 'callSubquery' }>) {
  const [branch = [], ...others] = query.branches;
  const result = branch.at(-1);
  if (imports || others.length > 0 || result?.kind !== 'projection' || result.word !== 'RETURN') return undefined;
  const clauses = branch.slice(0, -1);
  const span = { start: clauses[0]?.start ?? start, end: clauses.at(-1)?.end ?? clauses[0]?.start ?? start };
  const body = translateClauses(t, clauses, span);
  return weave(start)`${body} ${translateProjection(t, { ...result, word: 'WITH' }, [])}`;
}

function matchText(match: Match, { patterns, where }: TranslatedMatch, optional = match.optional): Piece[] {
  const pieces = weave(match.start)`${optional ? 'OPTIONAL ' : ''}MATCH ${patterns}`;
  return where ? [...pieces, ...weave(match.where?.start ?? match.start)` WHERE ${where}`] : pieces;
}

const GATHERED_WHERE = 'a pattern in square brackets, or COLLECT {…}, cannot stand in the WHERE';

/** A condition that asks for what is gathered for each row: a clause of its own after what it is the condition of. */
function gatheredWhere(t: Translation, where: Expression): Piece[] {
  const names = keptNames(t).join(', ');
  const { start: at } = where;
  t.sieves++;
  return withGathered(t, at, () => weave(at)`WITH * WHERE ${t.expression(where)} WITH ${names}`);
}
