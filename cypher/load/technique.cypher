// store: neo4j
// Writes Technique nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Technique {graph: $graph, id: row.id})
SET n += row.properties
