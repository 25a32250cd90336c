// store: neo4j
// Writes Author nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Author {graph: $graph, id: row.id})
SET n += row.properties
