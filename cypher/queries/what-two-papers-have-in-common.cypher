// What two papers have in common
// Which concepts, benchmarks, models and techniques do both papers mention, in which roles, in which sentences? The rarest
// first.
// $first string = "Attention Is All You Need" - title or id of one paper
// $second string = "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding" - title or id of the other

WITH toLower($first) AS one, toLower($second) AS two
MATCH (a:Paper)
WHERE toLower(a.name) = one OR toLower(a.id) = one
WITH a, two
MATCH (b:Paper)
WHERE (toLower(b.name) = two OR toLower(b.id) = two) AND a.id <> b.id
WITH a, b
MATCH (a)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(shared:Concept|Benchmark|Model|Technique)
WITH b, r, shared
MATCH (shared)<-[s:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]-(b)
RETURN shared.name AS shared, type(r) AS firstRole, type(s) AS secondRole, shared.papers AS papers,
  r.evidence AS firstEvidence, s.evidence AS secondEvidence, shared.id AS id
ORDER BY papers, id
