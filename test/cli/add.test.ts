/** `build --add`: the same graph as one build of everything, the old places kept, nothing read twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildOptions, buildGraph } from '../../src/cli/commands/build.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { createExtractor } from '../../src/extract/index.js';
import type { EntityType, ExtractionRecord, KnowledgeGraph, PaperId } from '../../src/model/index.js';
import { seededRandom } from '../../src/model/random.js';
import { readInputs } from '../../src/read/index.js';
import { EmbeddedStore, readGraph } from '../../src/store/index.js';
import { isLong } from '../support/effort.js';
import { record } from '../support/records.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder, mainFile, stemma } from '../support/stemma.js';

const AS_OF = '2026-01-01';
const quiet: Terminal = { print() {}, note() {}, progress() {}, progressDone() {}, faults() {} };
const folder = freshFolder();
let folders = 0;
const fresh = () => join(folder, String(++folders));

const build = (graph: string, inputs: readonly string[], more: Partial<BuildOptions> = {}) =>
  buildGraph(quiet, inputs, { graph, extractor: 'fast', asOf: AS_OF, ...more });
const add = (graph: string, inputs: readonly string[]) => build(graph, inputs, { add: true });

/** The graph but for its drawing, which depends on what came when. */
async function undrawn(graph: string): Promise<KnowledgeGraph> {
  const { nodes, edges } = (await readGraph(graph)).graph;
  return { nodes: nodes.map((node) => ({ ...node, x: 0, y: 0, community: 0 })), edges };
}
const version = async (graph: string) => (await readGraph(graph)).folder;
/** What the graph folder keeps for later additions. */
async function kept(graph: string): Promise<string[]> {
  const from = await version(graph);
  return ['meta.json', 'records.jsonl', 'members.jsonl'].map((name) => readFileSync(join(from, name), 'utf8'));
}

/** Everything that the database knows, but for the drawing. */
async function answers(graph: string): Promise<string[]> {
  const store = new EmbeddedStore((await readGraph(graph)).databasePath);
  const ask = (cypher: string) => store.query(cypher, { maxRows: 1_000_000, timeoutMs: 60_000 });
  const nodes = (await ask('MATCH (n) RETURN n')).rows;
  const edges = (await ask('MATCH ()-[r]->() RETURN r')).rows;
  await store.close();
  return [...nodes, ...edges]
    .map((row) => JSON.stringify(row, (key, value) => (['x', 'y', 'community'].includes(key) ? 0 : value)))
    .sort();
}

const FORMS = ['journal', 'preprint', 'untitled', 'fuller', 'record'] as const;
type Form = (typeof FORMS)[number];
/** The bundled papers, each as several sources tell of it: by DOI, by arXiv number, untitled, with more text, read. */
const sources: Record<Form, string>[] = [];

beforeAll(async () => {
  const extractor = await createExtractor('fast');
  for await (const item of readInputs([join(projectRoot, 'sample')], { asOf: AS_OF })) {
    if (item.kind !== 'paper') continue;
    const { title = '', abstract } = item.paper;
    const [doi, arxiv] = [`10.5555/${sources.length}`, `2401.${String(10_000 + sources.length)}`];
    const longer = `${abstract} A longer version adds an evaluation on ImageNet.`;
    const record: ExtractionRecord = await extractor.extract({
      id: `doi:${doi}` as PaperId,
      title,
      abstract,
      authors: [],
      organizations: [],
      categories: [],
      sources: [{ file: 'elsewhere', line: 1 }],
    });
    const forms = {
      journal: { doi, title, abstract, authors: ['A. Author'], date: '2024' },
      preprint: { id: arxiv, title, abstract, categories: ['cs.LG'], date: '2024-01-05' },
      untitled: { abstract },
      fuller: { id: arxiv, doi, title, abstract: longer, authors: ['A. Author', 'B. Author'], categories: ['cs.CV'] },
      record,
    };
    sources.push(Object.fromEntries(FORMS.map((form) => [form, JSON.stringify(forms[form])])) as Record<Form, string>);
  }
});

/** Which sources of which papers stand in which of three files, and in what order the files are added. */
const split = fc.record({
  places: fc.array(fc.tuple(fc.nat(12), fc.constantFrom(...FORMS), fc.nat(2)), { minLength: 3, maxLength: 24 }),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
});

