/** `stemma query` as a user runs it: forms of the answer, parameters, plans, what was translated, mistakes with their place. */
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeGraph } from '../../src/store/index.js';
import { graph } from '../store/fixture.js';
import { freshFolder, stemma } from '../support/stemma.js';

const folder = join(freshFolder(), 'graph');
const query = (...args: string[]) => stemma(['query', '--graph', folder, ...args]);
beforeAll(async () => {
  const meta = { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} };
  await writeGraph(folder, { meta, graph, records: [] });
});

describe('forms', () => {
  const text = 'MATCH (p:Paper) RETURN p.id AS id, p.year AS year ORDER BY id';
  const cases: [string, string][] = [
    [
      'json',
      '{"columns":["id","year"],"rows":[{"id":"arxiv:1","year":2020},{"id":"arxiv:2","year":2021},{"id":"text:3","year":null}],"truncated":false}\n',
    ],
    ['jsonl', '{"id":"arxiv:1","year":2020}\n{"id":"arxiv:2","year":2021}\n{"id":"text:3","year":null}\n'],
    ['csv', 'id,year\narxiv:1,2020\narxiv:2,2021\ntext:3,null\n'],
  ];
  it.each(cases)('%s', (format, stdout) => {
    expect(query(text, '--format', format)).toEqual({ status: 0, stdout, stderr: '' });
  });
  it('a header where there are no rows', () => {
    expect(query('MATCH (p:Paper) WHERE false RETURN p.id AS id', '--format', 'csv').stdout).toBe('id\n');
  });
  it('many rows as lines, in their order, and says that there are more', () => {
    const { stdout, stderr } = query('UNWIND range(1, 5000) AS i RETURN i', '--format', 'jsonl', '--max-rows', '4000');
    const lines = stdout.trim().split('\n');
    expect([lines.length, lines[0], lines[3_999]]).toEqual([4_000, '{"i":1}', '{"i":4000}']);
    expect(stderr).toContain('only the first 4000 rows');
  });
  it('the rows that were found within the time', () => {
    const most = ['--max-rows', '20000000', '--timeout', '2'];
    // Slow to read for their size: in two seconds no machine reads so many that the answer is cut for that.
    const slow = 'UNWIND range(1, 2000) AS a UNWIND range(1, 2000) AS b RETURN [] AS x, [] AS y, [] AS z';
    const { status, stdout, stderr } = query(slow, '--json', ...most);
    expect([status, stderr]).toEqual([0, expect.stringContaining('found within 2 s; --timeout')]);
    expect(stdout).toMatch(
      /^\{"columns":\["x","y","z"\],"rows":\[\{"x":\[\],"y":\[\],"z":\[\]\},.*\],"truncated":true,"truncatedBy":"time"\}\n$/,
    );
  });
});

it('takes parameters as JSON', () => {
  const { stdout } = query(
    'RETURN $a + 1 AS a, $b AS b, $c AS c',
    '-p',
    'a=2',
    '-p',
    'b=["x", "y"]',
    '-p',
    'c=text',
    '--json',
  );
  expect(JSON.parse(stdout).rows).toEqual([{ a: 3, b: ['x', 'y'], c: 'text' }]);
  const before = query('-p', 'a=2', '-p', 'b=3', 'RETURN $a = 2 AND $b = 3 AS isSo', '--json');
  expect(JSON.parse(before.stdout).rows).toEqual([{ isSo: true }]);
  const rounded = query('RETURN $a AS a', '-p', 'a=9007199254740993');
  expect([rounded.status, rounded.stderr]).toEqual([2, expect.stringContaining('2^53')]);
});

it('says what a query was translated to', () => {
  const { stdout, stderr } = query('MATCH (n) WHERE n:Author RETURN n.id AS id', '--json');
  expect(JSON.parse(stdout)).toMatchObject({
    rows: [{ id: 'author:ada' }],
    translated: "MATCH (n) WHERE label(n) = 'Author' RETURN n.id AS id",
  });
  expect(stderr).toContain("translated for the embedded database: MATCH (n) WHERE label(n) = 'Author'");
});

it.each(['EXPLAIN', 'PROFILE'])('%s prints a tree', (word) => {
  const { status, stdout } = query(`${word} MATCH (a:Paper)-[:USES]->(b)<-[:INTRODUCES]-(c) RETURN count(*) AS n`);
  const lines = stdout.trimEnd().split('\n');
  expect([status, lines[0]]).toEqual([0, expect.stringMatching(/^RESULT_COLLECTOR/)]);
  expect(lines[1]).toMatch(/^└─ /);
  expect(lines.length).toBeGreaterThan(5);
  expect(/\d+ rows/.test(stdout)).toBe(word === 'PROFILE');
});

describe('mistakes are placed where they are in the query as it was written', () => {
  const cases: [string, RegExp][] = [
    ['MATCH (n)\n RETRN n', /line 2, column 2/],
    ['MATCH (n) WHERE n:Author\nRETRN n.id', /RETRN .*line 2, column 1/],
    ['MATCH (n) WHERE n:Author RETURN [x IN [1] | x] +', /too early/],
    ['MATCH (n) WHERE n:Author AND labels(n)[0] = "Author"\nRETURN n.id AS id, m.id', /line 2, column 20/],
    ['CREATE (n:Paper)', /CREATE is not allowed/],
    ['MATCH (n) RETURN apoc.text.join([n.name], "")', /APOC/],
    ['MATCH (a), (b) RETURN length(shortestPath((a)-[*]-(b))) AS n', /SHORTEST/],
  ];
  it.each(cases)('%j', (text, message) => {
    const { status, stderr } = query(text);
    expect([status, stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});
