/** WITH and RETURN of Neo4j in the words of the embedded database: what is projected, grouped, sorted and cut. */
import { AGGREGATES } from './functions.js';
import { kindOf } from './kinds.js';
import { type Piece, textOf, weave } from './rope.js';
import { Scope } from './scope.js';
import type { Clause, Expression, Projection, ProjectionItem } from './syntax.js';
import { isTemporal } from './translate-expression.js';
import { quoteName, type Translation } from './translation.js';
import { walk } from './walk.js';

/** As many rows as there can be: the database sorts in a WITH only where the number of rows is limited. */
const ALL_ROWS = '9223372036854775807';

export function translateProjection(t: Translation, clause: Projection, after: readonly Clause[]): Piece[] {
  const { start: at, word } = clause;
  const typeOf = (index: number) => (word === 'RETURN' ? t.types[index] : undefined);
  // A column that is cast is sorted by under a name of its own.
  const items = clause.items.map((item, index) =>
    typeOf(index) === undefined || item.alias !== undefined ? item : { ...item, alias: t.fresh() },
  );
  const grouped = items.some(({ value }) => aggregates(value));
  const scope = new Scope(clause.star ? t.scope.bindings : [], grouped || clause.distinct);
  // A path stays one for the clauses that follow, also where it may be null.
  const values = items.map(({ value }) =>
    word === 'WITH' && value.kind === 'variable' && t.scope.get(value.name)?.is === 'path'
      ? weave(value.start)`${quoteName(value.name)}`
      : t.expression(value),
  );
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
    scope.set(
      name,
      plain ? binding : { is: 'value', temporal: isTemporal(t, item.value), kind: kindOf(t, item.value) },
    );
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
  // Else the database would count the walks before it joins them with other patterns, and lose those that stay.
  const losesWalks = t.walks && t.sieves > 1 && !grouped && !clause.distinct;
  if (clause.limit && order.length === 0 && losesWalks) order.push(weave(at)`null`);
  if (order.length > 0) text = weave(at)`${text} ORDER BY ${commas(at, order)}`;
  if (clause.skip) text = weave(at)`${text} SKIP ${t.expression(clause.skip)}`;
  if (clause.limit) text = weave(at)`${text} LIMIT ${t.expression(clause.limit)}`;
  if (word === 'WITH' && order.length > 0 && !clause.skip && !clause.limit) text = weave(at)`${text} LIMIT ${ALL_ROWS}`;
  t.scope = scope;
  if (clause.where) {
    text = weave(at)`${text} WHERE ${t.expression(clause.where)}`;
    t.sieves++;
  }
  if (ordersAggregation(clause, after)) {
    // An aggregation right after would forget the order, and with it the limit.
    const barrier = t.fresh();
    t.ordered = true;
    text = weave(at)`${text} UNWIND [1] AS ${barrier}`;
  }
  return text;
}

/** Whether the order of a clause is for an aggregation in the next one. */
export function ordersAggregation({ order }: Projection, after: readonly Clause[]): boolean {
  const next = after.find(({ kind }) => kind === 'projection');
  return order.length > 0 && next?.kind === 'projection' && next.items.some(({ value }) => aggregates(value));
}

function named({ value, alias }: ProjectionItem, rope: Piece[], word: string): Piece[] {
  if (alias !== undefined) return weave(value.start)`${rope} AS ${quoteName(alias)}`;
  // A walk is another thing here, and so needs its name again.
  if (word === 'WITH' && value.kind === 'variable' && rope[0]?.copied === false) {
    return weave(value.start)`${rope} AS ${quoteName(value.name)}`;
  }
  return rope;
}

export function commas(at: number, ropes: readonly Piece[][]): Piece[] {
  return ropes.flatMap((rope, index) => (index > 0 ? weave(at)`, ${rope}` : rope));
}

export function aggregates(value: Expression): boolean {
  let found = false;
  walk(value, (inner) => {
    if (inner.kind === 'call' && AGGREGATES.has(inner.name.toLowerCase())) found = true;
  });
  return found;
}
