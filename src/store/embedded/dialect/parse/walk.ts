/** Visits the expressions of a tree. */
import type { Clause, Expression, Match } from './syntax.js';

/** Visits an expression and those within it, but not those of queries in braces. */
export function walk(expression: Expression, visit: (expression: Expression) => void): void {
  visit(expression);
  for (const inner of partsOf(expression)) walk(inner, visit);
}

function partsOf(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'plain':
      return e.parts;
    case 'parenthesis':
      return [e.inner];
    case 'case':
      return [
        ...(e.of ? [e.of] : []),
        ...e.branches.flatMap(({ when, then }) => [...when, then]),
        ...(e.otherwise ? [e.otherwise] : []),
      ];
    case 'map':
      return e.entries.map(({ value }) => value);
    case 'property':
    case 'labelTest':
      return [e.of];
    case 'index':
      return [e.of, e.at];
    case 'slice':
      return [e.of, ...(e.from ? [e.from] : []), ...(e.to ? [e.to] : [])];
    case 'call':
      return e.inputs;
    case 'comprehension':
      return [e.list, ...(e.where ? [e.where] : []), ...(e.map ? [e.map] : [])];
    case 'quantifier':
      return [e.list, e.where];
    case 'reduce':
      return [e.initial, e.list, e.step];
    case 'mapProjection':
      return e.items.flatMap((item) => (item.is === 'value' ? [item.value] : []));
    case 'variable':
    case 'pattern':
    case 'patternComprehension':
    case 'subquery':
      return [];
  }
}

/** Whether a query gathers patterns, or asks in braces for each row. */
export function containsGathered(clauses: readonly Clause[]): boolean {
  return clauses.some((clause) => {
    if (clause.kind === 'callSubquery') return true;
    if (clause.kind === 'unwind') return gathers(clause.list);
    if (clause.kind !== 'match' && clause.kind !== 'projection') return false;
    if (clause.kind === 'projection' && clause.order.some(({ value }) => asks(value))) return true;
    const values = clause.kind === 'projection' ? [...clause.items, ...clause.order] : [];
    return (clause.where !== undefined && gathers(clause.where)) || values.some(({ value }) => gathers(value));
  });
}

/** Whether a query in braces stands in an expression. */
function asks(expression: Expression): boolean {
  let found = false;
  walk(expression, (e) => {
    found ||= e.kind === 'subquery';
  });
  return found;
}

/** Whether a pattern that is to be gathered stands in an expression. */
export function gathers(expression: Expression): boolean {
  let found = false;
  walk(expression, (e) => {
    found ||= e.kind === 'patternComprehension' || (e.kind === 'subquery' && isGathered(e));
  });
  return found;
}

/**
 * Whether a query in braces is gathered. Where a condition compares what is found with something of the row, the database
 * loses the rows that nothing is found for, or ends.
 */
export function isGathered({ word, query }: Extract<Expression, { kind: 'subquery' }>): boolean {
  const [first] = query.branches[0] ?? [];
  return word === 'COLLECT' || (first?.kind === 'match' && comparesWithRow(first));
}

function comparesWithRow(match: Match): boolean {
  const parts = match.chains.flatMap(({ nodes, relationships }) => [...nodes, ...relationships]);
  const own = new Set(parts.flatMap(({ variable }) => variable ?? []));
  const used = new Set<string>();
  for (const expression of [match.where, ...parts.flatMap((part) => [part.where, part.properties])]) {
    if (!expression) continue;
    walk(expression, (inner) => {
      if (inner.kind === 'variable') used.add(inner.name);
      if ('variable' in inner) own.add(inner.variable);
    });
  }
  return [...used].some((name) => !own.has(name));
}

/** The names that a match uses or brings, those of queries within it aside. */
export function namesIn({ chains, where }: Match): string[] {
  const parts = chains.flatMap(({ nodes, relationships }) => [...nodes, ...relationships]);
  const names = new Set(parts.flatMap(({ variable }) => (variable === undefined ? [] : [variable])));
  for (const expression of [where, ...parts.flatMap((part) => [part.where, part.properties])]) {
    if (!expression) continue;
    walk(expression, (inner) => {
      if (inner.kind === 'variable') names.add(inner.name);
      if (inner.kind === 'pattern') for (const { variable } of inner.chain.nodes) if (variable) names.add(variable);
    });
  }
  return [...names];
}
