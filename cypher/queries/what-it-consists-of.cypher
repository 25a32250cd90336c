// What something consists of, and what it is part of
// Which parts does a technique (or a model, a benchmark) have, as papers state it, and what is it itself a part of?
// $name string = "" - name, alias or id of the whole or the part; empty: all
// $limit integer = 100 - how many to list

WITH toLower($name) AS wanted
MATCH (part:Concept|Benchmark|Model|Technique)-[r:PART_OF]->(whole:Concept|Benchmark|Model|Technique)
WHERE wanted = ''
  OR toLower(part.name) = wanted OR toLower(part.id) = wanted OR any(alias IN part.aliases WHERE toLower(alias) = wanted)
  OR toLower(whole.name) = wanted OR toLower(whole.id) = wanted OR any(alias IN whole.aliases WHERE toLower(alias) = wanted)
RETURN whole.name AS whole, part.name AS part, r.evidence AS evidence, r.papers AS papers, whole.id AS wholeId,
  part.id AS partId
ORDER BY wholeId, partId
LIMIT $limit
