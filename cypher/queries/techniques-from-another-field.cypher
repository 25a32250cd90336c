// Techniques that came from another field, and when
// Which techniques were introduced in one field (a community of the graph, called after its most central member) and taken
// up in another? With the day of the first paper there, and the sentence in which it speaks of the technique. Left out is of
// what it is not known where it started: what was spoken of before, what more than a third of its papers introduce (these are
// different things of one name), and common terms, which are written in lower case throughout.
// $papers integer = 2 - fewest papers in the other field
// $limit integer = 50 - how many to list

MATCH (first:Paper)-[:INTRODUCES]->(t:Technique)
WHERE t.papers > $papers AND t.name <> toLower(t.name)
WITH t, count(*) AS origins
WHERE origins * 3 <= t.papers
MATCH (first:Paper)-[:INTRODUCES]->(t)
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
// A field is called after its most central member. Names are looked at last: a field has tens of thousands of members.
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = home
WITH technique, born, home, other, arrived, papers, id, evidence, max(n.pagerank) AS most
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = home AND n.pagerank = most
WITH technique, born, other, arrived, papers, id, evidence, max(n.name) AS home
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = other
WITH technique, born, home, other, arrived, papers, id, evidence, max(n.pagerank) AS most
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE n.community = other AND n.pagerank = most
WITH technique, born, home, arrived, papers, id, evidence, max(n.name) AS field
RETURN technique, home, born, field, arrived, papers, evidence, id
ORDER BY papers DESC, id, arrived, field
