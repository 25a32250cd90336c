/** How a query is written: names of columns, prefixes, comments, strings. */
import type { Spelling } from './spelling.js';

export const WRITING: readonly Spelling[] = [
  // Columns
  [
    'columns are called as they are written',
    false,
    "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p.name, count(*), p.year + 1, toUpper(p.id)",
  ],
  ['a column called by a word', true, 'RETURN 1 AS end, 2 AS order'],
  // Prefixes
  ['a version', false, 'CYPHER 5 RETURN 1 AS v'],
  // What only looks like something else
  ['a string with a pattern', false, "RETURN '[x IN xs | x] shortestPath((a)-[*]-(b))' AS v"],
  ['a comment with a label test', false, '/* WHERE n:Paper */ RETURN 1 AS v // labels(n)[0]'],
  ['a name in back-quotes', false, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p.name AS `labels(n)[0]`"],
  ['CASE of several values', true, "UNWIND [1, 2, 3] AS x RETURN CASE x WHEN 1, 2 THEN 'few' ELSE 'many' END AS v"],
  ['columns called by words of the database', true, 'RETURN 1 AS sorted, 2 AS index, 3 AS join, 4 AS trail'],
];
