/** What an OPTIONAL MATCH did not find. */
import type { Spelling } from './spelling.js';

export const ABSENT: readonly Spelling[] = [
  // What an OPTIONAL MATCH did not find
  [
    'the label of nothing',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:EVALUATES_ON]->(b:Benchmark) RETURN labels(b)[0] AS l, count(*) AS n ORDER BY n',
  ],
  [
    'a label test of nothing',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:EVALUATES_ON]->(b:Benchmark) RETURN b:Benchmark AS l, count(*) AS n ORDER BY n',
  ],
  [
    'lists of nothing',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:EVALUATES_ON]->(b:Benchmark) RETURN collect(labels(b)[0]) AS a, collect(labels(b)) AS b, collect(b {.name}) AS c, size(collect(properties(b))) AS d, size(collect(keys(b))) AS e',
  ],
  [
    'a paper that is not there',
    true,
    "OPTIONAL MATCH (n:Paper {id: 'zzz'}) RETURN n, labels(n) AS l, n:Paper AS t, n {.id} AS m, properties(n) AS p",
  ],
  [
    'labels of any that are not there',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:USES]->(b) RETURN p.id AS id, labels(b) AS l ORDER BY id',
  ],
  [
    'a renamed node that is not there',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[:USES]->(b:Technique) WITH p, b AS c RETURN p.id AS id, labels(c) AS l ORDER BY id',
  ],
  [
    'the length of a path that is not there',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH q = (p)-[:EVALUATES_ON]->(b:Benchmark) RETURN length(q) AS s, count(*) AS n ORDER BY n',
  ],
  [
    'a path that is not there',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH q = (p)-[:EVALUATES_ON]->(:Benchmark) RETURN p.id AS id, q, [x IN nodes(q) | x.id] AS ids, q IS NULL AS none ORDER BY id',
  ],
  [
    'a path that is not there, kept',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH q = (p)-[:EVALUATES_ON]->(b) WITH p, q, b RETURN p.id AS id, length(q) AS n, q IS NULL AS none ORDER BY id',
  ],
  [
    'the start of a relationship that is not there',
    true,
    'MATCH (p:Paper) OPTIONAL MATCH (p)-[r:USES]->(:Technique) RETURN p.id AS id, startNode(r).id AS s, type(r) AS t ORDER BY id',
  ],
];
