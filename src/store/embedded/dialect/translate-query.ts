/** Clauses of Neo4j in the words of the embedded database, one after the other, with the names that each leaves in scope. */
import { aggregateFound, ofFound } from './found-rows.js';
import { type Piece, weave } from './rope.js';
import { Scope } from './scope.js';
import type { Clause, Expression, Match, Query } from './syntax.js';
import { optionalPathOf } from './translate-expression.js';
import { aggregates, commas, ordersAggregation, translateProjection } from './translate-projection.js';
import {
  type Gathered,
  keptNames,
  quoteName,
  type TranslatedMatch,
  type Translation,
  Untranslatable,
} from './translation.js';
import { containsGathered, gathers } from './walk.js';

/** @throws Untranslatable */
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
        const list = t.expression(clause.list);
        t.scope.set(clause.variable, { is: 'value', temporal: false });
        t.scope.unique = false;
        return weave(clause.start)`UNWIND ${list} AS ${quoteName(clause.variable)}`;
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
      return translateCall(t, clause, first);
  }
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

/** Puts what the clause gathers before it. */
function withGathered(t: Translation, at: number, translate: () => Piece[]): Piece[] {
  const gathered: Gathered[] = [];
  const outer = { gathered: t.gathered, from: t.gatheredFrom };
  t.gathered = gathered;
  t.gatheredFrom = t.scope.inner();
  const kept = keptNames(t);
  const clause = translate();
  t.gathered = outer.gathered;
  t.gatheredFrom = outer.from;
  const before = gathered.flatMap(({ name, match, value }) => {
    const found = match.witness ? ofFound(at, match.witness, value) : value;
    const where = match.where ? weave(at)` WHERE ${match.where}` : '';
    const scope = [...kept, ''].join(', ');
    kept.push(name);
    return weave(at)`OPTIONAL MATCH ${match.patterns}${where} WITH ${scope}coalesce(collect(${found}), []) AS ${name} `;
  });
  return [...before, ...clause];
}

const PROCEDURES: Readonly<Record<string, { column: string; text: (name: string) => string }>> = {
  'db.labels': { column: 'label', text: (name) => `MATCH (${name}) WITH DISTINCT label(${name}) AS` },
  'db.relationshiptypes': {
    column: 'relationshipType',
    text: (name) => `MATCH ()-[${name}]->() WITH DISTINCT label(${name}) AS`,
  },
};

function translateProcedure(t: Translation, clause: Extract<Clause, { kind: 'procedure' }>, alone: boolean): Piece[] {
  const known = PROCEDURES[clause.name.toLowerCase()];
  const { start: at, yields } = clause;
  for (const { alias } of yields ?? []) t.scope.set(alias, { is: 'value', temporal: false });
  if (!known) {
    if (/^(?:db|dbms|apoc|gds)\./i.test(clause.name)) {
      throw new Untranslatable(
        `${clause.name} is a procedure of Neo4j; here there are CALL show_tables() and CALL table_info('Paper')`,
      );
    }
    throw new Untranslatable('');
  }
  const name = quoteName(yields?.[0]?.alias ?? known.column);
  const where = clause.where ? weave(at)` WHERE ${t.expression(clause.where)}` : '';
  const end = alone ? ` RETURN ${name}` : '';
  t.scope.set(yields?.[0]?.alias ?? known.column, { is: 'value', temporal: false });
  return weave(at)`${known.text(t.fresh())} ${name}${where}${end}`;
}

const CALL_HINT = 'write CALL {…} as OPTIONAL MATCH … WITH …, an aggregation';

/** `CALL {}` where it is no more than a match and an aggregation for each row, or stands first and alone. */
function translateCall(t: Translation, clause: Extract<Clause, { kind: 'callSubquery' }>, first: boolean): Piece[] {
  const { start: at } = clause;
  const [branch = [], ...others] = clause.query.branches;
  const result = branch.at(-1);
  if (others.length > 0 || result?.kind !== 'projection' || result.word !== 'RETURN' || result.star) {
    throw new Untranslatable(CALL_HINT);
  }
  const opener = branch[0];
  const imports = opener?.kind === 'projection' && opener.word === 'WITH' && !first;
  const inner = branch.slice(imports ? 1 : 0, -1);
  if (first && !clause.imports) {
    const body = translateClauses(t, branch.slice(0, -1), {
      start: branch[0]?.start ?? at,
      end: branch.at(-2)?.end ?? at,
    });
    return weave(at)`${body} ${translateProjection(t, { ...result, word: 'WITH' }, [])}`;
  }
  const [match, ...more] = inner;
  const simple =
    match?.kind === 'match' && more.length === 0 && result.order.length === 0 && !result.skip && !result.limit;
  if (
    !simple ||
    result.distinct ||
    result.items.some(({ alias, value }) => alias === undefined && value.kind !== 'variable')
  ) {
    throw new Untranslatable(CALL_HINT);
  }
  const kept = keptNames(t);
  const grouped = result.items.every(({ value }) => aggregates(value));
  if (!grouped && result.items.some(({ value }) => aggregates(value))) throw new Untranslatable(CALL_HINT);
  if (grouped && !t.scope.unique) throw new Untranslatable(CALL_HINT);
  const before = t.scope;
  t.scope = before.inner();
  const translated = t.rules.match(t, { ...match, optional: grouped || match.optional });
  const items = result.items.map((item) => {
    const value = grouped ? aggregateFound(t, item.value, before, translated.witness) : t.expression(item.value);
    return weave(at)`${value} AS ${quoteName(item.alias ?? (item.value.kind === 'variable' ? item.value.name : ''))}`;
  });
  t.scope = new Scope(before.bindings, before.unique);
  for (const item of result.items) {
    t.scope.set(item.alias ?? (item.value.kind === 'variable' ? item.value.name : ''), {
      is: 'value',
      temporal: false,
    });
  }
  const columns = [...kept.map((name) => weave(at)`${name}`), ...items];
  return weave(at)`${matchText(match, translated, grouped || match.optional)} WITH ${commas(at, columns)}`;
}
