/** A LIMIT for a query that has none of its own. */
import { tokenizeCypher } from '../cypher-text.js';

/** @returns undefined where the rows of the whole query cannot be limited at its end, or are already */
export function withLimit(text: string, rows: number): string | undefined {
  const tokens = tokenizeCypher(text);
  if (tokens.at(-1)?.text === ';') tokens.pop();
  let depth = 0;
  let returns = false;
  for (const { kind, text: word } of tokens) {
    if (kind === 'symbol' && '([{'.includes(word)) depth++;
    if (kind === 'symbol' && ')]}'.includes(word)) depth--;
    if (kind !== 'word' || depth > 0) continue;
    const upper = word.toUpperCase();
    // After UNION a LIMIT would be that of the last part only.
    if (upper === 'UNION') return undefined;
    if (upper === 'RETURN') returns = true;
    else if (returns && upper === 'LIMIT') return undefined;
  }
  // In a line of its own, as the last one may be a comment.
  return returns ? `${text.slice(0, tokens.at(-1)?.end)}\nLIMIT ${rows}` : undefined;
}
