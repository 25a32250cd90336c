/** `build` where nothing has changed: the graph stands as it is, unless it is not whole. */
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildOptions, buildGraph } from '../../src/cli/commands/build.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { openGraph } from '../../src/store/index.js';
import { paperLine } from '../support/paper-line.js';
import { exportJson, freshFolder, stemma } from '../support/stemma.js';

const folder = freshFolder();
const path = (name: string) => join(folder, name);
const [small, other] = [path('small.jsonl'), path('other.jsonl')];
const built = path('built');
const CURATION = 'version: 1\nedits:\n  - { rename: FooBar, to: Foobar }\n  - { rename: Foobar, to: Foobar }\n';
let folders = 0;

const notes: string[] = [];
const terminal: Terminal = {
  print() {},
  note: (line) => notes.push(line),
  progress() {},
  progressDone() {},
  faults() {},
};
const build = (graph: string, inputs: readonly string[] = [small], more: Partial<BuildOptions> = {}) =>
  buildGraph(terminal, inputs, { graph, extractor: 'fast', ...more });

function copy(): string {
  const graph = path(String(++folders));
  cpSync(built, graph, { recursive: true });
  return graph;
}

/** Every file of the version in force, when it was written, and its bytes but those of the database, which vary. */
async function state(graph: string) {
  const version = (await openGraph(graph)).folder;
  const names = readdirSync(version).sort();
  return {
    version,
    written: names.map((name) => [name, statSync(join(version, name)).mtimeMs]),
    texts: names
      .filter((name) => /^(?:meta|nodes|edges|records|members)\./.test(name))
      .map((name) => readFileSync(join(version, name), 'utf8')),
  };
}

beforeAll(async () => {
  writeFileSync(small, `${paperLine('2506.00001', 'FooBar')}\n${paperLine('2506.00002', 'BazQux')}\n`);
  writeFileSync(other, `${paperLine('2506.00003', 'QuuxNet')}\n`);
  mkdirSync(built);
  writeFileSync(join(built, 'curation.yaml'), CURATION);
  const { unchanged } = await build(built);
  expect(unchanged).toBe(false);
});

describe('the same again', () => {
  it('says so in one line, and touches nothing', async () => {
    const graph = copy();
    const again = () => stemma(['build', small, '--graph', graph, '--extractor', 'fast']);
    // It was made by the sources, and now by what was compiled of them.
    expect(again().stdout).toMatch(/seconds/);
    const before = await state(graph);
    expect(stemma(['query', 'MATCH (n) RETURN count(n) AS n', '--graph', graph]).status).toBe(0);
    expect(again()).toMatchObject({
      status: 0,
      stdout: `nothing has changed: the graph of 2 papers in ${graph} stands\n`,
    });
    expect(await state(graph)).toEqual(before);
  });

  it('tells the same figures and notes as the build that made it', async () => {
    const graph = copy();
    const before = await state(graph);
    notes.length = 0;
    const summary = await build(graph);
    expect(summary).toMatchObject({ papers: 2, read: 2, known: 2, unchanged: true, curation: { edits: 2 } });
    expect(summary.curation.unused).toHaveLength(1);
    expect(notes).toEqual([expect.stringMatching(/curation\.yaml:4: /)]);
    expect(summary.nodes['Paper']).toBe(2);
    expect(await state(graph)).toEqual(before);
    // The papers are the same, in whatever order and however often they come.
    expect(await build(graph, [small], { add: true })).toMatchObject({ unchanged: true });
    expect(await state(graph)).toEqual(before);
  });

  it('clears what dead builds left', async () => {
    const graph = copy();
    mkdirSync(join(graph, 'building-999999999'));
    expect(await build(graph)).toMatchObject({ unchanged: true });
    expect(readdirSync(graph).sort()).toEqual(['curation.yaml', 'current.json', 'versions']);
  });
});

describe('is made anew', () => {
  it('where the papers, the edits, the extractor or the day that was named are others', async () => {
    const graph = copy();
    expect(await build(graph, [small, other])).toMatchObject({ unchanged: false, papers: 3 });
    expect(await build(graph, [small, other])).toMatchObject({ unchanged: true });
    writeFileSync(join(graph, 'curation.yaml'), CURATION.replace('Foobar', 'FOOBAR'));
    expect(await build(graph, [small, other])).toMatchObject({ unchanged: false });
    expect(await build(graph, [small, other], { asOf: '2031-03-01' })).toMatchObject({ unchanged: false });
    expect(await build(graph, [small, other], { extractor: 'accurate' })).toMatchObject({ unchanged: false });
    expect(await build(graph, [small, other], { extractor: 'accurate' })).toMatchObject({ unchanged: true });
  });

  it('where places were kept by an addition, and then it stands', async () => {
    const graph = copy();
    expect(await build(graph, [other], { add: true })).toMatchObject({ unchanged: false, papers: 3 });
    expect(await build(graph, [other], { add: true })).toMatchObject({ unchanged: true });
    expect(await build(graph, [small, other])).toMatchObject({ unchanged: false });
    expect(await build(graph, [small, other])).toMatchObject({ unchanged: true });
    const undisturbed = path('undisturbed');
    mkdirSync(undisturbed);
    writeFileSync(join(undisturbed, 'curation.yaml'), CURATION);
    await build(undisturbed, [small, other]);
    expect(exportJson(graph)).toBe(exportJson(undisturbed));
  });

  it.each(['nodes.jsonl', 'edges.jsonl', 'records.jsonl', 'members.jsonl', 'meta.json', 'made.jsonl', 'graph.lbug'])(
    'where a byte of %s is another',
    async (name) => {
      const graph = copy();
      const before = await state(graph);
      const file = join(before.version, name);
      const bytes = readFileSync(file);
      bytes.writeUInt8((bytes[bytes.length >> 1] ?? 0) ^ 1, bytes.length >> 1);
      writeFileSync(file, bytes);
      expect(await build(graph)).toMatchObject({ unchanged: false });
      expect((await state(graph)).texts).toEqual(before.texts);
      expect(stemma(['query', 'MATCH (n:Paper) RETURN count(n) AS n', '--graph', graph]).stdout).toMatch(/2/);
      expect(await build(graph)).toMatchObject({ unchanged: true });
    },
  );
});
