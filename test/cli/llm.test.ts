/** `--extractor llm` through the real command line, against a server that speaks the real protocol. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ExtractionRecordSchema } from '../../src/model/index.js';
import { goodAnswer } from '../extract/llm/answers.js';
import { type LlmServer, type Reply, refuse, startLlmServer, streamed } from '../support/llm-server.js';
import { freshFolder, type Outcome, stemmaBeside } from '../support/stemma.js';

const KEY = 'sk-never-to-be-seen-42';
const METHODS = ['AppleNet', 'BerryNet', 'CherryNet', 'DateNet'];

const folder = freshFolder();
const file = join(folder, 'papers.jsonl');
writeFileSync(
  file,
  METHODS.map((method, i) =>
    JSON.stringify({
      id: `2506.0000${i + 1}`,
      title: `${method}: a method`,
      abstract: `We propose ${method}, which extends BarNet. ${method} outperforms BarNet on GLUE-X.`,
      authors: 'A. Author',
      categories: 'cs.CL',
      update_date: '2025-06-02',
    }),
  ).join('\n'),
);

let server: LlmServer;
let cache: string;
/** What the server says of a paper, by the method in its title; the good answer where there is nothing. */
let replies: Record<string, Reply>;
beforeEach(async () => {
  replies = {};
  cache = freshFolder();
  server = await startLlmServer(({ paper }) => {
    const method = METHODS.find((name) => paper.includes(name)) ?? '';
    return replies[method] ?? streamed(goodAnswer(method));
  });
});
afterEach(() => server.stop());

const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: folder,
  XDG_CACHE_HOME: cache,
  STEMMA_LLM_URL: server.url,
  STEMMA_LLM_MODEL: 'test-model',
  STEMMA_LLM_API_KEY: KEY,
  ...more,
});

async function run(args: string[], env = environment()): Promise<Outcome> {
  const outcome = await stemmaBeside(args, { env });
  expect(outcome.stdout + outcome.stderr).not.toContain(KEY);
  return outcome;
}
const extract = (...more: string[]) => run(['extract', file, '--extractor', 'llm', ...more]);
const recordsIn = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => ExtractionRecordSchema.parse(JSON.parse(line)));

