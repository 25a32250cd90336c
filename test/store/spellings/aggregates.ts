/** Aggregations, and the order of rows before and after them. */
import type { Spelling } from './spelling.js';

export const AGGREGATES: readonly Spelling[] = [
  // Order
  ['an ordered WITH', true, 'MATCH (p:Paper) WITH p ORDER BY p.id DESC RETURN collect(p.id) AS ids'],
  [
    'an ordered WITH with a limit',
    true,
    'MATCH (p:Paper) WITH p ORDER BY p.id DESC LIMIT 2 RETURN collect(p.id) AS ids',
  ],
  [
    'an ordered WITH and a match',
    false,
    'MATCH (p:Paper) WITH p ORDER BY p.id LIMIT 2 MATCH (p)-[:EVALUATES_ON]->(b) RETURN p.id AS id, b.id AS b ORDER BY id',
  ],
  ['an ordered WITH, counted', true, 'MATCH (p:Paper) WITH p ORDER BY p.id SKIP 1 RETURN count(p) AS n'],
  [
    'ordered by what was grouped by',
    true,
    'MATCH (p:Paper)-[r]->(x) RETURN type(r) AS t, count(*) AS n ORDER BY count(*) DESC, type(r)',
  ],
  [
    'ordered by a property after grouping',
    true,
    'MATCH (p:Paper)-->(x) RETURN x.name AS name, count(p) AS n ORDER BY n DESC, x.name',
  ],
  ['distinct and ordered', true, 'MATCH (p:Paper)-->(x) RETURN DISTINCT x.name AS name ORDER BY x.name'],
  // Nothing
  [
    'a list of nothing',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:USES]->(t) RETURN p.id AS id, collect(t.name) AS names ORDER BY id',
  ],
  ['the size of a list of nothing', true, "MATCH (p:Paper {id: 'none'}) RETURN size(collect(p)) AS n"],
  [
    'distinct lists',
    true,
    'MATCH (p:Paper)-->(x) WITH collect(DISTINCT labels(x)[0]) AS ls UNWIND ls AS l RETURN l ORDER BY l',
  ],
  // Sums of nothing
  ['a sum of nothing', true, "MATCH (n:Paper {id: 'zzz'}) RETURN sum(n.year) AS s, sum(DISTINCT n.x) AS d"],
  ['a sum of nulls', true, 'MATCH (p:Paper) RETURN p.id AS id, sum(p.year) AS s ORDER BY s, id'],
  ['a sum of what there is', true, 'MATCH (p:Paper) RETURN sum(DISTINCT p.x) AS x, sum(p.year) / 2 AS y'],
  [
    'ordered by what was grouped by, without a name',
    true,
    'MATCH (n) RETURN labels(n), count(*) ORDER BY count(*) DESC, labels(n)[0]',
  ],
  // Limits that are reckoned
  [
    'a limit of text',
    true,
    'MATCH (p:Paper) RETURN p.id AS id ORDER BY id SKIP toInteger($s) LIMIT toInteger($n)',
    { s: '1', n: '1' },
  ],
  [
    'a limit of a product',
    true,
    'MATCH (p:Paper) RETURN p.id AS id ORDER BY id SKIP $page * $n LIMIT $n',
    { page: 1, n: 2 },
  ],
  // Statistics
  [
    'deviations and percentiles',
    true,
    'UNWIND [1, 2, 2, 3, 10] AS x RETURN stDev(x) AS a, stDevP(x) AS b, stDev(DISTINCT x) AS c, percentileDisc(x, 0.5) AS d, percentileCont(x, 0.3) AS e, percentileDisc(x, 0) AS f, percentileDisc(x, 0.9) AS g',
  ],
  [
    'deviations and percentiles of groups',
    true,
    'MATCH (n) RETURN labels(n)[0] AS l, stDev(n.papers) AS a, percentileCont(n.papers, 0.9) AS b, percentileDisc(n.papers, 0.9) AS c ORDER BY l',
  ],
];
