// What a field is about
// What is most central in the field (the community of the graph) of a technique, concept, model or benchmark, by PageRank?
// Each with one paper that links to it and its sentence.
// $name string = "diffusion model" - name, alias or id of something in the field
// $limit integer = 25 - how many to list

WITH toLower($name) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
WITH DISTINCT t.community AS field
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = field
WITH n, n.pagerank AS rank, n.id AS id
ORDER BY rank DESC, id
LIMIT $limit
OPTIONAL MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
RETURN n.name AS name, rank, n.papers AS papers, min(p.id + ': ' + r.evidence) AS evidence, id
ORDER BY rank DESC, id
