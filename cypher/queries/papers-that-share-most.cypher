// Papers that share most with a paper
// Which other papers mention the same concepts, benchmarks, models and techniques? What few papers mention counts for
// more: each shared one weighs 1 / (number of papers that link to it - 1).
// $paper string = "Attention Is All You Need" - title or id of the paper
// $limit integer = 20 - how many papers to list

// store: embedded
WITH toLower($paper) AS wanted
MATCH (paper:Paper)
WHERE toLower(paper.name) = wanted OR toLower(paper.id) = wanted
WITH paper
MATCH (paper)-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(shared:Concept|Benchmark|Model|Technique)
WITH paper, shared
MATCH (shared)<-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]-(other:Paper)
WHERE other.id <> paper.id
RETURN other.name AS paper, other.date AS date, round(sum(1.0 / (shared.papers - 1)), 4) AS weight,
  list_sort(collect(shared.name)) AS shared, other.id AS id
ORDER BY weight DESC, id
LIMIT $limit

// store: neo4j
WITH toLower($paper) AS wanted
MATCH (paper:Paper)-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(shared)
  <-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]-(other:Paper)
WHERE (toLower(paper.name) = wanted OR toLower(paper.id) = wanted) AND other.id <> paper.id
WITH other, shared ORDER BY shared.name
RETURN other.name AS paper, other.date AS date, round(sum(1.0 / (shared.papers - 1)), 4) AS weight,
  collect(shared.name) AS shared, other.id AS id
ORDER BY weight DESC, id
LIMIT $limit
