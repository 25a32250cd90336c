/** What an expression gives, as far as the text of the query tells: functions that take text and lists must know which. */
import { type Kind as Column, EDGE_PROPERTIES, NODE_PROPERTIES } from '../../properties.js';
import type { Expression } from './parse/syntax.js';
import type { Translation } from './translation.js';

export type Kind = 'text' | 'integer' | 'float' | 'boolean' | 'list';

const SCALARS: readonly (Kind | undefined)[] = ['text', 'integer', 'float', 'boolean'];
const isNumber = (kind: Kind | undefined) => kind === 'integer' || kind === 'float';

/** Whether two values can never be equal: text and a number, for one. */
export function unlike(one: Kind | undefined, other: Kind | undefined): boolean {
  const known = SCALARS.includes(one) && SCALARS.includes(other);
  return known && one !== other && !(isNumber(one) && isNumber(other));
}

const COLUMNS: Readonly<Record<Column, Kind>> = {
  string: 'text',
  strings: 'list',
  integer: 'integer',
  integers: 'list',
  float: 'float',
  floats: 'list',
};

const CALLS: Readonly<Record<string, Kind>> = {
  collect: 'list', split: 'list', range: 'list', nodes: 'list', relationships: 'list', labels: 'list', tail: 'list',
  keys: 'list', percentilecont: 'float', avg: 'float', tofloat: 'float', sqrt: 'float', exp: 'float', log: 'float',
  log10: 'float', round: 'float', floor: 'float', ceil: 'float', count: 'integer', size: 'integer', length: 'integer',
  tointeger: 'integer', tostring: 'text', tolower: 'text', toupper: 'text', trim: 'text', ltrim: 'text',
  rtrim: 'text', left: 'text', right: 'text', substring: 'text', replace: 'text', type: 'text',
}; // biome-ignore format: a table

/** Functions that give what they are given. */
const SAME = new Set(['reverse', 'coalesce', 'min', 'max', 'sum', 'abs']);

/** The kind of an expression where it is certain. */
export function kindOf(t: Translation, e: Expression): Kind | undefined {
  switch (e.kind) {
    case 'parenthesis':
      return kindOf(t, e.inner);
    case 'comprehension':
    case 'patternComprehension':
    case 'slice':
      return 'list';
    case 'variable': {
      const binding = t.lambdas.has(e.name) ? undefined : t.scope.get(e.name);
      if (binding?.is === 'walk') return 'list';
      return binding?.is === 'value' ? binding.kind : undefined;
    }
    case 'property': {
      const binding = e.of.kind === 'variable' && !t.lambdas.has(e.of.name) ? t.scope.get(e.of.name) : undefined;
      if (binding?.is !== 'node' && binding?.is !== 'relationship') return undefined;
      return columnKind(binding.is === 'node' ? NODE_PROPERTIES : EDGE_PROPERTIES, e.key);
    }
    case 'call': {
      const name = e.name.toLowerCase();
      if (SAME.has(name) && e.inputs[0]) return kindOf(t, e.inputs[0]);
      return Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
    }
    case 'labelTest':
    case 'quantifier':
    case 'pattern':
      return 'boolean';
    case 'subquery':
      return e.word === 'EXISTS' ? 'boolean' : e.word === 'COUNT' ? 'integer' : 'list';
    case 'case':
      return commonKind(
        [...e.branches.map(({ then }) => then), ...(e.otherwise ? [e.otherwise] : [])].map((one) => kindOf(t, one)),
      );
    case 'plain':
      return kindOfPlain(t, e);
    default:
      return undefined;
  }
}

export function kindOfPlain(t: Translation, e: Extract<Expression, { kind: 'plain' }>): Kind | undefined {
  const [only] = e.parts;
  if (e.parts.length === 1 && only?.start === e.start && only.end === e.end) return kindOf(t, only);
  if (isOneList(t, e)) return 'list';
  return e.parts.length === 0 ? literalKind(t, e) : arithmetic(t, e);
}

