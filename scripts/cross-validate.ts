/**
 * Measures the fast extractor: five-fold cross-validation over the annotated papers (what is learnt never sees the
 * fold), and with `--seeds` the seeds, which nothing is learnt from. Figures are those of the data folder's score.py.
 *
 * usage: tsx scripts/cross-validate.ts DATA [--seeds] [--folds 5] [--errors N]
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FastExtractor } from '../src/extract/fast.js';
import type { Paper, PaperId } from '../src/model/index.js';
import { corpusFacts } from './learn/corpus-cache.js';
import { type GoldPaper, readGold } from './learn/data.js';
import { learn } from './learn/pipeline.js';
import { prepare } from './learn/prepared.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'boolean' }, folds: { type: 'string' }, errors: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: cross-validate.ts DATA [--seeds] [--folds 5]');

const FOLDS = 5;
const gold = readGold(join(folder, 'gold', 'train.jsonl'));
const corpus = await corpusFacts(folder, new Set(gold.map((p) => p.id)));
const prepared = gold.map((paper, i) => prepare(paper, i, corpus));
const judged: GoldPaper[] = [];
const lines: string[] = [];
const begun = performance.now();

function extractAll(extractor: FastExtractor, papers: readonly GoldPaper[]): void {
  for (const p of papers) {
    const paper: Paper = {
      id: `text:${p.id}` as PaperId,
      title: p.title === '' ? '-' : p.title,
      ...(p.title === '' ? { titleFrom: 'abstract' as const } : {}),
      abstract: p.text,
      authors: [],
      organizations: [],
      categories: [],
      sources: [{ file: 'gold', line: 1 }],
    };
    judged.push(p);
    lines.push(JSON.stringify(extractor.extract(paper)));
  }
}

if (values.seeds === true) {
  extractAll(
    new FastExtractor(learn(prepared, corpus, 'measured').knowledge),
    readGold(join(folder, 'gold', 'seeds-dev.jsonl')),
  );
} else {
  for (let fold = 0; fold < Number(values.folds ?? FOLDS); fold++) {
    const { knowledge } = learn(
      prepared.filter((p) => p.group % FOLDS !== fold),
      corpus,
      'measured',
    );
    console.error(
      `fold ${fold}: ${JSON.stringify(knowledge.settings.threshold)} ${JSON.stringify(knowledge.settings.relationThresholds)}`,
    );
    extractAll(
      new FastExtractor(knowledge),
      gold.filter((_, i) => i % FOLDS === fold),
    );
  }
}
mkdirSync('.cache', { recursive: true });
writeFileSync('.cache/judged.jsonl', judged.map((p) => `${JSON.stringify(p)}\n`).join(''));
writeFileSync('.cache/predicted.jsonl', lines.map((line) => `${line}\n`).join(''));
console.error(`${Math.round((performance.now() - begun) / 1000)} s`);
const scorer = [
  join(folder, 'eval', 'score.py'),
  '.cache/judged.jsonl',
  '.cache/predicted.jsonl',
  '--errors',
  values.errors ?? '0',
];
console.log(execFileSync('python3', scorer, { encoding: 'utf8' }));
