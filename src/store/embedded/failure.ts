/** What the embedded database's messages mean: a fault of the query, with its place, or of the store. */
import { QueryError } from '../../model/index.js';
import { placeOf } from '../cypher-text.js';
import { hintFor } from './dialect/hints.js';
import { placeIn } from './fault-place.js';
import { readable } from './messages.js';
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
  // What was translated is not written as Neo4j's any more.
  const untranslated = statement?.translated === undefined ? statement : undefined;
  const hint =
    sent.code === 'syntax' || sent.code === 'not-allowed' ? (statement?.hint ?? hintFor(untranslated)) : undefined;
  return hint === undefined ? sent : { ...sent, message: `${sent.message} (${hint})` };
}

function explain(error: unknown, cypher: string, statement?: Statement): SentError {
  if (error instanceof QueryError) {
    const { code, message, line, column } = error;
    return query(code, message, line === undefined || column === undefined ? {} : { line, column });
  }
  const message = error instanceof Error ? error.message : String(error);
  if (/read-only database/.test(message)) {
    const word = statement?.tokens.find(({ kind, text }) => kind === 'word' && WRITING.test(text));
    const place = word ? placeOf(cypher, word.start) : {};
    return query('not-allowed', 'writing is not allowed: queries only read the graph', place);
  }
  if (/multiple statements/.test(message)) {
    return query('not-allowed', 'a second statement is not allowed: send one query at a time');
  }
  if (/^Interrupted/.test(message)) return query('timeout', 'the query took longer than its time limit');
  if (/^Buffer manager exception/.test(message)) {
    return query('too-large', 'the query needs more memory than it may have: narrow it, or add a LIMIT');
  }
  const [, kind, rest = message] = /^(\w+) exception: ([\s\S]*)$/i.exec(message) ?? [];
  if (kind !== undefined && OF_STORE.test(kind)) {
    return { of: 'store', code: 'failed', message: `the embedded database failed: ${rest.split('\n')[0]}` };
  }
  if (kind === 'Parser') {
    const [, line, offset] = /\(line: (\d+), offset: (\d+)\)/.exec(rest) ?? [];
    const place = line && offset && statement ? statement.originalPlace(Number(line), Number(offset) + 1) : {};
    return furtherOn(cypher, statement, place) ?? query('syntax', readable(rest) ?? CANNOT, place);
  }
  const words = kind === undefined && !SPOKEN.test(message) ? undefined : readable(rest);
  const code = kind === 'Binder' || kind === 'Catalog' ? 'syntax' : 'failed';
  return query(code, words ?? CANNOT, placeIn(rest, cypher, statement?.tokens ?? []));
}

/** Words that open a clause that writes. */
const WRITING = /^(?:CREATE|MERGE|SET|DELETE|DETACH|REMOVE)$/i;
/** Faults that no other query would mend. */
const OF_STORE = /^(?:IO|Storage|Connection|Checkpoint|Copy|Transaction\w*|Extension)$/i;
/** Of what carries no kind, only this is meant for the one who asks. */
const SPOKEN = /AGGREGATE_FUNCTION/;
/** What is said of a fault inside the database. */
const CANNOT =
  'the embedded database cannot run this query: part it into simpler clauses with WITH between them, and name what they need';

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
