/** Maps, map projections, and properties by their name. */
import type { Spelling } from './spelling.js';

export const MAPS: readonly Spelling[] = [
  // Maps
  ['a map projection', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p {.id, .name, year: p.year + 1} AS v"],
  [
    'a map projection with a name',
    true,
    "MATCH (p:Paper {id: 'arxiv:1'})-[:USES]->(t) WITH p, t.id AS used RETURN p {.id, used} AS v",
  ],
  ['a map projection of all', true, "MATCH (a:Author) RETURN a {.id, .name, .community, kind: 'person'} AS v"],
  ['map projections in a list', true, 'MATCH (t:Technique) WITH t ORDER BY t.id RETURN collect(t {.id, .papers}) AS v'],
  ['a property by its name', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p['name'] AS v"],
  ['a property by a parameter', true, "MATCH (p:Paper {id: 'arxiv:1'}) RETURN p[$key] AS v", { key: 'year' }],
  ['a map with a key that is a word', true, "RETURN {all: 1, end: 'x', order: true} AS v"],
  ['a map of a map', true, 'WITH {a: {b: 2}} AS m RETURN m.a.b AS v'],
  [
    "a map's values and keys",
    true,
    "WITH {name: 'x', l: [1, 2, 3]} AS m RETURN m.name AS a, m['l'][1] AS b, keys(m) AS k, keys({a: 1, b: null}) AS l",
  ],
  ['keys in use', true, "MATCH (n) UNWIND keys(n) AS k WITH k WHERE k <> 'graph' RETURN DISTINCT k ORDER BY k"],
  [
    'keys of relationships',
    true,
    "MATCH ()-[r]->() UNWIND keys(r) AS k WITH type(r) AS t, k WHERE k <> 'graph' RETURN DISTINCT t, k ORDER BY t, k",
  ],
  [
    'keys as a list',
    true,
    "MATCH (n:Author) RETURN size([k IN keys(n) WHERE k <> 'graph']) AS n, 'name' IN keys(n) AS a",
  ],
  ['one of the properties', true, 'MATCH (p:Paper) RETURN properties(p).name AS n ORDER BY n'],
];