/** The kind that all have; whole numbers among others are numbers. */
function commonKind(kinds: readonly (Kind | undefined)[]): Kind | undefined {
  const [first] = kinds;
  if (kinds.every((kind) => kind === first)) return first;
  return kinds.every(isNumber) ? 'float' : undefined;
}

const TEXT_LISTS = new Set(['labels', 'split', 'keys']);

/** The kind of the items of a list, where it is certain. */
export function itemKind(t: Translation, e: Expression): Kind | undefined {
  if (e.kind === 'parenthesis') return itemKind(t, e.inner);
  if (e.kind === 'call') {
    const name = e.name.toLowerCase();
    if (TEXT_LISTS.has(name)) return 'text';
    if (name === 'range') return 'integer';
    return name === 'collect' && e.inputs[0] ? kindOf(t, e.inputs[0]) : undefined;
  }
  if (e.kind !== 'plain') return undefined;
  const value = parameterOf(t, e);
  if (Array.isArray(value)) return commonKind(value.map(kindOfValue));
  return isOneList(t, e) ? commonKind(e.parts.map((part) => kindOf(t, part))) : undefined;
}

/** The value of a parameter that stands alone. */
export function parameterOf(t: Translation, e: Expression): unknown {
  const written = t.text.slice(e.start, e.end);
  return e.kind === 'plain' && e.parts.length === 0 && written.startsWith('$')
    ? t.parameters[written.slice(1)]
    : undefined;
}

/** The kind that all labels, or all types, agree on. */
export function columnKind(
  tables: Readonly<Record<string, Readonly<Record<string, Column>>>>,
  key: string,
): Kind | undefined {
  const kinds = new Set(Object.values(tables).flatMap((columns) => columns[key] ?? []));
  const [only] = kinds;
  return kinds.size === 1 && only ? COLUMNS[only] : undefined;
}

function literalKind(t: Translation, e: Expression): Kind | undefined {
  const text = t.text.slice(e.start, e.end);
  if (/^['"]/.test(text)) return 'text';
  if (/^(?:true|false)$/i.test(text)) return 'boolean';
  if (/^-?\d+$/.test(text)) return 'integer';
  if (/^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return 'float';
  return kindOfValue(parameterOf(t, e));
}

export function kindOfValue(value: unknown): Kind | undefined {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float';
  return typeof value === 'string' ? 'text' : undefined;
}

/** Whether the text is one list in brackets: nothing but commas between its items. */
export function isOneList(t: Translation, { start, end, parts }: Extract<Expression, { kind: 'plain' }>): boolean {
  if (t.text[start] !== '[' || t.text[end - 1] !== ']') return false;
  const bounds = [start + 1, ...parts.flatMap((part) => [part.start, part.end]), end - 1];
  for (let gap = 0; gap < bounds.length; gap += 2) {
    const between = t.text.slice(bounds[gap], bounds[gap + 1]).trim();
    const inside = gap > 0 && gap < bounds.length - 2;
    if (between !== (inside ? ',' : '')) return false;
  }
  return true;
}

/** Numbers joined by `-`, `*`, `/`, `%` and `+`, with signs before them. */
function arithmetic(t: Translation, { start, end, parts }: Extract<Expression, { kind: 'plain' }>): Kind | undefined {
  const bounds = [start, ...parts.flatMap((part) => [part.start, part.end]), end];
  const between = parts.map((_, index) => t.text.slice(bounds[index * 2], bounds[index * 2 + 1]));
  const rest = t.text.slice(parts.at(-1)?.end ?? end, end).trim();
  if (rest !== '' || !between.every((text, index) => (index === 0 ? /^[-\s]*$/ : /^\s*[-+*/%][-\s]*$/).test(text)))
    return undefined;
  const kinds = new Set(parts.map((part) => kindOf(t, part)));
  if (kinds.has(undefined) || kinds.has('boolean')) return undefined;
  if (kinds.has('list')) return 'list';
  return kinds.has('text') ? 'text' : kinds.has('float') ? 'float' : 'integer';
}
