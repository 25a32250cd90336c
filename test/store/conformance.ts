/** What every store must do: the same suite runs over the embedded database and over Neo4j. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '../../src/model/index.js';
import type { Json, QueryResult, Row, Store } from '../../src/store/index.js';
import { edgeProperties, nodeProperties } from '../../src/store/properties.js';
import { AWKWARD, count, graph } from './fixture.js';

const LIMITS = { maxRows: 1_000, timeoutMs: 20_000 };

/** @param open a store that holds the fixture's graph */
export function conformance(kind: Store['kind'], open: () => Promise<Store>): void {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());
  const ask = (cypher: string, parameters: Record<string, Json> = {}): Promise<QueryResult> =>
    store.query(cypher, { ...LIMITS, parameters });
  const rows = async (cypher: string, parameters: Record<string, Json> = {}) => (await ask(cypher, parameters)).rows;

  it('says what it is and that it is well', async () => {
    expect(store.kind).toBe(kind);
    expect(await store.healthy()).toBe(true);
  });

  describe('everything survives the round trip', () => {
    it('nodes', async () => {
      const found = await rows('MATCH (n) RETURN n ORDER BY n.id');
      expect(found.map((row) => row.n)).toEqual(graph.nodes.map((node) => nodeValue(node, kind)));
    });
    it('relationships', async () => {
      const found = await rows('MATCH (a)-[r]->(b) RETURN r ORDER BY a.id, b.id, type(r)');
      expect(found.map((row) => row.r)).toEqual(graph.edges.map((edge) => edgeValue(edge, kind)));
    });
    it('paths', async () => {
      const [row] = await rows("MATCH p = (:Author {id: 'author:ada'})-[:WROTE]->(:Paper) RETURN p");
      const at = (id: string) => graph.nodes.find((node) => node.id === id) as GraphNode;
      const wrote = graph.edges.find((edge) => edge.type === 'WROTE') as GraphEdge;
      expect(row?.p).toEqual({
        $: 'path',
        nodes: [nodeValue(at('author:ada'), kind), nodeValue(at('arxiv:1'), kind)],
        relationships: [edgeValue(wrote, kind)],
      });
    });
  });

  describe('counts', () => {
    it.each(Object.entries(count(graph.nodes)))('%s: %d', async (label, expected) => {
      expect(await rows(`MATCH (n:${label}) RETURN count(n) AS n`)).toEqual([{ n: expected }]);
    });
    it.each(Object.entries(count(graph.edges)))('%s: %d', async (type, expected) => {
      expect(await rows(`MATCH ()-[r:${type}]->() RETURN count(r) AS n`)).toEqual([{ n: expected }]);
    });
  });

  describe('values', () => {
    const cases: [string, Record<string, Json>, Json][] = [
      ['RETURN $x AS v', { x: AWKWARD }, AWKWARD],
      ['RETURN $x AS v', { x: null }, null],
      ['RETURN $x AS v', { x: [] }, []],
      ['RETURN $x AS v', { x: ['a', AWKWARD] }, ['a', AWKWARD]],
      ['RETURN $x AS v', { x: true }, true],
      ['RETURN $x + 1 AS v', { x: 2 ** 40 }, 2 ** 40 + 1],
      ['RETURN $x AS v', { x: 0.1 }, 0.1],
      ['RETURN 1.0 / 4 AS v', {}, 0.25],
      ['RETURN {a: 1, b: [true]} AS v', {}, { a: 1, b: [true] }],
      ["RETURN date('2020-02-29') AS v", {}, '2020-02-29'],
      ["RETURN [date('2020-02-29')] AS v", {}, ['2020-02-29']],
      ['// a comment\nRETURN /* another */ 1 AS v // the last', {}, 1],
      ['MATCH (p:Paper) WHERE p.id IN $ids RETURN count(p) AS v', { ids: ['arxiv:1', 'text:3', 'none'] }, 2],
      ['MATCH (p:Paper) WHERE p.id IN $ids RETURN count(p) AS v', { ids: [] }, 0],
      ['MATCH (p:Paper) WHERE $id IS NULL OR p.id = $id RETURN count(p) AS v', { id: null }, 3],
      ['MATCH ()-[r:STUDIES]->() RETURN r.end - r.start AS v', {}, 8],
      ['MATCH (:Concept)-[r:PART_OF]->() RETURN r.starts + r.ends AS v', {}, [0, 5, 4, 9]],
      ['MATCH (p:Paper) WHERE p.date IS NULL RETURN p.id AS v', {}, 'text:3'],
      ["MATCH (p:Paper {name: 'LOAD CSV'}) RETURN p.year AS v", {}, 2021],
    ];
    it.each(cases)('%s with %j', async (cypher, parameters, v) => {
      expect(await rows(cypher, parameters)).toEqual([{ v }]);
    });
  });

  describe('functions that researchers write', () => {
    const cases: [string, Json][] = [
      ["toString(3) + ''", '3'],
      ["toInteger('4')", 4],
      ["toInteger(right('2024-03', 2))", 3],
      ["toInteger('-007')", -7],
      ["toInteger('+5')", 5],
      ["toInteger('00')", 0],
      ["toFloat('03.50')", 3.5],
      ["toFloat('+.5')", 0.5],
      ["toFloat('0.5')", 0.5],
      ['head([1, 2, 3])', 1],
      ['last([1, 2, 3])', 3],
      ['tail([1, 2, 3])', [2, 3]],
      ["split('a,b', ',')", ['a', 'b']],
      ["toLower('ÀB')", 'àb'],
      ["coalesce(null, 'x')", 'x'],
      ["size('abc')", 3],
    ];
    it.each(cases)('%s', async (expression, v) => expect(await rows(`RETURN ${expression} AS v`)).toEqual([{ v }]));
  });

  describe('integers beyond 2^53 are text, with all digits', () => {
    const factor = 4_503_599_627_370_497n;
    it.each([
      ['RETURN 9007199254740993 AS x, 1 AS y', [{ x: '9007199254740993', y: 1 }]],
      ['UNWIND [9007199254740993, 2] AS x RETURN x ORDER BY x DESC', [{ x: '9007199254740993' }, { x: 2 }]],
      ['UNWIND [9007199254740993, 2] AS x RETURN max(x) ORDER BY max(x)', [{ 'max(x)': '9007199254740993' }]],
      [
        'WITH [9007199254740993, 1] AS x RETURN x, {a: x} AS y',
        [{ x: ['9007199254740993', 1], y: { a: ['9007199254740993', 1] } }],
      ],
      ['RETURN 9007199254740993 AS x UNION RETURN 9007199254740993 AS x', [{ x: '9007199254740993' }]],
      ['RETURN -9007199254740993 AS x, 9007199254740991 AS y', [{ x: '-9007199254740993', y: 9007199254740991 }]],
    ])('%s', async (query, rows) => {
      expect((await store.query(query, LIMITS)).rows).toEqual(rows);
    });
    it('among rows that are handed on as they come', async () => {
      const seen: Row[] = [];
      await store.query('UNWIND range(1, 1200) AS i RETURN i, i * 4503599627370497 AS x', {
        ...LIMITS,
        maxRows: 2_000,
        onRows: (rows) => void seen.push(...rows),
      });
      expect(seen.length).toBe(1_200);
      seen.sort((a, b) => Number(a['i']) - Number(b['i']));
      expect([seen[0]?.['x'], seen[1_199]?.['x']]).toEqual([Number(factor), String(1_200n * factor)]);
    });
  });

  it('looks many up by their ids', async () => {
    const ids = graph.nodes.filter(({ label }) => label === 'Paper').map(({ id }) => id);
    const query = 'UNWIND $ids AS id MATCH (p:Paper {id: id}) RETURN p.id AS id ORDER BY id';
    const { rows } = await store.query(query, { ...LIMITS, parameters: { ids } });
    expect(rows.map(({ id }) => id)).toEqual([...ids].sort());
    const { plan } = await store.query(`EXPLAIN ${query}`, { ...LIMITS, parameters: { ids } });
    expect(JSON.stringify(plan)).toMatch(/"operator":"unwind"/i);
  });

  it('columns come in their order', async () => {
    expect((await ask('RETURN 1 AS b, 2 AS a')).columns).toEqual(['b', 'a']);
  });

  describe('limits', () => {
    it('cuts the answer and says so', async () => {
      const cut = await store.query('UNWIND range(1, 100000) AS i RETURN i', { maxRows: 2, timeoutMs: 20_000 });
      expect(cut).toMatchObject({ rows: [{ i: 1 }, { i: 2 }], truncated: true });
      const whole = await store.query('UNWIND range(1, 2) AS i RETURN i', { maxRows: 2, timeoutMs: 20_000 });
      expect(whole.truncated).toBe(false);
    });
    it('finds no more rows than are wanted', async () => {
      const most = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN a, b;';
      const asked = await store.query(`${most} // LIMIT 5`, { maxRows: 2, timeoutMs: 20_000 });
      expect(asked).toMatchObject({ rows: [{ a: 1 }, { a: 1 }], truncated: true, truncatedBy: 'rows' });
      const union = await store.query('RETURN 1 AS i UNION RETURN 2 AS i', { maxRows: 1, timeoutMs: 20_000 });
      expect(union).toMatchObject({ rows: [{}], truncatedBy: 'rows' });
    });
    it.each(['at once', 'as they come'])('keeps the rows that were found when its time is over (%s)', async (how) => {
      const limits = { maxRows: 20_000_000, timeoutMs: 2_000 };
      let count = 0;
      const onRows = (rows: Row[]) => {
        count += rows.length;
      };
      const { rows: kept, ...result } = await store.query(
        // Slow to read for their size: in two seconds no machine reads so many that the answer is cut for that.
        'UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b RETURN [] AS x, [] AS y, [] AS z',
        {
          ...limits,
          ...(how === 'at once' ? {} : { onRows }),
        },
      );
      if (how === 'at once') onRows(kept);
      expect(result).toMatchObject({ columns: ['x', 'y', 'z'], truncated: true, truncatedBy: 'time' });
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(4_000_000);
    });
    const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS s';
    it('ends a query at its time, and answers the next one', async () => {
      await expect(store.query(endless, { maxRows: 1, timeoutMs: 300 })).rejects.toMatchObject({
        name: 'QueryError',
        code: 'timeout',
      });
      expect(await rows('RETURN 1 AS v')).toEqual([{ v: 1 }]);
    });
    it('gives a query up when asked to', async () => {
      const giveUp = new AbortController();
      const asked = store.query(endless, { maxRows: 1, timeoutMs: 60_000, signal: giveUp.signal });
      setTimeout(() => giveUp.abort(), 100);
      await expect(asked).rejects.toMatchObject({ name: 'QueryError', code: 'aborted' });
      expect(await rows('RETURN 1 AS v')).toEqual([{ v: 1 }]);
    });
    it('answers many at once', async () => {
      const answers = await Promise.all(Array.from({ length: 30 }, (_, i) => rows('RETURN $i AS v', { i })));
      expect(answers.map(([row]) => row?.v)).toEqual(Array.from({ length: 30 }, (_, i) => i));
    });
  });

  describe('errors of the query', () => {
    const cases: [string, string, { line?: number; column?: number }][] = [
      ['MATCH (n)\n RETRN n', 'syntax', { line: 2 }],
      ['MATCH (n) RETURN m', 'syntax', { line: 1, column: 18 }],
      ['', 'syntax', {}],
      ['RETURN $none', 'missing-parameter', {}],
      ['RETURN 1 AS a, 2 AS a', 'syntax', {}],
      ['RETURN toInteger(', 'syntax', { line: 1 }],
    ];
    it.each(cases)('%j: %s', async (cypher, code, place) => {
      await expect(ask(cypher)).rejects.toMatchObject({ name: 'QueryError', code, ...place });
    });
  });

  describe('reads and nothing else', () => {
    const attacks = [
      "CREATE (n:Paper {id: 'x'})",
      "MERGE (n:Paper {id: 'x'})",
      "MATCH (n:Paper) SET n.name = 'x'",
      'MATCH (n:Paper) REMOVE n.name',
      'MATCH (n:Paper) DETACH DELETE n',
      'MATCH (a:Author), (p:Paper) CREATE (a)-[:WROTE]->(p)',
      "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
      "MATCH (n:Paper) WITH n LOAD CSV FROM 'http://127.0.0.1:1/' AS line RETURN line",
      "load /* */ csv from 'file:///etc/passwd' as line return line",
      'CALL dbms.listConfig() YIELD name RETURN name',
      'RETURN 1; RETURN 2',
      'RETURN 1; MATCH (n) DETACH DELETE n',
    ];
    it.each(attacks)('%s', async (cypher) => {
      await expect(ask(cypher)).rejects.toMatchObject({ name: 'QueryError' });
      expect(await rows('MATCH (n) RETURN count(n) AS v')).toEqual([{ v: graph.nodes.length }]);
    });
    const innocents = [
      "MATCH (p:Paper) WHERE p.name = 'LOAD CSV' RETURN p.name AS name",
      "MATCH (p:Paper) WHERE p.name CONTAINS 'LOAD CSV' RETURN p.name AS name",
      "MATCH (p:Paper) WHERE p.id = 'arxiv:2' // LOAD CSV FROM 'x'\n RETURN p.name AS name",
      "MATCH (load:Paper) WHERE load.id = 'arxiv:2' RETURN load.name AS name;",
      "MATCH (p:Paper {id: 'arxiv:2'}) RETURN 'CREATE; DELETE' <> '' AS `set`, p.name AS name",
    ];
    it.each(innocents)('but %s', async (cypher) => expect((await rows(cypher))[0]?.name).toBe('LOAD CSV'));
  });

  it('closes, and then says that it is closed', async () => {
    await store.close();
    await expect(ask('RETURN 1')).rejects.toMatchObject({ name: 'StoreError', code: 'closed' });
    expect(await store.healthy()).toBe(false);
  });
}

/** In Neo4j everything of ours also carries the graph's name. */
const mark = (kind: Store['kind']) => (kind === 'neo4j' ? { graph: 'stemma' } : {});

function nodeValue(node: GraphNode, kind: Store['kind']) {
  return { $: 'node', id: node.id, label: node.label, properties: { ...nodeProperties(node), ...mark(kind) } };
}

function edgeValue(edge: GraphEdge, kind: Store['kind']) {
  const { source, target, type } = edge;
  return { $: 'relationship', type, source, target, properties: { ...edgeProperties(edge), ...mark(kind) } };
}
