/** A floor under the quality, by the measure of the data folder: what is shipped must not silently get worse. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/index.js';
import { paperOf } from './papers.js';

const shared = fileURLToPath(new URL('../../../shared', import.meta.url));
const gold = join(shared, 'gold', 'seeds-dev.jsonl');
const absent = !existsSync(gold);
const reason = absent ? ' (skipped: the annotated seeds are not beside this checkout)' : '';

describe('on the annotated seeds', () => {
  it.runIf(absent && process.env.CI !== undefined)('the data are there under CI', () => {
    expect.fail(`${gold} is missing`);
  });

  it.skipIf(absent)(`finds what readers marked${reason}`, async () => {
    const extractor = await createExtractor('fast');
    const folder = mkdtempSync(join(tmpdir(), 'stemma-quality-'));
    try {
      const lines: string[] = [];
      for (const line of readFileSync(gold, 'utf8').split('\n').filter(Boolean)) {
        const { title, text } = JSON.parse(line) as { title: string; text: string };
        lines.push(JSON.stringify(await extractor.extract(paperOf(title, text))));
      }
      const predicted = join(folder, 'predicted.jsonl');
      writeFileSync(predicted, `${lines.join('\n')}\n`);
      const printed = execFileSync('python3', [join(shared, 'eval', 'score.py'), gold, predicted, '--json'], {
        encoding: 'utf8',
      });
      const figures = JSON.parse(printed) as Record<string, { f1: number }> & { named_recall: number };
      expect(figures.entity?.f1).toBeGreaterThan(FLOORS.entity);
      expect(figures.named_recall).toBeGreaterThan(FLOORS.named);
      expect(figures.edge?.f1).toBeGreaterThan(FLOORS.edge);
      expect(figures.relation?.f1).toBeGreaterThan(FLOORS.relation);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Three points under what was measured when the lexicon was learnt. */
const FLOORS = { entity: 55.8, named: 76, edge: 46.6, relation: 32 };
