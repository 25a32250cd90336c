/** Records of shards to one graph: the graph of one build, whatever the shards were. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { paperLine } from '../support/paper-line.js';
import { exportJson, freshFolder, stemma } from '../support/stemma.js';

const folder = freshFolder();
const path = (name: string) => join(folder, name);
const FAST = ['--extractor', 'fast', '--as-of', '2026-01-01'];

const lines = Array.from({ length: 12 }, (_, i) => paperLine(`2506.0000${i % 10}`, `Method${i % 10}`));
// The same paper in both shards, and cut short in one: what was read of it there is not its whole text.
lines[11] = paperLine('2506.00001', 'Method1').replace(/ outperforms[^"]*/, ' …');

beforeAll(() => {
  writeFileSync(path('papers.jsonl'), lines.join('\n'));
  for (const [name, shard] of [
    ['a', lines.slice(0, 5)],
    ['b', lines.slice(5)],
  ] as const) {
    const { stdout, status } = stemma(['extract', '-', ...FAST], { input: shard.join('\n') });
    if (status !== 0) throw new Error(`shard ${name} was not extracted`);
    writeFileSync(path(`${name}.records.jsonl`), stdout);
  }
  stemma(['build', path('papers.jsonl'), ...FAST, '--graph', path('built')]);
});

describe('resolve', () => {
  it('gives the graph of one build of the papers, and extracts only what the shards did not see whole', () => {
    const shards = [path('a.records.jsonl'), path('b.records.jsonl')];
    const args = [
      'resolve',
      ...shards,
      '--papers',
      path('papers.jsonl'),
      ...FAST,
      '--graph',
      path('resolved'),
      '--json',
    ];
    const { stdout, stderr } = stemma(args);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ papers: 10, read: 12, merged: 2, known: 10, refused: [] });
    expect(exportJson(path('resolved'))).toBe(exportJson(path('built')));
    const one = stemma(['resolve', shards[0] as string, ...args.slice(3)]);
    expect(JSON.parse(one.stdout)).toMatchObject({ papers: 10, known: 5 });
    expect(exportJson(path('resolved'))).toBe(exportJson(path('built')));
  });

  it('takes the papers of the records where no others are named', () => {
    const shards = [path('a.records.jsonl'), path('b.records.jsonl')];
    const { stdout } = stemma(['resolve', ...shards, ...FAST, '--graph', path('alone'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ papers: 10, refused: [] });
    const withoutSources = (graph: string) => exportJson(graph).replace(/"sources":\[[^\]]*\]/g, '');
    expect(withoutSources(path('alone'))).toBe(withoutSources(path('built')));
  });

  it('refuses papers among the records, with file and line, and ends with 1 where nothing else is there', () => {
    const mixed = path('mixed.jsonl');
    writeFileSync(mixed, lines[0] as string);
    const some = stemma(['resolve', path('a.records.jsonl'), mixed, ...FAST, '--graph', path('mixed'), '--json']);
    expect(some.stderr).toMatch(/mixed\.jsonl:1: .*no record.*--papers/);
    expect(JSON.parse(some.stdout)).toMatchObject({ papers: 5, refused: [{ code: 'no-record', line: 1 }] });
    const none = stemma(['resolve', mixed, ...FAST, '--graph', path('none')]);
    expect(none.status).toBe(1);
    expect(none.stderr).not.toMatch(/^\s+at /m);
    expect(stemma(['resolve']).status).toBe(2);
  });
});
