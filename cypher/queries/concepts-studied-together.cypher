// Concepts studied together more than chance
// Which two concepts occur in the same papers more often than they would if papers chose their concepts by chance? `lift` is
// how many times more often: papers with both, times all papers, by the product of the papers with each.
// $papers integer = 3 - fewest papers with both
// $limit integer = 50 - how many pairs to list

// store: embedded
MATCH (p:Paper)
WITH toFloat(count(*)) AS total
MATCH (a:Concept)<-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]-(p:Paper)
  -[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(b:Concept)
WHERE a.id < b.id AND a.papers >= $papers AND b.papers >= $papers
WITH total, a, b, count(*) AS papersWithBoth, list_sort(collect(p.id)) AS papers
WHERE papersWithBoth >= $papers
RETURN a.name AS one, b.name AS other, round(papersWithBoth * total / (a.papers * b.papers), 3) AS lift, papersWithBoth,
  papers, a.id AS oneId, b.id AS otherId
ORDER BY lift DESC, papersWithBoth DESC, oneId, otherId
LIMIT $limit

// store: neo4j
MATCH (p:Paper)
WITH toFloat(count(*)) AS total
MATCH (a:Concept)<-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]-(p:Paper)
  -[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(b:Concept)
WHERE a.id < b.id AND a.papers >= $papers AND b.papers >= $papers
WITH total, a, b, p ORDER BY p.id
WITH total, a, b, count(*) AS papersWithBoth, collect(p.id) AS papers
WHERE papersWithBoth >= $papers
RETURN a.name AS one, b.name AS other, round(papersWithBoth * total / (a.papers * b.papers), 3) AS lift, papersWithBoth,
  papers, a.id AS oneId, b.id AS otherId
ORDER BY lift DESC, papersWithBoth DESC, oneId, otherId
LIMIT $limit
