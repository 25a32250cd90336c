/**
 * A query as the embedded database can take it, where its dialect or its driver trips: property names that are keywords
 * get back-quotes, and parameters that are null or empty lists, whose type the driver cannot guess, become literals.
 */
import { QueryError } from '../../model/index.js';
import { parameterNames, placeOf, type Token, tokenizeCypher } from '../cypher-text.js';
import type { Json } from '../store.js';

export interface Statement {
  text: string;
  tokens: readonly Token[];
  parameters: Record<string, Json>;
  /** Where a line and column of the changed text lie in the query as it was given; all count from 1. */
  originalPlace(line: number, column: number): { line: number; column: number };
}

/** Keywords that are properties of ours. */
const KEYWORDS = new Set(['END', 'ENDS', 'STARTS']);

/** @throws QueryError `missing-parameter`, `bad-parameter` */
export function toStatement(cypher: string, given: Record<string, Json>): Statement {
  const tokens = tokenizeCypher(cypher);
  const edits: { at: number; length: number; by: string }[] = [];
  const parameters: Record<string, Json> = {};
  for (const name of parameterNames(tokens)) {
    const value = given[name];
    if (value === undefined) throw new QueryError('missing-parameter', `the parameter $${name} has no value`);
    if (value !== null && !(Array.isArray(value) && value.length === 0)) {
      checkNumbers(value, name);
      parameters[name] = value;
    }
  }
  tokens.forEach((token, index) => {
    const length = token.end - token.start;
    if (token.kind === 'parameter' && !(token.text in parameters)) {
      edits.push({ at: token.start, length, by: given[token.text] === null ? 'NULL' : '[]' });
    }
    if (token.kind === 'word' && tokens[index - 1]?.text === '.' && KEYWORDS.has(token.text.toUpperCase())) {
      edits.push({ at: token.start, length, by: `\`${token.text}\`` });
    }
  });
  let text = '';
  let from = 0;
  for (const { at, length, by } of edits) {
    text += cypher.slice(from, at) + by;
    from = at + length;
  }
  text += cypher.slice(from);
  return {
    text,
    tokens,
    parameters,
    originalPlace(line, column) {
      let offset =
        text
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length +
        (line > 1 ? 1 : 0) +
        column -
        1;
      let shift = 0;
      for (const { at, length, by } of edits) {
        if (at + shift >= offset) break;
        shift += Math.min(by.length, offset - at - shift) - length;
      }
      offset = Math.max(0, Math.min(cypher.length, offset - shift));
      return placeOf(cypher, offset);
    },
  };
}

/** In a list of maps the driver reads every number as the first one's kind, and so 1 among 1.5 as garbage. */
function checkNumbers(value: Json, name: string): void {
  const kinds = new Map<string, boolean>();
  const visit = (item: Json, path: string): void => {
    if (typeof item === 'number') {
      const whole = Number.isInteger(item);
      if ((kinds.get(path) ?? whole) !== whole) {
        throw new QueryError('bad-parameter', `$${name} mixes whole and other numbers in${path}: send them as text`);
      }
      kinds.set(path, whole);
    } else if (Array.isArray(item)) for (const inner of item) visit(inner, `${path} []`);
    else if (item !== null && typeof item === 'object') {
      for (const [key, inner] of Object.entries(item)) visit(inner, `${path} ${key}`);
    }
  };
  // A plain list of numbers is read well.
  if (Array.isArray(value) && value.some((item) => item !== null && typeof item === 'object')) visit(value, '');
}
