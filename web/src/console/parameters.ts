/** The parameters of a query: which there are, and their values from what is typed. */

/** Comments, texts and quoted names as spaces, so that what is looked for stands where it stood. */
export function withoutTexts(cypher: string): string {
  return cypher.replace(
    /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|'(?:\\[\s\S]|[^'\\])*(?:'|\\?$)|"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|`[^`]*(?:`|$)/g,
    (text) => ' '.repeat(text.length),
  );
}

/** Names of the parameters, in the order in which they first stand in the query. */
export function parametersOf(cypher: string): string[] {
  return [...new Set([...withoutTexts(cypher).matchAll(/\$(\w+)/g)].map(([, name = '']) => name))];
}

/** JSON where it is JSON, such as `3` and `["a", "b"]`; else the text itself. */
export function readValue(typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    return typed;
  }
}
