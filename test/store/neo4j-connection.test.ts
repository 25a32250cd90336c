/**
 * Reaching a Neo4j that is set up as servers are: with a password, TLS, a database of another name and little memory for a
 * transaction. Everything is asked through the command line, the password from the environment or a file.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NeighboursSchema, PathsSchema, SearchSchema } from '../../src/serve/schemas.js';
import { graphFolder } from '../support/graph-folder.js';
import { freePort, neo4jAdmin, type OwnNeo4j, ownNeo4jIsAbsent, startOwnNeo4j } from '../support/neo4j.js';
import { freshFolder, type Served, serve, stemmaBeside } from '../support/stemma.js';
import { graph } from './fixture.js';

const noOpenssl = spawnSync('openssl', ['version']).status === 0 ? undefined : 'a certificate needs openssl';
if (noOpenssl && process.env['CI']) throw new Error(noOpenssl);
const absent = ownNeo4jIsAbsent ?? noOpenssl;
const PASSWORD = 'a password with ünicode';

describe.skipIf(absent)(
  `a server with a password and TLS${absent ? ` (skipped: ${absent})` : ''}`,
  { timeout: 120_000 },
  () => {
    let server: OwnNeo4j;
    let folder: string;
    const certificates = join(freshFolder(), 'bolt');
    const trusting = { ...process.env, NODE_EXTRA_CA_CERTS: join(certificates, 'public.crt') };
    const env = { ...trusting, NEO4J_PASSWORD: PASSWORD };
    const at = (scheme: string, host = 'localhost') => `${scheme}://${host}:${server.port}`;
    beforeAll(async () => {
      mkdirSync(certificates);
      const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
      const files = ['-keyout', join(certificates, 'private.key'), '-out', join(certificates, 'public.crt')];
      const kind = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
      execFileSync('openssl', [...kind, ...files, ...names], { stdio: 'ignore' });
      const home = freshFolder();
      expect(neo4jAdmin(home, ['dbms', 'set-initial-password', PASSWORD], home)).toMatchObject({ status: 0 });
      const port = await freePort();
      server = await startOwnNeo4j(home, port, [
        'dbms.security.auth_enabled=true',
        'initial.dbms.default_database=papers',
        'db.memory.transaction.max=16m',
        'dbms.ssl.policy.bolt.enabled=true',
        `dbms.ssl.policy.bolt.base_directory=${certificates}`,
        'dbms.ssl.policy.bolt.client_auth=NONE',
        'server.bolt.tls_level=REQUIRED',
        `server.bolt.advertised_address=localhost:${port}`,
      ]);
      folder = graphFolder(graph);
    });
    afterAll(() => server?.stop());
    const count = (url: string, environment: NodeJS.ProcessEnv, ...args: string[]) =>
      stemmaBeside(['query', '--neo4j', url, 'MATCH (n) RETURN count(n) AS n', '--json', ...args], {
        env: environment,
      });

    it('is loaded over TLS, into the database that is named', async () => {
      const load = ['load', '--graph', folder, '--neo4j', at('neo4j+s'), '--json'];
      const { status, stdout, stderr } = await stemmaBeside([...load, '--database', 'papers'], { env });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({ nodes: graph.nodes.length, edges: graph.edges.length });
    });

    it.each([
      ['bolt+s', []],
      ['neo4j+s', ['--database', 'papers']],
      ['bolt+ssc', ['--database', 'papers']],
      ['neo4j+ssc', []],
    ])('answers at %s with %j', async (scheme, database) => {
      const { status, stdout, stderr } = await count(at(scheme), env, ...database);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(JSON.parse(stdout).rows).toEqual([{ n: graph.nodes.length }]);
    });

    it('says so where the database is not there', async () => {
      const elsewhere = await count(at('bolt+s'), env, '--database', 'elsewhere');
      expect(elsewhere).toMatchObject({ status: 1, stderr: expect.stringContaining('--database') });
    });

    it('trusts a certificate that nobody signed only where it is told to', async () => {
      const { NODE_EXTRA_CA_CERTS: _, ...distrusting } = env;
      for (const scheme of ['bolt+s', 'neo4j+s']) {
        const { status, stderr } = await count(at(scheme), distrusting);
        expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('NODE_EXTRA_CA_CERTS') });
      }
      expect((await count(at('bolt+ssc'), distrusting)).status).toBe(0);
      expect((await count(at('bolt'), env)).status).toBe(1);
    });

    it('takes the password from the environment or a file, and refuses any other', async () => {
      const file = join(freshFolder(), 'password');
      writeFileSync(file, `${PASSWORD}\n`);
      expect((await count(at('bolt+s'), { ...trusting, NEO4J_PASSWORD_FILE: file })).status).toBe(0);
      // The server answers no more for a while after three wrong ones in a row.
      for (const given of [{ NEO4J_PASSWORD: 'guessed' }, {}, { NEO4J_PASSWORD: PASSWORD, NEO4J_USER: 'eve' }]) {
        const { status, stdout, stderr } = await count(at('bolt+s'), { ...trusting, ...given });
        expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
        expect(stderr).toMatch(/set NEO4J_USER and NEO4J_PASSWORD/);
        expect(stderr).not.toMatch(/guessed|a password with/);
      }
    });

    it('is served: search, neighbours, paths and Cypher', async () => {
      const served: Served = await serve(['--neo4j', at('neo4j+s'), '--database', 'papers'], env);
      try {
        const get = async (path: string) => (await fetch(new URL(`/api/${path}`, served.url))).json();
        expect(await get('health')).toMatchObject({ status: 'ok', database: 'up', graph: 'stemma' });
        expect((await fetch(served.url)).headers.get('content-type')).toMatch(/text\/html/);
        const edge = graph.edges.find(({ type }) => type === 'USES');
        const [from, to] = [edge?.source ?? '', edge?.target ?? ''];
        const name = graph.nodes.find(({ id }) => id === to)?.name ?? '';
        expect(SearchSchema.parse(await get(`search?q=${encodeURIComponent(name)}`)).hits[0]).toMatchObject({ id: to });
        const path = `nodes/${encodeURIComponent(from)}/neighbours?depth=2`;
        const { neighbours, further } = NeighboursSchema.parse(await get(path));
        expect(neighbours.map(({ node }) => node.id)).toContain(to);
        expect(further?.total).toBeGreaterThan(0);
        const between = `path?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`;
        expect(PathsSchema.parse(await get(between)).paths[0]?.nodes.map(({ id }) => id)).toEqual([from, to]);
        const asked = await fetch(new URL('/api/cypher', served.url), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: 'MATCH (n {id: $id}) RETURN n.name AS name', parameters: { id: to } }),
        });
        expect(await asked.json()).toMatchObject({ rows: [{ name }], truncated: false });

        // Its last row needs more memory than there is: the others are kept.
        const query = `UNWIND range(1, 700) AS i
          CALL { WITH i UNWIND range(1, CASE WHEN i < 700 THEN 1 ELSE 3000000 END) AS x RETURN size(collect(x)) AS n }
          MATCH (a:Author)-[r:WROTE]->() RETURN i, n, r`;
        const ask = async (accept: string) => {
          const response = await fetch(new URL('/api/cypher', served.url), {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept },
            body: JSON.stringify({ query }),
          });
          return response.text();
        };
        const whole = JSON.parse(await ask('application/json'));
        expect(whole).toMatchObject({ truncated: true, truncatedBy: 'memory' });
        const written = graph.edges.filter(({ type }) => type === 'WROTE');
        const { source, target } = written[0] ?? {};
        expect(whole.rows.length).toBe(699 * written.length);
        expect(whole.rows.at(-1)).toMatchObject({ i: 699, n: 1, r: { source, target } });
        const lines = (await ask('application/x-ndjson')).trim().split('\n');
        expect(lines.length).toBe(whole.rows.length + 2);
        expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: { truncated: true, truncatedBy: 'memory' } });
      } finally {
        await served.stop();
      }
    });
  },
);
