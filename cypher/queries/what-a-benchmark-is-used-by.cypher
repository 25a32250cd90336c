// What a benchmark is used by
// Which papers introduce, use or are evaluated on a benchmark, with the sentence that says so, the newest first?
// $benchmark string = "ImageNet" - name, alias or id of the benchmark
// $limit integer = 100 - how many papers to list

WITH toLower($benchmark) AS wanted
MATCH (paper:Paper)-[r:INTRODUCES|COMPARES_WITH|EVALUATES_ON|USES|STUDIES]->(b:Benchmark)
WHERE toLower(b.name) = wanted OR toLower(b.id) = wanted OR any(alias IN b.aliases WHERE toLower(alias) = wanted)
RETURN paper.name AS paper, paper.date AS date, type(r) AS role, r.evidence AS evidence, paper.id AS id
ORDER BY coalesce(date, '') DESC, id
LIMIT $limit
