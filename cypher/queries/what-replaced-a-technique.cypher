// What replaced a technique
// Which methods say that they replace a technique (or a model), in which words? The newest first.
// $technique string = "" - name, alias or id; empty: every replacement
// $limit integer = 100 - how many to list

WITH toLower($technique) AS wanted
MATCH (n:Concept|Benchmark|Model|Technique)-[r:BUILDS_ON]->(t:Concept|Benchmark|Model|Technique)
WHERE r.kind = 'replaces'
  AND (wanted = '' OR toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted))
RETURN n.name AS replacement, t.name AS replaced, r.firstSeen AS date, r.evidence AS evidence, r.papers AS papers,
  n.id AS id
ORDER BY coalesce(date, '') DESC, id, replaced
LIMIT $limit
