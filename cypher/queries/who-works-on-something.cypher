// Who works on something
// Which authors and organisations have most papers that speak of a technique, concept, model or benchmark? With the papers
// and their sentences.
// $name string = "diffusion model" - name, alias or id
// $limit integer = 50 - how many to list

// store: embedded
WITH toLower($name) AS wanted
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE toLower(n.name) = wanted OR toLower(n.id) = wanted OR list_contains(list_transform(n.aliases, alias -> lower(alias)), wanted)
WITH n
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
WITH p, min(p.id + ': ' + r.evidence) AS seen
MATCH (x:Author|Organization)-[:WROTE|AFFILIATED_WITH]-(p)
RETURN x.name AS who, label(x) AS label, count(*) AS papers, max(p.date) AS latest, list_sort(collect(seen)) AS evidence,
  x.id AS id
ORDER BY papers DESC, id
LIMIT $limit

// store: neo4j
WITH toLower($name) AS wanted
MATCH (x:Author|Organization)-[:WROTE|AFFILIATED_WITH]-(p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WHERE toLower(n.name) = wanted OR toLower(n.id) = wanted OR any(alias IN n.aliases WHERE toLower(alias) = wanted)
WITH x, p, min(p.id + ': ' + r.evidence) AS seen ORDER BY seen
RETURN x.name AS who, labels(x)[0] AS label, count(*) AS papers, max(p.date) AS latest, collect(seen) AS evidence,
  x.id AS id
ORDER BY papers DESC, id
LIMIT $limit
