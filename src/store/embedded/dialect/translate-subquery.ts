/** Queries within an expression, in the words of the embedded database. */
import { type Piece, weave } from './rope.js';
import type { Query } from './syntax.js';
import { gather } from './translate-expression.js';
import { quoteName, type Translation, Untranslatable } from './translation.js';
import { namesIn } from './walk.js';

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
