/** What a researcher's Cypher is written like here, where it is not translated. */
import type { Token } from '../../cypher-text.js';

/** Each where these words follow each other, in capitals; a name in small letters stands for any word. */
const HINTS: readonly (readonly [words: string, hint: string])[] = [
  ['APOC .', 'APOC is a plug-in of Neo4j and is not used here'],
  ['GDS .', 'the algorithms of Neo4j GDS are not here; pagerank and community are properties of every node'],
  [') ) {', 'a pattern in brackets with {1,3} after it is written -[:TYPE]->{1,3}, without names for its nodes'],
  [') ) +', 'a pattern in brackets with + after it is written -[:TYPE]->+, without names for its nodes'],
  ['= SHORTEST', 'of shortest paths ALL SHORTEST, ANY SHORTEST and SHORTEST 1 are known here'],
  ['IS : :', 'the type of a value cannot be asked for: the properties of each label are told by keys(n)'],
  ['IN TRANSACTIONS', 'queries only read the graph: leave out IN TRANSACTIONS'],
  ['OPTIONAL CALL', 'write CALL {…} with OPTIONAL MATCH in it'],
  ['ALLSHORTESTPATHS (', 'allShortestPaths(…) stands in a MATCH: MATCH p = allShortestPaths((a)-[*]-(b))'],
  ['SHORTESTPATH (', 'shortestPath(…) stands in a MATCH: MATCH p = shortestPath((a)-[*]-(b))'],
];

/** A hint for the first spelling of Neo4j's among the words of a failed query. */
export function hintFor(statement: { tokens: readonly Token[] } | undefined): string | undefined {
  const words = (statement?.tokens ?? []).map(({ kind, text }) => (kind === 'word' ? text.toUpperCase() : text));
  return HINTS.find(([pattern]) => {
    const wanted = pattern.split(' ');
    return words.some((_, index) => wanted.every((word, ahead) => words[index + ahead] === word));
  })?.[1];
}
