/** Shortest paths, walks of several steps, and what is told of a path. */
import type { Spelling } from './spelling.js';

export const PATHS: readonly Spelling[] = [
  // Paths
  ['shortestPath', true, "MATCH p = shortestPath((a:Paper {id: 'arxiv:1'})-[*..6]-(b:Model)) RETURN length(p) AS n"],
  [
    'shortestPath with types and a direction',
    true,
    "MATCH p = shortestPath((a:Paper {id: 'text:3'})-[:STUDIES|BUILDS_ON*]->(b:Technique {id: 'technique:alpha'})) RETURN [n IN nodes(p) | n.id] AS ids, length(p) AS n",
  ],
  [
    'shortestPath between matched nodes',
    true,
    "MATCH (a {id: 'arxiv:2'}), (b {id: 'technique:alpha'}) MATCH p = shortestPath((a)-[*1..5]-(b)) RETURN length(p) AS n",
  ],
  [
    'allShortestPaths',
    true,
    "MATCH p = allShortestPaths((a:Paper {id: 'arxiv:1'})-[*..6]-(b:Model)) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids[1]",
  ],
  [
    'SHORTEST 1',
    true,
    "MATCH p = SHORTEST 1 (a:Paper {id: 'arxiv:1'})-[:USES|BUILDS_ON]-+(b:Model) RETURN length(p) AS n",
  ],
  [
    'ANY SHORTEST',
    true,
    "MATCH p = ANY SHORTEST (a:Paper {id: 'arxiv:1'})-[:USES|BUILDS_ON]->{1,4}(b:Model) RETURN length(p) AS n",
  ],
  [
    'steps in braces',
    true,
    "MATCH (a:Technique {id: 'technique:alpha'})-[:BUILDS_ON]->{1,2}(b) RETURN b.id AS id ORDER BY id",
  ],
  [
    'one step or more',
    true,
    "MATCH (a:Technique {id: 'technique:alpha'})-[:BUILDS_ON]->+(b) RETURN b.id AS id ORDER BY id",
  ],
  [
    'no step or more',
    true,
    "MATCH (a:Technique {id: 'technique:alpha'})-[:BUILDS_ON]->*(b) RETURN b.id AS id ORDER BY id",
  ],
  ['steps in stars', true, 'MATCH (a:Technique)-[:BUILDS_ON*1..3]->(b) RETURN a.id AS a, b.id AS b ORDER BY a, b'],
  ['exactly two steps', true, 'MATCH (a:Technique)-[:BUILDS_ON*2]->(b) RETURN a.id AS a, b.id AS b ORDER BY a, b'],
  ['steps without end', true, 'MATCH (a:Technique)-[:BUILDS_ON*]->(b) RETURN count(*) AS n'],
  ['no step or two', true, 'MATCH (a:Technique)-[:BUILDS_ON*0..2]->(b) RETURN count(*) AS n'],
  [
    'steps in both directions',
    true,
    "MATCH (a {id: 'technique:beta'})-[:BUILDS_ON|USES*1..3]-(b) RETURN b.id AS id ORDER BY id",
  ],
  ['steps with a property', true, "MATCH (a)-[:BUILDS_ON*1..3 {kind: 'extends'}]->(b) RETURN a.id AS a, b.id AS b"],
  [
    'the relationships of a walk',
    true,
    'MATCH (a:Technique)-[e:BUILDS_ON*1..3]->(b:Model) RETURN size(e) AS n, [r IN e | type(r)] AS types ORDER BY n',
  ],
  [
    'the last of a walk',
    true,
    'MATCH (:Technique)-[e:BUILDS_ON*2..2]->(b:Technique) RETURN e[0].kind AS kind, b.id AS id ORDER BY id',
  ],
  [
    'conditions on a path',
    true,
    "MATCH p = (a:Technique)-[:BUILDS_ON*1..3]->(b) WHERE all(r IN relationships(p) WHERE r.confidence > 0.5) AND none(n IN nodes(p) WHERE n.id = 'model:gamma') RETURN length(p) AS n",
  ],
  [
    'a sum over a path',
    true,
    'MATCH p = (a:Technique)-[:BUILDS_ON*1..3]->(b:Model) RETURN reduce(s = 0, r IN relationships(p) | s + r.confidence) AS sum ORDER BY sum',
  ],
  // Limits of walks that are joined with other patterns
  [
    'a limit after a walk from a step',
    true,
    'MATCH (p:Paper)-[:USES]->(t)-[:BUILDS_ON*1..2]->(u) RETURN p.id AS id, t.id AS t LIMIT 2',
  ],
  [
    'a limit in the middle, after a walk',
    true,
    'MATCH (p:Paper)-[:USES]->(t) MATCH (t)-[:BUILDS_ON*1..2]->(u) WITH p, u LIMIT 2 RETURN count(*) AS n',
  ],
  [
    'a limit after a walk whose ends are compared',
    true,
    'MATCH (t:Technique)-[:BUILDS_ON*1..3]->(u) WHERE t.id > u.id RETURN t.id AS t LIMIT 1',
  ],
  // Paths over relationships of which one has a list where the other has text
  [
    'a path over two types',
    true,
    'MATCH q = (:Paper)-[:USES]->()-[r:BUILDS_ON]->(u) WHERE r.kind IS NULL RETURN q, [n IN nodes(q) | n.id] AS ids ORDER BY u.id',
  ],
  ['a path with a walk', true, 'MATCH q = (:Paper)-[:USES]->(t)-[:BUILDS_ON*1..2]->(u) RETURN q ORDER BY u.id'],
  [
    'a path from a walk',
    true,
    'MATCH q = (u)-[:BUILDS_ON|PART_OF*1..2]->(t)<-[:USES]-(:Paper) RETURN nodes(q) AS n ORDER BY u.id',
  ],
];
