// Techniques that came from another field, and when
// Which techniques started in one field (a community of the graph, called after its most central member) and were taken up
// in another? With the month of the first paper there, and the sentence in which it speaks of the technique.
// $papers integer = 2 - fewest papers in the other field
// $limit integer = 50 - how many to list

MATCH (t:Technique)
WHERE t.papers > $papers
MATCH (first:Paper)-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(t)
WHERE first.date = t.firstSeen
WITH t, min(first.community) AS home
MATCH (p:Paper)-[:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(t)
WHERE p.date > t.firstSeen AND p.community <> home
WITH t, home, p.community AS other, min(p.date) AS arrived, count(*) AS papers
WHERE papers >= $papers
WITH t, home, other, arrived, papers, t.id AS id
ORDER BY papers DESC, id, arrived, other
LIMIT $limit
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(t)
WHERE p.community = other AND p.date > t.firstSeen
WITH t.name AS technique, t.firstSeen AS born, home, other, arrived, papers, id,
  min(p.date + ', ' + p.id + ': ' + r.evidence) AS evidence
// A field is called after its most central member: the greatest of "rank name", the rank as digits of one length.
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = home
WITH technique, born, other, arrived, papers, id, evidence,
  max(toString(1000000000000 + toInteger(n.pagerank * 1000000)) + n.name) AS top
WITH technique, born, other, arrived, papers, id, evidence, right(top, size(top) - 13) AS home
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = other
WITH technique, born, home, other, arrived, papers, id, evidence,
  max(toString(1000000000000 + toInteger(n.pagerank * 1000000)) + n.name) AS top
RETURN technique, home, born, right(top, size(top) - 13) AS field, arrived, papers, evidence, id
ORDER BY papers DESC, id, arrived, field
