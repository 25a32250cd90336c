/** Whole queries: clauses in order, and UNION. What is not listed here (writing clauses, the database's own) is unknown. */
import type { Token } from '../../../cypher-text.js';
import { Cursor, Unknown } from './cursor.js';
import { parseCall, parseExpression } from './expression.js';
import { parseChain } from './pattern.js';
import type { Clause, Projection, ProjectionItem, Query } from './syntax.js';

/** The tree of a reading query; where it is not written in the part of Cypher that is known here, how far that goes. */
export function parseQuery(text: string, tokens: readonly Token[]): Query | { stuckAt: number } {
  const last = tokens.at(-1);
  const body = last?.kind === 'symbol' && last.text === ';' ? tokens.slice(0, -1) : tokens;
  const cursor = new Cursor(text, body, { expression: parseExpression, chain: parseChain, query: parseBranches });
  const parsed = cursor.attempt(() => {
    const query = parseBranches(cursor);
    if (cursor.peek()) throw new Unknown('something follows the query');
    return query;
  });
  return parsed ?? { stuckAt: body[cursor.furthest]?.start ?? text.length };
}

function parseBranches(c: Cursor): Query {
  const { start } = c;
  const branches = [parseClauses(c)];
  const unions: Query['unions'] = [];
  while (c.word('UNION')) {
    unions.push(c.word('ALL') ? 'UNION ALL' : 'UNION');
    c.word('DISTINCT');
    branches.push(parseClauses(c));
  }
  return { start, end: c.end, branches, unions };
}

function parseClauses(c: Cursor): Clause[] {
  const clauses: Clause[] = [];
  for (;;) {
    const clause = parseClause(c, clauses.length === 0);
    if (!clause) break;
    clauses.push(clause);
  }
  if (clauses.length === 0) throw new Unknown('a clause is missing');
  return clauses;
}

function parseClause(c: Cursor, first: boolean): Clause | undefined {
  const { start } = c;
  const optional = c.word('OPTIONAL');
  if (c.word('MATCH')) return parseMatch(c, start, optional);
  if (optional) throw new Unknown('MATCH is missing');
  if (c.word('UNWIND')) {
    const list = parseExpression(c);
    c.expectWord('AS');
    const variable = c.name();
    return { kind: 'unwind', start, end: c.end, list, variable };
  }
  if (c.word('WITH')) return parseProjection(c, start, 'WITH');
  if (c.word('RETURN')) return parseProjection(c, start, 'RETURN');
  if (c.word('CALL')) return parseProcedure(c, start);
  // EXISTS {(a)-->(b)} holds a pattern without a word before it.
  if (first && (c.isSymbol('(') || (c.isName() && c.peek(1)?.text === '='))) return parseMatch(c, start, false);
  return undefined;
}

function parseMatch(c: Cursor, start: number, optional: boolean): Clause {
  const chains = [parseChain(c)];
  while (c.symbol(',')) chains.push(parseChain(c));
  const where = c.word('WHERE') ? parseExpression(c) : undefined;
  return { kind: 'match', start, end: c.end, optional, chains, ...(where ? { where } : {}) };
}

function parseProjection(c: Cursor, start: number, word: Projection['word']): Projection {
  const distinct = c.word('DISTINCT');
  const star = c.symbol('*');
  const items: ProjectionItem[] = [];
  while (items.length === 0 ? !star || c.symbol(',') : c.symbol(',')) {
    const value = parseExpression(c);
    items.push(c.word('AS') ? { value, alias: c.name() } : { value });
  }
  const order: Projection['order'] = [];
  if (c.word('ORDER', 'BY')) {
    do {
      const value = parseExpression(c);
      const direction = ['ASC', 'ASCENDING', 'DESC', 'DESCENDING'].find((name) => c.word(name)) ?? '';
      order.push({ value, direction: direction.replace('ENDING', '') });
    } while (c.symbol(','));
  }
  const skip = c.word('SKIP') || c.word('OFFSET') ? parseExpression(c) : undefined;
  const limit = c.word('LIMIT') ? parseExpression(c) : undefined;
  const where = word === 'WITH' && c.word('WHERE') ? parseExpression(c) : undefined;
  return {
    kind: 'projection',
    start,
    end: c.end,
    word,
    distinct,
    star,
    items,
    order,
    ...(skip ? { skip } : {}),
    ...(limit ? { limit } : {}),
    ...(where ? { where } : {}),
  };
}

function parseProcedure(c: Cursor, start: number): Clause {
  let imports: string[] | 'all' | undefined;
  if (c.symbol('(')) {
    imports = [];
    if (c.symbol('*')) imports = 'all';
    else
      while (c.isName()) {
        imports.push(c.name());
        c.symbol(',');
      }
    c.expectSymbol(')');
  }
  if (c.symbol('{')) {
    const query = parseBranches(c);
    c.expectSymbol('}');
    return { kind: 'callSubquery', start, end: c.end, query, ...(imports ? { imports } : {}) };
  }
  const call = parseCall(c);
  const clause = { kind: 'procedure' as const, start, end: c.end, name: call.name, inputs: call.inputs };
  if (!c.word('YIELD')) return clause;
  const yields: { name: string; alias: string }[] = [];
  do {
    const name = c.name();
    yields.push({ name, alias: c.word('AS') ? c.name() : name });
  } while (c.symbol(','));
  const where = c.word('WHERE') ? parseExpression(c) : undefined;
  return { ...clause, end: c.end, yields, ...(where ? { where } : {}) };
}
