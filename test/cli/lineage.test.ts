/** `stemma lineage`: the tree, the chain between two, the profile, every format, and what cannot be found. */
import { join } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { beforeAll, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { LineageAnswerSchema, MethodProfileSchema } from '../../src/model/index.js';
import { writeGraph } from '../../src/store/index.js';
import { ALPHABET, paper } from '../lineage/family.js';
import { record } from '../support/records.js';
import { freshFolder, stemma } from '../support/stemma.js';

const folder = join(freshFolder(), 'graph');
/** A name that every format must write as text. */
const AWKWARD = 'A<b>&"C"';
const records = [...ALPHABET, paper('2025-07', AWKWARD, 'Echo')];
const lineage = (...args: string[]) => stemma(['lineage', ...args, '--graph', folder]);

beforeAll(async () => {
  await writeGraph(folder, {
    meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
    graph: assembleGraph(records),
    records,
  });
});

it('draws a tree with dates and papers, each method once', () => {
  const { status, stdout } = lineage('delta');
  expect(status).toBe(0);
  const [bravo, charlie, delta, echo, last] = [1, 2, 3, 4, 5].map((i) => records[i]?.paper.id);
  expect(stdout.split('\n')).toEqual([
    `Delta  technique · 2024-08-15 · ${delta} · 2 papers`,
    '',
    'came from',
    `├─ extends Bravo  2024-03-15 · ${delta}`,
    `│  └─ extends Alfa  2024-01-15 · ${bravo}`,
    `└─ extends Charlie  2024-05-15 · ${delta}`,
    `   └─ extends Alfa  2024-01-15 · ${charlie} · as above`,
    '',
    'gave rise to',
    `└─ Echo extends it  2025-06-15 · ${echo}`,
    `   └─ ${AWKWARD} extends it  2025-07-15 · ${last}`,
    '',
  ]);
});

it('writes the sentences, and says how many methods there are more', () => {
  const { stdout } = lineage('Alfa', '--evidence', '--depth', '9', '--limit', '3');
  expect(stdout).toContain('Bravo extends Alfa.');
  expect(stdout).toContain('3 of 6 methods; --limit shows more');
});

it('shows the chain between two with the sentence of each step', () => {
  const { stdout } = lineage('Alfa', '--to', 'Echo');
  expect(stdout.split('\n')[0]).toBe('Echo came from Alfa.');
  for (const says of ['Echo extends Bravo.', 'Bravo extends Alfa.', 'Delta extends Charlie.']) {
    expect(stdout).toContain(says);
  }
});

it('gives programs the same as JSON, alone and for the whole graph', () => {
  const one = LineageAnswerSchema.parse(JSON.parse(lineage('Charlie', '--json').stdout));
  expect(one).toMatchObject({ of: 'technique:charlie', shown: 5, total: 5 });
  const main = LineageAnswerSchema.parse(JSON.parse(lineage('--main-path', '--json').stdout));
  expect(main.mainPath.slice(1)).toEqual(['echo', 'delta', 'bravo', 'alfa'].map((name) => `technique:${name}`));
  expect(lineage('--main-path').stdout).toContain('Delta extends Bravo.');
  const profile = MethodProfileSchema.parse(JSON.parse(lineage('Alfa', '--about', '--json').stdout));
  expect(profile).toMatchObject({ branchCount: 2, method: { name: 'Alfa' } });
  expect(lineage('Alfa', '--about').stdout).toMatch(/branches \(2\)\n {2}growing {2}Bravo/);
});

it('writes pictures and diagrams in which names are text', () => {
  const svg = lineage('Echo', '--format', 'svg').stdout;
  const picture = new DOMParser({ onError: (_, message) => expect.fail(message) }).parseFromString(
    svg,
    'image/svg+xml',
  );
  const texts = [...picture.getElementsByTagName('text')].map((text) => text.textContent);
  expect(texts).toEqual(expect.arrayContaining(['Echo', 'Alfa', AWKWARD, '2025-06']));
  expect(
    [...picture.getElementsByTagName('title')].some(({ textContent }) => textContent?.includes('Echo extends')),
  ).toBe(true);
  const mermaid = lineage('Echo', '--format', 'mermaid').stdout;
  expect(mermaid).toMatch(/^flowchart LR\n/);
  expect(mermaid).toContain('A#60;b#62;#38;#34;C#34;<br/>2025-07-15');
  expect(mermaid.match(/==>\|extends\|/g)).toHaveLength(4);
  const dot = lineage('Echo', '--format', 'dot').stdout;
  expect(dot).toContain('"technique:bravo" -> "technique:delta" [label="extends", tooltip="Delta extends Bravo."');
  expect(dot).toContain('"2024-01" -> "2024-03"');
  expect(dot).toContain('A<b>&\\"C\\"');
});

it('refuses what it cannot answer', () => {
  expect(lineage()).toMatchObject({ status: 2, stdout: '' });
  expect(lineage('Alfa', '--about', '--format', 'svg').status).toBe(2);
  expect(lineage('Alfa', '--format', 'png').status).toBe(2);
  const unknown = lineage('Alfaa');
  expect(unknown).toMatchObject({ status: 1, stdout: '' });
  expect(unknown.stderr).toMatch(/Alfaa.*technique:alfa/);
});

it('takes a name for the sense that nearly all papers mean, and says so', () => {
  const senses = join(freshFolder(), 'senses');
  const uses = (count: number, month: string, name: string) =>
    Array.from({ length: count }, (_, i) =>
      record({
        id: `arxiv:${month}.0000${i}`,
        abstract: `We use ${name} (MOP).`,
        entities: [{ name, role: 'uses', surfaces: [name, 'MOP'] }],
      }),
    );
  const few = uses(1, '2402', 'Method of Powers');
  const write = (papers: ReturnType<typeof uses>) =>
    writeGraph(senses, {
      meta: { extractor: 'test', extractorVersion: '1', asOf: '2026-01-01', sample: false, nodes: {}, edges: {} },
      graph: assembleGraph([...papers, ...few]),
      records: [],
    });
  return write(uses(9, '2401', 'Mixture of Pixels'))
    .then(() => {
      const { status, stderr } = stemma(['lineage', 'MOP', '--graph', senses]);
      expect(status).toBe(1);
      expect(stderr).toContain('several senses');
    })
    .then(() => write([...uses(9, '2401', 'Mixture of Pixels'), ...uses(2, '2403', 'Mixture of Pixels')]))
    .then(() => {
      const { status, stdout, stderr } = stemma(['lineage', 'MOP', '--graph', senses]);
      expect(status).toBe(0);
      expect(stdout).toContain('11 papers');
      expect(stderr).toMatch(/"MOP" is taken for .*mixture.*11 papers mean it; 1 means another sense: .*powers/i);
    });
});
