// The shortest chain of ideas between two techniques
// Over which steps (builds on, is part of, is a version of), in either direction, does one technique lead to another? Every
// shortest chain, each step with the sentences that state it; a version of a model is known from its name and has none.
// $first string = "LSTM" - name, alias or id
// $second string = "CLIP" - name, alias or id of the other
// $limit integer = 10 - how many chains to list

// store: embedded
// Looking for each alias with any() would make the database walk from every node: the aliases are searched as one text.
MATCH path = (a:Concept|Benchmark|Model|Technique)
  -[:BUILDS_ON|PART_OF|VARIANT_OF* ALL SHORTEST 1..8]-(b:Concept|Benchmark|Model|Technique)
WHERE (toLower(a.name) = toLower($first) OR toLower(a.id) = toLower($first)
    OR contains(concat('|', toLower(list_to_string('|', a.aliases)), '|'), concat('|', toLower($first), '|')))
  AND (toLower(b.name) = toLower($second) OR toLower(b.id) = toLower($second)
    OR contains(concat('|', toLower(list_to_string('|', b.aliases)), '|'), concat('|', toLower($second), '|')))
  AND a.id <> b.id
RETURN length(path) AS steps, list_transform(nodes(path), n -> n.name) AS chain,
  list_transform(rels(path), r -> label(r)) AS types, list_transform(rels(path), r -> coalesce(r.evidence, [])) AS evidence,
  list_transform(rels(path), r -> r._source + ' → ' + r._target) AS links
ORDER BY steps, list_to_string(' ', links), list_to_string(' ', types)
LIMIT $limit

// store: neo4j
WITH toLower($first) AS one, toLower($second) AS two
MATCH (a:Concept|Benchmark|Model|Technique), (b:Concept|Benchmark|Model|Technique)
WHERE (toLower(a.name) = one OR toLower(a.id) = one OR any(alias IN a.aliases WHERE toLower(alias) = one))
  AND (toLower(b.name) = two OR toLower(b.id) = two OR any(alias IN b.aliases WHERE toLower(alias) = two))
  AND a.id <> b.id
MATCH path = ALL SHORTEST (a)-[:BUILDS_ON|PART_OF|VARIANT_OF]-{1,8}(b)
RETURN length(path) AS steps, [n IN nodes(path) | n.name] AS chain, [r IN relationships(path) | type(r)] AS types,
  [r IN relationships(path) | coalesce(r.evidence, [])] AS evidence,
  [r IN relationships(path) | startNode(r).id + ' → ' + endNode(r).id] AS links
ORDER BY steps, reduce(text = '', link IN links | text + link + ' '), reduce(text = '', type IN types | text + type + ' ')
LIMIT $limit
