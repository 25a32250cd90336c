// The siblings of a technique
// Which other techniques (or models) build on what a technique builds on, with the sentences that say so? Those of the
// ancestor that fewest build on first, as what hundreds build on makes nobody akin.
// $technique string = "GPT-2" - name, alias or id
// $most integer = 100 - an ancestor on which more than this build is left out
// $limit integer = 100 - how many to list

// The technique is found first, by itself: the embedded database loses a filter on a list in a longer pattern.
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
WITH collect(t.id) AS found
MATCH (a:Concept|Benchmark|Model|Technique)-[:BUILDS_ON]->(p:Concept|Benchmark|Model|Technique)
WHERE a.id IN found
WITH DISTINCT found, p
MATCH (c:Concept|Benchmark|Model|Technique)-[:BUILDS_ON]->(p)
WITH found, p, count(*) AS children
WHERE children <= $most
MATCH (o:Concept|Benchmark|Model|Technique)-[s:BUILDS_ON]->(p)
WHERE NOT o.id IN found
RETURN o.name AS sibling, p.name AS ancestor, children, coalesce(s.kind, 'builds on') AS kind, s.evidence AS evidence,
  s.papers AS papers, o.id AS id
ORDER BY children, p.id, id
LIMIT $limit
