// Benchmarks that rise and fade
// How many papers are evaluated on a benchmark in the latest months, beside as many months before? The greatest change
// first, each with up to three of the papers and their sentences.
// $until string = "" - the last month, such as 2024-05; empty: that of the newest paper
// $months integer = 12 - length of each of the two times, in months
// $limit integer = 50 - how many to list

// store: embedded
MATCH (p:Paper)
WHERE size(p.date) >= 7
WITH left(p.date, 7) AS newest ORDER BY newest DESC LIMIT 1
WITH CASE WHEN $until = '' THEN newest ELSE $until END AS until
MATCH (p:Paper)-[r:EVALUATES_ON]->(b:Benchmark)
WHERE size(p.date) >= 7
WITH b, toInteger(left(until, 4)) * 12 + toInteger(right(left(until, 7), 2))
  - (toInteger(left(p.date, 4)) * 12 + toInteger(right(left(p.date, 7), 2))) AS age, p.id + ': ' + r.evidence AS seen
WHERE age >= 0 AND age < 2 * $months
WITH b, sum(CASE WHEN age < $months THEN 1 ELSE 0 END) AS recent,
  sum(CASE WHEN age >= $months THEN 1 ELSE 0 END) AS earlier, list_slice(list_sort(collect(seen)), 1, 3) AS evidence
WITH b, earlier, recent, recent - earlier AS change, evidence
WHERE change <> 0
WITH b, earlier, recent, change, abs(change) AS magnitude, evidence
RETURN b.name AS benchmark, CASE WHEN change > 0 THEN 'rising' ELSE 'fading' END AS trend, earlier, recent, change,
  evidence, b.id AS id
ORDER BY magnitude DESC, change DESC, id
LIMIT $limit

// store: neo4j
MATCH (p:Paper)
WHERE size(p.date) >= 7
WITH left(p.date, 7) AS newest ORDER BY newest DESC LIMIT 1
WITH CASE WHEN $until = '' THEN newest ELSE $until END AS until
MATCH (p:Paper)-[r:EVALUATES_ON]->(b:Benchmark)
WHERE size(p.date) >= 7
WITH b, toInteger(left(until, 4)) * 12 + toInteger(right(left(until, 7), 2))
  - (toInteger(left(p.date, 4)) * 12 + toInteger(right(left(p.date, 7), 2))) AS age, p.id + ': ' + r.evidence AS seen
WHERE age >= 0 AND age < 2 * $months
WITH b, age, seen ORDER BY seen
WITH b, sum(CASE WHEN age < $months THEN 1 ELSE 0 END) AS recent,
  sum(CASE WHEN age >= $months THEN 1 ELSE 0 END) AS earlier, collect(seen)[..3] AS evidence
WITH b, earlier, recent, recent - earlier AS change, evidence
WHERE change <> 0
WITH b, earlier, recent, change, abs(change) AS magnitude, evidence
RETURN b.name AS benchmark, CASE WHEN change > 0 THEN 'rising' ELSE 'fading' END AS trend, earlier, recent, change,
  evidence, b.id AS id
ORDER BY magnitude DESC, change DESC, id
LIMIT $limit
