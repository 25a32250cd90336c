/** Relationships in one pattern, conditions within it, and the ends of a relationship. */
import type { Spelling } from './spelling.js';

export const PATTERNS: readonly Spelling[] = [
  // One relationship is not taken twice
  [
    'co-authors and such',
    true,
    'MATCH (p:Paper)-[:EVALUATES_ON]->(b)<-[:EVALUATES_ON]-(q:Paper) RETURN p.id AS p, q.id AS q ORDER BY p, q',
  ],
  [
    'three of one type',
    true,
    'MATCH (a)-[:BUILDS_ON]->(b)-[:BUILDS_ON]->(c)-[:BUILDS_ON]->(d) RETURN a.id AS a, d.id AS d ORDER BY a',
  ],
  [
    'types that overlap',
    true,
    'MATCH (p:Paper)-[:USES|INTRODUCES]->(t)<-[:INTRODUCES]-(q:Paper) RETURN p.id AS p, q.id AS q ORDER BY p, q',
  ],
  ['no types', true, "MATCH (p:Paper {id: 'arxiv:1'})-->(t)<--(q:Paper) RETURN q.id AS q, t.id AS t ORDER BY q, t"],
  ['two patterns', true, 'MATCH (p:Paper)-[:EVALUATES_ON]->(b), (q:Paper)-[:EVALUATES_ON]->(b) RETURN count(*) AS n'],
  [
    'two clauses',
    false,
    'MATCH (p:Paper)-[:EVALUATES_ON]->(b) MATCH (q:Paper)-[:EVALUATES_ON]->(b) RETURN count(*) AS n',
  ],
  [
    'a step and a walk',
    true,
    'MATCH (a)-[:BUILDS_ON*1..3]->(b)-[:BUILDS_ON]->(c) RETURN a.id AS a, c.id AS c ORDER BY a, c',
  ],
  [
    'in a condition',
    true,
    'MATCH (p:Paper) WHERE (p)-[:EVALUATES_ON]->()<-[:EVALUATES_ON]-(:Paper) RETURN p.id AS id ORDER BY id',
  ],
  [
    'both directions',
    true,
    'MATCH (a:Technique)-[r:BUILDS_ON]-(b)-[s:BUILDS_ON]-(c) RETURN a.id AS a, b.id AS b, c.id AS c ORDER BY a, b, c',
  ],
  // Conditions within patterns
  ['a condition in a node', true, 'MATCH (t:Technique WHERE t.papers > 2)<-[:USES]-(p) RETURN p.id AS id'],
  ['a condition in a relationship', true, 'MATCH (p)-[r:USES WHERE r.confidence < 1]->(t) RETURN t.id AS id'],
  [
    'conditions in both, and after',
    true,
    "MATCH (a:Technique WHERE a.papers = 1)-[r:BUILDS_ON WHERE r.kind = 'extends' OR r.kind IS NULL]->(b) WHERE b.papers = 3 OR b.papers = 9 RETURN b.id AS id",
  ],
  // Relationships' ends
  ['startNode and endNode', true, 'MATCH (a:Paper)-[r:USES]->(b) RETURN startNode(r).id AS s, endNode(r).name AS e'],
  ['startNode of a reversed pattern', true, 'MATCH (b)<-[r:USES]-(a) RETURN startNode(r).id AS s, endNode(r).id AS e'],
  [
    'the end of a relationship that was kept alone',
    true,
    'MATCH (a:Paper)-[r:USES]->(b) WITH r RETURN startNode(r).id AS s, endNode(r).id AS e',
  ],
  [
    'the ends of relationships in a list',
    true,
    "MATCH (a:Paper)-[r:USES]->(b) WITH collect(r) AS rs RETURN [r IN rs | startNode(r).id + ' to ' + endNode(r).id] AS v",
  ],
  [
    'the ends of relationships in both directions',
    true,
    'MATCH (a:Technique)-[r:BUILDS_ON]-(b) RETURN startNode(r).id AS s, endNode(r).id AS e ORDER BY s, e',
  ],
  [
    'the ends of relationships of a path',
    true,
    'MATCH p = (a:Technique)-[:BUILDS_ON*1..2]->(b) UNWIND relationships(p) AS r RETURN startNode(r).id AS s, count(*) AS n ORDER BY s',
  ],
  [
    'ends compared with a node',
    true,
    "MATCH (a)-[r]-(b) WHERE a.name = 'Beta' RETURN type(r) AS t, startNode(r) = a AS s, endNode(r) <> a AS e, b.name AS b ORDER BY b, t",
  ],
  // Nodes looked up by what is worked out for each row
  [
    'an id that is worked out',
    true,
    "UNWIND ['ARXIV:1', 'TEXT:3'] AS x MATCH (p:Paper {id: toLower(x)}) RETURN x, p.name AS name ORDER BY x",
  ],
  [
    'an id that is worked out, in a condition',
    true,
    "UNWIND ['1', '2'] AS x MATCH (p:Paper) WHERE p.id = 'arxiv:' + x RETURN x, p.name AS name ORDER BY x",
  ],
  [
    'an id of a map of a list',
    false,
    "WITH [{id: 'arxiv:1'}, {id: 'text:3'}] AS ms UNWIND ms AS m MATCH (p:Paper {id: m.id})-->(x) RETURN m.id AS id, p.name AS p, count(x) AS n ORDER BY id",
  ],
  [
    'an id that may be null',
    true,
    "MATCH (q:Paper) OPTIONAL MATCH (p:Paper {id: replace(q.id, '1', '2')}) RETURN q.id AS q, p.id AS p ORDER BY q",
  ],
  [
    'rows of a parameter',
    false,
    'UNWIND $rows AS row MATCH (p:Paper {id: row.id}) RETURN p.name AS name, row.k AS k ORDER BY name',
    { rows: [{ id: 'arxiv:1', k: 1 }, { id: 'text:3' }] },
  ],
];
