/** Expressions of Neo4j in the words of the embedded database. */

import { gather } from '../clauses/gathering.js';
import { DATE_PARTS, datePart, durationPart, isTemporal } from '../functions/dates.js';
import { endProperty } from '../functions/ends.js';
import { translateCall } from '../functions/functions.js';
import { isOneList } from '../kinds.js';
import { mayBeNull } from '../nulls.js';
import type { Expression } from '../parse/syntax.js';
import { joinRopes, type Piece, weave } from '../rope.js';
import { checkKey } from '../spelling.js';
import { labelCondition, quoteName, type Translation, unlessNull } from '../translation.js';
import { translateCase } from './case.js';
import { base, lambda, ownList, plusOne, translateIndex, translateReduce, upTo } from './list.js';
import { mixedList } from './mixed.js';
import { translateOperators } from './operators.js';
import { translateQuantifier } from './quantifier.js';

type Variable = Extract<Expression, { kind: 'variable' }>;

export function translateExpression(t: Translation, e: Expression): Piece[] {
  const { shown } = t;
  t.shown = shown && showsParts(t, e);
  try {
    return translateKind(t, e);
  } finally {
    t.shown = shown;
  }
}

/** Whether what an expression is made of is only shown, where it is. */
function showsParts(t: Translation, e: Expression): boolean {
  if (e.kind === 'plain') return isOneList(t, e);
  if (e.kind === 'call') return /^(?:collect|keys|coalesce)$/i.test(e.name);
  return ['parenthesis', 'map', 'mapProjection', 'case'].includes(e.kind);
}

function translateKind(t: Translation, e: Expression): Piece[] {
  const alias = t.aliases.size > 0 ? t.aliases.get(t.text.slice(e.start, e.end)) : undefined;
  if (alias !== undefined) return weave(e.start)`${alias}`;
  const at = e.start;
  const path = e.kind === 'variable' ? undefined : optionalPathOf(t, e);
  if (path) return ofOptionalPath(t, path, () => translateExpression(t, e));
  switch (e.kind) {
    case 'variable':
      return translateVariable(t, e);
    case 'plain': {
      const list =
        isOneList(t, e) &&
        mixedList(
          t,
          at,
          e.parts,
          e.parts.map((part) => t.expression(part)),
        );
      return list || translateOperators(t, e);
    }
    case 'parenthesis':
      return t.around(e, parted(t, [e.inner]));
    case 'case':
      return translateCase(t, e);
    case 'map':
      return t.around(
        e,
        e.entries.flatMap(({ key, value }) => [
          { span: key, by: renamed(t, key.start, key.end, key.name) },
          ...parted(t, [value]),
        ]),
      );
    case 'property':
      return translateProperty(t, e);
    case 'index':
      return translateIndex(t, e);
    case 'slice': {
      const from = e.from ? plusOne(t, e.from) : weave(at)`1`;
      return weave(at)`${base(t, e.of)}[${from}..${e.to ? upTo(t, e.to) : ''}]`;
    }
    case 'labelTest':
      return unlessNull(t, e.of, labelCondition(at, t.expression(e.of), e.labels));
    case 'call':
      return translateCall(t, e) ?? t.around(e, parted(t, e.inputs));
    case 'comprehension': {
      const where = e.where && lambda(t, [e.variable], e.where, at);
      const map = e.map && lambda(t, [e.variable], e.map, at);
      const list = t.expression(e.list);
      const own = where || map ? ownList(t, e.list) : list;
      // Of a list of nothing list_filter may give an item of another row's.
      const kept = where
        ? weave(at)`(CASE WHEN size(${list}) = 0 THEN ${list} ELSE list_filter(${own}, ${where}) END)`
        : own;
      return map ? weave(at)`list_transform(${kept}, ${map})` : where ? kept : weave(at)`(${kept})`;
    }
    case 'quantifier':
      return translateQuantifier(t, e);
    case 'reduce':
      return translateReduce(t, e);
    case 'mapProjection': {
      const node = { kind: 'variable' as const, start: at, end: at + e.of.length, name: e.of };
      const of = t.expression(node);
      const items = e.items.map((item) => {
        if (item.is === 'all') return weave(at)`_properties: ${of}`;
        if (item.is === 'key') checkKey(t, item.name, at);
        if (item.is === 'key') return weave(at)`${quoteName(item.name)}: ${of}.${quoteName(item.name)}`;
        return weave(at)`${quoteName(item.name)}: ${t.expression(item.value)}`;
      });
      return unlessNull(t, node, weave(at)`{${joinRopes(at, items, ', ')}}`);
    }
    case 'pattern': {
      const { start, end } = e;
      const match = { kind: 'match' as const, start, end, optional: false, chains: [e.chain] };
      const { patterns, where } = t.within(t.scope.inner(), () => t.rules.match(t, match));
      return where ? weave(at)`EXISTS {MATCH ${patterns} WHERE ${where}}` : patterns;
    }
    case 'patternComprehension': {
      const { start, end } = e.chain;
      const match = { kind: 'match' as const, start, end, optional: true, chains: [e.chain] };
      const value = () => ({ text: t.expression(e.map), mayBeNull: mayBeNull(t, e.map) });
      return gather(t, { match: e.where ? { ...match, where: e.where } : match, value, uses: [e.map] });
    }
    case 'subquery':
      return t.rules.subquery(t, e.word, e.query, at);
  }
}

