// The ancestors of a technique
// What does a technique (or a model) build on, what does that build on, and so on? Every link of its lineage once, with
// the sentences that state it and the papers they stand in; the nearest first.
// $technique string = "Transformer" - name, alias or id
// $depth integer = 4 - how many steps back to go, at most 10

// store: embedded
// The levels as a list, with the technique itself as level 0: a shortest path has at least one step. Too
// distant ones go before their links are looked up.
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR list_contains(list_transform(t.aliases, alias -> lower(alias)), wanted)
OPTIONAL MATCH path = (t)-[:BUILDS_ON* SHORTEST 1..9]->(n:Concept|Benchmark|Model|Technique)
WITH t, list_concat([{id: t.id, steps: 0}], collect({id: n.id, steps: length(path)})) AS levels
UNWIND levels AS level
WITH t, level
WHERE level.steps < $depth
MATCH (x:Concept|Benchmark|Model|Technique)-[r:BUILDS_ON]->(y:Concept|Benchmark|Model|Technique)
WHERE x.id = level.id AND y.id <> t.id
WITH x, r, y, min(level.steps) + 1 AS steps
RETURN steps, y.name AS ancestor, x.name AS via, r.kind AS kind, y.firstSeen AS firstSeen, r.evidence AS evidence,
  r.papers AS papers, y.id AS id
ORDER BY steps, id, x.id

// store: neo4j
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
WITH DISTINCT t
MATCH path = ANY SHORTEST (t)-[:BUILDS_ON]->{0,9}(x:Concept|Benchmark|Model|Technique)
WHERE length(path) < $depth
WITH t, x, min(length(path)) AS near
MATCH (x)-[r:BUILDS_ON]->(y:Concept|Benchmark|Model|Technique)
WHERE y.id <> t.id
WITH x, r, y, min(near) + 1 AS steps
RETURN steps, y.name AS ancestor, x.name AS via, r.kind AS kind, y.firstSeen AS firstSeen, r.evidence AS evidence,
  r.papers AS papers, y.id AS id
ORDER BY steps, id, x.id
