// store: neo4j
// Writes Paper nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Paper {graph: $graph, id: row.id})
SET n += row.properties
