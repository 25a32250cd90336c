/** `CALL {…}` whose rows are sorted, cut or joined by UNION: they are gathered as a list before, and the list is parted. */

import { lambda } from '../expressions/list.js';
import { type Kind, kindOf } from '../kinds.js';
import { mayBeNull } from '../nulls.js';
import type { Match, Projection, ProjectionItem, Span } from '../parse/syntax.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import { keptNames, quoteName, type Translation } from '../translation.js';
import { gather, withGathered } from './gathering.js';

/** One part of a UNION: matches and what is returned of them, with a WITH between, or none. */
export interface Part {
  matches: Match[];
  between?: Projection;
  result: Projection;
}

export const ADVICE =
  'CALL {…} takes MATCH and RETURN here, or one MATCH, WITH … ORDER BY … LIMIT and RETURN: write the rest as clauses of their own';

export function nameOf(t: Translation, { alias, value }: ProjectionItem): string {
  if (alias !== undefined) return alias;
  return value.kind === 'variable' ? value.name : t.refuse(value.start, 'what CALL {…} returns needs a name: AS …');
}

function oneMatch(t: Translation, { matches, result }: Part): Match {
  const [match, second] = matches;
  return match && !second && !match.optional ? match : t.refuse((second ?? match ?? result).start, ADVICE);
}

/** A list for each row, of which each item becomes a row. @param isDistinct no two rows are the same */
export function unwound(t: Translation, { start: at }: Span, parts: readonly Part[], isDistinct: boolean): Piece[] {
  const [first] = parts;
  if (first && parts.length === 1 && isOneName(first)) return unwoundNode(t, at, first, isDistinct);
  const names = first?.result.items.map((item) => nameOf(t, item)) ?? [];
  const kinds = new Map<string, Kind | undefined>();
  const kept = keptNames(t);
  return withGathered(t, at, () => {
    const lists = parts.map((part) => {
      const { items } = part.result;
      if (items.map((item) => nameOf(t, item)).join() !== names.join()) {
        t.refuse(part.result.start, `the parts of a UNION return the same columns, here ${names.join(', ')}`);
      }
      const value = () => {
        const columns = items.map((item) => {
          const binding = item.value.kind === 'variable' ? t.scope.get(item.value.name) : undefined;
          if (parts.length > 1 && binding && binding.is !== 'value') t.refuse(item.value.start, OF_UNION);
          kinds.set(nameOf(t, item), kindOf(t, item.value));
          return weave(at)`${quoteName(nameOf(t, item))}: ${t.expression(item.value)}`;
        });
        return { text: weave(at)`{${joinRopes(at, columns, ', ')}}`, mayBeNull: false };
      };
      return gather(t, {
        match: oneMatch(t, part),
        projection: part.result,
        uses: items.map((item) => item.value),
        value,
      });
    });
    for (const name of names) t.scope.set(name, { is: 'value', temporal: false, kind: kinds.get(name) });
    const list = joinRopes(at, lists, ' + ');
    const item = t.fresh();
    const columns = names.map((name) => `${item}.${quoteName(name)} AS ${quoteName(name)}`);
    if (isDistinct) return weave(at)`UNWIND ${list} AS ${item} WITH DISTINCT ${[...kept, ...columns].join(', ')}`;
    const index = t.fresh();
    t.scope.set(index, { is: 'value', temporal: false, hidden: true });
    const before = [...kept, index, ''].join(', ');
    const row = weave(at)`list_extract(${list}, ${index}) AS ${item}`;
    return weave(
      at,
    )`UNWIND range(1, size(${list})) AS ${index} WITH ${before}${row} WITH ${before}${columns.join(', ')}`;
  });
}

const OF_UNION =
  'the parts of a UNION in CALL {…} return properties here: return the id, and match the node by it after the brackets';

function isOneName({ result: { items } }: Part): boolean {
  return items.length === 1 && items[0]?.value.kind === 'variable' && items[0].alias === undefined;
}

/** What comes out of a list is no node that a pattern could start from: it is matched again. */
function unwoundNode(t: Translation, at: number, part: Part, isDistinct: boolean): Piece[] {
  const [item] = part.result.items;
  const match = oneMatch(t, part);
  const kept = keptNames(t);
  const value = item?.value;
  if (value?.kind !== 'variable') return [];
  const name = quoteName(value.name);
  const node = match.chains.flatMap(({ nodes }) => nodes).find(({ variable }) => variable === value.name);
  if (!node) t.refuse(value.start, 'name what CALL {…} returns: AS …');
  return withGathered(t, at, () => {
    const text = () => ({ text: t.expression(value), mayBeNull: false });
    const list = gather(t, { match, projection: part.result, uses: [value], value: text });
    t.scope.set(value.name, { is: 'node' });
    t.scope.unique &&= isDistinct;
    const one = t.fresh();
    const distinct = isDistinct ? ` WITH DISTINCT ${[...kept, one].join(', ')}` : '';
    const labels =
      node?.labels?.is === 'name' && node.labelSpan ? t.copy(node.labelSpan.start, node.labelSpan.end) : [];
    return weave(at)`UNWIND ${list} AS ${one}${distinct} MATCH (${name}${labels}) WHERE id(${name}) = id(${one})`;
  });
}

/** An aggregation of rows that were sorted and cut: it reckons with their list. */
export function reckoned(t: Translation, { start: at }: Span, part: Part, between: Projection): Piece[] {
  const [row, ...others] = between.items;
  if (!row || others.length > 0 || between.where || between.star || between.distinct)
    return t.refuse(between.start, ADVICE);
  const name = nameOf(t, row);
  const kept = keptNames(t);
  return withGathered(t, at, () => {
    const value = () => ({ text: t.expression(row.value), mayBeNull: false });
    const list = gather(t, { match: oneMatch(t, part), projection: between, uses: [row.value], value });
    const columns = part.result.items.map((item) => {
      const text = ofList(t, item, name, list);
      return weave(at)`${text} AS ${quoteName(nameOf(t, item))}`;
    });
    for (const item of part.result.items) t.scope.set(nameOf(t, item), { is: 'value', temporal: false });
    return weave(at)`WITH ${joinRopes(at, [...kept.map((one) => weave(at)`${one}`), ...columns], ', ')}`;
  });
}

/** `collect(…)` or `count(…)` of the items of a list. @param name what an item is called */
function ofList(t: Translation, { value }: ProjectionItem, name: string, list: Piece[]): Piece[] {
  const { start: at } = value;
  const word = value.kind === 'call' && !value.distinct ? value.name.toLowerCase() : '';
  const [input] = value.kind === 'call' ? value.inputs : [];
  const isItem = input?.kind === 'variable' && input.name === name;
  if (word === 'count' && (isItem || !input)) return weave(at)`size(${list})`;
  if (word !== 'collect' || !input) {
    return t.refuse(at, `after WITH … LIMIT in CALL {…} only collect(…) and count(${name}) are known here`);
  }
  if (isItem) return list;
  const each = t.fresh();
  const all = weave(at)`list_transform(${list}, ${lambda(t, [name], input, at)})`;
  return mayBeNull(t, input) ? weave(at)`list_filter(${all}, ${each} -> ${each} IS NOT NULL)` : all;
}
