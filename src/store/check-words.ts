/**
 * The first gate before a query: its keywords. What opens a statement that is no question, loads a file, or calls an
 * unknown procedure is refused before any database sees it, as already preparing it may open the file.
 */
import { QueryError } from '../model/index.js';
import type { Token } from './cypher-text.js';

const REFUSED = new Set([
  'CREATE', 'MERGE', 'DELETE', 'DETACH', 'SET', 'REMOVE', 'DROP', 'ALTER', 'COPY', 'LOAD', 'EXPORT', 'IMPORT', 'ATTACH',
  'INSTALL', 'UNINSTALL', 'UPDATE', 'FORCE', 'USE', 'BEGIN', 'COMMIT', 'ROLLBACK', 'CHECKPOINT', 'COMMENT', 'ANALYZE',
  'PROFILE', 'FOREACH', 'SHOW', 'GRANT', 'REVOKE', 'DENY', 'TERMINATE', 'START', 'STOP', 'ENABLE', 'RENAME', 'INSERT',
]); // biome-ignore format: a table

/**
 * @param placeAt where an offset of the text lies in the query as it was given
 * @param tokens of the query, less what stands before it (`splitPrefix`)
 * @param procedures in capitals, what may be called with `CALL name(`; where absent, that is left to a later gate
 * @throws QueryError `not-allowed`, with the place of the offending word; `syntax` for an empty query
 */
export function checkWords(
  tokens: readonly Token[],
  placeAt: (offset: number) => { line: number; column: number },
  procedures?: ReadonlySet<string>,
): void {
  const refuse = (token: Token, what: string): never => {
    throw new QueryError('not-allowed', `${what} is not allowed: queries only read the graph`, placeAt(token.start));
  };
  const [opener] = tokens;
  if (!opener) throw new QueryError('syntax', 'the query is empty', { line: 1, column: 1 });
  if (opener.kind === 'word' && REFUSED.has(opener.text.toUpperCase())) refuse(opener, opener.text.toUpperCase());
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'symbol' && token.text === ';' && index < tokens.length - 1) refuse(token, 'a second statement');
    if (token.kind !== 'word' || isName(tokens[index - 1])) continue;
    const [next, afterNext] = tokens.slice(index + 1, index + 3).map((following) => following.text.toUpperCase());
    const word = token.text.toUpperCase();
    if (word === 'LOAD' && ['FROM', 'WITH', 'CSV', 'EXTENSION'].includes(next ?? '')) refuse(token, `LOAD ${next}`);
    if (word === 'CALL' && procedures && next !== '{' && !(procedures.has(next ?? '') && afterNext === '(')) {
      refuse(token, `CALL ${next ?? ''}`);
    }
  }
}

/** After a dot, a colon or AS a word is a property, a label or an alias. */
function isName(before: Token | undefined): boolean {
  return before !== undefined && ['.', ':', '|', '&', 'AS'].includes(before.text.toUpperCase());
}
