/** Lists: comprehensions, sums, items, slices, turned round. */
import type { Spelling } from './spelling.js';

export const LISTS: readonly Spelling[] = [
  // Lists
  ['a list comprehension', true, 'RETURN [x IN [1, 2, 3, 4] WHERE x % 2 = 0 | x * 10] AS v'],
  ['a list comprehension that only chooses', true, 'RETURN [x IN [1, 2, 3, 4] WHERE x > 2] AS v'],
  ['a list comprehension that only maps', true, "RETURN [x IN ['a', 'b'] | x + '!'] AS v"],
  [
    'a list comprehension of a property',
    true,
    "MATCH (p:Paper) RETURN p.id AS id, [a IN p.authors WHERE a STARTS WITH 'A' | toUpper(a)] AS v ORDER BY id",
  ],
  ['a list comprehension with an outer name', true, 'WITH 10 AS k RETURN [x IN [1, 2] | x + k] AS v'],
  ['a name that hides another', true, "MATCH (a:Author) RETURN [a IN ['x', 'y'] | a + 'z'] AS v"],
  ['a sum', true, 'RETURN reduce(sum = 0, x IN [1, 2, 3] | sum + x) AS v'],
  ['a sum of what each gives', true, 'RETURN reduce(total = 10, x IN [1, 2, 3] | total + x * 2) AS v'],
  ['a product', true, 'RETURN reduce(p = 1, x IN [2, 3, 4] | p * x) AS v'],
  ['joined text', true, "RETURN reduce(s = '', x IN ['a', 'b'] | s + x) AS v"],
  ['the first item', true, 'MATCH (p:Paper) RETURN p.id AS id, p.authors[0] AS first ORDER BY id'],
  [
    'an item that is not there',
    true,
    "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p.authors[9] AS none, p.authors[-1] AS last, p.authors[-9] AS before",
  ],
  ['an item by a parameter', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p.authors[$i] AS v", { i: 1 }],
  ['an item by a computed index', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p.authors[size(p.authors) - 1] AS v"],
  [
    'slices',
    true,
    'WITH [1, 2, 3, 4] AS l RETURN l[0..2] AS a, l[1..] AS b, l[..3] AS c, l[-2..] AS d, l[..-1] AS e, l[1..3] AS f',
  ],
  ['a slice by a parameter', true, 'WITH [1, 2, 3, 4] AS l RETURN l[..$n] AS a', { n: 2 }],
  [
    'head and last',
    true,
    'MATCH (p:Paper) RETURN p.id AS id, head(p.authors) AS h, last(p.authors) AS l, head(p.organizations) AS none ORDER BY id',
  ],
  ['tail, size and range', false, 'RETURN tail([1, 2, 3]) AS t, size([1, 2]) AS s, range(1, 3) AS r'],
  ['isEmpty', true, "MATCH (p:Paper) WHERE isEmpty(p.organizations) AND NOT isEmpty('x') RETURN count(p) AS n"],
  [
    'any, all, none, single',
    true,
    'RETURN any(x IN [1, 2] WHERE x = 1) AS a, all(x IN [1, 2] WHERE x > 0) AS b, none(x IN [1] WHERE x = 2) AS c, single(x IN [1, 2] WHERE x = 1) AS d',
  ],
  ['a reversed list', true, "RETURN reverse(split('a,b,c', ',')) AS v"],
  [
    'the name of a first node',
    true,
    "MATCH (p:Paper {id: 'arxiv:1'})-[:USES]->(t) WITH collect(t) AS ts RETURN ts[0].name AS v",
  ],
  // Lists of different lengths: the database works out both branches of a CASE for all rows
  [
    'an item of lists of all lengths',
    true,
    'UNWIND [[1], [], [2, 3], null] AS l RETURN l[0] AS a, l[1] AS b, l[-2] AS c',
  ],
  [
    'an item of lists of lists',
    true,
    'UNWIND [[[1], [2]], [[3]]] AS l RETURN l[1] AS a, head(l) AS h, last(l)[0] AS o',
  ],
  ['an item that is null', true, 'UNWIND [[null, 1], [2]] AS l RETURN l[0] AS a, l[-1] AS b'],
  [
    'an item of a property',
    true,
    'MATCH (n) RETURN n.id AS id, n.organizations[0] AS o, n.aliases[1] AS a ORDER BY id',
  ],
  ['an item in a condition', true, "MATCH (t) WHERE t.aliases[0] STARTS WITH 'A' RETURN t.id AS id ORDER BY id"],
  [
    'an item of what was collected',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:USES|INTRODUCES]->(b) WITH p, collect(b.name) AS bs RETURN p.id AS id, bs[0] IS NULL AS none, bs[2] AS third ORDER BY id',
  ],
  [
    'a node of what was collected',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:USES]->(b) WITH p, collect(b) AS bs RETURN p.id AS id, head(bs).name AS b, bs[0].papers AS n ORDER BY id',
  ],
  ['an item of split text', true, "MATCH (p:Paper) RETURN p.id AS id, split(p.name, ' ')[1] AS w ORDER BY id"],
  ['items beyond the end', true, 'RETURN [1, 2, 3][5] AS a, head([]) AS b, last([]) AS c, [1, 2, 3][-4] AS d'],
  ['an item at a parameter', true, 'UNWIND [[1], [2, 3]] AS l RETURN l[$i] AS a, l[$j] AS b', { i: 1, j: -2 }],
  ['an item at an index of each row', true, 'UNWIND [0, 1, 2, -1, -2, -3, null] AS i RETURN i, [7, 8][i] AS a'],
  [
    'slices at an index of each row',
    true,
    'UNWIND [0, 1, 2, -1, -2] AS i RETURN i, [7, 8, 9][i..] AS a, [7, 8, 9][..i] AS b',
  ],
  ['an item of the rest', true, 'UNWIND [[1], [2, 3]] AS l RETURN tail(l)[0] AS a, size(tail(l)) AS n'],
  ['an item in a comprehension', true, "RETURN [x IN ['a b', 'c'] | split(x, ' ')[1]] AS v"],
  // Lists turned round
  ['a literal list, reversed', true, 'RETURN reverse([1, 2, 3]) AS a, reverse([]) AS b, reverse(range(1, 3)) AS c'],
  [
    'a collected list, reversed',
    true,
    'MATCH (p:Paper) WITH p ORDER BY p.id WITH collect(p.id) AS ids RETURN reverse(ids) AS v',
  ],
  [
    'a property that is a list, reversed',
    true,
    "MATCH (p:Paper {id: 'arxiv:1'}) RETURN reverse([a IN p.authors | a]) AS v",
  ],
  ['a list of a parameter, reversed', true, 'RETURN reverse($xs) AS v', { xs: ['a', 'b'] }],
  ['a list joined to another, reversed', true, 'WITH [1] + [2, 3] AS xs RETURN reverse(xs) AS v'],
  ['text, reversed', false, "UNWIND ['abc', 'é'] AS x RETURN reverse(x) AS v"],
  // Conditions that are neither true nor false
  [
    'any, all, none, single of what may be null',
    true,
    'RETURN any(x IN [1, null] WHERE x > 1) AS a, all(x IN [1, null] WHERE x > 0) AS b, none(x IN [1, null] WHERE x > 1) AS c, single(x IN [1, null] WHERE x = 1) AS d',
  ],
  [
    'any, all, none, single that are certain',
    true,
    'RETURN any(x IN [null, 3] WHERE x > 1) AS a, all(x IN [null, -1] WHERE x > 0) AS b, none(x IN [null, 3] WHERE x > 1) AS c, single(x IN [1, 1, null] WHERE x = 1) AS d',
  ],
  [
    'any, all, none, single of nothing',
    true,
    'RETURN any(x IN [] WHERE x > 1) AS a, all(x IN [] WHERE x > 0) AS b, none(x IN [] WHERE x > 1) AS c, single(x IN [] WHERE x = 1) AS d',
  ],
  [
    'not any of what may be null',
    true,
    'MATCH (p:Paper)-->(x) WITH p, collect(x) AS xs WHERE NOT any(x IN xs WHERE x.papers > 2) RETURN p.id AS id',
  ],
  // Two functions over one list: the database answers the first wrongly
  [
    'conditions on the items of a property',
    true,
    "MATCH (t) RETURN t.id AS id, any(a IN t.aliases WHERE toLower(a) = 'beta alias') AS a, all(a IN t.aliases WHERE toLower(a) <> 'beta alias') AS b, none(a IN t.aliases WHERE toLower(a) = 'beta alias') AS c, single(a IN t.aliases WHERE toLower(a) = 'beta alias') AS d ORDER BY id",
  ],
  [
    'two comprehensions of one list',
    true,
    "UNWIND [['a', 'B'], ['c', 'b'], null, ['B'], []] AS l RETURN [x IN l WHERE toLower(x) = 'b'] AS v, [y IN l | toLower(y) = 'b'] AS w, any(z IN l WHERE toLower(z) = 'b') AS a",
  ],
  [
    'two comprehensions of collected nodes',
    true,
    "MATCH (p:Paper) WITH p ORDER BY p.id WITH collect(p) AS ps RETURN [p IN ps WHERE toLower(p.name) = 'undated' | p.id] AS a, [p IN ps | toUpper(p.name)] AS b, any(p IN ps WHERE toLower(p.name) = 'undated') AS c",
  ],
  [
    'two comprehensions of a path',
    true,
    "MATCH q = (a:Technique)-[:BUILDS_ON*1..2]->(b) RETURN a.id AS a, b.id AS b, [n IN nodes(q) WHERE toLower(n.name) = 'beta' | n.id] AS v, [n IN nodes(q) | toUpper(n.name)] AS w, any(r IN relationships(q) WHERE toLower(r.kind) = 'extends') AS x, none(r IN relationships(q) WHERE toLower(r.kind) = 'extends') AS y ORDER BY a, b",
  ],
  // Lists of several kinds
  [
    'a list of several kinds',
    true,
    "MATCH (p:Paper) RETURN [p.name, p.year] AS v, [1, 'a', 2.5, [1, 2], null] AS w, {a: [true, 'x']} AS x, [1, 2.5][1] AS y ORDER BY p.id",
  ],
  [
    'an item of what was chosen',
    true,
    "UNWIND [['a', 'B'], ['c', 'b'], [], null] AS l RETURN head([x IN l WHERE toLower(x) = 'b']) AS a, [x IN l WHERE toLower(x) = 'b'][0] AS b, 'b' IN [x IN l | toLower(x)] AS c, [x IN l WHERE toLower(x) = 'b'] + 'z' AS d",
  ],
  [
    'lists of a parameter',
    true,
    'UNWIND $pairs AS pair RETURN pair[0] AS a, pair[1] AS b',
    {
      pairs: [
        ['a', 'b'],
        ['c', 'd'],
      ],
    },
  ],
  [
    'text that grows along a path',
    true,
    "MATCH p = (a:Technique)-[:BUILDS_ON*1..3]->(b) RETURN reduce(s = a.name, r IN relationships(p) | s + '>' + coalesce(r.kind, '?')) AS v, reduce(s = '', r IN relationships(p) | s + r.kind) AS w ORDER BY v",
  ],
  [
    'text that grows by numbers',
    true,
    "RETURN reduce(s = 'x', n IN [1, 2] | s + n) AS v, reduce(s = '', x IN [] | s + x) AS w",
  ],
];
