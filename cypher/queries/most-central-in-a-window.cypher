// The most central in a window of time
// Which techniques (or models, benchmarks, concepts) are most central to what the papers of some months say? The measure is
// the PageRank of each month, in multiples of that month's mean, summed over the window.
// $label string = "Technique" - Technique, Model, Benchmark or Concept
// $since string = "2020-01" - the first month
// $until string = "2029-12" - the last month
// $limit integer = 25 - how many to list

// store: embedded
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE label(n) = $label AND size(n.months) > 0
UNWIND range(1, size(n.months)) AS i
WITH n, n.months[i] AS month, n.monthRanks[i] AS rank
WHERE month >= $since AND month <= $until
WITH n, round(sum(rank), 3) AS centrality, min(month) AS since, max(month) AS until, n.id AS id
ORDER BY centrality DESC, id
LIMIT $limit
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
WHERE left(p.date, 7) >= since AND left(p.date, 7) <= until AND size(p.date) >= 7
RETURN n.name AS name, centrality, count(*) AS papers, since, until,
  list_slice(list_sort(collect(p.id + ': ' + r.evidence)), 1, 3) AS evidence, id
ORDER BY centrality DESC, id

// store: neo4j
MATCH (n:Concept|Benchmark|Model|Technique)
WHERE labels(n)[0] = $label AND size(n.months) > 0
UNWIND range(0, size(n.months) - 1) AS i
WITH n, n.months[i] AS month, n.monthRanks[i] AS rank
WHERE month >= $since AND month <= $until
WITH n, round(sum(rank), 3) AS centrality, min(month) AS since, max(month) AS until, n.id AS id
ORDER BY centrality DESC, id
LIMIT $limit
MATCH (p:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(n)
WHERE left(p.date, 7) >= since AND left(p.date, 7) <= until AND size(p.date) >= 7
WITH n, centrality, since, until, id, p.id + ': ' + r.evidence AS seen ORDER BY seen
RETURN n.name AS name, centrality, count(*) AS papers, since, until, collect(seen)[..3] AS evidence, id
ORDER BY centrality DESC, id
