// Who introduced a technique
// Which papers introduce a technique (or a model, a benchmark, a concept), with the sentence that says so? The oldest first.
// $name string = "Transformer" - name, alias or id

// store: embedded
WITH toLower($name) AS wanted
MATCH (p:Paper)-[r:INTRODUCES]->(n:Concept|Benchmark|Model|Technique)
WHERE toLower(n.name) = wanted OR toLower(n.id) = wanted OR list_contains(list_transform(n.aliases, alias -> lower(alias)), wanted)
OPTIONAL MATCH (a:Author)-[:WROTE]->(p)
WITH p, r, n, list_sort(collect(a.name)) AS authors
RETURN n.name AS name, p.name AS paper, p.date AS date, coalesce(authors, []) AS authors, r.evidence AS evidence,
  p.id AS id
ORDER BY coalesce(date, '~'), id

// store: neo4j
WITH toLower($name) AS wanted
MATCH (p:Paper)-[r:INTRODUCES]->(n:Concept|Benchmark|Model|Technique)
WHERE toLower(n.name) = wanted OR toLower(n.id) = wanted OR any(alias IN n.aliases WHERE toLower(alias) = wanted)
OPTIONAL MATCH (a:Author)-[:WROTE]->(p)
WITH p, r, n, a ORDER BY a.name
WITH p, r, n, collect(a.name) AS authors
RETURN n.name AS name, p.name AS paper, p.date AS date, authors, r.evidence AS evidence, p.id AS id
ORDER BY coalesce(date, '~'), id
