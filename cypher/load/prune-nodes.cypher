// store: neo4j
// Removes nodes that an earlier load of the graph wrote and this one did not. $rows: their element ids.
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row AND n.graph = $graph
DETACH DELETE n
