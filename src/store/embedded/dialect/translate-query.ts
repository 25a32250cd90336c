/** Clauses of Neo4j in the words of the embedded database, one after the other, with the names that each leaves in scope. */
import { AGGREGATES } from './functions.js';
import { type Piece, textOf, weave } from './rope.js';
import { Scope } from './scope.js';
import type { Clause, Expression, Match, Projection, ProjectionItem, Query } from './syntax.js';
import { gather, isTemporal } from './translate-expression.js';
import { type Gathered, quoteName, type TranslatedMatch, type Translation, Untranslatable } from './translation.js';
import { containsGathered, walk } from './walk.js';

/** As many rows as there can be: the database sorts in a WITH only where the number of rows is limited. */
const ALL_ROWS = '9223372036854775807';

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
        if (!clause.optional && first === false && t.gathered?.length) throw new Untranslatable('');
        return matchText(clause, t.rules.match(t, clause));
      });
    case 'unwind':
      return withGathered(t, clause.start, () => {
        const list = t.expression(clause.list);
        t.scope.set(clause.variable, { is: 'value', temporal: false });
        t.scope.unique = false;
        return weave(clause.start)`UNWIND ${list} AS ${quoteName(clause.variable)}`;
      });
    case 'projection':
      return withGathered(t, clause.start, () => translateProjection(t, clause, after));
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

/** Puts what the clause gathers before it. */
function withGathered(t: Translation, at: number, translate: () => Piece[]): Piece[] {
  const gathered: Gathered[] = [];
  t.gathered = gathered;
  const names = t.scope.names;
  const clause = translate();
  t.gathered = undefined;
  const kept = names.map(quoteName);
  const before = gathered.flatMap(({ name, match, value }) => {
    const found = match.witness
      ? weave(at)`CASE WHEN id(${quoteName(match.witness)}) IS NOT NULL THEN ${value} END`
      : value;
    const where = match.where ? weave(at)` WHERE ${match.where}` : '';
    const scope = [...kept, ''].join(', ');
    kept.push(name);
    return weave(at)`OPTIONAL MATCH ${match.patterns}${where} WITH ${scope}coalesce(collect(${found}), []) AS ${name} `;
  });
  return [...before, ...clause];
}

function translateProjection(t: Translation, clause: Projection, after: readonly Clause[]): Piece[] {
  const { start: at, word } = clause;
  const typeOf = (index: number) => (word === 'RETURN' ? t.types[index] : undefined);
  // A column that is cast is sorted by under a name of its own.
  const items = clause.items.map((item, index) =>
    typeOf(index) === undefined || item.alias !== undefined ? item : { ...item, alias: t.fresh() },
  );
  const grouped = items.some(({ value }) => aggregates(value));
  const scope = new Scope(clause.star ? t.scope.bindings : [], grouped || clause.distinct);
  const values = items.map(({ value }) => t.expression(value));
  const columns = items.map((item, index) => {
    const type = typeOf(index);
    const value = values[index] ?? [];
    return named(item, type === undefined ? value : weave(item.value.start)`CAST(${value} AS ${type})`, word);
  });
  for (const item of items) {
    const name = item.alias ?? (item.value.kind === 'variable' ? item.value.name : undefined);
    if (name === undefined) continue;
    const binding = item.value.kind === 'variable' ? t.scope.get(item.value.name) : undefined;
    const plain = binding && binding.is !== 'walk' && binding.is !== 'relationship';
    scope.set(name, plain ? binding : { is: 'value', temporal: isTemporal(t, item.value) });
  }
  const keepsAll = t.scope.names.every(
    (name) => clause.star || items.some(({ value }) => value.kind === 'variable' && value.name === name),
  );
  if (keepsAll) scope.unique ||= t.scope.unique;
  const listed = [...(clause.star ? [weave(at)`*`] : []), ...columns];
  let text = weave(at)`${word} ${clause.distinct ? 'DISTINCT ' : ''}${commas(at, listed)}`;

  // After an aggregation only what is projected can be sorted by: by its alias.
  if (grouped || clause.distinct) {
    t.aliases = new Map(
      items.flatMap(({ value, alias }) =>
        alias === undefined ? [] : [[t.text.slice(value.start, value.end), quoteName(alias)] as const],
      ),
    );
  }
  // The database sorts by a name's older meaning.
  else {
    t.aliases = new Map(
      items.flatMap(({ alias }, index) =>
        alias !== undefined && t.scope.get(alias) ? [[alias, textOf(values[index] ?? [])] as const] : [],
      ),
    );
  }
  const outer = t.scope;
  t.scope = new Scope([...outer.bindings, ...scope.bindings], outer.unique);
  const order = clause.order.map(
    ({ value, direction }) => weave(value.start)`${t.expression(value)}${direction && ` ${direction}`}`,
  );
  t.aliases = new Map();
  if (order.length > 0) text = weave(at)`${text} ORDER BY ${commas(at, order)}`;
  if (clause.skip) text = weave(at)`${text} SKIP ${t.expression(clause.skip)}`;
  if (clause.limit) text = weave(at)`${text} LIMIT ${t.expression(clause.limit)}`;
  if (word === 'WITH' && order.length > 0 && !clause.skip && !clause.limit) text = weave(at)`${text} LIMIT ${ALL_ROWS}`;
  t.scope = scope;
  if (clause.where) text = weave(at)`${text} WHERE ${t.expression(clause.where)}`;
  const next = after.find(({ kind }) => kind === 'projection');
  if (order.length > 0 && next?.kind === 'projection' && next.items.some(({ value }) => aggregates(value))) {
    // An aggregation right after would forget the order, and with it the limit.
    const barrier = t.fresh();
    t.ordered = true;
    text = weave(at)`${text} UNWIND [1] AS ${barrier}`;
  }
  return text;
}

