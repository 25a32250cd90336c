// What beats what, and on which benchmark
// Which method does better than which other, as papers state it, on the benchmarks that the same sentence names? What most
// papers say comes first.
// $method string = "" - name, alias or id of the winner or the loser; empty: all
// $benchmark string = "" - name, alias or id of a benchmark; empty: all, and comparisons that name none
// $limit integer = 100 - how many to list

// store: embedded
WITH toLower($method) AS method, toLower($benchmark) AS benchmark
MATCH (a:Concept|Benchmark|Model|Technique)-[r:OUTPERFORMS]->(b:Concept|Benchmark|Model|Technique)
WHERE method = ''
  OR toLower(a.name) = method OR toLower(a.id) = method OR list_contains(list_transform(a.aliases, alias -> lower(alias)), method)
  OR toLower(b.name) = method OR toLower(b.id) = method OR list_contains(list_transform(b.aliases, alias -> lower(alias)), method)
OPTIONAL MATCH (m:Benchmark) WHERE list_contains(r.benchmarks, m.id)
WITH benchmark, a, r, b, list_sort(collect(m.name)) AS benchmarks,
  sum(CASE WHEN toLower(m.name) = benchmark OR toLower(m.id) = benchmark OR list_contains(list_transform(m.aliases, alias -> lower(alias)), benchmark) THEN 1 ELSE 0 END) AS named
WHERE benchmark = '' OR named > 0
RETURN a.name AS winner, b.name AS loser, coalesce(benchmarks, []) AS benchmarks, r.evidence AS evidence,
  r.papers AS papers, r.confidence AS confidence, a.id AS id
ORDER BY size(r.papers) DESC, confidence DESC, id, b.id
LIMIT $limit

// store: neo4j
WITH toLower($method) AS method, toLower($benchmark) AS benchmark
MATCH (a:Concept|Benchmark|Model|Technique)-[r:OUTPERFORMS]->(b:Concept|Benchmark|Model|Technique)
WHERE method = ''
  OR toLower(a.name) = method OR toLower(a.id) = method OR any(alias IN a.aliases WHERE toLower(alias) = method)
  OR toLower(b.name) = method OR toLower(b.id) = method OR any(alias IN b.aliases WHERE toLower(alias) = method)
OPTIONAL MATCH (m:Benchmark) WHERE m.id IN r.benchmarks
WITH benchmark, a, r, b, m ORDER BY m.name
WITH benchmark, a, r, b, collect(m.name) AS benchmarks,
  sum(CASE WHEN toLower(m.name) = benchmark OR toLower(m.id) = benchmark OR any(alias IN m.aliases WHERE toLower(alias) = benchmark) THEN 1 ELSE 0 END) AS named
WHERE benchmark = '' OR named > 0
RETURN a.name AS winner, b.name AS loser, benchmarks, r.evidence AS evidence, r.papers AS papers,
  r.confidence AS confidence, a.id AS id
ORDER BY size(r.papers) DESC, confidence DESC, id, b.id
LIMIT $limit