describe('adding', () => {
  it('gives the graph of one build of everything, in every split and order', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(split, async ({ places, order }) => {
        const files = writeFiles(places, order);
        const whole = fresh();
        await build(whole, [...files].sort());
        const grown = fresh();
        for (const file of files) {
          const before = file === files[0] ? undefined : (await readGraph(grown)).graph;
          await add(grown, [file]);
          const { nodes } = (await readGraph(grown)).graph;
          const now = new Map(nodes.map((node) => [node.id, node]));
          for (const { id, x, y, community } of before?.nodes ?? []) {
            const node = now.get(id);
            if (node) expect({ id, x: node.x, y: node.y, community: node.community }).toEqual({ id, x, y, community });
          }
        }
        expect(await undrawn(grown)).toEqual(await undrawn(whole));
        expect(await kept(grown)).toEqual(await kept(whole));
        expect(await answers(grown)).toEqual(await answers(whole));
        const there = await version(grown);
        await add(grown, files);
        expect(await version(grown)).toBe(there);
      }),
      { numRuns: 6 },
    );
  });
});

describe('adding a little to a graph', () => {
  const most = join(folder, 'most.jsonl');
  const few = ['few.1.jsonl', 'few.2.jsonl', 'few.3.jsonl'].map((name) => join(folder, name));
  const [grown, whole] = [fresh(), fresh()];
  /** A copy of the graph before anything was added to it. */
  const copy = () => {
    const graph = fresh();
    cpSync(grown, graph, { recursive: true });
    return graph;
  };

  beforeAll(async () => {
    const [first, second, third, ...rest] = sources.map((forms) => forms);
    if (!first || !second || !third) throw new Error('the sample holds too little');
    // What is added: a number that changes an id, a longer text that is read again, and a new paper.
    writeFileSync(most, [first.journal, second.preprint, ...rest.map(({ preprint }) => preprint)].join('\n'));
    const lines = [first.preprint, second.fuller, third.preprint];
    for (const [i, file] of few.entries()) writeFileSync(file, lines[i] ?? '');
    await build(grown, [most]);
    await build(whole, [...few, most]);
  });

  it('brings a copy of its database up to date', async () => {
    const graph = copy();
    const counts: number[][] = [];
    for (const file of few) {
      const { read, merged, papers } = await add(graph, [file]);
      counts.push([read, merged, papers]);
      // Only a database that was brought up to date has a log.
      expect(readdirSync(await version(graph))).toContain('graph.lbug.wal');
    }
    const without = sources.length - 1;
    expect(counts).toEqual([
      [1, 1, without],
      [1, 1, without],
      [1, 0, sources.length],
    ]);
    expect(await undrawn(graph)).toEqual(await undrawn(whole));
    expect(await answers(graph)).toEqual(await answers(whole));
  });

  it('fills the database anew where the earlier one cannot be taken', async () => {
    const graph = copy();
    writeFileSync((await readGraph(graph)).databasePath, 'no database');
    await add(graph, few);
    expect(await answers(graph)).toEqual(await answers(whole));
  });

  it('extracts only what was not read before', async () => {
    const graph = copy();
    const { folder: version } = await readGraph(graph);
    // A record that no extractor would give stays as it is, unless its text is read again.
    const path = join(version, 'records.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('"confidence":0.', '"confidence":0.0'));
    await add(graph, few);
    const after = readFileSync(join((await readGraph(graph)).folder, 'records.jsonl'), 'utf8');
    const faint = (line: string) => /"confidence":0\.0/.test(line) || !line.includes('"confidence"');
    expect(
      after
        .trimEnd()
        .split('\n')
        .filter((line) => !faint(line)),
    ).toHaveLength(2);
  });

  it('killed at any moment leaves the earlier graph or the later one', {
    timeout: isLong ? 3_600_000 : 180_000,
  }, async () => {
    const digest = async (graph: string) => JSON.stringify((await readGraph(graph)).graph);
    const later = copy();
    const command = (graph: string) => ['build', '--add', ...few, '--graph', graph];
    const started = performance.now();
    expect(stemma(command(later)).status).toBe(0);
    const seconds = performance.now() - started;
    const outcomes = [await digest(grown), await digest(later)];
    const random = seededRandom(5);
    for (let kill = 0; kill < (isLong ? 50 : 5); kill++) {
      const graph = copy();
      const child = spawn(process.execPath, [mainFile, ...command(graph)], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, random() * seconds));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      expect(outcomes).toContain(await digest(graph));
      expect((await answers(graph)).length).toBeGreaterThan(0);
      expect(stemma(command(graph)).status).toBe(0);
      expect(await digest(graph)).toBe(outcomes[1]);
      expect(readdirSync(graph).sort()).toEqual(['current.json', 'versions']);
    }
  });

  it('takes the extractor and the day of the graph, and refuses others', () => {
    const graph = copy();
    const refused = (...more: string[]) => {
      const { status, stderr } = stemma(['build', '--add', ...few, '--graph', graph, ...more]);
      expect(status).toBe(2);
      return stderr;
    };
    expect(refused('--extractor', 'accurate')).toMatch(/--extractor fast/);
    expect(refused('--extractor', 'llm')).toMatch(/--extractor fast/);
    expect(refused('--as-of', '2025-05-05')).toMatch(/--as-of 2026-01-01/);
    const meta =
      readdirSync(join(graph, 'versions')).map((name) => join(graph, 'versions', name, 'meta.json'))[0] ?? '';
    const text = readFileSync(meta, 'utf8');
    writeFileSync(meta, text.replace(/"extractorVersion":"[^"]*"/, '"extractorVersion":"0"'));
    expect(refused()).toMatch(/build the whole graph again/);
    writeFileSync(meta, text);
    const { status } = stemma(['build', '--add', ...few, '--graph', graph, '--extractor', 'fast', '--as-of', AS_OF]);
    expect(status).toBe(0);
  });

  it('needs something to add, and sources that can be merged again', async () => {
    const graph = copy();
    expect(stemma(['build', '--add', '--graph', graph])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/name what to add/),
    });
    rmSync(join((await readGraph(graph)).folder, 'members.jsonl'));
    expect(stemma(['build', '--add', ...few, '--graph', graph])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/members\.jsonl.*build the graph again/),
    });
  });
});

