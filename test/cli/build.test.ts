import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/model/random.js';
import { isLong } from '../support/effort.js';
import { paperLine } from '../support/paper-line.js';
import { exportJson, freshFolder, mainFile, stemma } from '../support/stemma.js';

const folder = freshFolder();
const path = (name: string) => join(folder, name);
const small = path('small.jsonl');
const other = path('other.jsonl');

beforeAll(() => {
  writeFileSync(small, `${paperLine('2506.00001', 'FooBar')}\n${paperLine('2506.00002', 'BazQux')}\n`);
  writeFileSync(other, `${paperLine('2506.00003', 'QuuxNet')}\n`);
});

describe('build', () => {
  it('ends with a table of what was read and what came of it', () => {
    const { status, stdout } = stemma(['build', small, '--graph', path('table')]);
    expect(status).toBe(0);
    for (const row of [
      /papers read +2/,
      /duplicates merged +0/,
      /records refused +0/,
      /Paper +2/,
      /INTRODUCES +\d/,
      /seconds +\d/,
    ]) {
      expect(stdout).toMatch(row);
    }
  });

  it('says the same as JSON', () => {
    writeFileSync(path('again.jsonl'), readFileSync(small));
    const { stdout } = stemma(['build', small, path('again.jsonl'), '--graph', path('json'), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ papers: 2, read: 4, merged: 2, refused: [], nodes: { Paper: 2 } });
  });

  it('gives the same bytes whatever the order of the files and the day', () => {
    stemma(['build', small, other, '--graph', path('order-1')]);
    stemma(['build', other, small, '--graph', path('order-2'), '--as-of', '2031-03-01']);
    expect(exportJson(path('order-2'))).toBe(exportJson(path('order-1')));
  });

  it('reads standard input, gzip and folders', () => {
    const input = gzipSync(readFileSync(small));
    expect(stemma(['build', '-', '--graph', path('stdin'), '--json'], { input }).status).toBe(0);
    mkdirSync(path('papers/deep'), { recursive: true });
    writeFileSync(path('papers/deep/a.txt'), readFileSync(small));
    stemma(['build', path('papers'), '--graph', path('folder')]);
    const withoutSources = (graph: string) => exportJson(graph).replace(/"sources":\[[^\]]*\]/g, '');
    expect(withoutSources(path('folder'))).toBe(withoutSources(path('stdin')));
  });

  it('takes extraction records as input and keeps what they say', () => {
    const records = path('records.jsonl');
    writeFileSync(records, stemma(['extract', small]).stdout);
    stemma(['build', records, '--graph', path('from-records')]);
    stemma(['build', small, '--graph', path('from-papers')]);
    expect(exportJson(path('from-records'))).toBe(exportJson(path('from-papers')));
  });

  it('under --strict stores nothing when a record is refused', () => {
    writeFileSync(path('bad.jsonl'), `${paperLine('2506.00009', 'FooBar')}\n{"id": "2506.00010"}\n`);
    const { status, stderr } = stemma(['build', path('bad.jsonl'), '--graph', path('strict'), '--strict']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.jsonl:2\b/);
    expect(stemma(['export', '--graph', path('strict'), '--format', 'json']).status).toBe(1);
  });
});

describe('wrong usage ends with 2 and a remedy, failure with 1, neither with a stack trace', () => {
  const cases: [string, string[], number, RegExp][] = [
    ['an unknown command', ['bild'], 2, /build/],
    ['an unknown option', ['build', '--no-such'], 2, /--no-such/],
    ['an impossible day', ['build', '--as-of', 'yesterday'], 2, /2026-11-21/],
    ['an unknown extractor', ['build', '--extractor', 'precise'], 2, /accurate, fast, llm/],
    ['no input to extract from', ['extract'], 2, /input/],
    ['a missing file', ['build', '/no/such/file.txt', '--graph', path('missing')], 1, /no\/such\/file\.txt/],
    ['no graph there', ['export', '--graph', path('nothing-here'), '--format', 'json'], 1, /stemma build/],
    ['two questions at once', ['query', 'RETURN 1', '--named', 'x'], 2, /either/],
    ['a port that is none', ['serve', '--port', '70000'], 2, /65535/],
  ];
  it.each(cases)('%s', (_, args, status, remedy) => {
    const outcome = stemma(args);
    expect(outcome.stderr).toMatch(remedy);
    expect(outcome.stderr).not.toMatch(/^\s+at /m);
    expect(outcome.status).toBe(status);
  });
});

