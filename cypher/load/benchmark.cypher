// store: neo4j
// Writes Benchmark nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Benchmark {graph: $graph, id: row.id})
SET n += row.properties
