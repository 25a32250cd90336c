/** Lists: indexes and slices, which the two databases count differently, and functions over the items of a list. */
import { itemKind, kindOf } from '../kinds.js';
import type { Expression } from '../parse/syntax.js';
import { walk } from '../parse/walk.js';
import { type Piece, textOf, weave } from '../rope.js';
import { quoteName, type Translation, unlessNull } from '../translation.js';

/** What may stand before a dot or a bracket. */
export function base(t: Translation, of: Expression): Piece[] {
  const rope = t.expression(of);
  const simple = ['variable', 'parenthesis', 'property'].includes(of.kind) || (of.kind === 'call' && !translated(rope));
  return simple ? rope : weave(of.start)`(${rope})`;
}
const translated = (rope: Piece[]) => rope[0]?.copied !== true;

/** The number that an expression is, where it is written as one or is a parameter. */
function numberOf(t: Translation, e: Expression): number | undefined {
  const text = t.text.slice(e.start, e.end).replace(/^-\s+/, '-');
  const value = text.startsWith('$') ? t.parameters[text.slice(1)] : /^-?\d+$/.test(text) ? Number(text) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** Neo4j counts from 0 and gives null beyond the ends; the database counts from 1 and ends the query. */
export function translateIndex(t: Translation, e: Extract<Expression, { kind: 'index' }>): Piece[] {
  const { start: at } = e;
  const written = t.text.slice(e.at.start, e.at.end);
  const key =
    /^(['"])([A-Za-z_]\w*)\1$/.exec(written)?.[2] ?? (written.startsWith('$') && t.parameters[written.slice(1)]);
  if (typeof key === 'string') return weave(at)`${base(t, e.of)}.${quoteName(key)}`;
  const index = numberOf(t, e.at);
  const isNamed = t.aliases.has(t.text.slice(e.of.start, e.of.end));
  if (index === 0 && !isNamed && e.of.kind === 'call' && e.of.name.toLowerCase() === 'labels') {
    const [input] = e.of.inputs;
    if (input) return unlessNull(t, input, weave(at)`label(${t.expression(input)})`);
  }
  const measured = base(t, e.of);
  const list = onceMore(t, e.of, measured);
  if (index !== undefined) {
    return index < 0
      ? itemAt(at, list, String(index), weave(at)`size(${measured}) >= ${String(-index)}`)
      : itemAt(at, list, String(index + 1), weave(at)`size(${measured}) > ${String(index)}`);
  }
  const i = weave(at)`(${t.expression(e.at)})`;
  const within = weave(at)`(${i} >= 0 AND size(${list}) > ${i}) OR (${i} < 0 AND size(${list}) >= -${i})`;
  return itemAt(at, list, weave(at)`CASE WHEN ${i} < 0 THEN ${i} ELSE ${i} + 1 END`, within);
}

/**
 * The item at an index as the database counts, or null. The list is taken away where it is too short: the database works out
 * both branches of a CASE for all rows, so that an index within a branch would end the query.
 */
export function itemAt(at: number, list: Piece[], index: Piece[] | string, within: Piece[]): Piece[] {
  return weave(at)`list_extract(CASE WHEN ${within} THEN ${list} END, ${index})`;
}

export function plusOne(t: Translation, e: Expression): Piece[] {
  const number = numberOf(t, e);
  if (number === undefined) {
    const i = weave(e.start)`(${t.expression(e)})`;
    return weave(e.start)`CASE WHEN ${i} < 0 THEN ${i} ELSE ${i} + 1 END`;
  }
  return weave(e.start)`${String(number < 0 ? number : number + 1)}`;
}

/** The end of a slice, which Neo4j leaves out: counted from 1 it is the last one within; from the end it is one less. */
export function upTo(t: Translation, e: Expression): Piece[] {
  const number = numberOf(t, e);
  if (number === undefined) {
    const i = weave(e.start)`(${t.expression(e)})`;
    return weave(e.start)`CASE WHEN ${i} < 0 THEN ${i} - 1 ELSE ${i} END`;
  }
  return weave(e.start)`${String(number < 0 ? number - 1 : number)}`;
}

/**
 * A list for a function over its items. Where two functions go through one column the database answers the first wrongly:
 * each but one takes a copy.
 */
export function ownList(t: Translation, e: Expression): Piece[] {
  const list = t.expression(e);
  const text = textOf(list);
  if (t.walked.has(text)) return weave(e.start)`list_concat(${list}, [])`;
  t.walked.add(text);
  return list;
}

/** What is written once more, where it is: a function over items goes through a list of its own each time. */
export function onceMore(t: Translation, e: Expression, written: Piece[]): Piece[] {
  let walks = false;
  walk(e, (inner) => {
    walks ||= ['comprehension', 'quantifier', 'reduce'].includes(inner.kind);
  });
  return walks ? t.expression(e) : written;
}

/** A function's own variables must differ from all names in scope, and are not seen by a function within. */
export function lambdaParts(
  t: Translation,
  variables: readonly string[],
  inside: Expression,
): { names: string[]; body: Piece[] } {
  const names = variables.map((name) => (t.scope.get(name) || quoteName(name) !== name ? t.fresh() : name));
  const before = t.lambdas;
  t.lambdas = new Map([
    ...[...before.keys()].map((name) => [name, ''] as const),
    ...variables.map((name, index) => [name, names[index] ?? name] as const),
  ]);
  try {
    return { names, body: t.expression(inside) };
  } finally {
    t.lambdas = before;
  }
}

export function lambda(t: Translation, variables: readonly string[], inside: Expression, at: number): Piece[] {
  const { names, body } = lambdaParts(t, variables, inside);
  return weave(at)`${names.length > 1 ? `(${names.join(', ')})` : names.join()} -> ${body}`;
}

/** A sum or a product of what each item gives becomes just that; any other step must give what the list holds. */
export function translateReduce(t: Translation, e: Extract<Expression, { kind: 'reduce' }>): Piece[] {
  const { start: at, step } = e;
  const list = ownList(t, e.list);
  const initial = t.expression(e.initial);
  const [first, second] = step.kind === 'plain' ? step.parts : [];
  const operator = first && second ? t.text.slice(first.end, second.start).trim() : '';
  const numeric =
    numberOf(t, e.initial) !== undefined || /^-?\d*\.\d+$/.test(t.text.slice(e.initial.start, e.initial.end));
  const alone = step.kind === 'plain' && step.parts.length === 2 && first?.kind === 'variable' && first.name === e.sum;
  if (alone && second && numeric && (operator === '+' || operator === '*')) {
    const items = weave(at)`list_transform(${list}, ${lambda(t, [e.variable], second, at)})`;
    return operator === '+'
      ? weave(at)`(${initial} + coalesce(list_sum(${items}), 0))`
      : weave(at)`(${initial} * coalesce(list_product(${items}), 1))`;
  }
  const joined = joinedItems(t, e, initial);
  return joined ?? weave(at)`list_reduce([${initial}] + (${list}), ${lambda(t, [e.sum, e.variable], step, at)})`;
}

/** Text that grows by what each item gives; the database's own reduction keeps to what the list holds. */
function joinedItems(
  t: Translation,
  e: Extract<Expression, { kind: 'reduce' }>,
  initial: Piece[],
): Piece[] | undefined {
  const { start: at, step } = e;
  if (kindOf(t, e.initial) !== 'text' || itemKind(t, e.list) === 'text' || step.kind !== 'plain') return undefined;
  const [sum, ...rest] = step.parts;
  const [next] = rest;
  const isFirst = sum?.kind === 'variable' && sum.name === e.sum && sum.start === step.start;
  if (!isFirst || !next || t.text.slice(sum.end, next.start).trim() !== '+') return undefined;
  const added = { ...step, start: next.start, parts: rest };
  const texts = () => weave(at)`list_transform(${ownList(t, e.list)}, ${lambda(t, [e.variable], added, at)})`;
  const each = t.fresh();
  const nulls = weave(at)`size(list_filter(${texts()}, ${each} -> ${each} IS NULL))`;
  return weave(at)`CASE WHEN ${nulls} = 0 THEN ${initial} + list_to_string('', ${texts()}) END`;
}
