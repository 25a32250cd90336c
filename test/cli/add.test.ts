/** `build --add`: the same graph as one build of everything, the old places kept, nothing read twice. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BuildOptions, buildGraph } from '../../src/cli/commands/build.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { createExtractor } from '../../src/extract/index.js';
import type { ExtractionRecord, KnowledgeGraph, PaperId } from '../../src/model/index.js';
import { readInputs } from '../../src/read/index.js';
import { readGraph } from '../../src/store/index.js';
import { projectRoot } from '../support/shared.js';
import { freshFolder } from '../support/stemma.js';

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
        const there = await version(grown);
        await add(grown, files);
        expect(await version(grown)).toBe(there);
      }),
      { numRuns: 6 },
    );
  });
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
