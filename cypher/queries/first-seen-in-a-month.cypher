// First seen in a month
// Which concepts, benchmarks, models and techniques occur for the first time in the papers of a month? What most papers have
// taken up since comes first, with the paper that it was first seen in and its sentence.
// $month string = "" - such as 2024-05; empty: the month of the newest paper
// $limit integer = 100 - how many to list

// store: embedded
MATCH (p:Paper)
WHERE size(p.date) >= 7
WITH max(left(p.date, 7)) AS newest
WITH CASE WHEN $month = '' THEN newest ELSE $month END AS wanted
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE left(n.firstSeen, 7) = wanted AND size(n.firstSeen) >= 7
WITH n
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
WITH n, min(p.date + ', ' + p.id + ': ' + r.evidence) AS evidence
RETURN n.name AS name, label(n) AS label, n.firstSeen AS firstSeen, n.papers AS papers, evidence, n.id AS id
ORDER BY papers DESC, id
LIMIT $limit

// store: neo4j
MATCH (p:Paper)
WHERE size(p.date) >= 7
WITH max(left(p.date, 7)) AS newest
WITH CASE WHEN $month = '' THEN newest ELSE $month END AS wanted
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WHERE left(n.firstSeen, 7) = wanted AND size(n.firstSeen) >= 7
WITH n, min(p.date + ', ' + p.id + ': ' + r.evidence) AS evidence
RETURN n.name AS name, labels(n)[0] AS label, n.firstSeen AS firstSeen, n.papers AS papers, evidence, n.id AS id
ORDER BY papers DESC, id
LIMIT $limit
