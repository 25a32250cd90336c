// store: neo4j
// Writes WROTE relationships, one a pair. $rows: maps of source, target and properties; $graph: the graph's name.
UNWIND $rows AS row
MATCH (a:Author {graph: $graph, id: row.source})
MATCH (b:Paper {graph: $graph, id: row.target})
MERGE (a)-[r:WROTE {graph: $graph}]->(b)
SET r += row.properties
