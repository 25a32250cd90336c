/** What a researcher's Cypher is written like here, where it is not translated. */
import type { Token } from '../../cypher-text.js';

/** Each where these words follow each other, in capitals; a name in small letters stands for any word. */
const HINTS: readonly (readonly [words: string, hint: string])[] = [
  ['APOC .', 'APOC is a plug-in of Neo4j and is not used here'],
  ['GDS .', 'the algorithms of Neo4j GDS are not here; pagerank and community are properties of every node'],
  ['ALLSHORTESTPATHS (', 'the database writes -[:TYPE* ALL SHORTEST 1..6]-'],
  ['SHORTESTPATH (', 'the database writes -[:TYPE* SHORTEST 1..6]-, in a MATCH'],
  ['REDUCE (', 'the database writes list_reduce(list, (sum, x) -> sum + x)'],
  ['STARTNODE (', 'name the node in the pattern: (a)-[r]->(b)'],
  ['ENDNODE (', 'name the node in the pattern: (a)-[r]->(b)'],
  ['CALL {', 'write CALL {…} as OPTIONAL MATCH … WITH …, an aggregation'],
  ['FULLTEXT .', 'text search is served by /api/search, the same for both stores'],
  ['DB .', 'here there are CALL show_tables() and CALL table_info(…)'],
  [') ) {', 'a pattern in brackets with {1,3} after it is written -[:TYPE* TRAIL 1..3]->'],
];

/** A hint for the first spelling of Neo4j's among the words of a failed query. */
export function hintFor(statement: { tokens: readonly Token[] } | undefined): string | undefined {
  const words = (statement?.tokens ?? []).map(({ kind, text }) => (kind === 'word' ? text.toUpperCase() : text));
  return HINTS.find(([pattern]) => {
    const wanted = pattern.split(' ');
    return words.some((_, index) => wanted.every((word, ahead) => words[index + ahead] === word));
  })?.[1];
}
