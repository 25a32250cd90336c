// store: neo4j
// Writes Model nodes. $rows: maps of id and properties; $graph: the graph's name.
UNWIND $rows AS row
MERGE (n:Model {graph: $graph, id: row.id})
SET n += row.properties