describe('extract --extractor llm', () => {
  it('writes records in order, after an estimate, and asks nothing the second time', async () => {
    const first = await extract('--llm-price-in', '2', '--llm-price-out', '8');
    expect(first.status).toBe(0);
    const records = recordsIn(first.stdout);
    expect(records.map(({ entities }) => entities[0]?.name)).toEqual(METHODS);
    expect(records.every(({ relations }) => relations.length === 2)).toBe(true);
    expect(first.stderr).toMatch(
      new RegExp(
        `4 papers will be sent to test-model at ${server.host}: about [\\d,]+ tokens in and \\d+ out, about 0\\.0\\d+ at`,
      ),
    );
    expect(first.stderr).toContain('4 records of 4 papers read');
    expect(server.asked).toHaveLength(4);
    expect(server.asked.every(({ headers }) => headers.authorization === `Bearer ${KEY}`)).toBe(true);
    expect(readdirSync(join(cache, 'stemma', 'llm')).length).toBeGreaterThan(0);

    const second = await extract();
    expect(second.stdout).toBe(first.stdout);
    expect(second.stderr).toContain('nothing to ask test-model');
    expect(second.stderr).toContain('4 answers are known already');
    expect(server.asked).toHaveLength(4);
  });

  it('has as many requests under way as allowed, and the same bytes for any number', async () => {
    let waiting: (() => void)[] = [];
    const hold =
      (method: string): Reply =>
      (response) => {
        waiting.push(() => streamed(goodAnswer(method))(response));
        // Answers come two by two, the later one first.
        if (waiting.length === 2) {
          for (const answer of waiting.reverse()) answer();
          waiting = [];
        }
      };
    replies = Object.fromEntries(METHODS.map((method) => [method, hold(method)]));
    const two = await extract('--llm-concurrency', '2', '--llm-cache', join(cache, 'two'));
    expect(server.most()).toBe(2);
    replies = {};
    const one = await extract('--llm-concurrency', '1', '--llm-cache', join(cache, 'one'));
    expect(two.status).toBe(0);
    expect(one.stdout).toBe(two.stdout);
  });

  it('lists a paper that fails for good, with file and line, and keeps the others', async () => {
    replies = { BerryNet: refuse(413, 'too large') };
    const { status, stdout, stderr } = await extract();
    expect(status).toBe(0);
    expect(recordsIn(stdout).map(({ entities }) => entities[0]?.name)).toEqual(['AppleNet', 'CherryNet', 'DateNet']);
    expect(stderr).toContain(`${file}:2: arxiv:2506.00002 was not extracted`);
    expect(stderr).toContain('413: too large');
    expect(stderr).toContain('3 records of 4 papers read, 0 duplicates merged, 1 refused');
    expect((await extract('--strict')).status).toBe(1);
  });

  it('goes on where it failed', async () => {
    replies = { BerryNet: refuse(413, 'too large') };
    await extract();
    replies = {};
    const { stdout } = await extract();
    expect(recordsIn(stdout)).toHaveLength(4);
    expect(server.asked).toHaveLength(5);
  });

  it('fails where no paper could be extracted', async () => {
    replies = Object.fromEntries(METHODS.map((method) => [method, refuse(413, 'too large')]));
    const { status, stdout, stderr } = await extract();
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toContain('none of 4 papers could be extracted');
    expect(stderr).toContain(`${file}:4: arxiv:2506.00004 was not extracted`);
  });

  it('ends at a key that is refused, with the remedy', async () => {
    replies = Object.fromEntries(METHODS.map((method) => [method, refuse(401, `Incorrect API key: ${KEY}`)]));
    const { status, stdout, stderr } = await extract('--llm-concurrency', '1');
    expect(status).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/error .*401.*set STEMMA_LLM_API_KEY/);
    expect(stderr).not.toContain('fault of Stemma');
    expect(server.asked).toHaveLength(1);
  });

  it('ends where no server listens', async () => {
    await server.stop();
    const { status, stderr } = await extract('--llm-timeout', '5');
    expect(status).toBe(1);
    expect(stderr).toMatch(/cannot be reached \(ECONNREFUSED\); check that it runs/);
  });

  it.each([
    ['no address', { STEMMA_LLM_URL: '' }, [], /--llm-url.*http:\/\/127\.0\.0\.1:11434\/v1 for Ollama/],
    ['no model', { STEMMA_LLM_MODEL: '' }, [], /--llm-model/],
    ['a wrong number', {}, ['--llm-concurrency', '0'], /whole number above 0/],
    ['a wrong price', {}, ['--llm-price-in', 'cheap'], /price of 0 or more/],
    ['a wrong time', {}, ['--llm-timeout', ''], /seconds, above 0/],
  ] as [string, NodeJS.ProcessEnv, string[], RegExp][])('is wrong usage with %s', async (_, env, more, message) => {
    const { status, stderr } = await run(['extract', file, '--extractor', 'llm', ...more], environment(env));
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(server.asked).toEqual([]);
  });
});

describe('build --extractor llm', () => {
  it('stores what was read, and says what was not', async () => {
    replies = { DateNet: refuse(413, 'too large') };
    const graph = join(folder, 'graph');
    const { status, stdout } = await run(['build', file, '--extractor', 'llm', '--graph', graph, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      papers: 3,
      read: 4,
      refused: [{ file, line: 4, code: 'extraction-failed' }],
      nodes: { Paper: 3, Benchmark: 1 },
      edges: { BUILDS_ON: 3, OUTPERFORMS: 3, INTRODUCES: 3 },
    });
  });
});
