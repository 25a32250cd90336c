// Methods that nobody picked up
// Which techniques and models were introduced before a date, and no other paper speaks of them? Nothing builds on them, no
// later version is known. The oldest first.
// $before string = "2024" - the date before which they were introduced
// $limit integer = 100 - how many to list

MATCH (p:Paper)-[r:INTRODUCES]->(m:Technique|Model)
WHERE m.papers = 1 AND p.date < $before AND NOT EXISTS { MATCH (m)<-[:BUILDS_ON|VARIANT_OF]-(:Concept|Benchmark|Model|Technique) }
RETURN m.name AS method, p.date AS date, r.evidence AS evidence, p.name AS paper, p.id AS paperId, m.id AS id
ORDER BY date, id
LIMIT $limit
