/** Named queries for one of several graphs in a database. */
import { describe, expect, it } from 'vitest';
import { namedQueries } from '../../src/store/index.js';
import { inGraph } from '../../src/store/neo4j/one-graph.js';

describe('a query for one graph', () => {
  it.each([
    ['MATCH (p:Paper) RETURN p', "MATCH (p:Paper {graph: 'g'}) RETURN p"],
    ['MATCH (p:Paper {id: $id})-[r]->(n) RETURN n', "MATCH (p:Paper {graph: 'g', id: $id})-[r]->(n) RETURN n"],
    ['MATCH (a:A|B)-[:X]->(b:A), (b)-->(a) RETURN a', "MATCH (a:A|B {graph: 'g'})-[:X]->(b:A), (b)-->(a) RETURN a"],
    ['MATCH (a:A), (b:B) RETURN a', "MATCH (a:A {graph: 'g'}), (b:B {graph: 'g'}) RETURN a"],
    [
      'MATCH (a) OPTIONAL MATCH (b:B) WHERE b.id IN a.ids RETURN b',
      "MATCH (a) OPTIONAL MATCH (b:B {graph: 'g'}) WHERE b.id IN a.ids RETURN b",
    ],
    [
      'MATCH path = ANY SHORTEST (t)-[:X]->{0,9}(x:A) RETURN path',
      'MATCH path = ANY SHORTEST (t)-[:X]->{0,9}(x:A) RETURN path',
    ],
    [
      'MATCH p = allShortestPaths((a:A)-[*..4]-(b:B)) RETURN p',
      "MATCH p = allShortestPaths((a:A {graph: 'g'})-[*..4]-(b:B)) RETURN p",
    ],
    [
      'MATCH (m:M) WHERE NOT EXISTS { MATCH (x:M)<--(m) } RETURN m',
      "MATCH (m:M {graph: 'g'}) WHERE NOT EXISTS { MATCH (x:M {graph: 'g'})<--(m) } RETURN m",
    ],
    [
      'MATCH (n:N WHERE n.x = ")") RETURN "MATCH (p:P)"',
      'MATCH (n:N {graph: \'g\'} WHERE n.x = ")") RETURN "MATCH (p:P)"',
    ],
  ])('%s', (query, expected) => {
    expect(inGraph(query, 'g')).toBe(expected);
  });

  it('quotes the name', () => {
    expect(inGraph('MATCH (p:Paper) RETURN p', "it's\\")).toBe("MATCH (p:Paper {graph: 'it\\'s\\\\'}) RETURN p");
  });

  it('is what every named query becomes for Neo4j, and none for a store of one graph', async () => {
    for (const { name, cypher } of await namedQueries('neo4j', 'g')) {
      // The first pattern of a query is bound by nothing before it.
      expect([name, /MATCH\s*(?:\w+ = )?(?:\w+\()?\((\w*:[\w|]+ \{graph: 'g'\})/.test(cypher)]).toEqual([name, true]);
    }
    expect(await namedQueries('embedded', 'g')).toEqual(await namedQueries('embedded'));
  });
});
