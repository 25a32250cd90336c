/** What a clause asks of patterns for each row is found before it: by an OPTIONAL MATCH and an aggregation. */

import type { Expression, Match, Projection } from '../parse/syntax.js';
import { namesIn, walk } from '../parse/walk.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import { type Gathered, keptNames, type Translation } from '../translation.js';
import { aggregates } from './aggregates.js';
import { ofFound } from './found-rows.js';
import { ALL_ROWS, boundNumber, sortKeys } from './order.js';

const ADVICE = 'gather it with OPTIONAL MATCH … WITH …, collect(…) AS list in a clause of its own';

/** What is to be found for each row. */
export interface Asked {
  match: Match;
  /** Makes the value of a match, where the names of the match are known; absent where matches are counted. */
  value?: () => { text: Piece[]; mayBeNull: boolean };
  /** The expressions that the values are made of. */
  uses?: readonly Expression[];
  /** How the values are sorted and cut. */
  projection?: Projection;
}

/**
 * The list, or the count, of a pattern's matches, which are found before the clause.
 * @throws QueryError `syntax` where they cannot be
 */
export function gather(t: Translation, { match, value, uses = [], projection }: Asked): Piece[] {
  const { gathered, gatheredFrom } = t;
  const { start: at } = match;
  if (projection?.distinct && (projection.skip || projection.limit)) {
    t.refuse(projection.start, 'DISTINCT with SKIP or LIMIT is not known here: gather all, and cut the list after it');
  }
  const names = new Set(namesIn(match));
  for (const one of [...uses, ...(projection?.order ?? []).map((key) => key.value)]) {
    if (aggregates(one)) t.refuse(one.start, `an aggregation cannot stand in a pattern that is gathered: ${ADVICE}`);
    walk(one, (inner) => {
      if (inner.kind === 'variable') names.add(inner.name);
    });
  }
  for (const name of names) {
    if (gathered && t.scope.get(name) !== gatheredFrom?.get(name)) {
      t.refuse(at, `a pattern that is gathered cannot use ${name} here: ${ADVICE}`);
    }
  }
  if (!gathered || !t.scope.unique || t.lambdas.size > 0) {
    return t.refuse(at, `a pattern cannot be gathered here: ${ADVICE}`);
  }
  const name = t.fresh();
  t.within(t.scope.inner(), () => {
    const found = t.rules.match(t, { ...match, optional: false });
    if (!value && found.witness === undefined)
      t.refuse(at, 'a pattern without a new node or relationship: write WHERE for it');
    const sorted = projection && projection.order.length > 0 ? { order: sortKeys(t, projection) } : {};
    gathered.push({ name, match: found, ...(value ? { value: value() } : {}), ...sorted });
  });
  return cut(t, weave(at)`${name}`, projection);
}

/** A list less what SKIP and LIMIT leave out. */
function cut(t: Translation, list: Piece[], projection: Projection | undefined): Piece[] {
  const { skip, limit } = projection ?? {};
  if (!skip && !limit) return list;
  const from = skip ? boundNumber(t, skip) : 0;
  const to = limit ? String(from + boundNumber(t, limit)) : '';
  return weave(list[0]?.at ?? 0)`(${list})[${String(from + 1)}..${to}]`;
}

/** Puts what the clause gathers before it. */
export function withGathered(t: Translation, at: number, translate: () => Piece[]): Piece[] {
  const gathered: Gathered[] = [];
  const outer = { gathered: t.gathered, from: t.gatheredFrom };
  t.gathered = gathered;
  t.gatheredFrom = t.scope.inner();
  const kept = keptNames(t);
  const clause = translate();
  t.gathered = outer.gathered;
  t.gatheredFrom = outer.from;
  const before = gathered.flatMap((one) => {
    const text = gatheringText(t, at, one, kept);
    kept.push(one.name);
    return text;
  });
  return [...before, ...clause];
}

function gatheringText(t: Translation, at: number, one: Gathered, kept: readonly string[]): Piece[] {
  const { name, match, value, order } = one;
  const where = match.where ? weave(at)` WHERE ${match.where}` : '';
  const scope = [...kept, ''].join(', ');
  const found = weave(at)`OPTIONAL MATCH ${match.patterns}${where} WITH ${scope}`;
  if (!value) return weave(at)`${found}count(${match.witness ?? ''}) AS ${name} `;
  // A list of one holds a null that collect() would pass over.
  const item = value.mayBeNull ? weave(at)`[${value.text}]` : value.text;
  const each = match.witness === undefined ? item : ofFound(at, match.witness, item);
  const listOf = (items: Piece[]) => {
    const list = weave(at)`coalesce(collect(${items}), [])`;
    const one = t.fresh();
    return value.mayBeNull ? weave(at)`list_transform(${list}, ${one} -> ${one}[1])` : list;
  };
  if (!order) return weave(at)`${found}${listOf(each)} AS ${name} `;
  t.ordered = true;
  const sortedItem = t.fresh();
  const keys = order.map((key) => ({ ...key, name: t.fresh() }));
  const columns = joinRopes(
    at,
    keys.map((key) => weave(at)`${key.by} AS ${key.name}`),
    ', ',
  );
  const by = keys.map((key) => `${key.name} ${key.direction}`.trim()).join(', ');
  const sorted = weave(
    at,
  )`${each} AS ${sortedItem}, ${columns} ORDER BY ${by} LIMIT ${ALL_ROWS} UNWIND [1] AS ${t.fresh()}`;
  return weave(at)`${found}${sorted} WITH ${scope}${listOf(weave(at)`${sortedItem}`)} AS ${name} `;
}
