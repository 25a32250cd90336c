// What a paper introduces, compares with, is evaluated on, uses and studies
// What does a paper speak of, in which role, in which sentence? In the order of the text.
// $paper string = "Attention Is All You Need" - title or id of the paper

WITH toLower($paper) AS wanted
MATCH (p:Paper)
WHERE toLower(p.name) = wanted OR toLower(p.id) = wanted
WITH p
MATCH (p)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
RETURN type(r) AS role, n.name AS name, n.papers AS papers, r.confidence AS confidence, r.evidence AS evidence,
  n.id AS id, p.id AS paperId
ORDER BY paperId, r.start, id
