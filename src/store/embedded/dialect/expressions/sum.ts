/** What `+` joins: Neo4j makes text of a number, takes an item into a list, and gives null where anything is null. */
import { asText } from '../functions/conversions.js';
import { kindOfPlain } from '../kinds.js';
import { mayBeNull } from '../nulls.js';
import { partsOf, type Run } from '../parse/operators.js';
import type { Expression } from '../parse/syntax.js';
import { joinRopes, weave } from '../rope.js';
import type { Translation } from '../translation.js';
import type { Rewriting } from './rewriting.js';

const PLUS: ReadonlySet<string> = new Set(['+']);

/** Writes `'a' + 1`, `names + 'x'` and `name + date` as the database can add them up. */
export function translateSum(rewriting: Rewriting, run: Run): void {
  const { t } = rewriting;
  const { parts, by } = partsOf(run, PLUS);
  if (by.length === 0) return;
  const terms = parts.map((part) => rewriting.expression(part));
  const kinds = terms.map((term) => kindOfPlain(t, term) ?? (isItem(t, term) ? 'node' : undefined));
  const kind = kinds.includes('list') ? 'list' : 'text';
  const first = kinds.indexOf(kind);
  // What stands before the first text or list but one is added up before.
  if (first < 0 || first > 1 || parts.some(({ operators }) => operators.some(({ text }) => text === '-'))) return;
  // Of a list that is null the sum is null, too.
  const nullable = terms
    .filter((term, index) => !(kind === 'list' && kinds[index] === 'list') && mayBeNull(t, term))
    .map((term) => rewriting.text(term));
  terms.forEach((term, index) => {
    const [own, text, at] = [kinds[index], rewriting.text(term), term.start];
    if (own === undefined || own === kind) return;
    if (kind === 'list') rewriting.replace(term, weave(at)`[${text}]`);
    else if (own === 'integer' || own === 'float') rewriting.replace(term, asText(at, text, own));
  });
  if (nullable.length === 0) return;
  const [at, end] = [terms[0]?.start ?? run.start, terms.at(-1)?.end ?? run.end];
  const there = joinRopes(
    at,
    nullable.map((text) => weave(at)`(${text}) IS NOT NULL`),
    ' AND ',
  );
  rewriting.replace({ start: at, end }, weave(at)`CASE WHEN ${there} THEN ${rewriting.text({ start: at, end })} END`);
}

/** A node or a relationship. */
function isItem(
  t: Translation,
  { parts: [only], start, end }: { parts: readonly Expression[]; start: number; end: number },
): boolean {
  if (only?.kind !== 'variable' || only.start !== start || only.end !== end || t.lambdas.has(only.name)) return false;
  return ['node', 'relationship'].includes(t.scope.get(only.name)?.is ?? '');
}