it('an entity to which more papers give another id stays where it was', async () => {
  const one = (id: string, type: EntityType, name: string) =>
    `${JSON.stringify(record({ id, abstract: `We look at ${name} and ferns.`, entities: [{ name, type }, { name: 'ferns' }] }))}\n`;
  const [few, more, graph] = [fresh(), fresh(), fresh()];
  writeFileSync(few, one('arxiv:2501.00001', 'Concept', 'moss ball') + one('arxiv:2501.00002', 'Concept', 'moss ball'));
  writeFileSync(more, [3, 4, 5].map((n) => one(`arxiv:2501.0000${n}`, 'Technique', 'Moss-Ball')).join(''));
  const placeOf = async (id: string) => {
    const { nodes } = (await readGraph(graph)).graph;
    const { x, y } = nodes.find((node) => node.id === id) ?? {};
    return { x, y };
  };
  await build(graph, [few]);
  const before = await placeOf('concept:moss-ball');
  await add(graph, [more]);
  expect(before.x).toBeTypeOf('number');
  expect(await placeOf('technique:moss-ball')).toEqual(before);
});

it('adding where there is no graph yet builds one', async () => {
  const [whole, grown] = [fresh(), fresh()];
  const input = join(folder, 'first.jsonl');
  writeFileSync(input, sources[0]?.journal ?? '');
  await build(whole, [input]);
  await add(grown, [input]);
  expect((await readGraph(grown)).graph).toEqual((await readGraph(whole)).graph);
});

it('the bundled sample that was added to is a graph of the user', async () => {
  const graph = fresh();
  await build(graph, []);
  const input = join(folder, 'own.jsonl');
  writeFileSync(input, JSON.stringify({ id: '2506.00001', title: 'FooNet', abstract: 'We propose FooNet, a method.' }));
  const before = await readGraph(graph);
  await add(graph, [input]);
  const after = await readGraph(graph);
  expect([before.meta.sample, after.meta.sample]).toEqual([true, false]);
  expect(after.meta.nodes['Paper']).toBe((before.meta.nodes['Paper'] ?? 0) + 1);
});

/** @returns the files that hold something, in the order given */
function writeFiles(places: readonly (readonly [number, Form, number])[], order: readonly number[]): string[] {
  const dir = fresh();
  mkdirSync(dir);
  return order.flatMap((number) => {
    const lines = places.filter(([, , file]) => file === number).map(([paper, form]) => sources[paper]?.[form] ?? '');
    if (lines.length === 0) return [];
    const path = join(dir, `${number}.jsonl`);
    writeFileSync(path, `${lines.join('\n')}\n`);
    return [path];
  });
}
