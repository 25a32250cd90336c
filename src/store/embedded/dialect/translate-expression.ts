/** Expressions of Neo4j in the words of the embedded database. */
import { DATE_PARTS, translateCall } from './functions.js';
import { joinRopes, type Piece, weave } from './rope.js';
import type { Expression } from './syntax.js';
import { base, lambda, plusOne, translateIndex, translateReduce, upTo } from './translate-list.js';
import { translateOperators } from './translate-operators.js';
import { labelCondition, quoteName, type Translation, Untranslatable, unlessNull } from './translation.js';
import { namesIn, walk } from './walk.js';

type Variable = Extract<Expression, { kind: 'variable' }>;

export function translateExpression(t: Translation, e: Expression): Piece[] {
  const alias = t.aliases.size > 0 ? t.aliases.get(t.text.slice(e.start, e.end)) : undefined;
  if (alias !== undefined) return weave(e.start)`${alias}`;
  const at = e.start;
  const path = e.kind === 'variable' ? undefined : optionalPathOf(t, e);
  if (path) return ofOptionalPath(t, path, () => translateExpression(t, e));
  switch (e.kind) {
    case 'variable':
      return translateVariable(t, e);
    case 'plain':
      return translateOperators(t, e);
    case 'parenthesis':
      return t.around(e, parted(t, [e.inner]));
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
      // Of a list of nothing list_filter may give an item of another row's.
      const kept = where
        ? weave(at)`(CASE WHEN size(${list}) = 0 THEN ${list} ELSE list_filter(${list}, ${where}) END)`
        : list;
      return map ? weave(at)`list_transform(${kept}, ${map})` : where ? kept : weave(at)`(${kept})`;
    }
    case 'quantifier': {
      // The database's own any() and its like end its process where a match of several labels is filtered by them.
      const list = t.expression(e.list);
      const filtered = weave(at)`size(list_filter(${list}, ${lambda(t, [e.variable], e.where, at)}))`;
      const passing = weave(at)`(CASE WHEN size(${list}) = 0 THEN 0 ELSE ${filtered} END)`;
      if (e.word === 'ALL') return weave(at)`(${passing} = size(${list}))`;
      return weave(at)`(${passing} ${{ ANY: '> 0', NONE: '= 0', SINGLE: '= 1' }[e.word] ?? '> 0'})`;
    }
    case 'reduce':
      return translateReduce(t, e);
    case 'mapProjection': {
      const node = { kind: 'variable' as const, start: at, end: at + e.of.length, name: e.of };
      const of = t.expression(node);
      const items = e.items.map((item) => {
        if (item.is === 'all') return weave(at)`_properties: ${of}`;
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
      return gather(t, e.where ? { ...match, where: e.where } : match, e.map);
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

/** A pattern's matches as one list: they are gathered by an OPTIONAL MATCH before the clause. */
export function gather(t: Translation, optional: Parameters<typeof t.rules.match>[1], value: Expression): Piece[] {
  const { gathered, gatheredFrom } = t;
  const names = new Set(namesIn(optional));
  walk(value, (inner) => {
    if (inner.kind === 'variable') names.add(inner.name);
  });
  for (const name of names) {
    if (gathered && t.scope.get(name) !== gatheredFrom?.get(name)) {
      t.refuse(
        optional.start,
        `a pattern in square brackets, or COLLECT {…}, cannot use ${name} here: gather it with OPTIONAL MATCH … WITH …, collect(…) AS list in a clause of its own`,
      );
    }
  }
  if (!gathered || !t.scope.unique || t.lambdas.size > 0) {
    throw new Untranslatable('gather the pattern with OPTIONAL MATCH … WITH …, collect(…) AS list in a clause before');
  }
  const name = t.fresh();
  t.within(t.scope.inner(), () => {
    const match = t.rules.match(t, { ...optional, optional: false });
    gathered.push({ name, match, value: t.expression(value) });
  });
  return weave(value.start)`${name}`;
}

function translateVariable(t: Translation, e: Extract<Expression, { kind: 'variable' }>): Piece[] {
  const lambda = t.lambdas.get(e.name);
  if (lambda !== undefined) {
    if (lambda === '') throw new Untranslatable(`${e.name} cannot be used in a list within a list: UNWIND one of them`);
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
  const part = DATE_PARTS[e.key];
  if (part !== undefined && isTemporal(t, e.of)) {
    const number = weave(e.start)`date_part('${part}', ${t.expression(e.of)})`;
    // Sunday is 0 for the database, and 7 for Neo4j.
    return part === 'dow' ? weave(e.start)`(CASE ${number} WHEN 0 THEN 7 ELSE ${number} END)` : number;
  }
  // Of a CASE that gives null or a node the database takes the node's property all the same.
  const [end] = e.of.kind === 'call' && /^(?:start|end)node$/i.test(e.of.name) ? e.of.inputs : [];
  const binding = end?.kind === 'variable' ? t.scope.get(end.name) : undefined;
  if (end && e.of.kind === 'call' && binding?.is === 'relationship' && binding.mayBeNull) {
    const side = binding[e.of.name.toLowerCase() === 'startnode' ? 'from' : 'to'];
    if (t.scope.get(side)) return weave(e.start)`(${unlessNull(t, end, weave(e.start)`${side}.${quoteName(e.key)}`)})`;
  }
  const of = [...base(t, e.of), ...t.copy(e.of.end, e.end)];
  // Of a node or a map that is null and was worked out, the database gives empty text or 0.
  return mayLack(t, e.of) ? weave(e.start)`CASE WHEN ${t.expression(e.of)} IS NOT NULL THEN ${of} END` : of;
}

/** Whether something is a node or a map of a list, or one that was named in a clause before, and may be null. */
function mayLack(t: Translation, e: Expression): boolean {
  if (e.kind === 'parenthesis') return mayLack(t, e.inner);
  if (e.kind === 'variable') return !t.lambdas.has(e.name) && t.scope.get(e.name)?.is === 'value';
  return e.kind === 'index' || (e.kind === 'call' && ['head', 'last', 'coalesce'].includes(e.name.toLowerCase()));
}

export function isTemporal(t: Translation, e: Expression): boolean {
  if (e.kind === 'parenthesis') return isTemporal(t, e.inner);
  if (e.kind === 'call') return ['date', 'datetime', 'localdatetime'].includes(e.name.toLowerCase());
  const binding = e.kind === 'variable' ? t.scope.get(e.name) : undefined;
  return binding?.is === 'value' && binding.temporal;
}