describe('texts that were read before', () => {
  const build = (graph: string, ...args: string[]) => {
    const { stdout, stderr, status } = stemma(['build', ...args, '--graph', path(graph), '--json']);
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as { papers: number; known: number };
  };

  const fast = ['--extractor', 'fast'];

  it('are not read again when the graph is built again', () => {
    expect(build('rebuilt', small, ...fast)).toMatchObject({ papers: 2, known: 0 });
    expect(build('rebuilt', small, other, ...fast)).toMatchObject({ papers: 3, known: 2 });
    expect(build('built-once', small, other, ...fast)).toMatchObject({ papers: 3, known: 0 });
    expect(exportJson(path('rebuilt'))).toBe(exportJson(path('built-once')));
  });

  it('are read again by another extractor, and where the graph is damaged', () => {
    build('other-reader', small, ...fast);
    expect(build('other-reader', small)).toMatchObject({ papers: 2, known: 0 });
    const versions = readdirSync(path('other-reader/versions'));
    for (const name of versions) writeFileSync(path(`other-reader/versions/${name}/records.jsonl`), '{"paper":');
    expect(build('other-reader', small)).toMatchObject({ papers: 2, known: 0 });
  });

  it('are kept by a build that is killed while it extracts', { timeout: 180_000 }, async () => {
    const many = path('many.jsonl');
    writeFileSync(many, Array.from({ length: 90 }, (_, i) => paperLine(`2507.${10_000 + i}`, `Method${i}`)).join('\n'));
    const graph = path('killed-late');
    const isKept = () => {
      const journal = existsSync(graph) && readdirSync(graph).find((name) => name.startsWith('extracted-'));
      return journal && readFileSync(join(graph, journal), 'utf8').includes('\n');
    };
    const child = spawn(process.execPath, [mainFile, 'build', many, '--graph', graph], { stdio: 'ignore' });
    while (!isKept() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    expect(child.signalCode).toBe('SIGKILL');
    const { papers, known } = build('killed-late', many);
    expect(papers).toBe(90);
    expect(known).toBeGreaterThan(0);
    expect(readdirSync(graph).sort()).toEqual(['current.json', 'versions']);
    build('undisturbed', many);
    expect(exportJson(graph)).toBe(exportJson(path('undisturbed')));
  });
});

describe('a build killed at any moment', () => {
  it('leaves the earlier graph or the later one, and a rerun cleans up', {
    timeout: isLong ? 3_600_000 : 180_000,
  }, async () => {
    const graph = path('killed');
    const build = (input: string) => ['build', input, '--graph', graph, '--as-of', '2026-01-01'];
    stemma(build(other));
    const earlier = exportJson(graph);
    const started = performance.now();
    stemma(['build', small, '--graph', path('unharmed'), '--as-of', '2026-01-01']);
    const whole = performance.now() - started;
    const later = exportJson(path('unharmed'));
    const random = seededRandom(11);
    for (let kill = 0; kill < (isLong ? 80 : 10); kill++) {
      const child = spawn(process.execPath, [mainFile, ...build(small)], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, random() * whole));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      const found = exportJson(graph);
      expect([earlier, later]).toContain(found);
      if (found === later) stemma(build(other));
    }
    expect(stemma(build(small)).status).toBe(0);
    expect(exportJson(graph)).toBe(later);
    expect(readdirSync(graph).filter((name) => name !== 'current.json' && name !== 'versions')).toEqual([]);
  });
});
