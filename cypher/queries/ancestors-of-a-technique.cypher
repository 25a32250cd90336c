// The ancestors of a technique
// What does a technique (or a model) build on, what does that build on, and so on? Each ancestor once, with the number
// of steps to it; the nearest first.
// $technique string = "Transformer" - name, alias or id
// $depth integer = 4 - how many steps back to go, at most 10

// store: embedded
WITH toLower($technique) AS wanted
MATCH path = (t:Concept|Benchmark|Model|Technique)-[:BUILDS_ON* SHORTEST 1..10]->(a:Concept|Benchmark|Model|Technique)
WHERE (toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted))
  AND a.id <> t.id AND length(path) <= $depth
RETURN min(length(path)) AS steps, a.name AS ancestor, a.firstSeen AS firstSeen, a.papers AS papers, a.id AS id
ORDER BY steps, papers DESC, id

// store: neo4j
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
MATCH path = ANY SHORTEST (t)-[:BUILDS_ON]->{1,10}(a:Concept|Benchmark|Model|Technique)
WHERE a.id <> t.id
WITH a, min(length(path)) AS steps
WHERE steps <= $depth
RETURN steps, a.name AS ancestor, a.firstSeen AS firstSeen, a.papers AS papers, a.id AS id
ORDER BY steps, papers DESC, id
