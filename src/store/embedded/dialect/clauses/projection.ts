/** WITH and RETURN of Neo4j in the words of the embedded database: what is projected, grouped, sorted and cut. */

import { isTemporal } from '../functions/dates.js';
import { kindOf } from '../kinds.js';
import { mayHoldNull } from '../nulls.js';
import type { Clause, Projection, ProjectionItem } from '../parse/syntax.js';
import { walk } from '../parse/walk.js';
import { joinRopes, type Piece, textOf, weave } from '../rope.js';
import { Scope } from '../scope.js';
import { quoteName, type Translation } from '../translation.js';
import { aggregates } from './aggregates.js';
import { ALL_ROWS, bound } from './order.js';

export function translateProjection(t: Translation, clause: Projection, after: readonly Clause[]): Piece[] {
  const { start: at, word } = clause;
  const typeOf = (index: number) => (word === 'RETURN' ? t.types[index] : undefined);
  const grouped = clause.items.some(({ value }) => aggregates(value));
  // What is cast, or grouped by and not a name, is sorted by under a name of its own.
  const isSorted = word === 'RETURN' && clause.order.length > 0 && (grouped || clause.distinct);
  const items = clause.items.map((item, index) => {
    const needsName = typeOf(index) !== undefined || (isSorted && item.value.kind !== 'variable');
    return needsName && item.alias === undefined ? { ...item, alias: t.fresh() } : item;
  });
  const scope = new Scope(clause.star ? t.scope.bindings : [], grouped || clause.distinct);
  // A path stays one for the clauses that follow, also where it may be null.
  const values = items.map((item) => {
    const { value } = item;
    if (word === 'WITH' && value.kind === 'variable' && t.scope.get(value.name)?.is === 'path') {
      return weave(value.start)`${quoteName(value.name)}`;
    }
    // What rows are told apart or sorted by must be a value of the database's.
    t.shown = word === 'RETURN' && !clause.distinct && !isSortedBy(t, clause, item);
    const text = t.expression(value);
    t.shown = false;
    return text;
  });
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
      plain
        ? binding
        : {
            is: 'value',
            temporal: isTemporal(t, item.value),
            kind: kindOf(t, item.value),
            full: !mayHoldNull(t, item.value),
          },
    );
  }
  const dropped = t.scope.names.filter(
    (name) => !clause.star && !items.some(({ value }) => value.kind === 'variable' && value.name === name),
  );
  const told = grouped || clause.distinct || t.lambdas.size > 0 ? [] : tellingApart(t, clause, dropped, scope);
  if (dropped.length === 0 || told.length > 0) scope.unique ||= t.scope.unique;
  const listed = [...(clause.star ? starred(t, word) : []), ...columns, ...told];
  let text = weave(at)`${word} ${clause.distinct ? 'DISTINCT ' : ''}${joinRopes(at, listed, ', ')}`;

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
  t.sorts = true;
  const order = clause.order.map(
    ({ value, direction }) => weave(value.start)`${t.expression(value)}${direction && ` ${direction}`}`,
  );
  t.sorts = false;
  t.aliases = new Map();
  // Else the database would count the walks before it joins them with other patterns, and lose those that stay.
  const losesWalks = t.walks && t.sieves > 1 && !grouped && !clause.distinct;
  if (clause.limit && order.length === 0 && losesWalks) order.push(weave(at)`null`);
  if (order.length > 0) text = weave(at)`${text} ORDER BY ${joinRopes(at, order, ', ')}`;
  if (clause.skip) text = weave(at)`${text} SKIP ${bound(t, clause.skip)}`;
  if (clause.limit) text = weave(at)`${text} LIMIT ${bound(t, clause.limit)}`;
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

/** What keeps rows apart that a WITH makes alike, where something is gathered for each of them later. */
function tellingApart(
  t: Translation,
  { word, start: at }: Projection,
  dropped: readonly string[],
  scope: Scope,
): Piece[][] {
  if (word !== 'WITH' || !t.nameAll || !t.scope.unique) return [];
  if (dropped.some((name) => ['path', 'walk'].includes(t.scope.get(name)?.is ?? ''))) return [];
  return dropped.map((name) => {
    const hidden = t.fresh();
    scope.set(hidden, { is: 'value', temporal: false, hidden: true });
    const of = t.scope.get(name)?.is === 'value' ? quoteName(name) : `id(${quoteName(name)})`;
    return weave(at)`${of} AS ${hidden}`;
  });
}

/** `*`, or the names of the query where there are others. */
function starred(t: Translation, word: Projection['word']): Piece[][] {
  const isHidden = (name: string) => {
    const binding = t.scope.get(name);
    return binding?.is === 'value' && binding.hidden === true;
  };
  const { names } = t.scope;
  if (word === 'WITH' || !names.some(isHidden)) return [weave(0)`*`];
  return names.filter((name) => !isHidden(name)).map((name) => weave(0)`${quoteName(name)}`);
}

function isSortedBy(t: Translation, { order }: Projection, { value, alias }: ProjectionItem): boolean {
  const written = t.text.slice(value.start, value.end);
  return order.some((key) => {
    let found = false;
    walk(key.value, (inner) => {
      found ||= t.text.slice(inner.start, inner.end) === written || (inner.kind === 'variable' && inner.name === alias);
    });
    return found;
  });
}
