/** What an expression gives, as far as the text of the query tells: functions that take text and lists must know which. */
import { type Kind as Column, EDGE_PROPERTIES, NODE_PROPERTIES } from '../../properties.js';
import type { Expression } from './syntax.js';
import type { Translation } from './translation.js';

export type Kind = 'text' | 'integer' | 'float' | 'list';

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
      return columnOf(binding.is === 'node' ? NODE_PROPERTIES : EDGE_PROPERTIES, e.key);
    }
    case 'call': {
      const name = e.name.toLowerCase();
      if (SAME.has(name) && e.inputs[0]) return kindOf(t, e.inputs[0]);
      return Object.hasOwn(CALLS, name) ? CALLS[name] : undefined;
    }
    case 'plain':
      if (isOneList(t, e)) return 'list';
      return e.parts.length === 0 ? literalKind(t, e) : arithmetic(t, e.parts);
    default:
      return undefined;
  }
}

/** The kind that all labels, or all types, agree on. */
function columnOf(tables: Readonly<Record<string, Readonly<Record<string, Column>>>>, key: string): Kind | undefined {
  const kinds = new Set(Object.values(tables).flatMap((columns) => columns[key] ?? []));
  const [only] = kinds;
  return kinds.size === 1 && only ? COLUMNS[only] : undefined;
}

function literalKind(t: Translation, e: Expression): Kind | undefined {
  const text = t.text.slice(e.start, e.end);
  if (/^['"]/.test(text)) return 'text';
  if (/^-?\d+$/.test(text)) return 'integer';
  if (/^-?\d*\.?\d+(?:[eE][-+]?\d+)?$/.test(text)) return 'float';
  const value = text.startsWith('$') ? t.parameters[text.slice(1)] : undefined;
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'float';
  return typeof value === 'string' ? 'text' : undefined;
}

/** Whether the text is one list in brackets: nothing but commas between its items. */
function isOneList(t: Translation, { start, end, parts }: Extract<Expression, { kind: 'plain' }>): boolean {
  if (t.text[start] !== '[' || t.text[end - 1] !== ']') return false;
  const bounds = [start + 1, ...parts.flatMap((part) => [part.start, part.end]), end - 1];
  for (let gap = 0; gap < bounds.length; gap += 2) {
    const between = t.text.slice(bounds[gap], bounds[gap + 1]).trim();
    const inside = gap > 0 && gap < bounds.length - 2;
    if (between !== (inside ? ',' : '')) return false;
  }
  return true;
}

/** Numbers joined by `-`, `*`, `/` and `+`. */
function arithmetic(t: Translation, parts: readonly Expression[]): Kind | undefined {
  const joined = parts.slice(1).every((part, index) => {
    const between = t.text.slice(parts[index]?.end, part.start);
    return /^\s*[-+*/]\s*$/.test(between);
  });
  const kinds = new Set(parts.map((part) => kindOf(t, part)));
  if (!joined || kinds.has(undefined)) return undefined;
  if (kinds.has('list')) return 'list';
  return kinds.has('text') ? 'text' : kinds.has('float') ? 'float' : 'integer';
}
