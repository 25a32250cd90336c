// What most papers say
// Which statements (builds on, outperforms, is part of) are made by most different papers, in which words?
// $limit integer = 25 - how many to list

// store: embedded
MATCH (a:Concept|Benchmark|Model|Technique)-[r:BUILDS_ON|OUTPERFORMS|PART_OF]->(b:Concept|Benchmark|Model|Technique)
WITH a, r, b, size(list_distinct(r.papers)) AS papers, a.id AS fromId, b.id AS toId, type(r) AS says
ORDER BY papers DESC, fromId, toId, says
LIMIT $limit
RETURN a.name AS subject, says, b.name AS object, papers, r.evidence AS evidence, r.papers AS evidencePapers, fromId, toId
ORDER BY papers DESC, fromId, toId, says

// store: neo4j
MATCH (a:Concept|Benchmark|Model|Technique)-[r:BUILDS_ON|OUTPERFORMS|PART_OF]->(b:Concept|Benchmark|Model|Technique)
WITH a, r, b, size(reduce(all = [], p IN r.papers | CASE WHEN p IN all THEN all ELSE all + p END)) AS papers,
  a.id AS fromId, b.id AS toId, type(r) AS says
ORDER BY papers DESC, fromId, toId, says
LIMIT $limit
RETURN a.name AS subject, says, b.name AS object, papers, r.evidence AS evidence, r.papers AS evidencePapers, fromId, toId
ORDER BY papers DESC, fromId, toId, says