function named({ value, alias }: ProjectionItem, rope: Piece[], word: string): Piece[] {
  if (alias !== undefined) return weave(value.start)`${rope} AS ${quoteName(alias)}`;
  // A walk is another thing here, and so needs its name again.
  if (word === 'WITH' && value.kind === 'variable' && rope[0]?.copied === false) {
    return weave(value.start)`${rope} AS ${quoteName(value.name)}`;
  }
  return rope;
}

function commas(at: number, ropes: readonly Piece[][]): Piece[] {
  return ropes.flatMap((rope, index) => (index > 0 ? weave(at)`, ${rope}` : rope));
}

function aggregates(value: Expression): boolean {
  let found = false;
  walk(value, (inner) => {
    if (inner.kind === 'call' && AGGREGATES.has(inner.name.toLowerCase())) found = true;
  });
  return found;
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
  const kept = t.scope.names.map(quoteName);
  const grouped = result.items.every(({ value }) => aggregates(value));
  if (!grouped && result.items.some(({ value }) => aggregates(value))) throw new Untranslatable(CALL_HINT);
  if (grouped && !t.scope.unique) throw new Untranslatable(CALL_HINT);
  const before = t.scope;
  t.scope = before.inner();
  const translated = t.rules.match(t, match);
  const items = result.items.map((item) => {
    // A row that nothing was found for counts none.
    const counted = item.value.kind === 'call' && item.value.star && translated.witness;
    const value = counted ? weave(at)`count(${quoteName(translated.witness ?? '')})` : t.expression(item.value);
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

/** `EXISTS {…}`, `COUNT {…}`, `COLLECT {…}`: the database wants MATCH within, and nothing but one. */
export function translateSubquery(
  t: Translation,
  word: 'EXISTS' | 'COUNT' | 'COLLECT',
  query: Query,
  at: number,
): Piece[] {
  const [clauses = [], ...others] = query.branches;
  const result = clauses.at(-1);
  const returns = result?.kind === 'projection' ? result : undefined;
  const [match, ...more] = returns ? clauses.slice(0, -1) : clauses;
  if (others.length > 0 || match?.kind !== 'match' || more.length > 0) {
    throw new Untranslatable(`${word} {…} takes one MATCH and its WHERE here`);
  }
  if (word === 'COLLECT') {
    const [item] = returns?.items ?? [];
    if (!item || returns?.distinct || returns?.order.length || returns?.limit || returns?.skip) {
      throw new Untranslatable('gather with OPTIONAL MATCH … WITH …, collect(…) AS list in a clause before');
    }
    return gather(t, { ...match, optional: true }, item.value);
  }
  if (returns?.distinct || returns?.limit || returns?.skip)
    throw new Untranslatable(`${word} {…} takes one MATCH and its WHERE here`);
  const { patterns, where } = t.within(t.scope.inner(), () => t.rules.match(t, match));
  return weave(at)`${word} {MATCH ${patterns}${where ? weave(at)` WHERE ${where}` : ''}}`;
}
