/** Lists and maps, and what goes through a list: comprehensions, `any(…)` and its kin, `reduce`, map projections. */
import type { Cursor } from './cursor.js';
import type { Expression, MapItem } from './syntax.js';

/** `[1, 2]`, `[x IN xs WHERE .. | ..]`, `[(a)-->(b) | b.name]`. */
export function parseList(c: Cursor): Expression {
  const { start } = c;
  c.expectSymbol('[');
  if (c.isName() && c.peek(1)?.kind === 'word' && c.peek(1)?.text.toUpperCase() === 'IN') {
    const comprehension = c.attempt((): Expression => {
      const { variable, list } = parseEach(c);
      const where = c.word('WHERE') ? c.grammar.expression(c) : undefined;
      const map = c.symbol('|') ? c.grammar.expression(c) : undefined;
      c.expectSymbol(']');
      const rest = { ...(where ? { where } : {}), ...(map ? { map } : {}) };
      return { kind: 'comprehension', start, end: c.end, variable, list, ...rest };
    });
    if (comprehension) return comprehension;
  }
  const pattern = c.attempt((): Expression => {
    const chain = c.grammar.chain(c);
    const where = c.word('WHERE') ? c.grammar.expression(c) : undefined;
    c.expectSymbol('|');
    const map = c.grammar.expression(c);
    c.expectSymbol(']');
    return { kind: 'patternComprehension', start, end: c.end, chain, map, ...(where ? { where } : {}) };
  });
  if (pattern) return pattern;
  const parts = parseInputs(c, ']');
  return { kind: 'plain', start, end: c.end, parts };
}

/** `x IN xs`. */
function parseEach(c: Cursor): { variable: string; list: Expression } {
  const variable = c.name();
  c.expectWord('IN');
  return { variable, list: c.grammar.expression(c) };
}

/** Expressions with commas between them, and the bracket that ends them. */
export function parseInputs(c: Cursor, end: string): Expression[] {
  const parts: Expression[] = [];
  while (!c.symbol(end)) {
    if (parts.length > 0) c.expectSymbol(',');
    parts.push(c.grammar.expression(c));
  }
  return parts;
}

export function parseMap(c: Cursor): Expression {
  const { start } = c;
  c.expectSymbol('{');
  const entries: Extract<Expression, { kind: 'map' }>['entries'] = [];
  while (!c.symbol('}')) {
    if (entries.length > 0) c.expectSymbol(',');
    const at = c.start;
    const name = c.name();
    const key = { start: at, end: c.end, name };
    c.expectSymbol(':');
    entries.push({ key, value: c.grammar.expression(c) });
  }
  return { kind: 'map', start, end: c.end, entries };
}

export function parseMapProjection(c: Cursor, of: string, start: number): Expression {
  const items: MapItem[] = [];
  c.expectSymbol('{');
  while (!c.symbol('}')) {
    if (items.length > 0) c.expectSymbol(',');
    if (c.symbol('.')) items.push(c.symbol('*') ? { is: 'all' } : { is: 'key', name: c.name() });
    else {
      const at = c.start;
      const name = c.name();
      const value: Expression = c.symbol(':')
        ? c.grammar.expression(c)
        : { kind: 'variable', start: at, end: c.end, name };
      items.push({ is: 'value', name, value });
    }
  }
  return { kind: 'mapProjection', start, end: c.end, of, items };
}

export function parseQuantifier(c: Cursor, word: string): Expression {
  const { start } = c;
  c.at += 2;
  const { variable, list } = parseEach(c);
  c.expectWord('WHERE');
  const where = c.grammar.expression(c);
  c.expectSymbol(')');
  return { kind: 'quantifier', start, end: c.end, word, variable, list, where };
}

export function parseReduce(c: Cursor): Expression {
  const { start } = c;
  c.at += 2;
  const sum = c.name();
  c.expectSymbol('=');
  const initial = c.grammar.expression(c);
  c.expectSymbol(',');
  const { variable, list } = parseEach(c);
  c.expectSymbol('|');
  const step = c.grammar.expression(c);
  c.expectSymbol(')');
  return { kind: 'reduce', start, end: c.end, sum, initial, variable, list, step };
}
