/** The server against clients that mean harm, as it is started by the command line: who is let in, who is cut, what is told. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestRate } from '../../src/serve/request-rate.js';
import { freshFolder, type Served, serve, serveGraph, stemma } from '../support/stemma.js';

const folder = freshFolder();
const graph = join(folder, 'graph');
const TOKEN = 'a-token-that-nobody-guesses';
const SECRET = 'very-secret-words';
let open: Served;
let closed: Served;
let log = '';

beforeAll(async () => {
  const paper = join(folder, 'paper.txt');
  const abstract =
    'We propose FooBar, a method for graph layout that builds on ForceAtlas2 and outperforms SpringNet on GraphBench.';
  writeFileSync(paper, `FooBar <img src=x onerror=alert(1)> draws\n\n${abstract}\n`);
  const { status, stderr } = stemma(['build', paper, '--graph', graph, '--extractor', 'fast']);
  if (status !== 0) throw new Error(stderr);
  open = await serveGraph(graph, '--log', 'json');
  open.child.stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  closed = await serve(['--graph', graph, '--host', '0.0.0.0'], { ...process.env, STEMMA_TOKEN: TOKEN });
});
afterAll(async () => {
  await open?.stop();
  await closed?.stop();
});

/** With any path and any headers: fetch tidies both. */
async function ask(server: Served, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = new URL(server.url);
  const asked = request({ host: '127.0.0.1', port, path, headers, method });
  asked.end();
  const [answer] = await once(asked, 'response');
  let body = '';
  for await (const chunk of answer) body += chunk;
  return { status: answer.statusCode as number, headers: answer.headers as Record<string, string>, body };
}

describe('who is let in', () => {
  it.each([
    ['another host', { host: 'evil.example' }, 403],
    ['another host that begins alike', { host: '127.0.0.1.evil.example' }, 403],
    ['a page of another origin', { origin: 'http://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['this host by its name', { host: 'localhost:1' }, 200],
  ])('%s', async (_, headers, status) => {
    expect((await ask(open, '/api/stats', headers)).status).toBe(status);
  });

  it('elsewhere only who knows the token; health is told to all', async () => {
    const statusOf = async (path: string, headers: Record<string, string> = {}) =>
      (await ask(closed, path, headers)).status;
    expect(await statusOf('/api/health')).toBe(200);
    expect(await statusOf('/')).toBe(401);
    expect(await statusOf('/api/stats')).toBe(401);
    expect(await statusOf('/api/stats?token=another-token-of-that-length')).toBe(401);
    expect(await statusOf('/api/stats', { authorization: `Bearer ${TOKEN}` })).toBe(200);
    const { status, headers } = await ask(closed, `/?node=a&token=${TOKEN}`);
    expect([status, headers['location']]).toEqual([303, '/?node=a']);
    const cookie = String(headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(await statusOf('/', { cookie: cookie.split(';')[0] ?? '' })).toBe(200);
  });

  it('and only to clients elsewhere are answers compressed', async () => {
    const encodingOf = async (server: Served, headers: Record<string, string>) =>
      (await ask(server, '/api/openapi.json', { 'accept-encoding': 'gzip', ...headers })).headers['content-encoding'];
    expect(await encodingOf(open, {})).toBeUndefined();
    expect(await encodingOf(closed, { authorization: `Bearer ${TOKEN}` })).toBe('gzip');
  });

  it('not a client that asks without pause, until it has paused', async () => {
    let time = 0;
    const app = new Hono().use(requestRate(() => time)).get('/', (c) => c.text('here'));
    const ask = async (remoteAddress: string) =>
      (await app.request('/', {}, { incoming: { socket: { remoteAddress } } })).status;
    for (let i = 0; i < 600; i++) expect(await ask('10.0.0.1')).toBe(200);
    expect([await ask('10.0.0.1'), await ask('10.0.0.2')]).toEqual([429, 200]);
    time = 10_001;
    expect(await ask('10.0.0.1')).toBe(200);
  });

  it('a token that can be guessed is refused, and one is made where none is given', async () => {
    const made = await serve(['--graph', graph, '--host', '0.0.0.0'], { ...process.env, STEMMA_TOKEN: '' });
    expect(new URL(made.url).searchParams.get('token')).toMatch(/^[\w-]{32}$/);
    await made.stop();
    const refused = await serve(['--graph', graph], { ...process.env, STEMMA_TOKEN: 'short' }).catch(String);
    expect(refused).toContain('STEMMA_TOKEN');
  });
});

describe('what is answered', () => {
  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/.%00/index.html',
  ])('nothing outside of the page: %s', async (path) => {
    const { status, body } = await ask(open, path);
    expect([400, 404]).toContain(status);
    expect(body).not.toMatch(/root:|"dependencies"/);
  });

  it('methods that a route does not take, by those that it takes', async () => {
    const { status, headers } = await ask(open, '/api/stats', {}, 'DELETE');
    expect([status, headers['allow']]).toEqual([405, 'GET']);
    expect((await ask(open, '/api/curation', {}, 'PUT')).headers['allow']).toBe('GET, POST');
  });

  it('a query that is nested without end, as a mistake and soon', async () => {
    const query = `RETURN ${'CASE WHEN true THEN '.repeat(900)}1`;
    const answer = await fetch(`${open.url}api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'syntax' } });
  });

  it('the page has no script of its own, and none may be added', async () => {
    const { headers, body } = await ask(open, '/');
    expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>[^<]*\w/);
  });
});

it('each request is a line of JSON, without what it asked for', async () => {
  await ask(open, `/api/search?q=${SECRET}`, { authorization: `Bearer ${SECRET}` });
  await expect.poll(() => log.includes('/api/search')).toBe(true);
  const lines = log.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({ method: 'GET', path: '/api/search', status: 200, milliseconds: expect.any(Number) }),
  );
  expect(log).not.toContain(SECRET);
});

it('a client that sends its headers slowly is cut', { timeout: 60_000 }, async () => {
  const socket = connect(Number(new URL(open.url).port), '127.0.0.1');
  socket.write('GET /api/stats HTTP/1.1\r\nHost: localhost\r\n');
  const trickle = setInterval(() => socket.write('X-A: b\r\n'), 1_000);
  socket.on('error', () => undefined);
  let said = '';
  socket.on('data', (chunk) => {
    said += chunk;
  });
  await once(socket, 'close');
  clearInterval(trickle);
  expect(said).toMatch(/^HTTP\/1\.1 408/);
});

it('who ends it waits for the answers that are under way', async () => {
  const server = await serveGraph(graph);
  const query = 'UNWIND range(1, 300000) AS i WITH i, toString(i) AS s RETURN max(s) AS last';
  const answer = fetch(`${server.url}api/cypher`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const ended = server.stop('SIGTERM');
  expect(await (await answer).json()).toMatchObject({ rows: [{ last: '99999' }] });
  expect(await ended).toBe(0);
});
