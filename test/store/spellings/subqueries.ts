/** COUNT, EXISTS, COLLECT and CALL with a query in braces, patterns in square brackets. */
import type { Spelling } from './spelling.js';

export const SUBQUERIES: readonly Spelling[] = [
  // Counts of nothing
  ['COUNT of nothing as a condition', true, 'MATCH (p:Paper) WHERE COUNT { (p)-[:USES]->() } = 0 RETURN count(p) AS n'],
  ['COUNT of nothing as a row', true, 'MATCH (p:Paper) RETURN COUNT { (p)-[:USES]->() } AS n ORDER BY n'],
  ['COUNT of nothing in an average', true, 'MATCH (p:Paper) RETURN avg(COUNT { (p)-[:USES]->() }) AS v'],
  [
    'COUNT of nothing after WITH',
    true,
    'MATCH (p:Paper) WITH p, COUNT { (p)-[:EVALUATES_ON]->() } AS c WHERE c < 1 RETURN count(*) AS n',
  ],
  [
    'COUNT of nothing in CASE',
    true,
    "MATCH (p:Paper) RETURN CASE WHEN COUNT { (p)-[:EVALUATES_ON]->() } = 0 THEN 'a' ELSE 'b' END AS x, count(*) AS n ORDER BY x",
  ],
  [
    'COUNT of two nodes',
    true,
    'MATCH (p:Paper), (t:Technique) WHERE COUNT { (p)-[:USES]->(t) } = 0 RETURN count(*) AS n',
  ],
  [
    'COUNT of a null node',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:EVALUATES_ON]->(b) RETURN COUNT { (b)<-[:EVALUATES_ON]-() } AS n, count(*) AS m ORDER BY n',
  ],
  [
    'EXISTS of a null node',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:EVALUATES_ON]->(b) RETURN EXISTS { (b)<-[:EVALUATES_ON]-() } AS x, count(*) AS m ORDER BY x',
  ],
  // Questions in braces
  ['EXISTS without MATCH', true, 'MATCH (p:Paper) WHERE EXISTS { (p)-[:USES]->() } RETURN p.id AS id'],
  [
    'EXISTS with a condition',
    true,
    'MATCH (p:Paper) WHERE EXISTS { (p)-[:USES|STUDIES]->(t) WHERE t.papers > 2 } RETURN p.id AS id ORDER BY id',
  ],
  ['EXISTS with MATCH', false, 'MATCH (p:Paper) WHERE EXISTS {MATCH (p)-[:USES]->()} RETURN p.id AS id'],
  ['EXISTS with RETURN', true, 'MATCH (p:Paper) WHERE EXISTS { MATCH (p)-[:USES]->(t) RETURN t } RETURN p.id AS id'],
  ['NOT EXISTS', true, 'MATCH (p:Paper) WHERE NOT EXISTS { (p)-[:USES]->() } RETURN p.id AS id ORDER BY id'],
  ['COUNT without MATCH', true, 'MATCH (p:Paper) RETURN p.id AS id, COUNT { (p)-->() } AS n ORDER BY id'],
  ['COUNT in a condition', true, 'MATCH (p:Paper) WHERE COUNT { (p)-[:INTRODUCES|USES]->() } > 1 RETURN p.id AS id'],
  ['a pattern as a condition', false, 'MATCH (p:Paper) WHERE NOT (p)-[:USES]->() RETURN p.id AS id ORDER BY id'],
  ['a pattern comprehension', true, 'MATCH (p:Paper) RETURN p.id AS id, [(p)-[:USES]->(t) | t.name] AS v ORDER BY id'],
  [
    'a pattern comprehension with a condition',
    true,
    'MATCH (p:Paper) RETURN p.id AS id, [(p)-[:EVALUATES_ON|USES]->(t) WHERE t.papers > 2 | t.id] AS v ORDER BY id',
  ],
  [
    'the size of a pattern comprehension',
    true,
    'MATCH (p:Paper) RETURN p.id AS id, size([(p)-[:EVALUATES_ON]->(b) | b]) AS n ORDER BY id',
  ],
  [
    'two pattern comprehensions',
    true,
    'MATCH (t:Technique) RETURN t.id AS id, [(t)<-[:USES]-(p) | p.id] AS used, [(t)-[:BUILDS_ON]->(b) | b.name] AS bases ORDER BY id',
  ],
  [
    'COLLECT in braces',
    true,
    'MATCH (p:Paper) RETURN p.id AS id, COLLECT { MATCH (p)-[:USES]->(t) RETURN t.name } AS v ORDER BY id',
  ],
  [
    'CALL for each row',
    true,
    'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:EVALUATES_ON]->(b) RETURN count(b) AS n } RETURN p.id AS id, n ORDER BY id',
  ],
  [
    'CALL with its names',
    true,
    'MATCH (p:Paper) CALL (p) { MATCH (p)-[:USES]->(t) RETURN count(*) AS n } RETURN p.id AS id, n ORDER BY id',
  ],
  [
    'CALL that lists',
    true,
    'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:USES]->(t) RETURN collect(t.name) AS names } RETURN p.id AS id, names ORDER BY id',
  ],
  [
    'CALL that adds rows',
    true,
    'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:EVALUATES_ON]->(b) RETURN b.id AS b } RETURN p.id AS id, b ORDER BY id',
  ],
  [
    'CALL that lists maps, none for a row without any',
    true,
    'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:EVALUATES_ON]->(b) RETURN collect({n: b.name}) AS l } RETURN p.id AS id, size(l) AS n ORDER BY id',
  ],
  [
    'CALL that adds up a constant',
    true,
    'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:EVALUATES_ON]->(b) RETURN sum(2) AS s } RETURN p.id AS id, s ORDER BY id',
  ],
  [
    'CALL that adds up what may be absent',
    true,
    'MATCH (p:Paper) CALL (p) { MATCH (p)-[r:EVALUATES_ON]->(b) RETURN sum(r.confidence) AS s, max(b.name) AS m, count(DISTINCT b) AS n } RETURN p.id AS id, s > 0 AS isSome, m, n ORDER BY id',
  ],
  ['CALL at the start', true, 'CALL { MATCH (p:Paper) RETURN count(p) AS n } RETURN n * 2 AS v'],
  // Patterns gathered in a WHERE
  [
    'a pattern comprehension in WHERE',
    true,
    'MATCH (p:Paper) WHERE size([(p)-[:EVALUATES_ON|USES]->(t) | t]) > 1 RETURN p.id AS id',
  ],
  [
    'a pattern comprehension of nothing in WHERE',
    true,
    'MATCH (p:Paper) WHERE size([(p)-[:USES]->(t) | t]) = 0 RETURN p.id AS id ORDER BY id',
  ],
  [
    'a pattern comprehension of the other end in WHERE',
    true,
    'MATCH (p:Paper)-[:EVALUATES_ON|USES]->(t) WHERE size([(t)<-[:EVALUATES_ON]-(q) | q]) > 1 RETURN count(*) AS n',
  ],
  [
    'any of a pattern comprehension in WHERE',
    true,
    'MATCH (p:Paper) WHERE any(n IN [(p)-[:EVALUATES_ON|USES]->(t) | t.papers] WHERE n > 2) RETURN p.id AS id',
  ],
  [
    'two pattern comprehensions in WHERE',
    true,
    'MATCH (p:Paper) WHERE size([(p)-[:USES]->(t) | t]) = 0 AND size([(p)-[:EVALUATES_ON]->(b) | b]) = 1 RETURN p.id AS id',
  ],
  [
    'a pattern comprehension in the WHERE of WITH',
    true,
    'MATCH (p:Paper) WITH p WHERE size([(p)-[:EVALUATES_ON]->(b) | b]) > 0 RETURN count(*) AS n',
  ],
  [
    'a pattern comprehension of a new name in the WHERE of WITH',
    true,
    'MATCH (p:Paper) WITH p AS x WHERE size([(x)-[:USES]->(t) | t]) < 1 RETURN x.id AS id ORDER BY id',
  ],
  [
    'COLLECT in WHERE',
    true,
    'MATCH (p:Paper) WHERE size(COLLECT { MATCH (p)-[:EVALUATES_ON]->(b) RETURN b.id }) = 1 RETURN p.id AS id ORDER BY id',
  ],
  [
    'a pattern comprehension beside a path',
    true,
    'MATCH q = (p:Paper)-[:EVALUATES_ON]->(b) WHERE size([(p)-[:USES]->(t) | t]) = 0 RETURN p.id AS id, length(q) AS n',
  ],
  // Conditions that compare what is found with the row
  [
    'COUNT of what is like a property of the row',
    true,
    'MATCH (p:Paper) RETURN p.year AS y, COUNT { MATCH (q:Paper) WHERE q.year = p.year } AS n ORDER BY y',
  ],
  [
    'COUNT of what is like the row, and a group',
    true,
    'MATCH (p:Paper) RETURN p.year AS y, COUNT { (q:Paper) WHERE q.year = p.year } AS n, count(*) AS m ORDER BY y',
  ],
  [
    'COUNT of what is like a group',
    true,
    'MATCH (p:Paper) WITH p.year AS y, count(*) AS c RETURN y, c, COUNT { (q:Paper) WHERE q.year = y } AS n ORDER BY y',
  ],
  [
    'COUNT of what is like the row as a condition',
    true,
    'MATCH (p:Paper) WHERE COUNT { (q:Paper) WHERE q.year = p.year } = 0 RETURN p.id AS id',
  ],
  [
    'EXISTS of what is like the row',
    true,
    'MATCH (p:Paper) RETURN p.id AS id, EXISTS { (q:Paper) WHERE q.year > p.year } AS e ORDER BY id',
  ],
  [
    'EXISTS of what is like the row, and a group',
    true,
    'MATCH (p:Paper) RETURN EXISTS { (q:Paper) WHERE q.year > p.year } AS e, count(*) AS c ORDER BY e',
  ],
  [
    'NOT EXISTS of what is like the row',
    true,
    'MATCH (p:Paper) WHERE NOT EXISTS { (q:Paper) WHERE q.year > p.year } RETURN p.id AS id ORDER BY id',
  ],
  [
    'NOT EXISTS of what is like a group',
    true,
    'MATCH (p:Paper) WITH p.year AS y, count(*) AS c WHERE NOT EXISTS { (q:Paper) WHERE q.year = y } RETURN y, c',
  ],
  [
    'EXISTS of a pattern with a value of the row',
    true,
    'MATCH (t:Technique) WITH t, 3000 AS k RETURN t.id AS id, EXISTS { (p:Paper)-->(t) WHERE p.year < k } AS e ORDER BY id',
  ],
  // Rows that are alike
  [
    'a pattern after UNWIND',
    true,
    "UNWIND ['arxiv:1', 'text:3', 'arxiv:1'] AS id MATCH (p:Paper {id: id}) RETURN id, [(p)-[:USES]->(t) | t.id] AS ts ORDER BY id",
  ],
  [
    'CALL after UNWIND',
    true,
    'UNWIND [1, 1, 2] AS i CALL { WITH i MATCH (p:Paper) WHERE p.year > 2019 + i RETURN count(p) AS n } RETURN * ORDER BY i',
  ],
  [
    'CALL after rows that a WITH made alike',
    true,
    'MATCH (p:Paper)-->(t) WITH p CALL { WITH p MATCH (p)-->(x) RETURN count(x) AS n } RETURN p.id AS id, n ORDER BY id',
  ],
  [
    'nulls of a pattern in square brackets',
    true,
    'MATCH (t:Technique) RETURN t.id AS id, size([(t)<--(p:Paper) | p.date]) AS n ORDER BY id',
  ],
  // CALL with an order, a limit, a union
  [
    'CALL with a limit for each row',
    true,
    'MATCH (t:Technique) CALL { WITH t MATCH (p:Paper)-->(t) RETURN p.id AS id ORDER BY id DESC LIMIT 1 } RETURN t.id AS t, id ORDER BY t',
  ],
  [
    'CALL with nodes and a limit for each row',
    true,
    'MATCH (t:Technique) CALL (t) { MATCH (p:Paper)-->(t) RETURN p ORDER BY p.year DESC, p.id LIMIT 2 } RETURN t.id AS t, p.name AS name, p.year AS y, labels(p) AS l ORDER BY t, name',
  ],
  [
    'CALL with a limit, and a match of what it gave',
    true,
    'MATCH (t:Technique) CALL (t) { MATCH (p:Paper)-->(t) RETURN p ORDER BY p.id LIMIT 2 } MATCH (p)-->(b:Benchmark) RETURN t.id AS t, p.id AS p, b.name AS b ORDER BY t, p',
  ],
  [
    'CALL that lists the first of each row',
    true,
    'MATCH (t:Technique) CALL { WITH t MATCH (p:Paper)-->(t) WITH p ORDER BY p.id DESC LIMIT 2 RETURN collect(p.id) AS ids, collect(p.date) AS ds, count(p) AS n } RETURN t.id AS t, ids, ds, n ORDER BY t',
  ],
  [
    'CALL with UNION at the start',
    true,
    'CALL { MATCH (p:Paper) RETURN p.name AS name UNION MATCH (t:Technique) RETURN t.name AS name } RETURN name ORDER BY name',
  ],
  [
    'CALL with UNION ALL, and a group',
    true,
    'CALL { MATCH (p:Paper)-->(x) RETURN x.name AS name UNION ALL MATCH (t:Technique)-->(x) RETURN x.name AS name } RETURN name, count(*) AS n ORDER BY name',
  ],
  [
    'CALL with UNION for each row',
    true,
    'MATCH (t:Technique) CALL { WITH t MATCH (t)<--(p:Paper) RETURN p.id AS id UNION WITH t MATCH (t)-->(x) RETURN x.id AS id } RETURN t.id AS t, id ORDER BY t, id',
  ],
  [
    'CALL with an optional match',
    true,
    'MATCH (p:Paper) CALL { WITH p OPTIONAL MATCH (p)-[:USES]->(t) RETURN count(*) AS a, count(t) AS b } RETURN p.id AS id, a, b ORDER BY id',
  ],
  [
    'CALL with two matches',
    true,
    'MATCH (t:Technique) CALL { WITH t MATCH (t)<--(p:Paper) MATCH (p)-->(x) RETURN count(x) AS n } RETURN t.id AS t, n ORDER BY t',
  ],
  [
    'CALL with a match and an optional match',
    true,
    'MATCH (p:Paper) CALL { WITH p MATCH (p)-->(x) OPTIONAL MATCH (x)-[:BUILDS_ON]->(t) RETURN count(*) AS a, count(t) AS b } RETURN p.id AS id, a, b ORDER BY id',
  ],
  [
    'CALL without a match',
    true,
    'MATCH (p:Paper) CALL { WITH p RETURN p.year + 1 AS y } RETURN p.id AS id, y ORDER BY id',
  ],
  [
    'COLLECT with an order and a limit',
    true,
    'MATCH (t:Technique) RETURN t.id AS id, COLLECT { MATCH (t)<--(p:Paper) RETURN p.id ORDER BY p.year DESC, p.id LIMIT 2 } AS ids ORDER BY id',
  ],
  [
    'ordered by COUNT and EXISTS',
    true,
    'MATCH (t:Technique) RETURN t.name AS n ORDER BY COUNT { (t)<--(:Paper) } DESC, EXISTS { (t)-->(:Model) }, n',
  ],
];
