// Papers that bridge two fields
// Which papers speak of what belongs to one field (a community of the graph) and of what belongs to another? Each field is
// meant by something in it. The papers that lean least to one side come first, with a sentence for each side.
// $first string = "BERT" - name, alias or id of something in one field
// $second string = "diffusion model" - name, alias or id of something in the other
// $limit integer = 25 - how many papers to list

WITH toLower($first) AS one, toLower($second) AS two
MATCH (a:Concept|Benchmark|Model|Technique)
WHERE toLower(a.name) = one OR toLower(a.id) = one OR any(alias IN a.aliases WHERE toLower(alias) = one)
WITH DISTINCT a.community AS here, two
MATCH (b:Concept|Benchmark|Model|Technique)
WHERE (toLower(b.name) = two OR toLower(b.id) = two OR any(alias IN b.aliases WHERE toLower(alias) = two))
  AND b.community <> here
WITH DISTINCT here, b.community AS there
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = here OR n.community = there
WITH here, there, n
MATCH (p:Paper)-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
WITH here, there, p, sum(CASE WHEN n.community = here THEN 1 ELSE 0 END) AS inFirst,
  sum(CASE WHEN n.community = there THEN 1 ELSE 0 END) AS inSecond
WHERE inFirst > 0 AND inSecond > 0
WITH here, there, p, inFirst, inSecond, CASE WHEN inFirst < inSecond THEN inFirst ELSE inSecond END AS bridge,
  inFirst + inSecond AS links, p.id AS id
ORDER BY bridge DESC, links DESC, id
LIMIT $limit
MATCH (p)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
RETURN p.name AS paper, p.date AS date, inFirst, inSecond,
  min(CASE WHEN n.community = here THEN n.name + ': ' + r.evidence END) AS firstEvidence,
  min(CASE WHEN n.community = there THEN n.name + ': ' + r.evidence END) AS secondEvidence, id
ORDER BY CASE WHEN inFirst < inSecond THEN inFirst ELSE inSecond END DESC, inFirst + inSecond DESC, id
