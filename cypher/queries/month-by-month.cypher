// A technique, benchmark, model or concept month by month
// In how many papers of each month does it occur, and how central is it to what they say? `rank` is its PageRank among the
// papers and entities of that month; 1 is their mean. Each month with the papers and their sentences.
// $name string = "Transformer" - name, alias or id

// store: embedded
WITH toLower($name) AS wanted
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WHERE (toLower(n.name) = wanted OR toLower(n.id) = wanted OR list_contains(list_transform(n.aliases, alias -> lower(alias)), wanted))
  AND size(p.date) >= 7
WITH n, left(p.date, 7) AS month, count(*) AS papers, list_sort(collect(p.id + ': ' + r.evidence)) AS evidence
RETURN n.name AS name, month, papers, n.monthRanks[list_position(n.months, month)] AS rank, evidence, n.id AS id
ORDER BY id, month

// store: neo4j
WITH toLower($name) AS wanted
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WHERE (toLower(n.name) = wanted OR toLower(n.id) = wanted OR any(alias IN n.aliases WHERE toLower(alias) = wanted))
  AND size(p.date) >= 7
WITH n, left(p.date, 7) AS month, p.id + ': ' + r.evidence AS seen ORDER BY seen
WITH n, month, count(*) AS papers, collect(seen) AS evidence
RETURN n.name AS name, month, papers,
  head([i IN range(0, size(n.months) - 1) WHERE n.months[i] = month | n.monthRanks[i]]) AS rank, evidence, n.id AS id
ORDER BY id, month
