/** `stemma eval` as a user runs it. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { paperOfMarked, readMarked } from '../../src/eval/index.js';
import { createExtractor } from '../../src/extract/index.js';
import { sharedIsAbsent } from '../support/shared.js';
import { freshFolder, stemma } from '../support/stemma.js';
import { goldFile, judgeFiles, linesFile } from './judge.js';
import { entity, goldLine } from './papers.js';

const TEXT = 'We propose FooNet, a graph network that builds on LoRA. FooNet outperforms LoRA on GSM8K.';
const GOLD = goldLine({
  id: '2501.00001',
  title: 'FooNet',
  text: TEXT,
  entities: [
    entity('FooNet', 'Technique', 'introduces'),
    entity('LoRA', 'Technique', 'compares_with'),
    entity('GSM8K', 'Benchmark', 'evaluates_on'),
  ],
  relations: [['FooNet', 'BUILDS_ON', 'LoRA', 'builds on LoRA']],
});

describe('stemma eval', () => {
  it('prints figures with intervals, roles, mistakes and reliability', () => {
    const { status, stdout, stderr } = stemma(['eval', linesFile('gold.jsonl', [GOLD]), '--extractor', 'fast']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^papers 1, found 1\n/);
    expect(stdout).toMatch(/^ *entity +\d+\.\d +\d+\.\d +\d+\.\d +\d+\.\d to \d+\.\d +3$/m);
    for (const part of ['Technique', 'lineage', 'named recall', 'role, read as', 'missed:', 'confidence of edges']) {
      expect(stdout).toContain(part);
    }
  });

  it('scores records made before, and one annotator against another', () => {
    const gold = linesFile('gold.jsonl', [GOLD]);
    const other = linesFile('other.jsonl', [{ ...GOLD, relations: [] }]);
    const { status, stdout } = stemma(['eval', gold, '--records', other, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      papers: 1,
      edge: { p: 100, r: 100, f1: 100, gold: 3 },
      relation: { f1: 0, gold: 1 },
      predicted_by: { records: other },
      reliability: {},
    });
  });

  it('reads what extract writes, through a pipe', () => {
    const paper = { id: '2501.00001', title: 'FooNet', abstract: TEXT, categories: 'cs.CL', update_date: '2025-01-01' };
    const extracted = stemma(['extract', linesFile('papers.jsonl', [paper]), '--extractor', 'fast']);
    const gold = linesFile('gold.jsonl', [GOLD]);
    const piped = stemma(['eval', gold, '--records', '-', '--json'], { input: extracted.stdout });
    const own = stemma(['eval', gold, '--extractor', 'fast', '--format', 'json']);
    expect(piped.status).toBe(0);
    const { predicted_by: _, ...figures } = JSON.parse(own.stdout) as Record<string, unknown>;
    expect(JSON.parse(piped.stdout)).toMatchObject(figures);
  });

  it('adds up several files, names bad lines, and fails on them only if told to', () => {
    const first = linesFile('first.jsonl', [GOLD, { id: '2' }]);
    const second = linesFile('second.jsonl', [{ ...GOLD, id: '3', text: 'Another abstract about LoRA.' }]);
    const good = stemma(['eval', first, second, '--extractor', 'fast', '--json']);
    expect(good.status).toBe(0);
    expect(good.stderr).toContain(`${first}:2: no abstract`);
    expect(JSON.parse(good.stdout)).toMatchObject({
      papers: 2,
      gold_files: [first, second],
      refused: [{ code: 'no-abstract', file: first, line: 2 }],
    });
    const strict = stemma(['eval', first, second, '--extractor', 'fast', '--json', '--strict']);
    expect(strict.status).toBe(1);
    expect(strict.stdout).toBe(good.stdout);
  });

  it('says that papers are missing or stand twice', () => {
    const other = { ...GOLD, id: '3', text: 'Another abstract.' };
    const gold = linesFile('gold.jsonl', [GOLD, GOLD, other]);
    const { status, stderr } = stemma(['eval', gold, '--records', linesFile('records.jsonl', [GOLD])]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/1 .*twice/);
    expect(stderr).toMatch(/1 .*not found/);
  });

  const gold = () => linesFile('gold.jsonl', [GOLD]);
  const FAILURES: [title: string, args: () => string[], status: number, said: RegExp][] = [
    ['no gold given', () => ['eval'], 2, /gold/],
    ['a missing gold file', () => ['eval', join(freshFolder(), 'none.jsonl')], 1, /none\.jsonl/],
    ['missing records', () => ['eval', gold(), '--records', join(freshFolder(), 'none.jsonl')], 1, /none\.jsonl/],
    [
      'no paper in gold',
      () => ['eval', linesFile('gold.jsonl', [{ id: 1 }])],
      1,
      /gold\.jsonl:1: no abstract[\s\S]*no annotated paper/,
    ],
    [
      'records of other papers',
      () => ['eval', gold(), '--records', linesFile('r.jsonl', [{ text: 'Else.' }])],
      1,
      /none of the 1/,
    ],
    ['an unknown extractor', () => ['eval', gold(), '--extractor', 'magic'], 2, /magic/],
    [
      'an extractor and records',
      () => ['eval', gold(), '--extractor', 'fast', '--records', gold()],
      2,
      /cannot be used with/,
    ],
    ['a number of errors that is none', () => ['eval', gold(), '--errors', 'many'], 2, /whole number/],
  ];

  it.each(FAILURES)('fails with a message: %s', (_, args, status, said) => {
    const outcome = stemma(args());
    expect(outcome.status).toBe(status);
    expect(outcome.stderr).toMatch(said);
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
  });

  it('lists as many mistakes as asked for, and none at 0', () => {
    const nothing = linesFile('nothing.jsonl', [{ ...GOLD, entities: [], relations: [] }]);
    const misses = (errors: string) => {
      const { stdout } = stemma(['eval', gold(), '--records', nothing, '--errors', errors, '--json']);
      return (JSON.parse(stdout) as { mistakes: { missed: unknown[] } }).mistakes.missed.length;
    };
    expect([misses('0'), misses('2'), misses('9')]).toEqual([0, 2, 3]);
  });
});

describe.skipIf(sharedIsAbsent)('stemma eval on the seeds (needs ../shared)', () => {
  it('gives every figure of the judge under its name, to the decimal', async () => {
    const gold = goldFile('seeds-dev');
    const extractor = await createExtractor('fast');
    const records = [];
    for (const paper of (await readMarked(gold, 'gold')).papers)
      records.push(await extractor.extract(paperOfMarked(paper)));
    await extractor.close();
    const { status, stdout } = stemma(['eval', gold, '--extractor', 'fast', '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject(judgeFiles(gold, linesFile('records.jsonl', records)));
  });
});
