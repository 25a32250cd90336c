/**
 * Hours of use, pressed into minutes: clients that read, ask, edit, look at papers to be added, hang up in the middle and
 * send half a request. What the server holds when all is quiet must not grow from one part of the time to the next.
 * Ten minutes under `npm run test:long`, one under `npm test`.
 */
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/model/random.js';
import { isLong } from '../support/effort.js';
import { INSPECTABLE, type Inspected, inspect } from '../support/inspect.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder, type Served, serve, stemma } from '../support/stemma.js';

const MINUTES = isLong ? 10 : 1;
/** Looks at the server, the first of them when every deed has been done often. */
const LOOKS = isLong ? 8 : 3;
const CLIENTS = 4;
/** What caches that fill up, compiled code and the like may still add after the first look. */
const SLACK = { share: 1.1, bytes: 4_000_000 };

interface Held {
  /** Bytes of JavaScript after collecting garbage. */
  heap: number;
  /** Bytes of buffers outside of it. */
  buffers: number;
  /** Timers, sockets, requests and processes that are under way. */
  handles: number;
  files: number;
}

const absent = process.platform === 'linux' ? undefined : 'open files are counted in /proc';

describe.skipIf(absent)(`a server in use for ${MINUTES} min${absent ? ` (skipped: ${absent})` : ''}`, () => {
  let server: Served;
  let inspected: Inspected;
  let said = '';
  beforeAll(async () => {
    const graph = join(freshFolder(), 'graph');
    const built = stemma(['build', join(projectRoot, 'sample'), '--graph', graph, '--extractor', 'fast']);
    if (built.status !== 0) throw new Error(built.stderr);
    server = await serve(['--graph', graph], { ...process.env, ...INSPECTABLE });
    server.child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    inspected = await inspect(server.child);
    said = '';
  });
  afterAll(async () => {
    inspected?.close();
    await server?.stop();
  });

  it('holds no more than before, and answers everything', { timeout: (MINUTES + 3) * 60_000 }, async () => {
    const { seen, deeds } = await clientsOf(server.url);
    const looks: Held[] = [];
    for (let look = 0; look < LOOKS; look++) {
      const end = performance.now() + (MINUTES * 60_000) / LOOKS;
      await Promise.all(
        Array.from({ length: CLIENTS }, async (_, client) => {
          const random = seededRandom(look * CLIENTS + client);
          while (performance.now() < end) {
            await deeds[Math.floor(random() * deeds.length)]?.(random);
            await sleep(5);
          }
        }),
      );
      looks.push(await held(server, inspected));
    }
    expect(seen.wrong).toEqual([]);
    expect(seen.answers).toBeGreaterThan(MINUTES * 200);
    expect(said).toBe('Debugger attached.\n');
    if (isLong) console.log(JSON.stringify(looks));
    const [first, last] = [looks[0], looks.at(-1)] as [Held, Held];
    const report = JSON.stringify(looks);
    expect(last.heap, report).toBeLessThan(first.heap * SLACK.share + SLACK.bytes);
    expect(last.buffers, report).toBeLessThan(first.buffers * SLACK.share + SLACK.bytes);
    expect(last.handles, report).toBeLessThanOrEqual(first.handles + 2);
    expect(last.files, report).toBeLessThanOrEqual(first.files + 2);
  });
});

/** What it holds when nobody asks for anything. */
async function held({ child }: Served, inspected: Inspected): Promise<Held> {
  // Connections that are kept alive end after five seconds.
  await sleep(7_000);
  const memory = await inspected.evaluate<{ heapUsed: number; external: number; handles: number }>(
    '({ ...process.memoryUsage(), handles: process.getActiveResourcesInfo().length })',
  );
  return {
    heap: memory.heapUsed,
    buffers: memory.external,
    handles: memory.handles,
    files: readdirSync(`/proc/${child.pid}/fd`).length,
  };
}

