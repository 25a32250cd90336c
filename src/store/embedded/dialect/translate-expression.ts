/** Expressions of Neo4j in the words of the embedded database. */
import { DATE_PARTS, translateCall } from './functions.js';
import { type Piece, weave } from './rope.js';
import type { Expression } from './syntax.js';
import { labelCondition, quoteName, type Translation, Untranslatable } from './translation.js';

export function translateExpression(t: Translation, e: Expression): Piece[] {
  const alias = t.aliases.size > 0 ? t.aliases.get(t.text.slice(e.start, e.end)) : undefined;
  if (alias !== undefined) return weave(e.start)`${alias}`;
  const at = e.start;
  switch (e.kind) {
    case 'variable':
      return translateVariable(t, e);
    case 'plain':
      return t.around(e, parted(t, e.parts));
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
      return labelCondition(at, t.expression(e.of), e.labels);
    case 'call':
      return translateCall(t, e) ?? t.around(e, parted(t, e.inputs));
    case 'comprehension': {
      const where = e.where && lambda(t, [e.variable], e.where, at);
      const map = e.map && lambda(t, [e.variable], e.map, at);
      const list = t.expression(e.list);
      const kept = where ? weave(at)`list_filter(${list}, ${where})` : list;
      return map ? weave(at)`list_transform(${kept}, ${map})` : where ? kept : weave(at)`(${kept})`;
    }
    case 'quantifier': {
      // The database's own any() and its like end its process where a match of several labels is filtered by them.
      const list = t.expression(e.list);
      const passing = weave(at)`size(list_filter(${list}, ${lambda(t, [e.variable], e.where, at)}))`;
      if (e.word === 'ALL') return weave(at)`(${passing} = size(${list}))`;
      return weave(at)`(${passing} ${{ ANY: '> 0', NONE: '= 0', SINGLE: '= 1' }[e.word] ?? '> 0'})`;
    }
    case 'reduce':
      return translateReduce(t, e);
    case 'mapProjection': {
      const of = t.expression({ kind: 'variable', start: at, end: at + e.of.length, name: e.of });
      const items = e.items.map((item) => {
        if (item.is === 'all') return weave(at)`_properties: ${of}`;
        if (item.is === 'key') return weave(at)`${quoteName(item.name)}: ${of}.${quoteName(item.name)}`;
        return weave(at)`${quoteName(item.name)}: ${t.expression(item.value)}`;
      });
      return weave(at)`{${items.flatMap((item, index) => (index > 0 ? weave(at)`, ${item}` : item))}}`;
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

/** A pattern's matches as one list: they are gathered by an OPTIONAL MATCH before the clause. */
export function gather(t: Translation, optional: Parameters<typeof t.rules.match>[1], value: Expression): Piece[] {
  const { gathered } = t;
  if (!gathered || !t.scope.unique || t.lambdas.size > 0) {
    throw new Untranslatable('gather the pattern with OPTIONAL MATCH … WITH …, collect(…) AS list in a clause before');
  }
  const name = t.fresh();
  t.within(t.scope.inner(), () => {
    const match = t.rules.match(t, optional);
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
  return t.scope.get(e.name)?.is === 'walk' ? weave(e.start)`rels(${name})` : name;
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
  const of = base(t, e.of);
  return [...of, ...t.copy(e.of.end, e.end)];
}

/** What may stand before a dot or a bracket. */
function base(t: Translation, of: Expression): Piece[] {
  const rope = t.expression(of);
  const simple = ['variable', 'parenthesis', 'property'].includes(of.kind) || (of.kind === 'call' && !translated(rope));
  return simple ? rope : weave(of.start)`(${rope})`;
}
const translated = (rope: Piece[]) => rope[0]?.copied !== true;

export function isTemporal(t: Translation, e: Expression): boolean {
  if (e.kind === 'parenthesis') return isTemporal(t, e.inner);
  if (e.kind === 'call') return ['date', 'datetime', 'localdatetime'].includes(e.name.toLowerCase());
  const binding = e.kind === 'variable' ? t.scope.get(e.name) : undefined;
  return binding?.is === 'value' && binding.temporal;
}

/** The number that an expression is, where it is written as one or is a parameter. */
function numberOf(t: Translation, e: Expression): number | undefined {
  const text = t.text.slice(e.start, e.end).replace(/^-\s+/, '-');
  const value = text.startsWith('$') ? t.parameters[text.slice(1)] : /^-?\d+$/.test(text) ? Number(text) : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** Neo4j counts from 0 and gives null beyond the ends; the database counts from 1 and ends the query. */
function translateIndex(t: Translation, e: Extract<Expression, { kind: 'index' }>): Piece[] {
  const { start: at } = e;
  const written = t.text.slice(e.at.start, e.at.end);
  const key =
    /^(['"])([A-Za-z_]\w*)\1$/.exec(written)?.[2] ?? (written.startsWith('$') && t.parameters[written.slice(1)]);
  if (typeof key === 'string') return weave(at)`${base(t, e.of)}.${quoteName(key)}`;
  const index = numberOf(t, e.at);
  if (index === 0 && e.of.kind === 'call' && e.of.name.toLowerCase() === 'labels') {
    return weave(at)`label(${e.of.inputs.flatMap((input) => t.expression(input))})`;
  }
  const list = base(t, e.of);
  if (index !== undefined) {
    return index < 0
      ? weave(at)`CASE WHEN size(${list}) >= ${String(-index)} THEN ${list}[${String(index)}] END`
      : weave(at)`CASE WHEN size(${list}) > ${String(index)} THEN ${list}[${String(index + 1)}] END`;
  }
  const i = weave(at)`(${t.expression(e.at)})`;
  const beyond = weave(at)`WHEN ${i} < 0 AND size(${list}) >= -${i} THEN ${list}[${i}]`;
  return weave(at)`CASE WHEN ${i} >= 0 AND size(${list}) > ${i} THEN ${list}[${i} + 1] ${beyond} END`;
}

function plusOne(t: Translation, e: Expression): Piece[] {
  const number = numberOf(t, e);
  if (number === undefined) return weave(e.start)`(${t.expression(e)}) + 1`;
  return weave(e.start)`${String(number < 0 ? number : number + 1)}`;
}

/** The end of a slice, which Neo4j leaves out: counted from 1 it is the last one within; from the end it is one less. */
function upTo(t: Translation, e: Expression): Piece[] {
  const number = numberOf(t, e);
  return number === undefined ? t.expression(e) : weave(e.start)`${String(number < 0 ? number - 1 : number)}`;
}

/** A function's own variables must differ from all names in scope, and are not seen by a function within. */
function lambdaParts(
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

function lambda(t: Translation, variables: readonly string[], inside: Expression, at: number): Piece[] {
  const { names, body } = lambdaParts(t, variables, inside);
  return weave(at)`${names.length > 1 ? `(${names.join(', ')})` : names.join()} -> ${body}`;
}

/** A sum or a product of what each item gives becomes just that; any other step must give what the list holds. */
function translateReduce(t: Translation, e: Extract<Expression, { kind: 'reduce' }>): Piece[] {
  const { start: at, step } = e;
  const list = t.expression(e.list);
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
  return weave(at)`list_reduce([${initial}] + (${list}), ${lambda(t, [e.sum, e.variable], step, at)})`;
}
