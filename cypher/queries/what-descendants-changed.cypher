// What its descendants did to a technique
// Which methods say that they extend, combine, adapt, replace, scale, distil or fine-tune a technique (or a model), in
// which words? By what they did, the oldest first.
// $technique string = "Transformer" - name, alias or id
// $limit integer = 100 - how many to list

// The technique is found first, by itself: the embedded database loses a filter on a list in a longer pattern.
WITH toLower($technique) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
WITH collect(t.id) AS found
MATCH (d:Concept|Benchmark|Model|Technique)-[r:BUILDS_ON]->(a:Concept|Benchmark|Model|Technique)
WHERE a.id IN found
RETURN coalesce(r.kind, 'builds on') AS kind, d.name AS descendant, d.firstSeen AS firstSeen, r.evidence AS evidence,
  r.papers AS papers, d.id AS id
ORDER BY kind, firstSeen, id
LIMIT $limit
