/** Read-only means read-only: a table of attacks is refused by both stores and has no effect; look-alikes are answered. */
import { readdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryError } from '../../src/model/index.js';
import { loadEmbedded } from '../../src/store/embedded/load.js';
import { EmbeddedStore, loadNeo4j, Neo4jStore, type Store } from '../../src/store/index.js';
import { type Neo4jForTests, neo4jIsAbsent, startNeo4j } from '../support/neo4j.js';
import { freshFolder } from '../support/stemma.js';
import { ATTACKS, DISGUISES, INNOCENT, INNOCENT_PARAMETERS } from './attacks.js';
import { graph } from './fixture.js';

const LIMITS = { maxRows: 1_000, timeoutMs: 20_000 };
const SECRET = 'nobody-may-read-this';

it('the table is as long as it should be', () => {
  const all = [...Object.values(ATTACKS).flat(), ...DISGUISES];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThanOrEqual(120);
  expect(new Set(INNOCENT).size).toBe(INNOCENT.length);
  expect(INNOCENT.length).toBeGreaterThanOrEqual(60);
});

function readOnly(kind: Store['kind'], open: () => Promise<Store>): void {
  let store: Store;
  let canary: Server;
  const folder = freshFolder();
  const asked: string[] = [];
  let fill: (attack: string) => string;
  beforeAll(async () => {
    canary = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end(SECRET);
    });
    await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/x.csv`;
    const file = join(folder, 'secret.csv');
    writeFileSync(file, `a,b\n1,${SECRET}\n`);
    fill = (attack) =>
      attack.replaceAll('{url}', url).replaceAll('{file}', file).replaceAll('{out}', join(folder, 'out'));
    store = await open();
  });
  afterAll(async () => {
    await store?.close();
    await new Promise((resolve) => canary?.close(resolve));
  });

  const everything = async () =>
    (await store.query('MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r ORDER BY n.id, type(r)', LIMITS)).rows;
  const refusalOf = async (attack: string): Promise<QueryError> => {
    const outcome = await store.query(fill(attack), LIMITS).then(
      ({ rows, plan }) => new Error(`answered ${JSON.stringify({ rows, plan })}`),
      (error: Error) => error,
    );
    expect([attack, outcome]).toEqual([attack, expect.any(QueryError)]);
    expect(outcome.message).not.toContain(SECRET);
    return outcome as QueryError;
  };

  const own = [...ATTACKS.both, ...ATTACKS[kind]];
  const others = [...ATTACKS[kind === 'embedded' ? 'neo4j' : 'embedded'], ...DISGUISES];
  it.each(own)('refuses %j', async (attack) => {
    const { code, message } = await refusalOf(attack);
    expect([attack, code, message]).toEqual([
      attack,
      expect.stringMatching(/^(?:not-allowed|syntax)$/),
      expect.any(String),
    ]);
    expect(message.length).toBeGreaterThan(10);
  });
  it.each(others)('refuses %j, in whatever words', async (attack) => {
    await refusalOf(attack);
  });

  it('and nothing came of any of them', async () => {
    const before = await everything();
    for (const attack of [...own, ...others]) await refusalOf(attack);
    expect(asked).toEqual([]);
    expect(readdirSync(folder)).toEqual(['secret.csv']);
    expect(await everything()).toEqual(before);
    expect(before.length).toBe(
      graph.edges.length + graph.nodes.filter(({ id }) => !graph.edges.some(({ source }) => source === id)).length,
    );
  });

  it.each(INNOCENT)('answers %j', async (query) => {
    const outcome = await store
      .query(query, { ...LIMITS, parameters: INNOCENT_PARAMETERS })
      .then(() => 'answered', String);
    expect([query, outcome]).toEqual([query, 'answered']);
  });
}

describe('the embedded store', () => {
  readOnly('embedded', async () => {
    const path = join(freshFolder(), 'graph.lbug');
    await loadEmbedded(path, graph);
    return new EmbeddedStore(path);
  });
});

describe.skipIf(neo4jIsAbsent)(`Neo4j${neo4jIsAbsent ? ` (skipped: ${neo4jIsAbsent})` : ''}`, () => {
  let server: Neo4jForTests;
  readOnly('neo4j', async () => {
    server = await startNeo4j();
    await loadNeo4j(server, 'stemma', graph);
    return new Neo4jStore(server);
  });
  afterAll(() => server?.stop());
});
