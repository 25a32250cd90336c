/** What stands between two values. */
import type { Spelling } from './spelling.js';

export const OPERATORS: readonly Spelling[] = [
  // Comparisons in a chain
  ['two comparisons at once', true, 'MATCH (p:Paper) WHERE 2020 <= p.year < 2021 RETURN p.id AS id'],
  [
    'comparisons among other conditions',
    true,
    "MATCH (p:Paper) WHERE p.id <> 'x' AND NOT 2020 < p.year + 1 <= 2021 OR p.id = 'arxiv:2' RETURN p.id AS id ORDER BY id",
  ],
  ['three comparisons at once', true, 'RETURN 1 < 2 < 3 <= 3 AS a, 1 < 3 > 2 AS b, 1 = 1 = 2 AS c, -2 < -1 < 0 AS d'],
  [
    'regular expressions that both know',
    false,
    "MATCH (p:Paper) WHERE p.name =~ '(?i)(the|load)\\\\b.*' RETURN p.id AS id ORDER BY id",
  ],
  // Null in a list, and nothing in a list
  [
    'null among the items of IN',
    true,
    'UNWIND [1, 2, null] AS x RETURN x IN [1, null] AS a, NOT x IN [1, null] AS b, x IN [] AS c',
  ],
  [
    'a property among the items of IN',
    true,
    'MATCH (p:Paper) RETURN p.id AS id, 2021 IN [p.year, 2020] AS a, p.year IN [2020, null] AS b ORDER BY id',
  ],
  ['NOT IN a list with null', true, 'MATCH (p:Paper) WHERE NOT p.year IN [2020, null] RETURN p.id AS id'],
  ['NOT IN a list of nothing', true, 'MATCH (p:Paper) RETURN NOT p.year IN $years AS v ORDER BY p.id', { years: [] }],
  [
    'NOT IN a parameter with null',
    true,
    'MATCH (p:Paper) WHERE NOT p.year IN $years RETURN p.id AS id',
    { years: [2020, null] },
  ],
  [
    'IN what was collected',
    true,
    'MATCH (p:Paper) WITH collect(p.year) AS years MATCH (q:Paper) RETURN q.id AS id, q.year IN years AS a ORDER BY id',
  ],
  // Text and numbers
  [
    'text is no number',
    true,
    "UNWIND [1] AS x MATCH (p:Paper) WHERE p.year = '2020' OR p.year > '2019' OR p.id = 2020 RETURN p.id AS id",
  ],
  ['text differs from a number', true, "MATCH (p:Paper) WHERE p.year <> '2020' RETURN p.id AS id ORDER BY id"],
  [
    'text and numbers compared',
    true,
    "RETURN 1 = '1' AS a, 1 < '2' AS b, true = 'true' AS c, 1 = 1.0 AS d, NOT 1 = '1' AS e",
  ],
  [
    'a parameter of text for a number',
    true,
    'MATCH (p:Paper) WHERE p.year = $year RETURN p.id AS id',
    { year: '2020' },
  ],
  ['text in a pattern for a number', true, "MATCH (p:Paper {categories: ['cs.LG'], year: '2020'}) RETURN p.id AS id"],
  ['text in a list for a number', true, "MATCH (p:Paper) WHERE p.year IN ['2020', '2021'] RETURN p.id AS id"],
  [
    "text in a parameter's list for a number",
    true,
    'MATCH (p:Paper) WHERE NOT p.year IN $years RETURN p.id AS id ORDER BY id',
    { years: ['2020'] },
  ],
  // What + joins
  [
    'text and numbers',
    true,
    "MATCH (p:Paper) RETURN p.name + ' (' + p.year + ')' AS v, 'x' + 1.5 AS a, 1 + 'a' AS b ORDER BY p.id",
  ],
  ['text and nothing', true, "MATCH (p:Paper) RETURN p.name + p.date AS a, p.date + '!' AS b ORDER BY p.id"],
  [
    'a list and an item',
    true,
    "MATCH (p:Paper) RETURN p.authors + p.date AS a, p.authors + 'x' AS b, 'y' + p.authors AS c, [1] + 2 AS d ORDER BY p.id",
  ],
  [
    'tests of text on a number',
    true,
    "MATCH (p:Paper) RETURN p.year CONTAINS '2' AS a, NOT p.year STARTS WITH '2' AS b, p.name CONTAINS 2 AS c ORDER BY p.id",
  ],
];
