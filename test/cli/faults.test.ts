/**
 * What the machine does to a build: a file that may not grow, as on a full disk, no place for temporary files, a database
 * that is held, two at once.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openGraph } from '../../src/store/index.js';
import { projectRoot } from '../support/shared.js';
import { exportJson, freshFolder, mainFile, stemma, stemmaBeside } from '../support/stemma.js';

const folder = freshFolder();
const graph = join(folder, 'graph');
const AS_OF = ['--as-of', '2026-01-01', '--extractor', 'fast'];
const paper = join(folder, 'paper.txt');
const other = join(folder, 'other.txt');
let earlier = '';

beforeAll(() => {
  writeFileSync(
    paper,
    'FooBar draws graphs\n\nWe propose FooBar, a method for graph layout that extends ForceAtlas2 and outperforms SpringNet on GraphBench.\n',
  );
  writeFileSync(
    other,
    'BazQux sorts\n\nWe propose BazQux, a method for sorting that extends QuickSort and outperforms HeapSort on SortBench.\n',
  );
  expect(stemma(['build', paper, '--graph', graph, ...AS_OF]).status).toBe(0);
  earlier = exportJson(graph);
});

describe.skipIf(process.platform === 'win32')('files that may not grow', () => {
  // In blocks of 512 bytes: each lets the build come a little further. The sample is built, whose database has 25 MB.
  it.each([
    [64, /^error cannot write temporary files to .+; make room there, or name another folder with TMPDIR$/],
    [400, /^error cannot write to .+; the earlier graph is untouched$/],
    [1_200, /^error cannot write the graph to .+; the earlier graph is untouched$/],
    [
      9_000,
      /^error cannot fill the embedded database .+; \d+ MB are free on its disk; the earlier graph is untouched$/,
    ],
  ])('of %i blocks: a clear message, and the earlier graph', (blocks, message) => {
    const limited = `ulimit -f ${blocks} && exec "$0" "$@"`;
    const args = [mainFile, 'build', '--graph', graph, ...AS_OF];
    const { status, stderr } = spawnSync('/bin/sh', ['-c', limited, process.execPath, ...args], { encoding: 'utf8' });
    expect(stderr.trim()).toMatch(message);
    expect(status).toBe(1);
    expect(exportJson(graph)).toBe(earlier);
  });

  it('and once they may, what was read is not read again, and the graph is that of a build without faults', () => {
    const { status, stdout } = stemma(['build', '--graph', graph, '--json', ...AS_OF]);
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as { known: number }).known).toBeGreaterThan(100);
    const undisturbed = join(folder, 'undisturbed');
    expect(stemma(['build', '--graph', undisturbed, ...AS_OF]).status).toBe(0);
    expect(exportJson(graph)).toBe(exportJson(undisturbed));
  });
});

it('no folder for temporary files: the message names the remedy', async () => {
  const env = {
    ...process.env,
    TMPDIR: join(folder, 'absent'),
    TEMP: join(folder, 'absent'),
    TMP: join(folder, 'absent'),
  };
  const { status, stderr } = await stemmaBeside(['build', paper, '--graph', join(folder, 'none'), ...AS_OF], { env });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/absent: .*ENOENT.*; make room there, or name another/)]);
});

it('a database that another process holds open to write is read all the same, and built anew beside it', async () => {
  const held = join(folder, 'held');
  expect(stemma(['build', paper, '--graph', held, ...AS_OF]).status).toBe(0);
  const { databasePath } = await openGraph(held);
  const hold =
    'const { Database, Connection } = require("@ladybugdb/core"); const database = new Database(process.argv[1]); new Connection(database).query("MATCH (n) RETURN count(n)").then(() => { console.log("held"); setInterval(() => {}, 1000); });';
  const holder = spawn(process.execPath, ['-e', hold, databasePath], { cwd: projectRoot, stdio: 'pipe' });
  try {
    await once(holder.stdout, 'data');
    const counted = stemma(['query', 'MATCH (n:Paper) RETURN count(n) AS n', '--graph', held, '--json']);
    expect(counted).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(counted.stdout)).toMatchObject({ rows: [{ n: 1 }] });
    const added = stemma(['build', other, '--add', '--graph', held, '--extractor', 'fast']);
    expect(added).toMatchObject({ status: 0, stderr: '' });
    expect(holder.exitCode).toBeNull();
  } finally {
    holder.kill();
    await once(holder, 'exit');
  }
  const both = join(folder, 'both-undisturbed');
  expect(stemma(['build', paper, other, '--graph', both, ...AS_OF]).status).toBe(0);
  const names = (dir: string) => (JSON.parse(exportJson(dir)) as { nodes: { id: string }[] }).nodes.map(({ id }) => id);
  expect(names(held)).toEqual(names(both));
});

it('two builds into one folder at once: both end well, and the graph is that of one of them', async () => {
  const both = join(folder, 'both');
  const outcomes = await Promise.all(
    [paper, other].map((input) => stemmaBeside(['build', input, '--graph', both, ...AS_OF])),
  );
  expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual([
    { status: 0, stderr: '' },
    { status: 0, stderr: '' },
  ]);
  const alone = [paper, other].map((input, i) => {
    const dir = join(folder, `alone-${i}`);
    expect(stemma(['build', input, '--graph', dir, ...AS_OF]).status).toBe(0);
    return exportJson(dir);
  });
  expect(alone).toContain(exportJson(both));
});
