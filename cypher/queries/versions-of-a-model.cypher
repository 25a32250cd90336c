// Versions of a model
// Which versions, sizes and variants does a model (or a technique, a benchmark) have, as their names tell, and since when? A
// version finds its siblings too.
// $name string = "GPT" - name, alias or id of the family or of one version

WITH toLower($name) AS wanted
MATCH (t:Concept|Benchmark|Model|Technique)
WHERE toLower(t.name) = wanted OR toLower(t.id) = wanted OR any(alias IN t.aliases WHERE toLower(alias) = wanted)
WITH t
OPTIONAL MATCH (t)-[:VARIANT_OF]->(f:Concept|Benchmark|Model|Technique)
WITH DISTINCT coalesce(f.id, t.id) AS family
MATCH (f:Concept|Benchmark|Model|Technique)
WHERE f.id = family
WITH f
MATCH (v:Concept|Benchmark|Model|Technique)-[r:VARIANT_OF]->(f)
RETURN DISTINCT f.name AS family, v.name AS version, v.firstSeen AS firstSeen, v.papers AS papers, r.rule AS differs,
  v.id AS id
ORDER BY coalesce(firstSeen, '~'), id
