// What two authors or organisations share
// Which concepts, benchmarks, models and techniques occur in the papers of both? The rarest first, each with the papers of
// either side and their sentences.
// $first string = "Kaiming He" - name or id of an author or an organisation
// $second string = "Ross Girshick" - name or id of the other
// $limit integer = 50 - how many to list

// store: embedded
WITH toLower($first) AS one, toLower($second) AS two
MATCH (x:Author|Organization)
WHERE toLower(x.name) = one OR toLower(x.id) = one
WITH x, two
MATCH (y:Author|Organization)
WHERE toLower(y.name) = two OR toLower(y.id) = two
WITH x, y
MATCH (x)-[:WROTE|AFFILIATED_WITH]-(p:Paper)
WITH y, p
MATCH (p)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WITH y, n, list_sort(collect(DISTINCT p.id + ': ' + r.evidence)) AS firstEvidence
MATCH (y)-[:WROTE|AFFILIATED_WITH]-(q:Paper)
WITH n, firstEvidence, q
MATCH (q)-[s:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
RETURN n.name AS shared, label(n) AS label, n.papers AS papers, firstEvidence,
  list_sort(collect(DISTINCT q.id + ': ' + s.evidence)) AS secondEvidence, n.id AS id
ORDER BY papers, id
LIMIT $limit

// store: neo4j
WITH toLower($first) AS one, toLower($second) AS two
MATCH (x:Author|Organization)-[:WROTE|AFFILIATED_WITH]-(p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n:Concept|Benchmark|Model|Technique)
WHERE toLower(x.name) = one OR toLower(x.id) = one
WITH DISTINCT two, n, p.id + ': ' + r.evidence AS seen ORDER BY seen
WITH two, n, collect(seen) AS firstEvidence
MATCH (y:Author|Organization)-[:WROTE|AFFILIATED_WITH]-(q:Paper)-[s:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
WHERE toLower(y.name) = two OR toLower(y.id) = two
WITH DISTINCT n, firstEvidence, q.id + ': ' + s.evidence AS seen ORDER BY seen
RETURN n.name AS shared, labels(n)[0] AS label, n.papers AS papers, firstEvidence, collect(seen) AS secondEvidence,
  n.id AS id
ORDER BY papers, id
LIMIT $limit
