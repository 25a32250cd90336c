/** What may stand before a query: `CYPHER 5`, `CYPHER ladybug`, and EXPLAIN or PROFILE, which ask for the plan. */
import type { Token } from './cypher-text.js';

export interface Prefix {
  mode: 'run' | 'explain' | 'profile';
  /** `CYPHER ladybug`: written for the embedded database, and not to be translated. */
  native: boolean;
  /** The words before the query, which the embedded database does not know. */
  tokens: readonly Token[];
  body: readonly Token[];
}

export function splitPrefix(tokens: readonly Token[]): Prefix {
  let at = 0;
  let mode: Prefix['mode'] = 'run';
  let native = false;
  const word = (index = at) => (tokens[index]?.kind === 'word' ? tokens[index].text.toUpperCase() : '');
  for (;;) {
    if (word() === 'CYPHER') {
      at++;
      if (tokens[at]?.kind === 'number') at++;
      if (word() === 'LADYBUG') {
        native = true;
        at++;
      }
      while (tokens[at + 1]?.text === '=') at += 3;
    } else if (mode === 'run' && (word() === 'EXPLAIN' || word() === 'PROFILE')) {
      mode = word() === 'EXPLAIN' ? 'explain' : 'profile';
      at++;
    } else break;
  }
  return { mode, native, tokens: tokens.slice(0, at), body: tokens.slice(at) };
}

/** The query with other text where tokens of it were blanked, so that offsets stay. */
export function blank(text: string, tokens: readonly Token[]): string {
  let blanked = text;
  for (const { start, end } of tokens) blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
  return blanked;
}
