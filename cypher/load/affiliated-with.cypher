// store: neo4j
// Writes AFFILIATED_WITH relationships, one a pair. $rows: maps of source, target and properties; $graph: the graph's name.
UNWIND $rows AS row
MATCH (a:Paper {graph: $graph, id: row.source})
MATCH (b:Organization {graph: $graph, id: row.target})
MERGE (a)-[r:AFFILIATED_WITH {graph: $graph}]->(b)
SET r += row.properties
