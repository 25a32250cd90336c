// The common ancestors of two techniques
// What do two techniques (or models) both build on, over how many steps each? The nearest first; `stemma lineage FIRST --to
// SECOND` shows the chains with their sentences.
// $first string = "GPT-2" - name, alias or id
// $second string = "ViT" - name, alias or id of the other
// $limit integer = 50 - how many to list

// store: embedded
// OPTIONAL makes the database walk from the two techniques; without it, from every node.
WITH toLower($first) AS one, toLower($second) AS two
MATCH (t:Concept|Benchmark|Model|Technique)
WITH t, toLower(t.name) = one OR toLower(t.id) = one OR list_contains(list_transform(t.aliases, alias -> lower(alias)), one) AS isFirst,
  toLower(t.name) = two OR toLower(t.id) = two OR list_contains(list_transform(t.aliases, alias -> lower(alias)), two) AS isSecond
WHERE isFirst OR isSecond
OPTIONAL MATCH path = (t)-[:BUILDS_ON* SHORTEST 1..6]->(n:Concept|Benchmark|Model|Technique)
WITH n, collect({of: t.id, isFirst: isFirst, isSecond: isSecond, steps: length(path)}) AS walks
UNWIND walks AS x
UNWIND walks AS y
WITH n, x, y
WHERE x.isFirst AND y.isSecond AND x.of <> y.of AND n.id IS NOT NULL
RETURN n.name AS ancestor, x.steps AS fromFirst, y.steps AS fromSecond, n.firstSeen AS firstSeen, n.id AS id
ORDER BY fromFirst + fromSecond, id
LIMIT $limit

// store: neo4j
WITH toLower($first) AS one, toLower($second) AS two
MATCH (a:Concept|Benchmark|Model|Technique), (b:Concept|Benchmark|Model|Technique)
WHERE (toLower(a.name) = one OR toLower(a.id) = one OR any(alias IN a.aliases WHERE toLower(alias) = one))
  AND (toLower(b.name) = two OR toLower(b.id) = two OR any(alias IN b.aliases WHERE toLower(alias) = two))
  AND a.id <> b.id
MATCH first = ANY SHORTEST (a)-[:BUILDS_ON]->{1,6}(n:Concept|Benchmark|Model|Technique)
WITH b, n, length(first) AS fromFirst
MATCH second = ANY SHORTEST (b)-[:BUILDS_ON]->{1,6}(m:Concept|Benchmark|Model|Technique)
WHERE m.id = n.id
WITH m, fromFirst, length(second) AS fromSecond
RETURN m.name AS ancestor, fromFirst, fromSecond, m.firstSeen AS firstSeen, m.id AS id
ORDER BY fromFirst + fromSecond, id
LIMIT $limit
