/** Where in a query a fault lies that the embedded database tells without a place. */
import { placeOf, type Token } from '../cypher-text.js';

/** What stands in a query where the database says such a thing. */
const SIGNS: readonly (readonly [RegExp, (token: Token) => boolean])[] = [
  [/Divide by zero|Modulo by zero/i, ({ text }) => text === '/' || text === '%'],
  [/parsing (?:date|timestamp|interval)/i, ({ text }) => /^(?:date|localdatetime|datetime|duration)$/i.test(text)],
  [/\brange\b/i, ({ text }) => /^range$/i.test(text)],
  [/AGGREGATE_FUNCTION/, ({ text }) => /^(?:count|sum|avg|min|max|collect|stdevp?|percentile\w+)$/i.test(text)],
  [/[Cc]ast|convert/, ({ text }) => /^(?:to(?:Integer|Float|Boolean|String)\w*|date|CAST)$/i.test(text)],
  [/LIST_|list_|ARRAY_/, ({ text }) => text === '['],
  [/[Oo]verflow|range/, ({ text }) => text === '*' || text === '+' || text === '^'],
  [/^Cannot order by|Order by/, ({ text }) => /^ORDER$/i.test(text)],
];

/**
 * The first token that the message speaks of, else the first that could be meant, else where the query starts.
 * @param tokens of the query as it was given
 */
export function placeIn(message: string, cypher: string, tokens: readonly Token[]): { line?: number; column?: number } {
  const [start] = tokens;
  if (!start) return {};
  const named = namedIn(message);
  const spoken = named === undefined ? undefined : tokens.find((token) => isCalled(token, named));
  const written = /^(?:Expression )?(\S+(?: \S+){0,4}?) has data type|^Cannot order by (.+?)\. Order/s.exec(message);
  const phrase = written?.[1] ?? written?.[2] ?? '';
  const at = phrase === '' ? -1 : cypher.indexOf(phrase, start.start);
  const value = /(?:convert|Given:) "([^"]+)"/.exec(message)?.[1];
  const literal =
    value === undefined ? undefined : tokens.find(({ kind, text }) => kind === 'string' && text.includes(value));
  const sign = SIGNS.find(([form]) => form.test(message))?.[1];
  const offset = spoken?.start ?? (at >= 0 ? at : undefined) ?? literal?.start ?? (sign && tokens.find(sign)?.start);
  return placeOf(cypher, offset ?? start.start);
}

/** The database names functions in capitals, and names of the query as they are. */
function namedIn(message: string): string | undefined {
  return (
    /^Function (\S+) did not/.exec(message)?.[1] ??
    /for given function (\S+?)\(/.exec(message)?.[1] ??
    /(?:Variable|Table|property|function|macro|field name:|Cannot bind) ([^\s.]+)/.exec(message)?.[1]
  );
}

function isCalled({ text }: Token, name: string): boolean {
  return text.replace(/^`|`$/g, '').toUpperCase() === name.toUpperCase();
}
