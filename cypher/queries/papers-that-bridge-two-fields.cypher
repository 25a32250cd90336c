// Papers that bridge two fields
// Which papers speak of what belongs to one field (a community of the graph) and of what belongs to another? Each field is
// meant by something in it. The papers that lean least to one side come first, with a sentence for each side.
// $first string = "Transformer" - name, alias or id of something in one field
// $second string = "diffusion model" - name, alias or id of something in the other
// $limit integer = 25 - how many papers to list

// Each side is looked up once and kept as a list: the database would look for the second anew for each of the first.
WITH toLower($first) AS wanted
MATCH (a:Concept|Benchmark|Model|Technique)
WHERE toLower(a.name) = wanted OR toLower(a.id) = wanted OR any(alias IN a.aliases WHERE toLower(alias) = wanted)
WITH collect(DISTINCT a.community) AS firsts, toLower($second) AS wanted
MATCH (b:Concept|Benchmark|Model|Technique)
WHERE toLower(b.name) = wanted OR toLower(b.id) = wanted OR any(alias IN b.aliases WHERE toLower(alias) = wanted)
WITH firsts, collect(DISTINCT b.community) AS seconds
UNWIND firsts AS here
UNWIND seconds AS there
WITH here, there
WHERE here <> there
UNWIND [here, there] AS side
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = side
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
