/** Patterns: nodes and relationships in a chain, with labels, properties, repeats and conditions. */
import { type Cursor, Unknown } from './cursor.js';
import type { Chain, Labels, NodePattern, RelationshipPattern, Repeats } from './syntax.js';

/** `p = shortestPath((a)-[:T*..6]-(b))`, `ALL SHORTEST (a)--+(b)`, `(a)-->(b)`. */
export function parseChain(c: Cursor): Chain {
  const { start } = c;
  let path: string | undefined;
  if (c.isName() && c.peek(1)?.text === '=') {
    path = c.name();
    c.expectSymbol('=');
  }
  const shortest = shortestWords(c);
  const inner = c.isWord('SHORTESTPATH') || c.isWord('ALLSHORTESTPATHS') ? c.next() : undefined;
  if (inner) c.expectSymbol('(');
  const nodes = [parseNode(c)];
  const relationships: RelationshipPattern[] = [];
  while (c.isSymbol('-') || c.isSymbol('<')) {
    relationships.push(parseRelationship(c));
    nodes.push(parseNode(c));
  }
  if (inner) c.expectSymbol(')');
  const kind = inner ? (inner.text.toUpperCase() === 'SHORTESTPATH' ? 'one' : 'all') : shortest;
  return {
    start,
    end: c.end,
    nodes,
    relationships,
    ...(path === undefined ? {} : { path }),
    ...(kind ? { shortest: kind } : {}),
  };
}

function shortestWords(c: Cursor): Chain['shortest'] {
  if (c.word('ANY', 'SHORTEST')) return 'one';
  if (c.word('ALL', 'SHORTEST')) return 'all';
  if (c.isWord('SHORTEST') && c.peek(1)?.text === '1' && !/^(PATHS?|GROUPS?)$/i.test(c.peek(2)?.text ?? '')) {
    c.at += 2;
    return 'one';
  }
  return undefined;
}

function parseNode(c: Cursor): NodePattern {
  const { start } = c;
  c.expectSymbol('(');
  const node: NodePattern = { start, end: start };
  if (c.isName() && !(c.isWord('WHERE') && c.peek(1)?.text !== ')')) node.variable = c.name();
  parseInside(c, node);
  c.expectSymbol(')');
  node.end = c.end;
  return node;
}

/** Labels, properties and WHERE of a node or a relationship. */
function parseInside(c: Cursor, into: NodePattern | RelationshipPattern): void {
  if (c.isSymbol(':')) {
    const { start } = c;
    into.labels = parseLabels(c);
    into.labelSpan = { start, end: c.end };
  }
  if ('native' in into && c.symbol('*')) {
    into.native = ['SHORTEST', 'TRAIL', 'ACYCLIC', 'ALL', 'WSHORTEST'].some((word) => c.isWord(word));
    if (into.native) throw new Unknown('written for the embedded database');
    into.repeats = parseRange(c);
  }
  if (c.isSymbol('{') || c.peek()?.kind === 'parameter') into.properties = c.grammar.expression(c);
  if (c.word('WHERE')) into.where = c.grammar.expression(c);
}

/** After a star: nothing, `3`, `1..3`, `..3`, `1..`. */
function parseRange(c: Cursor): Repeats {
  const number = () => (c.peek()?.kind === 'number' ? c.next().text : undefined);
  const least = number();
  if (c.symbol('..')) return { least: least ?? '1', most: number() };
  return { least: least ?? '1', most: least };
}

function parseRelationship(c: Cursor): RelationshipPattern {
  const { start } = c;
  const relationship: RelationshipPattern = { start, end: start, native: false, pointsLeft: false, pointsRight: false };
  relationship.pointsLeft = c.symbol('<');
  c.expectSymbol('-');
  if (c.symbol('[')) {
    if (c.isName() && !(c.isWord('WHERE') && c.peek(1)?.text !== ']')) relationship.variable = c.name();
    parseInside(c, relationship);
    c.expectSymbol(']');
  }
  c.expectSymbol('-');
  relationship.pointsRight = c.symbol('>');
  if (c.symbol('+')) relationship.repeats = { least: '1' };
  else if (c.symbol('*')) relationship.repeats = { least: '0' };
  else if (c.symbol('{')) {
    const number = () => (c.peek()?.kind === 'number' ? c.next().text : undefined);
    const least = number();
    const range = c.symbol(',');
    const most = range ? number() : least;
    c.expectSymbol('}');
    relationship.repeats = { least: least ?? '0', most };
  }
  relationship.end = c.end;
  return relationship;
}

/** `:A|B`, `:A&!B`, `:A:B`, `:%`, from the colon on. */
export function parseLabels(c: Cursor): Labels {
  c.expectSymbol(':');
  const parts = [parseOr(c)];
  while (c.symbol(':')) parts.push(parseOr(c));
  return parts.length === 1 && parts[0] ? parts[0] : { is: 'and', of: parts };
}

function parseOr(c: Cursor): Labels {
  const parts = [parseAnd(c)];
  while (c.isSymbol('|') && (c.peek(1)?.text === ':' || beginsLabel(c))) {
    c.symbol('|');
    c.symbol(':');
    parts.push(parseAnd(c));
  }
  return parts.length === 1 && parts[0] ? parts[0] : { is: 'or', of: parts };
}

/** In `[x IN xs WHERE x:A | x.name]` the bar ends the test: what follows a label's bar is a label and no more. */
function beginsLabel(c: Cursor): boolean {
  const [first, second] = [c.peek(1), c.peek(2)];
  if (first === undefined || !(c.isName(1) || /^[!%(]$/.test(first.text))) return false;
  return !(c.isName(1) && second !== undefined && ['.', '('].includes(second.text));
}

function parseAnd(c: Cursor): Labels {
  const parts = [parseNot(c)];
  while (c.symbol('&')) parts.push(parseNot(c));
  return parts.length === 1 && parts[0] ? parts[0] : { is: 'and', of: parts };
}

function parseNot(c: Cursor): Labels {
  if (c.symbol('!')) return { is: 'not', of: parseNot(c) };
  if (c.symbol('%')) return { is: 'any' };
  if (c.symbol('(')) {
    const inner = parseOr(c);
    c.expectSymbol(')');
    return inner;
  }
  return { is: 'name', name: c.name() };
}
