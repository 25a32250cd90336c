/** Comparisons that decide which node is meant: by the ends of a relationship, and by the id. */
import { endProperty } from '../functions/ends.js';
import type { Plain } from '../parse/operators.js';
import type { Expression } from '../parse/syntax.js';
import { type Piece, textOf, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import type { Rewriting } from './rewriting.js';

/** What is compared in the stead of two values, where it is something else. */
export function comparedIds(
  rewriting: Rewriting,
  operator: string,
  left: Plain,
  right: Plain,
): [Piece[], Piece[]] | undefined {
  if (operator !== '=' && operator !== '<>') return undefined;
  return comparedEnds(rewriting.t, left, right) ?? (operator === '=' ? lookedUp(rewriting, left, right) : undefined);
}

/**
 * An id by which the database looks nothing up: a node that it looks up by what is worked out for each row it gives for the
 * wrong rows.
 */
export function unindexed(at: number, id: Piece[]): Piece[] {
  return weave(at)`concat(${id}, '')`;
}

/** `startNode(r) = a`, for which the ids will do. */
function comparedEnds(t: Translation, left: Plain, right: Plain): [Piece[], Piece[]] | undefined {
  const ids = [left, right].map(({ parts: [only] }) => {
    if (only?.kind === 'call') return endProperty(t, only, 'id');
    const isNode = only?.kind === 'variable' && !t.lambdas.has(only.name) && t.scope.get(only.name)?.is === 'node';
    return isNode ? weave(only.start)`${t.expression(only)}.id` : undefined;
  });
  const [one, other] = ids;
  const isEnd = [left, right].some(({ parts }) => parts[0]?.kind === 'call');
  return isEnd && one && other ? [one, other] : undefined;
}

/** `n.id = coalesce(x, y)` */
function lookedUp(rewriting: Rewriting, left: Plain, right: Plain): [Piece[], Piece[]] | undefined {
  const { t } = rewriting;
  const isFirst = isId(t, left);
  const [id, key] = isFirst ? [left, right] : [right, left];
  if (!isId(t, id)) return undefined;
  const text = rewriting.text(key);
  if (isGiven(t, key, text)) return undefined;
  const worked = unindexed(id.start, rewriting.text(id));
  return isFirst ? [worked, text] : [text, worked];
}

function isId(t: Translation, { parts: [e, more], start, end }: Plain): boolean {
  if (more || e?.start !== start || e.end !== end) return false;
  if (e?.kind !== 'property' || e.key !== 'id' || e.of.kind !== 'variable' || t.lambdas.has(e.of.name)) return false;
  return t.scope.get(e.of.name)?.is === 'node';
}

/** Whether something stands in the query or in the row: a literal, a parameter, a name, a property as it is. */
export function isGiven(t: Translation, e: Expression, text: readonly Piece[]): boolean {
  if (e.kind === 'variable' || (e.kind === 'plain' && e.parts.length === 0)) return true;
  const [only] = e.kind === 'plain' ? e.parts : [e];
  return (
    only?.start === e.start &&
    only.end === e.end &&
    /^(?:variable|property)$/.test(only.kind) &&
    textOf(text) === t.text.slice(e.start, e.end)
  );
}
