/** What the embedded database's messages mean: a fault of the query, with its place, or of the store. */
import { QueryError } from '../../model/index.js';
import { placeOf, type Token } from '../cypher-text.js';
import { hintFor } from './dialect/hints.js';
import type { SentError } from './protocol.js';
import type { Statement } from './statement.js';

const query = (code: string, message: string, place: { line?: number; column?: number } = {}): SentError => ({
  of: 'query',
  code,
  message,
  ...place,
});

/** @param cypher the query as it was given */
export function explainFailure(error: unknown, cypher: string, statement?: Statement): SentError {
  const sent = explain(error, cypher, statement);
  const hint =
    sent.code === 'syntax' || sent.code === 'not-allowed' ? (statement?.hint ?? hintFor(statement)) : undefined;
  return hint === undefined ? sent : { ...sent, message: `${sent.message} (${hint})` };
}

function explain(error: unknown, cypher: string, statement?: Statement): SentError {
  if (error instanceof QueryError) {
    const { code, message, line, column } = error;
    return query(code, message, line === undefined || column === undefined ? {} : { line, column });
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/read-only database/.test(message)) {
    return query('not-allowed', 'writing is not allowed: queries only read the graph');
  }
  if (/multiple statements/.test(message)) {
    return query('not-allowed', 'a second statement is not allowed: send one query at a time');
  }
  if (/^Interrupted/.test(message)) return query('timeout', 'the query took longer than its time limit');
  if (/^Buffer manager exception/.test(message)) {
    return query('too-large', 'the query needs more memory than it may have: narrow it, or add a LIMIT');
  }
  const [, kind, rest = ''] = /^(Parser|Binder|Catalog) exception: ([\s\S]*)$/.exec(message) ?? [];
  if (kind === 'Parser') {
    const [, line, offset] = /\(line: (\d+), offset: (\d+)\)/.exec(rest) ?? [];
    const place = line && offset && statement ? statement.originalPlace(Number(line), Number(offset) + 1) : {};
    return furtherOn(cypher, statement, place) ?? query('syntax', tidy(rest), place);
  }
  if (kind !== undefined) return query('syntax', tidy(rest), statement ? find(rest, cypher, statement.tokens) : {});
  const [, spoken] = /^(?:Runtime|Conversion|Overflow|Arithmetic|Function) exception: ([\s\S]*)$/i.exec(message) ?? [];
  if (spoken !== undefined) return query('failed', tidy(spoken));
  return { of: 'store', code: 'failed', message: `the embedded database failed: ${tidy(message)}` };
}

/**
 * The database stops at the first spelling of Neo4j's, which was not translated as something after it is no Cypher at all:
 * that is the mistake.
 */
function furtherOn(
  cypher: string,
  statement: Statement | undefined,
  { line = 0, column = 0 }: { line?: number; column?: number },
): SentError | undefined {
  if (statement?.stuckAt === undefined) return undefined;
  const { stuckAt } = statement;
  const stuck = placeOf(cypher, stuckAt);
  if (stuck.line < line || (stuck.line === line && stuck.column <= column)) return undefined;
  const token = statement.tokens.find(({ start }) => start === stuckAt);
  return query('syntax', token ? `Invalid input ${token.text}` : 'the query ends too early', stuck);
}

/** A list of what was expected that is longer than this helps nobody. */
const LONG_LIST = 90;

/** The first line, without the place that is told apart and without the list of everything that could have stood there. */
function tidy(message: string): string {
  const text = (message.split('\n(')[0] ?? message).split(/\(line: \d+, offset: \d+\)/)[0]?.trimEnd() ?? '';
  const [from, to] = [text.indexOf(' expecting {'), text.lastIndexOf('}') + 1];
  const short = from >= 0 && to > from + LONG_LIST ? text.slice(0, from) + text.slice(to) : text;
  return short.replace(/: expected rule \S+$/, '').trim();
}

/** The database does not place unknown names; the first token so called is where the reader should look. */
function find(message: string, cypher: string, tokens: readonly Token[]): { line?: number; column?: number } {
  const name = /(?:Variable|Table|property|function|Function|macro) (\S+)/.exec(message)?.[1];
  const token = tokens.find(({ text }) => name !== undefined && text.toUpperCase() === name.toUpperCase());
  return token ? placeOf(cypher, token.start) : {};
}
