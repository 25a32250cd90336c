// A technique's neighbours
// What is a technique (or a model, a concept, a benchmark) directly connected with, in which direction, and how surely?
// Papers are left out; their sentences say what each connection rests on, where it is not in the name itself.
// $technique string = "Transformer" - name, alias or id
// $limit integer = 100 - how many to list

// store: embedded
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR list_contains(list_transform(t.aliases, alias -> lower(alias)), wanted)
WITH t
MATCH (t)-[r:BUILDS_ON|OUTPERFORMS|PART_OF|VARIANT_OF]-(n:Concept|Benchmark|Model|Technique)
RETURN type(r) AS type, CASE WHEN r._source = t.id THEN 'out' ELSE 'in' END AS direction, n.name AS name,
  r.confidence AS confidence, n.papers AS papers, r.evidence AS evidence, r.papers AS evidencePapers, n.id AS id
ORDER BY type, direction DESC, papers DESC, id
LIMIT $limit

// store: neo4j
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)-[r:BUILDS_ON|OUTPERFORMS|PART_OF|VARIANT_OF]-(n:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
RETURN type(r) AS type, CASE WHEN startNode(r) = t THEN 'out' ELSE 'in' END AS direction, n.name AS name,
  r.confidence AS confidence, n.papers AS papers, r.evidence AS evidence, r.papers AS evidencePapers, n.id AS id
ORDER BY type, direction DESC, papers DESC, id
LIMIT $limit
