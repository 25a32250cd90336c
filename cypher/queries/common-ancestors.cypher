// The common ancestors of two techniques
// What do two techniques (or models) both build on, over how many steps each? The nearest first; `stemma lineage FIRST --to
// SECOND` shows the chains with their sentences.
// $first string = "BERT" - name, alias or id
// $second string = "GPT" - name, alias or id of the other
// $limit integer = 50 - how many to list

// store: embedded
WITH toLower($first) AS one, toLower($second) AS two
MATCH (a:Concept|Benchmark|Model|Technique)
WHERE toLower(a.name) = one OR toLower(a.id) = one OR list_contains(list_transform(a.aliases, alias -> lower(alias)), one)
WITH a, two
MATCH (b:Concept|Benchmark|Model|Technique)
WHERE (toLower(b.name) = two OR toLower(b.id) = two OR list_contains(list_transform(b.aliases, alias -> lower(alias)), two))
  AND a.id <> b.id
WITH a, b
MATCH first = (a)-[:BUILDS_ON* SHORTEST 1..6]->(n:Concept|Benchmark|Model|Technique)
WITH b, n, length(first) AS fromFirst
MATCH second = (b)-[:BUILDS_ON* SHORTEST 1..6]->(m:Concept|Benchmark|Model|Technique)
WHERE m.id = n.id
RETURN m.name AS ancestor, fromFirst, length(second) AS fromSecond, m.firstSeen AS firstSeen, m.id AS id
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
