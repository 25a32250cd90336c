/** Files of annotators and of other programs: both forms, and what is wrong with a line is said with its number. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { marked, paperOfMarked, readMarked } from '../../src/eval/index.js';
import { paperText } from '../../src/model/index.js';
import { freshFolder } from '../support/stemma.js';
import { goldLine } from './papers.js';

const GOOD = goldLine({ id: '1', entities: [['LoRA', 'Technique', 'introduces', ['LoRA']]] });

function fileOf(content: string | Buffer): string {
  const file = join(freshFolder(), 'gold.jsonl');
  writeFileSync(file, content);
  return file;
}

const BAD: [title: string, line: string, code: string, message: RegExp][] = [
  ['no JSON', '{"id": ', 'bad-json', /no JSON/],
  ['no object', '[1, 2]', 'bad-record', /no JSON object/],
  ['no abstract', '{"id": "2", "title": "T"}', 'no-abstract', /"text"/],
  [
    'an unknown type',
    JSON.stringify({ ...GOOD, entities: [['a', 'Metric', 'uses', []]] }),
    'bad-record',
    /entities\.0\.type.*Technique/,
  ],
  [
    'an unknown role',
    JSON.stringify({ ...GOOD, entities: [['a', 'Model', 'likes', []]] }),
    'bad-record',
    /entities\.0\.role.*studies/,
  ],
  [
    'an entity cut short',
    JSON.stringify({ ...GOOD, entities: [['a', 'Model']] }),
    'bad-record',
    /entities\.0.*\[name, type, role/,
  ],
  [
    'an unknown relation',
    JSON.stringify({ ...GOOD, relations: [['a', 'LIKES', 'b', '']] }),
    'bad-record',
    /relations\.0\.type.*BUILDS_ON/,
  ],
  [
    'a relation cut short',
    JSON.stringify({ ...GOOD, relations: [['a', 'LIKES']] }),
    'bad-record',
    /relations\.0.*\[head/,
  ],
  ['entities that are no list', JSON.stringify({ ...GOOD, entities: 'LoRA' }), 'bad-record', /entities/],
];

describe('a file of marked papers', () => {
  it.each(BAD)('says what is wrong with a line and keeps the others: %s', async (_, line, code, message) => {
    const file = fileOf(`${JSON.stringify(GOOD)}\n\n${line}\n${JSON.stringify(GOOD)}\n`);
    const { papers, faults } = await readMarked(file, 'gold');
    expect(papers.map(({ source }) => source)).toEqual([
      { file, line: 1 },
      { file, line: 4 },
    ]);
    expect(faults).toEqual([{ code, file, line: 3, message: expect.stringMatching(message) as string }]);
  });

  it('holds gold to the vocabulary, but not the predictions of other programs', async () => {
    const file = fileOf(`${JSON.stringify({ ...GOOD, entities: [['a', 'Metric', 'LIKES', ['b']]] })}\n`);
    expect((await readMarked(file, 'gold')).papers).toEqual([]);
    const { papers, faults } = await readMarked(file, 'predicted');
    expect(faults).toEqual([]);
    expect(papers[0]?.entities).toMatchObject([{ type: 'Metric', role: 'likes', keys: new Set(['a', 'b']) }]);
  });

  it('is read packed, and from standard input', async () => {
    const packed = await readMarked(fileOf(gzipSync(`${JSON.stringify(GOOD)}\n`)), 'gold');
    const piped = await readMarked('-', 'gold', Readable.from([Buffer.from(JSON.stringify(GOOD))]));
    expect(packed.papers).toHaveLength(1);
    expect(piped.papers[0]).toMatchObject({ id: '1', source: { file: '-', line: 1 } });
  });

  it('keeps the separators of Unicode inside a line', async () => {
    const file = fileOf(`${JSON.stringify({ ...GOOD, text: 'One.\u2028Two.\u0085Three.' })}\n`);
    const { papers } = await readMarked(file, 'gold');
    expect(papers.map(({ abstract }) => abstract)).toEqual(['One.\u2028Two.\u0085Three.']);
  });

  it('that is missing is an error with a remedy', async () => {
    await expect(readMarked('/nowhere/gold.jsonl', 'gold')).rejects.toMatchObject({ code: 'missing-file' });
  });
});

describe('one marked paper', () => {
  const entities = [{ name: 'LoRA', type: 'Technique', role: 'uses', surfaces: ['LoRA'], confidence: 0.5 }];

  it('is the same from the record and from the GOLD form', () => {
    const paper = { id: 'arxiv:2501.00001v2', title: 'T', abstract: 'Abstract.' };
    const fromRecord = marked({ paper, entities, relations: [{ from: 'a', type: 'PART_OF', to: 'b', evidence: '' }] });
    const fromGold = marked({
      id: '2501.00001',
      title: 'T',
      text: 'Abstract.',
      entities: [['LoRA', 'Technique', 'uses', ['LoRA']]],
      relations: [['a', 'PART_OF', 'b', '']],
    });
    expect(fromRecord).toMatchObject({ ...fromGold, entities: [{ ...fromGold.entities[0], confidence: 0.5 }] });
  });

  it.each([
    ['with a title', { title: 'Title' }, 'Title\nAbstract.'],
    ['without', { title: '' }, '\nAbstract.'],
    ['with one made from the abstract', { title: 'Abstract', titleFrom: 'abstract' }, '\nAbstract.'],
  ])('gives the text that offsets count in: %s', (_, given, text) => {
    const paper = marked({ paper: { id: 'text:1', abstract: 'Abstract.', ...given }, entities });
    expect(paperText(paperOfMarked(paper))).toBe(text);
  });

  it('is read as every paper, without marks of LaTeX', () => {
    const paper = marked({ title: 'On $\\pi_0$', text: 'A gain of 3\\% over \\textbf{BERT}.', entities: [] }, 'gold');
    expect(paperText(paperOfMarked(paper))).toBe('On π₀\nA gain of 3% over BERT.');
  });

  it('needs no id to be extracted from', () => {
    expect(paperOfMarked(marked({ text: '摘要' })).id).toMatch(/^text:\S/);
    expect(paperOfMarked(marked({ id: 'a b', text: 'x' })).id).toBe('text:a_b');
  });
});
