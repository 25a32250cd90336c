/** Queries within an expression, in the words of the embedded database. */

import { mayBeNull } from '../nulls.js';
import type { Query } from '../parse/syntax.js';
import { isGathered, namesIn } from '../parse/walk.js';
import { type Piece, weave } from '../rope.js';
import { quoteName, type Translation } from '../translation.js';
import { gather } from './gathering.js';

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
    return t.refuse(more[0]?.start ?? at, `${word} {…} takes one MATCH and its WHERE here: match the rest before it`);
  }
  if (word === 'COLLECT') {
    const [item] = returns?.items ?? [];
    if (!item || returns?.distinct)
      return t.refuse(at, 'COLLECT {…} takes a RETURN of one value here, without DISTINCT');
    const value = () => ({ text: t.expression(item.value), mayBeNull: mayBeNull(t, item.value) });
    return gather(t, { match, value, uses: [item.value], ...(returns ? { projection: returns } : {}) });
  }
  if (returns?.distinct || returns?.limit || returns?.skip) {
    return t.refuse(returns.start, `${word} {…} takes one MATCH and its WHERE here: leave out the RETURN`);
  }
  if (t.sorts || isGathered({ kind: 'subquery', word, query, start: at, end: query.end })) {
    const count = gather(t, { match });
    return word === 'COUNT' ? count : weave(at)`(${count} > 0)`;
  }
  const outer = t.scope;
  const { patterns, where } = t.within(outer.inner(), () => t.rules.match(t, { ...match, optional: false }));
  const asked = weave(at)`${word} {MATCH ${patterns}${where ? weave(at)` WHERE ${where}` : ''}}`;
  // Of an outer name that is used by nothing but COUNT the database sees the rows only that are counted, and a null as any.
  const conditions = namesIn(match).flatMap((name) => {
    const binding = t.lambdas.has(name) ? undefined : outer.get(name);
    if (binding?.is !== 'node' && binding?.is !== 'relationship') return [];
    if (word === 'EXISTS') return binding.mayBeNull ? [`${quoteName(name)} IS NULL`] : [];
    return [`${quoteName(name)}.${binding.is === 'node' ? 'id' : 'confidence'} IS NULL`];
  });
  if (conditions.length === 0) return asked;
  const none = word === 'COUNT' ? '0' : 'false';
  return weave(at)`(CASE WHEN ${conditions.join(' OR ')} THEN ${none} ELSE ${asked} END)`;
}
