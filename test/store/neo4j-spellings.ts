/** Cypher as it is written for Neo4j, in tutorials and books, put to the fixture's graph. Both stores answer alike. */
import type { Json } from '../../src/store/index.js';

/** What is asked, and whether the embedded store must translate it (`yes`), or takes it as it is. */
export const SPELLINGS: readonly (readonly [
  kind: string,
  translated: boolean,
  query: string,
  parameters?: Record<string, Json>,
])[] = [
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
  // Labels
  ['a label test', true, 'MATCH (n) WHERE n:Paper RETURN n.id AS id ORDER BY id'],
  ['a label test or another', true, 'MATCH (n) WHERE n:Model OR n:Concept RETURN n.id AS id ORDER BY id'],
  ['a label test of several', true, 'MATCH (n) WHERE n:Model|Technique RETURN n.id AS id ORDER BY id'],
  ['no label', true, 'MATCH (n) WHERE NOT n:Paper AND NOT n:Author RETURN n.id AS id ORDER BY id'],
  ['not a label', true, 'MATCH (n:!Paper) RETURN n.id AS id ORDER BY id'],
  ['a label and not another', true, 'MATCH (n:(Paper|Model)&!Paper) RETURN n.id AS id'],
  ['two labels at once', true, 'MATCH (n:Paper:Model) RETURN n.id AS id'],
  ['any label', true, 'MATCH (n:%) RETURN count(n) AS n'],
  ['an unknown label in a test', true, 'MATCH (n) WHERE n:Author OR n:Nothing RETURN n.id AS id'],
  ['a label test as a column', true, 'MATCH (n) RETURN n.id AS id, n:Paper AS paper ORDER BY id'],
  [
    'a type test',
    true,
    'MATCH (a)-[r]->(b) WHERE r:USES OR r:STUDIES RETURN a.id AS a, type(r) AS t, b.id AS b ORDER BY a, t, b',
  ],
  ['the first label', true, 'MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY label'],
  ['all labels', true, "MATCH (n {id: 'arxiv:1'}) RETURN labels(n) AS labels"],
  ['a label in labels', true, "MATCH (n) WHERE 'Author' IN labels(n) RETURN n.id AS id"],
  ['labels and a list', true, 'MATCH (n:Paper|Model) RETURN DISTINCT labels(n) AS l ORDER BY l[0]'],
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
  // Maps
  ['a map projection', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p {.id, .name, year: p.year + 1} AS v"],
  [
    'a map projection with a name',
    true,
    "MATCH (p:Paper {id: 'arxiv:1'})-[:USES]->(t) WITH p, t.id AS used RETURN p {.id, used} AS v",
  ],
  ['a map projection of all', true, "MATCH (a:Author) RETURN a {.id, .name, .community, kind: 'person'} AS v"],
  ['map projections in a list', true, 'MATCH (t:Technique) WITH t ORDER BY t.id RETURN collect(t {.id, .papers}) AS v'],
  ['a property by its name', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p['name'] AS v"],
  ['a property by a parameter', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p[$key] AS v", { key: 'year' }],
  ['a map with a key that is a word', true, "RETURN {all: 1, end: 'x', order: true} AS v"],
  ['a map of a map', true, 'WITH {a: {b: 2}} AS m RETURN m.a.b AS v'],
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
  // Relationships' ends
  ['startNode and endNode', true, 'MATCH (a:Paper)-[r:USES]->(b) RETURN startNode(r).id AS s, endNode(r).name AS e'],
  ['startNode of a reversed pattern', true, 'MATCH (b)<-[r:USES]-(a) RETURN startNode(r).id AS s, endNode(r).id AS e'],
  // Dates
  [
    'the year of a date',
    true,
    "RETURN date('2021-03-04').year AS y, date('2021-03-04').month AS m, date('2021-03-04').day AS d",
  ],
  [
    'the year of a property',
    true,
    'MATCH (p:Paper) WHERE p.date IS NOT NULL RETURN p.id AS id, date(p.date).year AS y ORDER BY id',
  ],
  ['the year of a name', true, "WITH date('2020-02-29') AS d RETURN d.year AS y, d.dayOfWeek AS w, d.quarter AS q"],
  [
    'a date and a duration',
    true,
    "RETURN date('2020-01-31') + duration('P1D') AS v, date('2020-03-01') - duration({months: 1}) AS w",
  ],
  ['a date of parts', true, 'RETURN date({year: 2020, month: 2, day: 3}) AS v'],
  ['dates compared', true, "MATCH (p:Paper) WHERE date(p.date) >= date('2020-06-01') RETURN p.id AS id"],
  // Functions
  ['substring', true, "RETURN substring('hello', 1, 3) AS a, substring('hello', 2) AS b"],
  [
    'text functions',
    true,
    "RETURN toUpper('a') AS a, replace('aba', 'a', 'c') AS b, trim(' x ') AS c, left('abc', 2) AS d, right('abc', 2) AS e, split('a b', ' ') AS f",
  ],
  ['round', true, 'RETURN round(2.6) AS a, round(2.345, 2) AS b'],
  ['exp', true, 'RETURN exp(0) AS v'],
  ['properties', true, 'MATCH (a:Author) RETURN properties(a) AS v'],
  ['properties of a relationship', true, 'MATCH (:Author)-[r:WROTE]->() RETURN properties(r) AS v'],
  [
    'coalesce and CASE',
    false,
    "MATCH (p:Paper) RETURN coalesce(p.date, '?') AS d, CASE WHEN p.year > 2020 THEN 'new' ELSE 'old' END AS age ORDER BY d",
  ],
  ['a regular expression', false, "MATCH (p:Paper) WHERE p.name =~ '(?i).*csv' RETURN p.id AS id"],
  ['labels in use', true, 'CALL db.labels() YIELD label RETURN label ORDER BY label'],
  ['labels in use, alone', true, 'CALL db.labels() YIELD label WITH label WHERE label STARTS WITH "P" RETURN label'],
  ['types in use', true, 'CALL db.relationshipTypes() YIELD relationshipType AS t RETURN t ORDER BY t'],
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
  // Sums of nothing
  ['a sum of nothing', true, "MATCH (n:Paper {id: 'zzz'}) RETURN sum(n.year) AS s, sum(DISTINCT n.x) AS d"],
  ['a sum of nulls', true, 'MATCH (p:Paper) RETURN p.id AS id, sum(p.year) AS s ORDER BY s, id'],
  ['a sum of what there is', true, 'MATCH (p:Paper) RETURN sum(DISTINCT p.x) AS x, sum(p.year) / 2 AS y'],
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
  ['text, reversed', true, "UNWIND ['abc', 'é'] AS x RETURN reverse(x) AS v"],
  // Text to numbers and back
  ['empty parts of split text', true, "UNWIND ['a,b,,c', ',', '', 'a', ',b'] AS x RETURN split(x, ',') AS v"],
  ['text split at a word', true, "RETURN split('a--b----c', '--') AS v, split('ab', '') AS w, split(null, ',') AS n"],
  ['text split within a comprehension', true, "RETURN [x IN ['a,b', 'c'] | split(x, ',')] AS v"],
  ['a number as text', true, 'RETURN toString(1.0) AS a, toString(2.5) AS b, toString(10) AS c, toString(true) AS d'],
  ['a property as text', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN toString(p.y) AS y, toString(p.year) AS n"],
  [
    'mixed text as whole numbers',
    true,
    "UNWIND ['abc', '3.7', '-2', '-0.5', '12', '', '1e3'] AS x RETURN toInteger(x) AS v",
  ],
  ['fractions as whole numbers', true, 'UNWIND [3.7, -3.7, 0.2] AS x RETURN toInteger(x) AS v'],
  ['whole numbers as they are', true, 'UNWIND [3, -4] AS x RETURN toInteger(x) AS v, toFloat(x) AS f'],
  ['mixed text as numbers', true, "UNWIND ['x', '3.7', '-2', '1e3', ''] AS x RETURN toFloat(x) AS v"],
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
];
