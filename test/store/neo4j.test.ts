/** Neo4j, a real one: it conforms, loads without traces of earlier loads, and lets nothing out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadNeo4j, Neo4jStore } from '../../src/store/index.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { conformance } from './conformance.js';
import { graph } from './fixture.js';
import { expectAnswered, expectRefused } from './guarded.js';

const LIMITS = { maxRows: 1_000, timeoutMs: 20_000 };

describe.skipIf(neo4jIsAbsent)(`Neo4j${neo4jIsAbsent ? ` (skipped: ${neo4jIsAbsent})` : ''}`, () => {
  let server: Neo4jForTests;
  beforeAll(async () => {
    server = await startNeo4j();
    await loadNeo4j(server, 'stemma', graph);
  });
  afterAll(() => server?.stop());

  describe('conforms', () => conformance('neo4j', async () => new Neo4jStore(server)));

  it('loads the same graph again without a change, and a smaller one without a rest', async () => {
    const store = new Neo4jStore(server);
    const all = async () => (await store.query('MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r', LIMITS)).rows.length;
    const before = await all();
    const steps: number[] = [];
    await loadNeo4j(server, 'stemma', graph, { progress: (done) => steps.push(done) });
    expect(steps.at(-1)).toBe(graph.nodes.length + graph.edges.length);
    expect(await all()).toBe(before);

    const [first, second] = graph.nodes;
    await loadNeo4j(server, 'other', { nodes: first ? [first] : [], edges: [] });
    expect(await all()).toBe(before + 1);
    const few = { nodes: first && second ? [first, second] : [], edges: [] };
    await loadNeo4j(server, 'stemma', few, { prune: true });
    const names = 'MATCH (n) RETURN n.graph AS graph, count(n) AS n ORDER BY graph';
    expect((await store.query(names, LIMITS)).rows).toEqual([
      { graph: 'other', n: 1 },
      { graph: 'stemma', n: 2 },
    ]);
    await loadNeo4j(server, 'other', { nodes: [], edges: [] }, { prune: true });
    await loadNeo4j(server, 'stemma', graph);
    expect(await all()).toBe(before);
    await store.close();
  });

  it('refuses what reaches beyond the graph', async () => {
    const store = new Neo4jStore(server);
    const attacks = [
      'SHOW USERS',
      'SHOW SETTINGS',
      'SHOW TRANSACTIONS',
      "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
      'CALL dbms.listConfig()',
      "CALL db.createLabel('x')",
      "CALL dbms.killConnection('bolt-1')",
      'CALL { CREATE (n) } RETURN 1',
      'MATCH (n) CALL { WITH n DETACH DELETE n } IN TRANSACTIONS',
      'FOREACH (i IN [1] | CREATE (:X))',
      "CYPHER runtime=slotted LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      'USE system SHOW USERS',
      'DROP CONSTRAINT stemma_paper',
      'CREATE DATABASE x',
      "EXPLAIN LOAD CSV FROM 'file:///x' AS line RETURN line",
    ];
    await expectRefused(store, attacks, LIMITS);
    const innocent = [
      'CALL db.labels() YIELD label RETURN label',
      'MATCH p = shortestPath((a:Paper)-[*..4]-(b:Paper)) WHERE a.id < b.id RETURN p',
      'MATCH (p:Paper) WHERE NOT (p)-[:USES]->() RETURN p.id ORDER BY p.id SKIP 1 LIMIT 1',
      'MATCH (p:Paper) CALL { WITH p MATCH (p)-[:USES]->(t) RETURN count(t) AS n } RETURN p.id, n',
      'MATCH (n) WHERE n.id STARTS WITH $x OR (n)-[:BUILDS_ON*1..3]->(n) RETURN DISTINCT n.id',
      'MATCH (a:Technique)-[:BUILDS_ON]->(b)-[:BUILDS_ON]->(c)-[:BUILDS_ON]->(a) RETURN [x IN [a, b, c] | x.id]',
      'MATCH (a:Paper)-->(x)<--(b:Paper) WITH a, b, collect(x) AS xs WHERE size(xs) > 1 RETURN a.id, b.id',
      'UNWIND [1, 2] AS x RETURN x UNION RETURN 3 AS x',
      'MATCH (n) RETURN labels(n)[0] AS label, count(*) ORDER BY label',
      'MATCH ()-[r]->() RETURN type(r), count(r)',
      'MATCH (p:Paper) WHERE EXISTS { (p)-[:USES]->() } RETURN COUNT { (p)-->() }',
      'RETURN datetime() AS now, duration("P1D") AS day, point({x: 1, y: 2}) AS here',
    ];
    await expectAnswered(store, innocent, { ...LIMITS, parameters: { x: 'paper' } });
    await store.close();
  });
});

it('a server that is not there is said to be', async () => {
  const store = new Neo4jStore({ url: 'bolt://127.0.0.1:1', user: 'neo4j', password: 'x' });
  expect(await store.healthy()).toBe(false);
  await expect(store.query('RETURN 1', LIMITS)).rejects.toMatchObject({ name: 'StoreError', code: 'unreachable' });
  await store.close();
});
