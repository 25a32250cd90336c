/** What Neo4j answers and the embedded store cannot: refused at its place, with what to write instead. */
export const REFUSED: readonly (readonly [query: string, column: number, message: RegExp])[] = [
  // Labels, types and properties in other letters: the database would answer what Neo4j finds nothing for.
  ['MATCH (n:paper) RETURN n.id', 10, /no label paper: it is written Paper/],
  ['MATCH (n:Movie|Paper) RETURN n.id', 10, /no label Movie: the labels are .*Technique/],
  ['MATCH ()-[r:uses]->() RETURN r', 13, /no type uses: it is written USES/],
  ['MATCH (n:Paper) RETURN n.Name', 26, /no property Name: it is written name/],
  ["MATCH (n:Paper {Name: 'x'}) RETURN n.id", 17, /no property Name: it is written name/],
  ['MATCH (n:Paper) RETURN n {.Name} AS v', 28, /no property Name: it is written name/],
  [
    'MATCH (a:Paper)-[r:USES]->() WITH r RETURN endNode(r) AS e',
    44,
    /name the node in the pattern, or take endNode\(r\)\.id/,
  ],
  // Patterns that are gathered
  [
    'MATCH (p:Paper) OPTIONAL MATCH (p)-->(t) WHERE size([(t)-->(x) | x]) > 0 RETURN p.id',
    17,
    /OPTIONAL MATCH: match and gather it in clauses before/,
  ],
  [
    'MATCH (p:Paper) WITH p ORDER BY p.id WHERE size([(p)-->(x) | x]) > 0 RETURN collect(p.id) AS v',
    44,
    /WITH … ORDER BY, which would lose its order/,
  ],
  ['MATCH (p:Paper) RETURN [x IN [1] | size([(p)-->(t) | t.papers + x])] AS v', 42, /cannot be gathered here/],
  [
    'MATCH (p:Paper) WITH p.year AS y RETURN [x IN [y] WHERE EXISTS { (q:Paper) WHERE q.year = x }] AS v',
    66,
    /cannot be gathered here/,
  ],
  ['MATCH (p:Paper) RETURN COLLECT { MATCH (p)-->(t) RETURN DISTINCT t.id } AS v', 24, /without DISTINCT/],
  ['MATCH (p:Paper) WHERE EXISTS { MATCH (p)-->(t) MATCH (t)-->(u) } RETURN p.id', 48, /takes one MATCH and its WHERE/],
  ['MATCH (p:Paper) RETURN [x IN [1, 2] | [y IN [3] | x + y]] AS v', 51, /x cannot be used in a list within a list/],
  // CALL {…}
  [
    'MATCH (t:Technique) CALL (t) { MATCH (t)<--(p) WITH p LIMIT 2 RETURN sum(p.year) AS n } RETURN n',
    70,
    /only collect/,
  ],
  [
    'MATCH (t:Technique) CALL (t) { MATCH (t)<--(p) WITH p MATCH (p)-->(x) RETURN x } RETURN x',
    48,
    /takes MATCH and RETURN here/,
  ],
  [
    'MATCH (t:Technique) CALL (t) { MATCH (t)<--(p) RETURN p.year AS y, count(*) AS n } RETURN y, n',
    68,
    /either all is an aggregation/,
  ],
  [
    'CALL { MATCH (p:Paper) RETURN p AS n UNION MATCH (t:Technique) RETURN t AS n } RETURN n',
    31,
    /return the id, and match the node/,
  ],
  [
    'MATCH (t:Technique) CALL (t) { MATCH (t)<--(p) RETURN DISTINCT p.year AS y LIMIT 1 } RETURN y',
    48,
    /DISTINCT with SKIP or LIMIT/,
  ],
  // Limits and procedures
  ['MATCH (p:Paper) RETURN p.id LIMIT toInteger(rand())', 35, /take a whole number here/],
  ['CALL db.schema.visualization()', 1, /labels\(a\), type\(r\), labels\(b\)/],
  ["CALL db.index.fulltext.queryNodes('x', 'alpha') YIELD node RETURN node", 1, /\/api\/search/],
  // Values of several kinds, and durations
  ["MATCH (p:Paper) RETURN coalesce(p.year, 'unknown') AS v ORDER BY v", 24, /toString/],
  ['MATCH (p:Paper) WITH [p.name, p.year] AS v RETURN v[1]', 22, /make a map/],
  ["MATCH (p:Paper) WITH CASE WHEN p.year > 1 THEN 1 ELSE 'x' END AS v RETURN v", 22, /CASE of text/],
  ["RETURN duration.between(date('2020-01-31'), date('2021-03-01')) AS v", 8, /by its parts: .*\.months/],
  ["RETURN duration.inDays(date('2020-01-31'), date('2021-03-01')).hours AS v", 63, /has days, weeks/],
  ["RETURN date.truncate('millennium', date()) AS v", 22, /is known here with century/],
  ["RETURN duration('P1M') AS v", 8, /v is a duration.*toString/],
  ['MATCH (p:Paper) WITH p, 2020 AS y RETURN COUNT { (p) WHERE p.year = y } AS c', 50, /write WHERE for it/],
];
