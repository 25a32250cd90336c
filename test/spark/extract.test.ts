/**
 * The map step on a local Spark of two worker processes: its records, resolved, give the graph of one build. Needs
 * PySpark and Java (`scripts/setup-services.sh`); their absence fails under CI and skips elsewhere, with the remedy.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { paperLine } from '../support/paper-line.js';
import { projectRoot } from '../support/shared.js';
import { exportJson, freshFolder, mainFile, stemma } from '../support/stemma.js';

const packages = join(projectRoot, '.cache', 'spark');
const noSpark = existsSync(join(packages, 'pyspark')) ? undefined : 'PySpark is missing: run scripts/setup-services.sh';
if (noSpark && process.env.CI) throw new Error(noSpark);

const FAST = ['--extractor', 'fast', '--as-of', '2026-01-01'];

describe.skipIf(noSpark)(`spark/extract.py${noSpark ? ` (skipped: ${noSpark})` : ''}`, () => {
  it('makes records in parts, of which resolve makes the graph of one build', { timeout: 300_000 }, () => {
    const folder = freshFolder();
    const papers = join(folder, 'papers.jsonl.gz');
    const lines = Array.from({ length: 260 }, (_, i) => paperLine(`2506.${10_000 + (i % 250)}`, `Method${i % 250}`));
    writeFileSync(papers, gzipSync(lines.join('\n')));
    const records = join(folder, 'records');
    const command = `${process.execPath} ${mainFile}`;
    const { status, stderr } = spawnSync(
      'python3',
      [join(projectRoot, 'spark', 'extract.py'), papers, '--out', records, ...FAST, '--stemma', command],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          PYTHONPATH: packages,
          PYSPARK_SUBMIT_ARGS: '--master local-cluster[2,1,1024] --conf spark.ui.enabled=false pyspark-shell',
          SPARK_LOCAL_IP: '127.0.0.1',
        },
      },
    );
    expect(status, stderr).toBe(0);
    expect(readdirSync(records).filter((name) => name.startsWith('part-'))).toHaveLength(2);

    stemma(['build', papers, ...FAST, '--graph', join(folder, 'built')]);
    const args = ['resolve', records, '--papers', papers, ...FAST, '--graph', join(folder, 'resolved'), '--json'];
    const { stdout } = stemma(args);
    expect(JSON.parse(stdout)).toMatchObject({ papers: 250, known: 250 });
    expect(exportJson(join(folder, 'resolved'))).toBe(exportJson(join(folder, 'built')));
  });

  it('fails where the extractor does, and leaves no records that look whole', { timeout: 300_000 }, () => {
    const folder = freshFolder();
    const papers = join(folder, 'papers.jsonl');
    writeFileSync(papers, paperLine('2506.00001', 'FooBar'));
    const records = join(folder, 'records');
    const { status, stderr } = spawnSync(
      'python3',
      [join(projectRoot, 'spark', 'extract.py'), papers, '--out', records, '--stemma', 'false'],
      {
        encoding: 'utf8',
        env: { ...process.env, PYTHONPATH: packages, PYSPARK_SUBMIT_ARGS: '--master local[1] pyspark-shell' },
      },
    );
    expect(status).not.toBe(0);
    expect(stderr).toContain('false extract -');
    expect(existsSync(join(records, '_SUCCESS'))).toBe(false);
  });
});