type Deed = (random: () => number) => Promise<void>;
const any = <T>(of: readonly T[], random: () => number) => of[Math.floor(random() * of.length)] as T;
const WORDS = ['transformer', 'attention', 'bert', 'image', 'learning', 'BLEU', 'no such thing', 'a', 'ü'];
const QUERIES = [
  'MATCH (p:Paper)-[:INTRODUCES]->(e) RETURN p.title, e.name LIMIT 200',
  'MATCH (a)-[r:BUILDS_ON]->(b) RETURN a, r, b LIMIT 100',
  'MATCH (n) RETURN labels(n)[0] AS label, count(*) AS n ORDER BY n DESC',
  'MATCH (n RETURN n',
  'CREATE (:Paper)',
];
const LONG = 'MATCH (a)--(b)--(c)--(d)--(e) RETURN count(*)';
const PAPER =
  'We propose LanternNet, a model that finds boats at night. LanternNet builds on BERT and is evaluated on ImageNet, where it outperforms ResNet.';

async function clientsOf(url: string): Promise<{ seen: { answers: number; wrong: string[] }; deeds: Deed[] }> {
  const seen = { answers: 0, wrong: [] as string[] };
  const ask = async (path: string, request?: RequestInit) => {
    const response = await fetch(url + path, request);
    const text = await response.text();
    seen.answers++;
    if (response.status >= 500) seen.wrong.push(`${path}: ${response.status} ${text.slice(0, 300)}`);
    return text;
  };
  const post = (path: string, body: object, signal?: AbortSignal) =>
    ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  const overview = JSON.parse(await ask('api/overview')) as { nodes: { id: string; label: string; name: string }[] };
  const ids = overview.nodes.map(({ id }) => encodeURIComponent(id));
  const names = overview.nodes.filter(({ label }) => label === 'Technique').map(({ name }) => name);
  const id = (random: () => number) => any(ids, random);
  const reading: Deed[] = [
    () => ask('').then(),
    () => ask('api/health').then(),
    () => ask('api/stats').then(),
    () => ask('api/facets').then(),
    () => ask('api/no-such-route').then(),
    (random) => ask(`api/overview?limit=${1 + Math.floor(random() * 900)}`).then(),
    (random) => ask(`api/search?q=${encodeURIComponent(any(WORDS, random))}`).then(),
    (random) => ask(`api/nodes/${id(random)}`).then(),
    (random) => ask(`api/nodes/${id(random)}/neighbours`).then(),
    (random) => ask(`api/nodes/${id(random)}/related`).then(),
    (random) => ask(`api/path?from=${id(random)}&to=${id(random)}`).then(),
    (random) => ask(`api/compare?id=${id(random)}&id=${id(random)}`).then(),
    (random) => ask(`api/lineage/${id(random)}`).then(),
    (random) => post('api/cypher', { query: any(QUERIES, random) }).then(),
  ];
  const rude: Deed[] = [
    // Hangs up while the answer is made.
    async (random) => {
      const path = any(['api/overview?limit=5000', 'api/facets', `api/lineage/${id(random)}`], random);
      await ask(path, { signal: AbortSignal.timeout(1 + Math.floor(random() * 10)) }).catch(() => undefined);
    },
    async () => {
      await post('api/cypher', { query: LONG }, AbortSignal.timeout(30)).catch(() => undefined);
    },
    // Sends half a request.
    async () => {
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(`POST /api/cypher HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncontent-length: 900\r\n\r\n{"que`);
      await sleep(20);
      socket.destroy();
    },
  ];
  const writing: Deed[] = [
    async (random) => {
      const name = any(names, random);
      // Refused where somebody else edits at the same time; then there is nothing to take back.
      const edits = await post('api/curation', { rename: name, to: `${name} II` });
      const { edits: made } = JSON.parse(edits) as { edits?: unknown[] };
      if (made) await post('api/curation/undo', { index: made.length - 1, edit: made.at(-1) });
    },
    async () => {
      const files = new FormData();
      files.append('files', new File([`LanternNet\n${PAPER}`], 'lantern.txt'));
      const headers = { accept: 'text/event-stream' };
      await ask('api/papers?preview=true', { method: 'POST', body: files, headers });
    },
  ];
  // Most people read.
  return { seen, deeds: [...reading, ...reading, ...reading, ...rude, ...writing] };
}
