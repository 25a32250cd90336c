/** Cypher as words: enough of its lexis to find keywords, parameters and statements without looking into strings. */

export interface Token {
  kind: 'word' | 'quoted' | 'string' | 'parameter' | 'number' | 'symbol';
  /** As written; of a parameter the name without the dollar sign. */
  text: string;
  /** Offsets in the text, in UTF-16 code units. */
  start: number;
  end: number;
}

const TOKEN =
  /(?<comment>\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$))|(?<quoted>`(?:``|[^`])*(?:`|$))|\$(?<parameter>[\p{L}_][\p{L}\p{N}_]*|\d+)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?<symbol>[^\s])/gu;

/** The tokens in order; comments and white space are left out. */
export function tokenizeCypher(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const groups = match.groups ?? {};
    const kind = KINDS.find((candidate) => groups[candidate] !== undefined);
    if (kind === undefined) continue;
    tokens.push({ kind, text: groups[kind] ?? '', start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
const KINDS = ['word', 'quoted', 'string', 'parameter', 'number', 'symbol'] as const;

/** Names of the parameters that a query mentions. */
export function parameterNames(tokens: readonly Token[]): Set<string> {
  return new Set(tokens.filter((token) => token.kind === 'parameter').map((token) => token.text));
}

/** Line and column of an offset, both from 1. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Statements that end in semicolons, without the semicolons and without comments of their own. */
export function splitStatements(text: string): string[] {
  const statements: string[] = [];
  let from: number | undefined;
  for (const token of tokenizeCypher(text)) {
    if (token.kind === 'symbol' && token.text === ';') {
      if (from !== undefined) statements.push(text.slice(from, token.start).trim());
      from = undefined;
    } else from ??= token.start;
  }
  if (from !== undefined) statements.push(text.slice(from).trim());
  return statements;
}
