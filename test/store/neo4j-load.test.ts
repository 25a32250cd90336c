/** Loading into Neo4j: beside the data of others, by two at once, and when the client or the server dies in the middle. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KnowledgeGraph } from '../../src/model/index.js';
import { loadNeo4j, readNeo4j } from '../../src/store/index.js';
import { connect, type Driver } from '../../src/store/neo4j/driver.js';
import { readSchema } from '../../src/store/schema.js';
import { isLong } from '../support/effort.js';
import { graphFolder, largeGraph } from '../support/graph-folder.js';
import { type OwnNeo4j, ownNeo4jIsAbsent, startOwnNeo4j } from '../support/neo4j.js';
import { silentLine } from '../support/silent-line.js';
import { freshFolder, mainFile, stemmaBeside } from '../support/stemma.js';
import { graph } from './fixture.js';

/** A connection over which nothing comes for two of these is given up; the server's own setting is a minute. */
const SETTINGS = ['server.bolt.connection_keep_alive=2s'];

/** As a database gives a graph back: it does not keep why aliases are joined. */
const kept = ({ nodes, edges }: KnowledgeGraph) => ({
  nodes: nodes.map((node) => ({ ...node, joins: undefined })),
  edges,
});

describe.skipIf(ownNeo4jIsAbsent)(
  `loading${ownNeo4jIsAbsent ? ` (skipped: ${ownNeo4jIsAbsent})` : ''}`,
  { timeout: 240_000 },
  () => {
    let server: OwnNeo4j;
    let driver: Driver;
    beforeAll(async () => {
      server = await startOwnNeo4j(freshFolder(), undefined, SETTINGS);
      driver = connect(server, 120_000);
    });
    afterAll(async () => {
      await driver?.close();
      await server?.stop();
    });
    beforeEach(async () => {
      await run('MATCH (n) DETACH DELETE n');
    });
    const run = async (cypher: string, parameters = {}) =>
      (await driver.executeQuery(cypher, parameters)).records.map((record) => record.toObject());
    const number = async (cypher: string) => Number((await run(`${cypher} AS n`))[0]?.['n']);
    /** Everything that carries no graph's name, with its properties. */
    const foreign = () =>
      run(
        `MATCH (n) WHERE n.graph IS NULL OPTIONAL MATCH (n)-[r]-(m) WHERE r.graph IS NULL
       RETURN labels(n) AS labels, properties(n) AS properties, type(r) AS type, properties(r) AS tie, m.id AS other
       ORDER BY n.name, type, other`,
      );

    it("leaves what is not Stemma's as it is, and refuses to mix with it unasked", async () => {
      await run('CREATE CONSTRAINT theirs FOR (p:Paper) REQUIRE p.doi IS UNIQUE');
      await run('CREATE CONSTRAINT theirs_too FOR (t:Technique) REQUIRE t.id IS UNIQUE');
      await run("CREATE (:Paper {id: 'x', name: 'theirs'})-[:USES {since: 1}]->(:Tool {name: 'a hammer'})");
      const before = await foreign();
      await expect(loadNeo4j(server, 'stemma', graph)).rejects.toMatchObject({ code: 'foreign-nodes' });
      expect(await number("MATCH (n {graph: 'stemma'}) RETURN count(n)")).toBe(0);

      await loadNeo4j(server, 'stemma', graph, { share: true });
      expect(await foreign()).toEqual(before);
      expect(await readNeo4j(server, 'stemma')).toEqual(kept(graph));

      // A first load makes the indexes after the rows. Where others have a constraint, it is the index.
      const made = (await readSchema('neo4j')).map((statement) => /stemma_\w+/.exec(statement)?.[0]).sort();
      expect(
        await run("SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'stemma_' RETURN name, state ORDER BY name"),
      ).toEqual(made.filter((name) => name !== 'stemma_technique_id').map((name) => ({ name, state: 'ONLINE' })));

      // What others tie and note to our nodes outlives the next load, and what it would prune.
      const { id = '' } = graph.nodes.find(({ label }) => label === 'Technique') ?? {};
      await run("MATCH (n:Technique {id: $id}) SET n.stars = 5 CREATE (:Reader {name: 'Eve'})-[:LIKES]->(n)", { id });
      const tied = await foreign();
      const without = {
        nodes: graph.nodes.filter((node) => node.id !== id),
        edges: graph.edges.filter(({ source, target }) => source !== id && target !== id),
      };
      const report = await loadNeo4j(server, 'stemma', without, { share: true, prune: true });
      expect(report.stale).toEqual({ nodes: 1, edges: 0 });
      await loadNeo4j(server, 'stemma', graph, { share: true });
      expect(await foreign()).toEqual(tied);
      expect(await run('MATCH (n:Technique {id: $id}) RETURN toString(n.stars) AS stars', { id })).toEqual([
        { stars: '5' },
      ]);
    });

    it('keeps floats that happen to be whole as floats', async () => {
      await loadNeo4j(server, 'stemma', largeGraph(3));
      expect(
        await run('MATCH (n:Paper)-[r:USES]->() RETURN DISTINCT valueType(r.confidence) AS c, valueType(n.x) AS x'),
      ).toEqual([{ c: 'FLOAT NOT NULL', x: 'FLOAT NOT NULL' }]);
    });

    it('gives one graph when two load it at once', async () => {
      const large = largeGraph(2_000);
      await Promise.all([loadNeo4j(server, 'stemma', large), loadNeo4j(server, 'stemma', large)]);
      expect(await readNeo4j(server, 'stemma')).toEqual(kept(large));
    });

    describe('dying in the middle', () => {
      const large = largeGraph(8_000);
      let folder: string;
      const startLoad = (url = server.url) =>
        spawn(process.execPath, [mainFile, 'load', '--graph', folder, '--neo4j', url, '--json'], {
          stdio: ['ignore', 'pipe', 'pipe'],
        });
      const ending = async (child: ChildProcess) => {
        const said = { stdout: '', stderr: '' };
        child.stdout?.on('data', (chunk: Buffer) => {
          said.stdout += chunk.toString();
        });
        child.stderr?.on('data', (chunk: Buffer) => {
          said.stderr += chunk.toString();
        });
        const [status] = await once(child, 'close');
        return { status, ...said };
      };
      beforeAll(() => {
        folder = graphFolder(large);
      });
      const untilSome = async (child: ChildProcess, share = 0.25) => {
        const some = large.edges.length * share;
        while ((await number('MATCH ()-[r:USES]->() RETURN count(r)')) < some) {
          if (child.exitCode !== null) throw new Error('the load ended before it could be disturbed');
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      };

      it('is made whole by the next load when the client dies', { timeout: isLong ? 3_600_000 : 240_000 }, async () => {
        // Relationships come ten thousand at a time: who waits for more than the first of these waits for all.
        for (const share of isLong ? Array.from({ length: 20 }, (_, kill) => kill / 33) : [0.25]) {
          await run('MATCH (n) DETACH DELETE n');
          const child = startLoad();
          await untilSome(child, share);
          child.kill('SIGKILL');
          await once(child, 'exit');
          expect(await number('MATCH ()-[r:USES]->() RETURN count(r)')).toBeLessThan(large.edges.length);
          const { status, stdout, stderr } = await stemmaBeside(['load', '--graph', folder, '--neo4j', server.url], {
            env: process.env,
          });
          expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
          expect(stdout).toMatch(/holds all 8,800 nodes and 15,990 relationships.* rows\/s/);
          expect(await readNeo4j(server, 'stemma')).toEqual(kept(large));
        }
      });

      it('shows a person how far it is, and how many rows a second it writes', async () => {
        const inTerminal = 'import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)';
        const command = [process.execPath, mainFile, 'load', '--graph', folder, '--neo4j', server.url];
        const child = spawn('python3', ['-c', inTerminal, ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
        let said = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
        expect(await once(child, 'close')).toEqual([0, null]);
        const bars = [...said.matchAll(/loading (█*░*) (\d+) %, ([\d,]+) of 24,790 rows, [\d,]+ rows\/s/g)];
        expect(bars.length).toBeGreaterThan(1);
        for (const [, bar = '', percent, done = ''] of bars) {
          expect(bar).toHaveLength(20);
          expect(Number(percent)).toBe(Math.floor(Number(done.replaceAll(',', '')) / 247.9));
        }
        const shares = bars.map(([, , percent]) => Number(percent));
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(said).toContain('filling the indexes and counting');
      });

      it('goes on by itself when the server dies and comes back', async () => {
        const child = startLoad();
        const ended = ending(child);
        await untilSome(child);
        await server.kill();
        server = await startOwnNeo4j(server.folder, server.port, SETTINGS);
        const { status, stdout, stderr } = await ended;
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(JSON.parse(stdout)).toMatchObject({ graph: 'stemma', nodes: 8_800, edges: 15_990 });
        expect(await readNeo4j(server, 'stemma')).toEqual(kept(large));
      });

      it('goes on by itself when a connection falls silent', async () => {
        const line = await silentLine(server.port);
        const child = startLoad(line.url);
        const ended = ending(child);
        await untilSome(child);
        line.hush('those that are open');
        const { status, stdout, stderr } = await ended;
        await line.end();
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(JSON.parse(stdout)).toMatchObject({ nodes: 8_800, edges: 15_990 });
        expect(await readNeo4j(server, 'stemma')).toEqual(kept(large));
      });

      const minutes = { timeout: 600_000 };
      it.runIf(isLong)('says what to do when the server stays silent (test:long only: minutes)', minutes, async () => {
        const line = await silentLine(server.port);
        const child = startLoad(line.url);
        const ended = ending(child);
        await untilSome(child);
        line.hush('all');
        const { status, stderr } = await ended;
        await line.end();
        expect(status).toBe(1);
        expect(stderr).toMatch(
          /^error Neo4j does not answer: .*; what was written stays: load again when it answers\n$/,
        );
        const again = await stemmaBeside(['load', '--graph', folder, '--neo4j', server.url], { env: process.env });
        expect(again).toMatchObject({ status: 0, stderr: '' });
        expect(await readNeo4j(server, 'stemma')).toEqual(kept(large));
      });
    });

    it('takes the password from a file, and from nowhere else', async () => {
      const asked = (...args: string[]) =>
        stemmaBeside(['load', '--graph', graphFolder(graph), ...args], { env: process.env });
      const inAddress = await asked('--neo4j', server.url.replace('bolt://', 'bolt://neo4j:secret@'));
      expect(inAddress.status).toBe(2);
      expect(inAddress.stderr).toMatch(/NEO4J_PASSWORD_FILE/);
      expect(inAddress.stderr).not.toMatch(/secret/);
      expect((await asked()).status).toBe(2);
      const env = { ...process.env, NEO4J_PASSWORD_FILE: '/nowhere/password' };
      const { status, stderr } = await stemmaBeside(['query', '--neo4j', server.url, 'RETURN 1'], { env });
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('/nowhere/password') });
    });

    it('says that a server speaks no TLS, and that the database for administration holds no graph', async () => {
      const asked = (...args: string[]) => stemmaBeside(['query', ...args, 'RETURN 1'], { env: process.env });
      for (const scheme of ['bolt+s', 'bolt+ssc']) {
        const { status, stderr } = await asked('--neo4j', server.url.replace('bolt', scheme));
        expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('does not speak TLS') });
      }
      const system = await asked('--neo4j', server.url, '--database', 'system');
      expect(system).toMatchObject({ status: 2, stderr: expect.stringContaining('holds no graph') });
    });

    it('lets the commands that read a graph read it there', async () => {
      await loadNeo4j(server, 'mine', graph);
      const at = ['--neo4j', server.url, '--name', 'mine'];
      const env = process.env;
      const asked = await stemmaBeside(['query', ...at, 'MATCH (n) RETURN count(n) AS n', '--json'], { env });
      expect(JSON.parse(asked.stdout)).toEqual({ columns: ['n'], rows: [{ n: graph.nodes.length }], truncated: false });
      const exported = await stemmaBeside(['export', ...at, '--format', 'json'], { env });
      expect(JSON.parse(exported.stdout)).toEqual(JSON.parse(JSON.stringify(kept(graph))));
      const missing = await stemmaBeside(['export', '--neo4j', server.url, '--format', 'json'], { env });
      expect(missing).toMatchObject({ status: 1, stderr: expect.stringContaining('stemma load') });
    });
  },
);
