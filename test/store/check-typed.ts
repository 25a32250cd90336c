/** What holds of any text that is typed as a query: its words, the gate before the database, the translation. */
import assert from 'node:assert/strict';
import { QueryError } from '../../src/model/index.js';
import { checkWords } from '../../src/store/check-words.js';
import { placeOf, splitStatements, tokenizeCypher } from '../../src/store/cypher-text.js';
import { toStatement } from '../../src/store/embedded/statement.js';
import { splitPrefix } from '../../src/store/statement-prefix.js';

/** It becomes words, each in its place. */
export function checkTokens(text: string): void {
  let end = 0;
  for (const token of tokenizeCypher(text)) {
    assert.ok(token.start >= end && token.end > token.start, `${token.start} to ${token.end} after ${end}`);
    end = token.end;
  }
  assert.ok(end <= text.length);
  for (const statement of splitStatements(text)) assert.ok(text.includes(statement));
}

/** It is let through, or refused with a place in it. */
export function checkRefusal(text: string): void {
  try {
    checkWords(splitPrefix(tokenizeCypher(text)).body, (offset) => placeOf(text, offset));
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    assert.ok((error.line ?? 1) <= text.split('\n').length, `refused in line ${error.line}`);
  }
}

/** It is translated, left alone or refused, and places lead back into it. */
export function checkTranslation(text: string): void {
  const statement = orRefused(() => toStatement(text, { p: 1 }));
  if (!statement) return;
  for (const offset of [0, statement.text.length >> 1, statement.text.length]) {
    const { line, column } = statement.placeAt(offset);
    assert.ok((text.split('\n')[line - 1]?.length ?? -1) >= column - 1, `${offset} leads to ${line}:${column}`);
  }
  // What was translated once is no Neo4j's spelling any more, or is translated to what works as well.
  orRefused(() => toStatement(statement.text, statement.parameters));
}

/** The deed is done, or refused in words; nothing else is thrown. */
function orRefused<T>(deed: () => T): T | undefined {
  try {
    return deed();
  } catch (error) {
    if (error instanceof QueryError) return undefined;
    throw error;
  }
}
