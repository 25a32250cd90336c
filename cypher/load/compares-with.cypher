// store: neo4j
// Writes COMPARES_WITH relationships, one a pair. $rows: maps of source, target and properties; $graph: the graph's name.
UNWIND $rows AS row
MATCH (a:Paper {graph: $graph, id: row.source})
MATCH (b:Concept|Benchmark|Model|Technique {graph: $graph, id: row.target})
MERGE (a)-[r:COMPARES_WITH {graph: $graph}]->(b)
SET r += row.properties
