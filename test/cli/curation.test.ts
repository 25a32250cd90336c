/** `curation.yaml` beside the graph, as `build` reads it and `why` explains it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { record } from '../support/records.js';
import { freshFolder, stemma } from '../support/stemma.js';

const folder = freshFolder();
const graph = join(folder, 'graph');
const file = join(graph, 'curation.yaml');
const input = join(folder, 'records.jsonl');
const build = (...more: string[]) => stemma(['build', input, '--graph', graph, '--extractor', 'fast', ...more]);
const why = (...args: string[]) => stemma(['why', '--graph', graph, ...args]);
const version = () => readFileSync(join(graph, 'current.json'), 'utf8');

function curate(...edits: string[]): void {
  writeFileSync(file, `version: 1\nedits:\n${edits.map((edit) => `  - ${edit}\n`).join('')}`);
}

beforeAll(() => {
  const records = [
    record({
      id: 'arxiv:2501.00001',
      title: 'Cutting trees',
      abstract: 'We present tree pruning. Zenith-7B and Zenith-70B use it. It builds on limb removal.',
      entities: [
        { name: 'tree pruning', role: 'introduces' },
        { name: 'Zenith-7B', type: 'Model' },
        { name: 'Zenith-70B', type: 'Model' },
        { name: 'limb removal' },
      ],
      relations: [['tree pruning', 'BUILDS_ON', 'limb removal', 'It builds on limb removal.']],
    }),
    record({
      id: 'arxiv:2501.00002',
      title: 'Cutting more trees',
      abstract: 'Branch cutting helps Zenith and Apex.',
      entities: [
        { name: 'branch cutting', surfaces: ['Branch cutting'] },
        { name: 'Zenith', type: 'Model' },
        { name: 'Apex', type: 'Model' },
      ],
    }),
  ];
  writeFileSync(input, records.map((item) => `${JSON.stringify(item)}\n`).join(''));
  const { status, stderr } = build();
  if (status !== 0) throw new Error(stderr);
});

describe('build', () => {
  it('applies the edits, says how many, and does so again', () => {
    curate(
      '{ merge: branch cutting, into: tree pruning }',
      '{ reject: BUILDS_ON, from: tree pruning, to: limb removal }',
    );
    expect(build().stdout).toMatch(/edits applied +2/);
    const summary = JSON.parse(build('--json').stdout);
    expect(summary).toMatchObject({ curation: { edits: 2, unused: [] }, edges: { BUILDS_ON: 0 } });
    expect(why('Branch cutting', 'tree pruning').stdout).toContain('are one node');
    expect(readFileSync(file, 'utf8')).toContain('merge: branch cutting');
  });

  it('notes an edit that changes nothing, at its line', () => {
    curate('{ rename: Apex, to: Apex }', '{ reject: USES, from: Cutting trees, to: Apex }');
    const { status, stdout, stderr } = build('--json');
    expect(status).toBe(0);
    expect(stderr).toContain(`${file}:4: reject USES from "Cutting trees" to "Apex": the edge`);
    expect(JSON.parse(stdout).curation).toMatchObject({ edits: 2, unused: [{ line: 3 }, { line: 4 }] });
  });

  const wrong: [string, string[], RegExp][] = [
    ['a key that is none', ['{ merge: Apex, onto: Zenith }'], /curation\.yaml:3:20: .*"onto"/],
    ['a label that is none', ['{ retype: Apex, to: Method }'], /curation\.yaml:3:25: .*Technique/],
    ['an unknown name', ['{ rename: Apex, to: Top }', '{ merge: Zenit, into: Top }'], /curation\.yaml:4:5: .*"Zenith"/],
    [
      'a circle of merges',
      ['{ merge: Apex, into: Zenith }', '{ merge: Zenith, into: limb removal }', '{ merge: limb removal, into: Apex }'],
      /curation\.yaml:5:5: .*circle/,
    ],
    ['a node merged with itself', ['{ merge: Apex, into: Apex }'], /curation\.yaml:3:5: .*itself/],
    ['YAML that is none', ['{ merge: Apex'], /curation\.yaml:\d+:\d+: .*YAML/],
  ];
  it.each(wrong)('stops before anything is written: %s', (_, edits, message) => {
    const before = version();
    curate(...edits);
    const { status, stderr } = build();
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(status).toBe(1);
    expect(version()).toBe(before);
  });

  it('needs no such file', () => {
    const fresh = join(folder, 'fresh');
    expect(stemma(['build', input, '--graph', fresh, '--extractor', 'fast']).stdout).not.toContain('edits applied');
    expect(existsSync(join(fresh, 'curation.yaml'))).toBe(false);
  });
});

describe('why', () => {
  beforeAll(() => {
    curate(
      '{ merge: limb removal, into: branch cutting }',
      '{ merge: branch cutting, into: tree pruning }',
      '{ merge: Apex, into: Zenith }',
      '{ split: Apex, from: Zenith }',
    );
    const { status, stderr } = build();
    if (status !== 0) throw new Error(stderr);
  });

  it('tells the chain of joins from one name to the other', () => {
    const { status, stdout } = why('limb removal', 'TREE-pruning');
    expect(status).toBe(0);
    expect(
      stdout,
    ).toBe(`"limb removal" and "TREE-pruning" are one node: "tree pruning" (Technique, technique:tree-pruning).
- "limb removal" and "branch cutting" were joined by hand, in curation.yaml.
- "branch cutting" and "tree pruning" were joined by hand, in curation.yaml.
`);
  });

  it('says of two spellings that nobody writes what they are, in the words of who asks', () => {
    expect(why('TREE-pruning', 'Tree_Prunings').stdout).toBe(
      `"TREE-pruning" and "Tree_Prunings" are one node: "tree pruning" (Technique, technique:tree-pruning).
- "TREE-pruning" and "Tree_Prunings" differ in spelling only.
`,
    );
  });

  it('says the same as JSON', () => {
    expect(JSON.parse(why('limb removal', 'tree pruning', '--json').stdout)).toMatchObject({
      same: true,
      a: { form: 'limb removal', id: 'technique:tree-pruning' },
      chain: [{ rule: 'curation' }, { b: 'tree pruning' }],
    });
  });

  const two: [string, string, RegExp][] = [
    ['Zenith-7B', 'Zenith-70B', /differ in a number.*"Zenith-7B" has 7b, "Zenith-70B" has 70b/],
    ['Zenith-7B', 'Zenith', /"Zenith-7B" is a variant of "Zenith"/],
    ['Apex', 'Zenith', /curation\.yaml says: split "Apex" from "Zenith"/],
    ['Apex', 'tree pruning', /a Model and of a Technique/],
  ];
  it.each(two)('tells why %s and %s are two', (a, b, reason) => {
    const { status, stdout } = why(a, b);
    expect(stdout).toContain('are two nodes');
    expect(stdout).toMatch(reason);
    expect(status).toBe(0);
  });

  it('fails on an unknown name, with near ones', () => {
    const { status, stderr } = why('tree prunin', 'Apex');
    expect(stderr).toMatch(/nothing is called "tree prunin".*"tree pruning"/);
    expect(status).toBe(1);
  });

  it('fails on a name with several senses, which it lists', () => {
    curate('{ rename: Apex, to: Zenith }');
    build();
    const { status, stderr } = why('zenith', 'tree pruning');
    expect(stderr).toMatch(/several senses.*\(model:apex\).*\(model:zenith\)/);
    expect(status).toBe(1);
    expect(why('model:apex', 'model:zenith').stdout).toContain('papers use "Zenith" in two senses');
  });
});
