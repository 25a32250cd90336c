// store: neo4j
// Writes Organization nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Organization {graph: $graph, id: row.id})
SET n += row.properties
