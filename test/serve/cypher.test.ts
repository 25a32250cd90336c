/** The query service over a real socket, on both stores: streams, limits, plans, and clients that go away. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Curator, type RunningServer, startServer } from '../../src/serve/index.js';
import { loadEmbedded } from '../../src/store/embedded/load.js';
import { EmbeddedStore, loadNeo4j, Neo4jStore, namedQueries, type Store } from '../../src/store/index.js';
import { connect } from '../../src/store/neo4j/driver.js';
import { graph } from '../store/fixture.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';

/** Runs for hours where nothing ends it. */
const ENDLESS = 'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7) AS s';

async function serve(store: Store): Promise<RunningServer> {
  return startServer({
    graph,
    store,
    queries: await namedQueries(store.kind),
    about: { graph: 'stemma', extractor: 'test', asOf: '2026-01-01', version: '0.0.0' },
    curator: new Curator({ dir: freshFolder(), graph, readOnly: true, openStore: () => store }),
    webRoot: join(projectRoot, 'dist', 'web'),
    host: '127.0.0.1',
    port: 0,
  });
}

const post = (server: RunningServer, body: unknown, init: RequestInit = {}) =>
  fetch(`${server.url}api/cypher`, {
    method: 'POST',
    body: JSON.stringify(body),
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
const lines = async (response: Response) =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
const asLines = { headers: { accept: 'application/x-ndjson' } };

/** Waits until `done`, which is asked again and again; the test's own time limit ends it. */
async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 50));
}

interface Opened {
  store: Store;
  /** Whether the database works on an endless query now. */
  busy(): Promise<boolean>;
  close(): Promise<void>;
}

function serviceOf(open: () => Promise<Opened>): void {
  let opened: Opened;
  let server: RunningServer;
  beforeAll(async () => {
    opened = await open();
    server = await serve(opened.store);
  });
  afterAll(async () => {
    await server?.close();
    await opened?.close();
  });

  it('streams rows, and says at the end what the answer is', async () => {
    const query = 'UNWIND range(1, 1200) AS i RETURN i, toString(i) AS text';
    const answer = await lines(await post(server, { query, maxRows: 1_100 }, asLines));
    expect(answer[0]).toEqual({ columns: ['i', 'text'] });
    expect(answer.length).toBe(1_102);
    expect(answer[1_100]).toEqual({ row: { i: 1_100, text: '1100' } });
    expect(answer[1_101]).toMatchObject({ end: { truncated: true, truncatedBy: 'rows' } });
  });

  it('streams nothing where there is nothing', async () => {
    const answer = await lines(
      await post(
        server,
        { query: 'MATCH (n:Paper) WHERE n.id = $x RETURN n.id AS id', parameters: { x: '' } },
        asLines,
      ),
    );
    expect(answer).toEqual([{ columns: ['id'] }, { end: expect.objectContaining({ truncated: false }) }]);
  });

  it('answers an error before the first row as an error', async () => {
    const response = await post(server, { query: 'MATCH (n)\n RETRN n' }, asLines);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'syntax', line: 2 } });
  });

  it.each(['EXPLAIN', 'PROFILE'])('%s gives a tree', async (word) => {
    const query = `${word} MATCH (a:Paper)-[:USES]->(b), (c:Paper)-[:INTRODUCES]->(b) RETURN b.name AS name, count(*) AS n`;
    const { plan, rows } = (await (await post(server, { query })).json()) as { plan: Step; rows: unknown[] };
    expect(rows).toEqual([]);
    const steps = flatten(plan);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.some(({ operator }) => /Aggregat/i.test(operator))).toBe(true);
    // The two patterns are two branches, or one after the other, but never lost.
    expect(steps.filter(({ operator }) => /SCAN_REL|Expand|Relationship/i.test(operator)).length).toBe(2);
    expect(steps.some(({ rows: counted }) => (counted ?? 0) > 0)).toBe(word === 'PROFILE');
  });

  it.each([{}, asLines])('ends the query in the database when the client goes away (%j)', async (init) => {
    const away = new AbortController();
    const asked = post(server, { query: ENDLESS }, { ...init, signal: away.signal });
    asked.catch(() => undefined);
    await until(() => opened.busy());
    away.abort();
    await expect(asked).rejects.toThrow();
    await until(async () => !(await opened.busy()));
    expect(await (await post(server, { query: 'RETURN 1 AS v' })).json()).toMatchObject({ rows: [{ v: 1 }] });
  });

  it('ends the query in the database when the client reads no further', async () => {
    const away = new AbortController();
    const query =
      'UNWIND range(1, 10000000) AS a RETURN a, toString(a * 1.5) + "................................" AS b';
    const response = await post(server, { query, maxRows: 10_000 }, { ...asLines, signal: away.signal });
    const reader = response.body?.getReader();
    await reader?.read();
    away.abort();
    await until(async () => !(await opened.busy()));
    expect(await (await post(server, { query: 'RETURN 1 AS v' })).json()).toMatchObject({ rows: [{ v: 1 }] });
  });
}

interface Step {
  operator: string;
  rows?: number;
  children: Step[];
}
const flatten = (step: Step): Step[] => [step, ...step.children.flatMap(flatten)];

describe('the embedded store', () => {
  serviceOf(async () => {
    const path = join(freshFolder(), 'graph.lbug');
    await loadEmbedded(path, graph);
    const store = new EmbeddedStore(path);
    return { store, busy: () => computes(store.processId), close: () => store.close() };
  });
});

describe.skipIf(neo4jIsAbsent)(`Neo4j${neo4jIsAbsent ? ` (skipped: ${neo4jIsAbsent})` : ''}`, () => {
  let neo4j: Neo4jForTests;
  serviceOf(async () => {
    neo4j = await startNeo4j();
    await loadNeo4j(neo4j, 'stemma', graph);
    const store = new Neo4jStore(neo4j);
    return {
      store,
      busy: async () => (await running(neo4j)).some((query) => query.includes('UNWIND range(1, 1000000')),
      async close() {
        await store.close();
        await neo4j.stop();
      },
    };
  });
});

/** Whether a process uses the processor: what it has used of it, in hundredths of a second, grows. */
async function computes(pid: number | undefined): Promise<boolean> {
  const used = () => {
    try {
      const [user = 0, system = 0] =
        readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13).map(Number) ?? [];
      return user + system;
    } catch {
      return 0;
    }
  };
  const before = used();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return used() - before > 3;
}

/** What the server itself says is running. */
async function running({ url, user, password }: Neo4jForTests): Promise<string[]> {
  const connection = connect({ url, user, password });
  try {
    const { records } = await connection.executeQuery('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery');
    return records.map((record) => String(record.get('currentQuery')));
  } finally {
    await connection.close();
  }
}
