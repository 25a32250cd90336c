// store: neo4j
// Removes nodes that an earlier load of the graph wrote and this one did not, unless somebody else has tied a relationship
// to one. $rows: their element ids.
UNWIND $rows AS row
MATCH (n) WHERE elementId(n) = row AND n.graph = $graph
  AND NOT EXISTS { MATCH (n)-[r]-() WHERE r.graph IS NULL OR r.graph <> $graph }
DETACH DELETE n
