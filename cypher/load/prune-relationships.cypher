// store: neo4j
// Removes relationships that an earlier load of the graph wrote and this one did not. $rows: their element ids.
UNWIND $rows AS row
MATCH ()-[r]->() WHERE elementId(r) = row AND r.graph = $graph
DELETE r
