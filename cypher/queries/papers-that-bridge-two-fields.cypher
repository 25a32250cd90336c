// Papers that bridge two fields
// Which papers speak of what belongs to one field (a community of the graph) and of what belongs to another? Each field is
// meant by something in it. The papers that lean least to one side come first, with a sentence for each side.
// $first string = "BERT" - name, alias or id of something in one field
// $second string = "diffusion model" - name, alias or id of something in the other
// $limit integer = 25 - how many papers to list

WITH toLower($first) AS one, toLower($second) AS two
MATCH (a:Concept|Benchmark|Model|Technique), (b:Concept|Benchmark|Model|Technique)
WHERE (toLower(a.name) = one OR toLower(a.id) = one OR any(alias IN a.aliases WHERE toLower(alias) = one))
  AND (toLower(b.name) = two OR toLower(b.id) = two OR any(alias IN b.aliases WHERE toLower(alias) = two))
  AND a.community <> b.community
WITH DISTINCT a.community AS here, b.community AS there
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WHERE n.community = here OR n.community = there
WITH here, there, p, sum(CASE WHEN n.community = here THEN 1 ELSE 0 END) AS inFirst,
  sum(CASE WHEN n.community = there THEN 1 ELSE 0 END) AS inSecond,
  min(CASE WHEN n.community = here THEN n.name + ': ' + r.evidence END) AS firstEvidence,
  min(CASE WHEN n.community = there THEN n.name + ': ' + r.evidence END) AS secondEvidence
WHERE inFirst > 0 AND inSecond > 0
WITH p, inFirst, inSecond, CASE WHEN inFirst < inSecond THEN inFirst ELSE inSecond END AS bridge,
  inFirst + inSecond AS links, firstEvidence, secondEvidence
RETURN p.name AS paper, p.date AS date, inFirst, inSecond, firstEvidence, secondEvidence, p.id AS id
ORDER BY bridge DESC, links DESC, id
LIMIT $limit
