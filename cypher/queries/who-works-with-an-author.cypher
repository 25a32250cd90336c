// Who works with an author
// Who wrote papers together with an author, how many, since when, and which?
// $author string = "Kaiming He" - name or id of the author
// $limit integer = 50 - how many to list

// store: embedded
WITH toLower($author) AS wanted
MATCH (a:Author)
WHERE toLower(a.name) = wanted OR toLower(a.id) = wanted
WITH a
MATCH (a)-[:WROTE]->(p:Paper)
WITH a, p
MATCH (p)<-[:WROTE]-(b:Author)
WHERE b.id <> a.id
RETURN b.name AS author, count(*) AS together, min(p.date) AS since, max(p.date) AS until,
  list_sort(collect(p.id + ': ' + p.name)) AS papers, b.id AS id
ORDER BY together DESC, id
LIMIT $limit

// store: neo4j
WITH toLower($author) AS wanted
MATCH (a:Author)-[:WROTE]->(p:Paper)<-[:WROTE]-(b:Author)
WHERE (toLower(a.name) = wanted OR toLower(a.id) = wanted) AND b.id <> a.id
WITH b, p ORDER BY p.id
RETURN b.name AS author, count(*) AS together, min(p.date) AS since, max(p.date) AS until,
  collect(p.id + ': ' + p.name) AS papers, b.id AS id
ORDER BY together DESC, id
LIMIT $limit
