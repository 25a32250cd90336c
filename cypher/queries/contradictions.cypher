// Contradictions: each beats the other
// Of which two methods do some papers say that the first does better, and some that the second does? With the sentences of
// both sides; they may speak of different benchmarks or versions.
// $limit integer = 100 - how many pairs to list

MATCH (a:Concept|Benchmark|Model|Technique)-[r:OUTPERFORMS]->(b:Concept|Benchmark|Model|Technique), (b)-[s:OUTPERFORMS]->(a)
WHERE a.id < b.id
RETURN a.name AS one, b.name AS other, r.evidence AS oneWins, r.papers AS papersForOne, s.evidence AS otherWins,
  s.papers AS papersForOther, a.id AS oneId, b.id AS otherId
ORDER BY size(r.papers) + size(s.papers) DESC, oneId, otherId
LIMIT $limit
