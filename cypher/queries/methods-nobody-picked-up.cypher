// Methods that nobody picked up
// Which techniques and models were introduced long before the newest paper, and no other paper speaks of them? Nothing builds
// on them, no later version is known. Those that are said to do better than most others come first, of these the oldest.
// $months integer = 12 - how many months before the newest paper they were introduced, at least
// $limit integer = 100 - how many to list

MATCH (p:Paper)
WHERE size(p.date) >= 7
WITH max(toInteger(left(p.date, 4)) * 12 + toInteger(right(left(p.date, 7), 2))) AS newest
MATCH (p:Paper)-[r:INTRODUCES]->(m:Technique|Model)
WHERE m.papers = 1 AND size(p.date) >= 7
  AND newest - (toInteger(left(p.date, 4)) * 12 + toInteger(right(left(p.date, 7), 2))) >= $months
  AND NOT EXISTS { MATCH (m)<-[:BUILDS_ON|VARIANT_OF]-(:Concept|Benchmark|Model|Technique) }
OPTIONAL MATCH (m)-[:OUTPERFORMS]->(beaten:Concept|Benchmark|Model|Technique)
WITH m.name AS method, p.date AS date, r.evidence AS evidence, p.name AS paper, p.id AS paperId, m.id AS id,
  count(beaten) AS beats
RETURN method, date, beats, evidence, paper, paperId, id
ORDER BY beats DESC, date, id
LIMIT $limit
