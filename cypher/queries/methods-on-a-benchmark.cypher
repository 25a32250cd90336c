// Methods evaluated on a benchmark
// Which techniques and models were introduced by papers that are evaluated on a benchmark, with the sentence that says so?
// The newest first.
// $benchmark string = "ImageNet" - name, alias or id of the benchmark
// $limit integer = 100 - how many to list

WITH toLower($benchmark) AS wanted
MATCH (m:Technique|Model)<-[i:INTRODUCES]-(p:Paper)-[r:EVALUATES_ON]->(b:Benchmark)
WHERE toLower(b.name) = wanted OR toLower(b.id) = wanted OR any(alias IN b.aliases WHERE toLower(alias) = wanted)
RETURN m.name AS method, p.date AS date, r.evidence AS evidence, p.name AS paper, p.id AS paperId, m.id AS id
ORDER BY coalesce(date, '') DESC, id, paperId
LIMIT $limit