/** The path, one that may be null, that all of an expression is made of: null then, too. */
export function optionalPathOf(t: Translation, e: Expression): Variable | undefined {
  switch (e.kind) {
    case 'variable': {
      const binding = t.lambdas.has(e.name) ? undefined : t.scope.get(e.name);
      return binding?.is === 'path' && binding.witness !== undefined ? e : undefined;
    }
    case 'property':
    case 'index':
    case 'slice':
      return optionalPathOf(t, e.of);
    case 'parenthesis':
      return optionalPathOf(t, e.inner);
    case 'comprehension':
    case 'quantifier':
    case 'reduce':
      return optionalPathOf(t, e.list);
    case 'call': {
      const [input] = /^(?:length|nodes|relationships|size|head|last|tail|isEmpty)$/i.test(e.name) ? e.inputs : [];
      return input && optionalPathOf(t, input);
    }
    default:
      return undefined;
  }
}

/** The condition stands outside all of it: the database mistakes the rows of a list of nodes that a CASE gives. */
function ofOptionalPath(t: Translation, path: Variable, translate: () => Piece[]): Piece[] {
  const binding = t.scope.get(path.name);
  t.scope.set(path.name, { is: 'path' });
  const value = translate();
  if (binding) t.scope.set(path.name, binding);
  return unlessNull(t, path, value);
}

function translateVariable(t: Translation, e: Extract<Expression, { kind: 'variable' }>): Piece[] {
  const lambda = t.lambdas.get(e.name);
  if (lambda !== undefined) {
    if (lambda === '') t.refuse(e.start, `${e.name} cannot be used in a list within a list here: UNWIND one of them`);
    return lambda === e.name ? t.copy(e.start, e.end) : weave(e.start)`${lambda}`;
  }
  const name = renamed(t, e.start, e.end, e.name);
  const binding = t.scope.get(e.name);
  if (binding?.is === 'path') return unlessNull(t, e, name);
  return binding?.is === 'walk' ? weave(e.start)`rels(${name})` : name;
}

/** A name as it is written, with back-quotes where the database takes it for a word of its own. */
function renamed(t: Translation, start: number, end: number, name: string): Piece[] {
  return quoteName(name) === name || t.text[start] === '`' ? t.copy(start, end) : weave(start)`${quoteName(name)}`;
}

function parted(t: Translation, parts: readonly Expression[]) {
  return parts.map((part) => ({ span: part, by: t.expression(part) }));
}

function translateProperty(t: Translation, e: Extract<Expression, { kind: 'property' }>): Piece[] {
  checkKey(t, e.key, e.of.end);
  const part = DATE_PARTS[e.key];
  if (part !== undefined && isTemporal(t, e.of)) {
    return datePart(e.start, part, t.expression(e.of));
  }
  if (e.of.kind === 'call') {
    const known = endProperty(t, e.of, e.key) ?? durationPart(t, e.of, e.key);
    if (known) return known;
    // properties(n).name
    const [input] = e.of.inputs;
    if (/^properties$/i.test(e.of.name) && input) return weave(e.start)`${base(t, input)}.${quoteName(e.key)}`;
  }
  const of = [...base(t, e.of), ...t.copy(e.of.end, e.end)];
  // Of a node or a map that is null and was worked out, the database gives empty text or 0.
  return mayLack(t, e.of) ? weave(e.start)`CASE WHEN ${t.expression(e.of)} IS NOT NULL THEN ${of} END` : of;
}

/** Whether something is a node or a map of a list, or one that was named in a clause before, and may be null. */
function mayLack(t: Translation, e: Expression): boolean {
  if (e.kind === 'parenthesis') return mayLack(t, e.inner);
  if (e.kind === 'variable') {
    const binding = t.lambdas.has(e.name) ? undefined : t.scope.get(e.name);
    return binding?.is === 'value' && !binding.there;
  }
  return e.kind === 'index' || (e.kind === 'call' && ['head', 'last', 'coalesce'].includes(e.name.toLowerCase()));
}
