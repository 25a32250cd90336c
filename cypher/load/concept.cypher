// store: neo4j
// Writes Concept nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Concept {graph: $graph, id: row.id})
SET n += row.properties
