/**
 * Expressions. Operators keep no precedence here: what stands between two operands stays as it is written, and only
 * operands and what is attached to them (`.key`, `[0]`, `:Label`) are told apart.
 */

import { parseInputs, parseList, parseMap, parseMapProjection, parseQuantifier, parseReduce } from './collection.js';
import { type Cursor, Unknown } from './cursor.js';
import { parseLabels } from './pattern.js';
import type { CaseBranch, Expression } from './syntax.js';

const OPERATOR_WORDS = new Set(['AND', 'OR', 'XOR', 'NOT', 'IN', 'STARTS', 'ENDS', 'WITH', 'CONTAINS', 'IS', 'NULL']);
const OPERATOR_SYMBOLS = new Set(['+', '-', '*', '/', '%', '^', '=', '<', '>', '~', '!']);

export function parseExpression(c: Cursor): Expression {
  const { start } = c;
  const parts: Expression[] = [];
  for (;;) {
    while (isPrefix(c)) c.next();
    parts.push(parseOperand(c));
    let joined = false;
    for (;;) {
      if (c.word('IS', 'NOT', 'NULL') || c.word('IS', 'NULL')) continue;
      if (!isOperator(c)) break;
      joined = true;
      c.next();
      if (c.tokens[c.at - 1]?.text.toUpperCase() === 'STARTS' || c.tokens[c.at - 1]?.text.toUpperCase() === 'ENDS') {
        c.expectWord('WITH');
      }
      if (!isOperator(c) || isPrefix(c)) break;
    }
    if (!joined) break;
  }
  const [only] = parts;
  return parts.length === 1 && only && only.start === start && only.end === c.end
    ? only
    : { kind: 'plain', start, end: c.end, parts };
}

function isPrefix(c: Cursor): boolean {
  return (c.isWord('NOT') && !c.isSymbol('.')) || c.isSymbol('-') || c.isSymbol('+');
}

function isOperator(c: Cursor): boolean {
  const token = c.peek();
  if (token?.kind === 'symbol') return OPERATOR_SYMBOLS.has(token.text);
  if (token?.kind !== 'word') return false;
  const word = token.text.toUpperCase();
  if (word === 'STARTS' || word === 'ENDS') return c.isWord(word, 'WITH');
  return word !== 'WITH' && word !== 'NULL' && word !== 'IS' && OPERATOR_WORDS.has(word);
}

function parseOperand(c: Cursor): Expression {
  let value = parseAtom(c);
  const { start } = value;
  for (;;) {
    if (c.isSymbol('.') && c.peek(1)?.text !== '.') {
      c.next();
      const key = c.name();
      value = { kind: 'property', start, end: c.end, of: value, key };
    } else if (c.symbol('[')) value = parseBrackets(c, value);
    else if (c.isSymbol(':') && value.kind === 'variable') {
      const labels = parseLabels(c);
      value = { kind: 'labelTest', start, end: c.end, of: value, labels };
    } else return value;
  }
}

