// What was taken up fastest
// Which techniques and models were spoken of by most other papers within some months after the paper that introduced them?
// $months integer = 24 - length of the time, in months
// $limit integer = 25 - how many to list

// store: embedded
MATCH (first:Paper)-[:INTRODUCES]->(m:Technique|Model)
WHERE size(first.date) >= 7
WITH m, min(left(first.date, 7)) AS introduced, collect(first.id) AS origins
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(m)
WHERE size(p.date) >= 7 AND NOT p.id IN origins
WITH m, introduced, toInteger(left(p.date, 4)) * 12 + toInteger(right(left(p.date, 7), 2))
  - (toInteger(left(introduced, 4)) * 12 + toInteger(right(left(introduced, 7), 2))) AS age, p.id + ': ' + r.evidence AS seen
WHERE age >= 0 AND age <= $months
RETURN m.name AS method, introduced, count(*) AS papers, list_slice(list_sort(collect(seen)), 1, 3) AS evidence,
  m.id AS id
ORDER BY papers DESC, id
LIMIT $limit

// store: neo4j
MATCH (first:Paper)-[:INTRODUCES]->(m:Technique|Model)
WHERE size(first.date) >= 7
WITH m, min(left(first.date, 7)) AS introduced, collect(first.id) AS origins
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(m)
WHERE size(p.date) >= 7 AND NOT p.id IN origins
WITH m, introduced, toInteger(left(p.date, 4)) * 12 + toInteger(right(left(p.date, 7), 2))
  - (toInteger(left(introduced, 4)) * 12 + toInteger(right(left(introduced, 7), 2))) AS age, p.id + ': ' + r.evidence AS seen
WHERE age >= 0 AND age <= $months
WITH m, introduced, seen ORDER BY seen
RETURN m.name AS method, introduced, count(*) AS papers, collect(seen)[..3] AS evidence, m.id AS id
ORDER BY papers DESC, id
LIMIT $limit
