/** A server that is killed in the middle of an edit: file and graph are as before or as after, and a build heals them. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readCuration } from '../../src/curation/index.js';
import { seededRandom } from '../../src/model/index.js';
import { readGraph } from '../../src/store/index.js';
import { isLong } from '../support/effort.js';
import { record } from '../support/records.js';
import { freshFolder, serveGraph, stemma } from '../support/stemma.js';

it('leaves the earlier or the later state', { timeout: isLong ? 3_600_000 : 240_000 }, async () => {
  const folder = freshFolder();
  const [graph, input] = [join(folder, 'graph'), join(folder, 'records.jsonl')];
  const entities = [{ name: 'tree pruning' }, { name: 'branch cutting' }];
  const paper = { id: 'arxiv:2501.00001', title: 'Trees', abstract: 'Here tree pruning, there branch cutting.' };
  writeFileSync(input, `${JSON.stringify(record({ ...paper, entities }))}\n`);
  const build = () => stemma(['build', input, '--graph', graph, '--extractor', 'fast']);
  expect(build().status).toBe(0);
  const merged = async () => !(await readGraph(graph)).graph.nodes.some(({ id }) => id === 'technique:branch-cutting');
  const post = (url: string, path: string, body: unknown) =>
    fetch(`${url}api/curation${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }).catch(() => undefined);

  const random = seededRandom(7);
  let whole = 1_000;
  for (let kill = 0; kill < (isLong ? 50 : 5); kill++) {
    const server = await serveGraph(graph);
    const started = performance.now();
    const answer = post(server.url, '', { merge: 'branch cutting', into: 'tree pruning' });
    if (kill === 0) {
      expect((await answer)?.status).toBe(200);
      whole = performance.now() - started;
      await post(server.url, '/undo', {});
      expect(await merged()).toBe(false);
    } else await new Promise((resolve) => setTimeout(resolve, random() * whole));
    server.child.kill('SIGKILL');
    if (server.child.exitCode === null && server.child.signalCode === null) await once(server.child, 'exit');
    await answer;
    const { edits } = await readCuration(graph);
    expect(edits.length).toBeLessThanOrEqual(1);
    // The graph never has an edit that the file has not.
    if (await merged()) expect(edits).toHaveLength(1);
    expect(build().status).toBe(0);
    expect(await merged()).toBe(edits.length === 1);
    writeFileSync(join(graph, 'curation.yaml'), '');
    expect(build().status).toBe(0);
    expect(await merged()).toBe(false);
  }
});