function parseBrackets(c: Cursor, of: Expression): Expression {
  const { start } = of;
  const from = c.isSymbol('..') ? undefined : parseExpression(c);
  if (!c.symbol('..')) {
    if (!from) throw new Unknown('an index is missing');
    c.expectSymbol(']');
    return { kind: 'index', start, end: c.end, of, at: from };
  }
  const to = c.isSymbol(']') ? undefined : parseExpression(c);
  c.expectSymbol(']');
  return { kind: 'slice', start, end: c.end, of, ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

function parseAtom(c: Cursor): Expression {
  const token = c.peek();
  if (!token) throw new Unknown('an expression is missing');
  const { start } = token;
  if (token.kind === 'string' || token.kind === 'number' || token.kind === 'parameter') {
    c.next();
    return { kind: 'plain', start, end: c.end, parts: [] };
  }
  if (token.kind === 'symbol') {
    if (token.text === '(') return parseParenthesis(c);
    if (token.text === '[') return parseList(c);
    if (token.text === '{') return parseMap(c);
    throw new Unknown(`${token.text} begins no expression`);
  }
  if (token.kind === 'word') {
    const special = parseWord(c, token.text.toUpperCase(), start);
    if (special) return special;
  }
  if (c.peek(1)?.text === '(' || isDottedCall(c)) return parseCall(c);
  const name = c.name();
  if (c.isSymbol('{')) {
    const projection = c.attempt(() => parseMapProjection(c, name, start));
    if (projection) return projection;
  }
  return { kind: 'variable', start, end: c.end, name };
}

function parseWord(c: Cursor, word: string, start: number): Expression | undefined {
  const next = c.peek(1)?.text;
  if (['NULL', 'TRUE', 'FALSE'].includes(word) && next !== '.') {
    c.next();
    return { kind: 'plain', start, end: c.end, parts: [] };
  }
  if (word === 'CASE') return c.attempt(() => parseCase(c));
  if ((word === 'EXISTS' || word === 'COUNT' || word === 'COLLECT') && next === '{') {
    c.at += 2;
    const query = c.grammar.query(c);
    c.expectSymbol('}');
    return { kind: 'subquery', start, end: c.end, word, query };
  }
  if (['ANY', 'ALL', 'NONE', 'SINGLE'].includes(word) && next === '(') return c.attempt(() => parseQuantifier(c, word));
  if (word === 'REDUCE' && next === '(') return parseReduce(c);
  if ((word === 'EXISTS' || word === 'SIZE') && next === '(' && c.peek(2)?.text === '(') {
    return c.attempt(() => parseOldSubquery(c, word === 'EXISTS' ? 'EXISTS' : 'COUNT'));
  }
  return undefined;
}

/** `exists((a)-->(b))` and Neo4j 4's `size((a)-->(b))`. */
function parseOldSubquery(c: Cursor, word: 'EXISTS' | 'COUNT'): Expression {
  const { start } = c;
  c.at += 2;
  const chain = c.grammar.chain(c);
  if (chain.relationships.length === 0) throw new Unknown('no pattern');
  c.expectSymbol(')');
  const match = { kind: 'match' as const, start: chain.start, end: chain.end, optional: false, chains: [chain] };
  const query = { start: chain.start, end: chain.end, branches: [[match]], unions: [] };
  return { kind: 'subquery', start, end: c.end, word, query };
}

function parseParenthesis(c: Cursor): Expression {
  const { start } = c;
  const pattern = c.attempt((): Expression => {
    const chain = c.grammar.chain(c);
    if (chain.relationships.length === 0) throw new Unknown('no pattern');
    return { kind: 'pattern', start, end: c.end, chain };
  });
  if (pattern) return pattern;
  c.expectSymbol('(');
  const inner = parseExpression(c);
  c.expectSymbol(')');
  return { kind: 'parenthesis', start, end: c.end, inner };
}

function parseCase(c: Cursor): Expression {
  const { start } = c;
  c.expectWord('CASE');
  const of = c.isWord('WHEN') ? undefined : parseExpression(c);
  const branches: CaseBranch[] = [];
  while (c.isWord('WHEN')) {
    const from = c.start;
    c.next();
    const when = [parseExpression(c)];
    while (c.symbol(',')) when.push(parseExpression(c));
    c.expectWord('THEN');
    const then = parseExpression(c);
    branches.push({ start: from, end: c.end, when, then });
  }
  const otherwise = c.word('ELSE') ? parseExpression(c) : undefined;
  c.expectWord('END');
  return { kind: 'case', start, end: c.end, branches, ...(of ? { of } : {}), ...(otherwise ? { otherwise } : {}) };
}

/** `duration.between(`, `apoc.text.join(`. */
function isDottedCall(c: Cursor): boolean {
  let ahead = 0;
  while (c.peek(ahead)?.kind === 'word' && c.peek(ahead + 1)?.text === '.') ahead += 2;
  return ahead > 0 && c.peek(ahead)?.kind === 'word' && c.peek(ahead + 1)?.text === '(';
}

export function parseCall(c: Cursor): Extract<Expression, { kind: 'call' }> {
  const { start } = c;
  let name = c.name();
  while (c.symbol('.')) name += `.${c.name()}`;
  c.expectSymbol('(');
  const distinct = c.word('DISTINCT');
  const star = c.symbol('*');
  const inputs = star ? [] : parseInputs(c, ')');
  if (star) c.expectSymbol(')');
  return { kind: 'call', start, end: c.end, name, distinct, star, inputs };
}
