/**
 * Measures the fast extractor: five-fold cross-validation over the annotated papers (what is learnt never sees the
 * fold), and with `--seeds` the seeds, which nothing is learnt from. Figures are those of the data
 * folder's score.py, as `stemma eval` prints them.
 *
 * usage: tsx scripts/cross-validate.ts DATA [--seeds] [--folds 5] [--errors N]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatEvaluation } from '../src/cli/evaluation-tables.js';
import { evaluate, marked, paperOfMarked } from '../src/eval/index.js';
import { FastExtractor } from '../src/extract/fast.js';
import type { ExtractionRecord } from '../src/model/index.js';
import { readAnnotated } from './learn/annotated.js';
import { type GoldPaper, readGold } from './learn/data.js';
import { learn } from './learn/pipeline.js';
import type { Prepared } from './learn/prepared.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seeds: { type: 'boolean' }, folds: { type: 'string' }, errors: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) throw new Error('usage: cross-validate.ts DATA [--seeds] [--folds 5]');

const FOLDS = 5;
const { papers, corpus } = await readAnnotated(folder);
const inFold = (p: Prepared, fold: number): boolean => p.origin === 'given' && p.group % FOLDS === fold;
const judged: GoldPaper[] = [];
const records: ExtractionRecord[] = [];
const begun = performance.now();

function extractAll(extractor: FastExtractor, papers: readonly GoldPaper[]): void {
  for (const paper of papers) {
    judged.push(paper);
    records.push(extractor.extract(paperOfMarked(marked(paper, 'gold'))));
  }
}

if (values.seeds === true) {
  extractAll(
    new FastExtractor(learn(papers, corpus, 'measured').knowledge),
    readGold(join(folder, 'gold', 'seeds-dev.jsonl')),
  );
} else {
  for (let fold = 0; fold < Number(values.folds ?? FOLDS); fold++) {
    const { knowledge } = learn(
      papers.filter((p) => !inFold(p, fold)),
      corpus,
      'measured',
    );
    console.error(
      `fold ${fold}: ${JSON.stringify(knowledge.settings.threshold)} ${JSON.stringify(knowledge.settings.relationThresholds)}`,
    );
    extractAll(
      new FastExtractor(knowledge),
      papers.filter((p) => inFold(p, fold)).map(({ paper }) => paper),
    );
  }
}
// Kept to be looked at: stemma eval .cache/judged.jsonl --records .cache/predicted.jsonl
mkdirSync('.cache', { recursive: true });
const jsonLines = (objects: readonly object[]) => objects.map((object) => `${JSON.stringify(object)}\n`).join('');
writeFileSync('.cache/judged.jsonl', jsonLines(judged));
writeFileSync('.cache/predicted.jsonl', jsonLines(records));
console.error(`${Math.round((performance.now() - begun) / 1000)} s`);
const evaluation = evaluate(
  judged.map((paper) => marked(paper, 'gold')),
  records.map((record) => marked(record)),
  { errors: Number(values.errors ?? 0) },
);
console.log(formatEvaluation(evaluation));
