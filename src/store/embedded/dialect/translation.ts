/** What the rules of the translation share: the text, the names in scope, and how to translate what lies within. */
import { QueryError } from '../../../model/index.js';
import { placeOf } from '../../cypher-text.js';
import type { Expression, Labels, Match, Query, Span } from './parse/syntax.js';
import { joinRopes, type Piece, type Rope, weave } from './rope.js';
import { Scope } from './scope.js';

/** A spelling that has no equivalent; the statement runs as it is written, and its error carries this hint. */
export class Untranslatable extends Error {}

export interface Rules {
  expression(t: Translation, expression: Expression): Piece[];
  match(t: Translation, match: Match): TranslatedMatch;
  /** `EXISTS`, `COUNT` and `COLLECT` with a query in braces. */
  subquery(t: Translation, word: 'EXISTS' | 'COUNT' | 'COLLECT', query: Query, at: number): Piece[];
}

export interface TranslatedMatch {
  /** The patterns with commas between them. */
  patterns: Piece[];
  where: Piece[] | undefined;
  /** A name that is new here, by which an optional match that found nothing is known. */
  witness: string | undefined;
}

/** A pattern whose matches are gathered before the clause that uses them. */
export interface Gathered {
  name: string;
  match: TranslatedMatch;
  /** One for each match; absent where they are counted. */
  value?: { text: Piece[]; mayBeNull: boolean };
  order?: { by: Piece[]; direction: string }[];
}

export class Translation {
  scope = new Scope();
  /** Of expressions, by their text: the alias that stands for each, in an ORDER BY after an aggregation. */
  aliases: ReadonlyMap<string, string> = new Map();
  /** Names of the functions' own variables, as they are in force. */
  lambdas: ReadonlyMap<string, string> = new Map();
  /** Where gathered patterns go; undefined where none can stand. */
  gathered: Gathered[] | undefined;
  /** The names that are in force there. */
  gatheredFrom: Scope | undefined;
  /** What is translated is sorted by: the database takes no query in braces there. */
  sorts = false;
  /** Lists, by their text, that a function over their items goes through. */
  readonly walked = new Set<string>();
  /** What is translated is only shown in the answer, and nothing goes on with it. */
  shown = false;
  /** Each relationship must have a name, as the rows are to be told apart. */
  nameAll = false;
  /** The order of rows matters to an aggregation: one thread keeps it. */
  ordered = false;
  /** Whether a walk of several steps is among the patterns so far, and how much there is that walks may come to nothing by. */
  walks = false;
  sieves = 0;
  /** What the columns of the answer are to be cast to. */
  types: readonly (string | undefined)[] = [];
  #fresh = 0;

  constructor(
    readonly text: string,
    readonly parameters: Readonly<Record<string, unknown>>,
    readonly rules: Rules,
  ) {}

  expression(expression: Expression): Piece[] {
    return this.rules.expression(this, expression);
  }

  /** A name that the query does not have. */
  fresh(): string {
    let name: string;
    do name = `_${++this.#fresh}`;
    while (this.text.includes(name));
    return name;
  }

  /** The text of a span as it is. */
  copy(start: number, end: number): Piece[] {
    return start >= end ? [] : [{ text: this.text.slice(start, end), at: start, copied: true }];
  }

  /** The text of a span with some parts of it replaced. */
  around(span: Span, parts: readonly { span: Span; by: Rope }[]): Piece[] {
    const pieces: Piece[] = [];
    let from = span.start;
    for (const part of [...parts].sort((a, b) => a.span.start - b.span.start)) {
      pieces.push(...this.copy(from, part.span.start), ...part.by);
      from = part.span.end;
    }
    return [...pieces, ...this.copy(from, span.end)];
  }

  /** What as it is written would be answered wrongly. @throws QueryError */
  refuse(at: number, message: string): never {
    throw new QueryError('syntax', message, placeOf(this.text, at));
  }

  /** Runs `work` with another scope, and takes the scope back. */
  within<T>(scope: Scope, work: () => T): T {
    const { scope: before, gathered } = this;
    this.scope = scope;
    this.gathered = undefined;
    try {
      return work();
    } finally {
      this.scope = before;
      this.gathered = gathered;
    }
  }
}

/** What the embedded database takes for a word of its language where a name stands. */
const RESERVED = new Set([
  'ACYCLIC', 'ALL', 'AND', 'ANY', 'ASC', 'ASCENDING', 'CASE', 'CAST', 'COLUMN', 'CREATE', 'DBTYPE', 'DEFAULT', 'DESC',
  'DESCENDING', 'DISTINCT', 'ELSE', 'END', 'ENDS', 'EXISTS', 'FALSE', 'GLOB', 'GROUP', 'HEADERS', 'HINT', 'IN', 'INDEX',
  'INSTALL', 'IS', 'JOIN', 'MACRO', 'NONE', 'NOT', 'NULL', 'ON', 'ONLY', 'OPTIONAL', 'OR', 'ORDER', 'PRIMARY',
  'PROFILE', 'PROJECT', 'RETURN', 'SHORTEST', 'SINGLE', 'SORTED', 'STARTS', 'TABLE', 'THEN', 'TO', 'TRAIL', 'TRUE',
  'UNION', 'UNWIND', 'WHEN', 'WHERE', 'WITH', 'WSHORTEST', 'XOR',
]); // biome-ignore format: a table

/** A name as it can stand anywhere. */
export function quoteName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !RESERVED.has(name.toUpperCase())
    ? name
    : `\`${name.replaceAll('`', '``')}\``;
}

/** A string as Cypher writes it. */
export function quoteText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** Whether what `name` stands for has these labels, or this type; each node and relationship has exactly one. */
export function labelCondition(at: number, name: Rope, labels: Labels): Piece[] {
  switch (labels.is) {
    case 'any':
      return weave(at)`true`;
    case 'name':
      return weave(at)`label(${name}) = ${quoteText(labels.name)}`;
    case 'not':
      return weave(at)`NOT (${labelCondition(at, name, labels.of)})`;
    default: {
      const parts = labels.of.map((part) => labelCondition(at, name, part));
      const joined = joinRopes(at, parts, labels.is === 'and' ? ' AND ' : ' OR ');
      return weave(at)`(${joined})`;
    }
  }
}

/** The names in scope as a WITH keeps them: it wants a path's name twice. */
export function keptNames(t: Translation): string[] {
  return t.scope.names.map((name) => {
    const kept = quoteName(name);
    return t.scope.get(name)?.is === 'path' ? `${kept} AS ${kept}` : kept;
  });
}

/** What an expression gives for a node, a relationship or a path; null where there is none: the database knows no more then. */
export function unlessNull(t: Translation, of: Expression, value: Piece[]): Piece[] {
  const binding = of.kind === 'variable' && !t.lambdas.has(of.name) ? t.scope.get(of.name) : undefined;
  if (of.kind === 'variable' && t.lambdas.has(of.name)) return value;
  if (binding?.is === 'path') {
    if (binding.witness === undefined) return value;
    return weave(of.start)`CASE WHEN ${witnessOf(t, of.start, binding.witness)} IS NULL THEN null ELSE ${value} END`;
  }
  if ((binding?.is === 'node' || binding?.is === 'relationship') && !binding.mayBeNull) return value;
  return weave(of.start)`CASE WHEN ${t.expression(of)} IS NULL THEN null ELSE ${value} END`;
}

function witnessOf(t: Translation, at: number, witness: string): string {
  if (t.scope.get(witness)) return quoteName(witness);
  return t.refuse(
    at,
    'a path of an OPTIONAL MATCH needs a new node of its pattern by name, kept in each WITH after it',
  );
}
