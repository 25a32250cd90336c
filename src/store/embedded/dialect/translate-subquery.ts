/** Queries within an expression, in the words of the embedded database. */
import { type Piece, weave } from './rope.js';
import type { Query } from './syntax.js';
import { gather } from './translate-expression.js';
import { type Translation, Untranslatable } from './translation.js';

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
