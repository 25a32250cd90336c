/**
 * Learns what the fast extractor ships: term statistics and word classes from the corpus, weights from the annotated
 * papers. Nothing is learnt from the seeds, nor from papers listed after April 2026. Deterministic.
 *
 * usage: npm run learn-lexicon -- DATA        (DATA holds gold/train.jsonl and data/arxiv.jsonl.gz; writes lexicon/)
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { FILES, packPerceptron, packTerm, packWeights, type Scorer } from '../src/extract/knowledge.js';
import type { LinearModel } from '../src/extract/linear.js';
import { readAnnotated } from './learn/annotated.js';
import { learn } from './learn/pipeline.js';

const folder = process.argv[2];
if (folder === undefined) {
  console.error('usage: npm run learn-lexicon -- DATA');
  process.exit(2);
}
const OUT = 'lexicon';
/** Weights beyond this are cut: a byte then still tells apart what matters. */
const LARGEST_WEIGHT = 2.54;

const { papers, corpus } = await readAnnotated(folder);
const { knowledge } = learn(papers, corpus, '');

mkdirSync(OUT, { recursive: true });
const digest = createHash('sha256');
const write = (file: string, bytes: Uint8Array | string): void => {
  digest.update(bytes);
  writeFileSync(join(OUT, file), gzipSync(bytes, { level: 9 }));
};
const sorted = (lines: string[]): string => `${lines.sort((a, b) => (a < b ? -1 : 1)).join('\n')}\n`;
write(FILES.terms, sorted([...knowledge.lexicon.terms].map(([key, facts]) => packTerm(key, facts))));
write(FILES.names, sorted([...knowledge.lexicon.names]));
write(FILES.words, sorted([...knowledge.lexicon.classes].map(([word, id]) => `${word}\t${id}`)));
const pack = (name: Scorer): { classes: number; bits: number; scale: number } => {
  const model: LinearModel = knowledge[name];
  const { bytes, scale } = packWeights(model, LARGEST_WEIGHT);
  write(FILES.weights(name), new Uint8Array(bytes.buffer));
  return { classes: model.classes, bits: model.bits, scale };
};
write(FILES.again, packPerceptron(knowledge.again));
write(FILES.pairs, packPerceptron(knowledge.pairs));
const settings = { ...knowledge.settings, spans: pack('spans'), roles: pack('roles'), relations: pack('relations') };
const version = `fast-1-${digest.update(JSON.stringify(settings)).digest('hex').slice(0, 12)}`;
writeFileSync(join(OUT, FILES.settings), `${JSON.stringify({ ...settings, version }, null, 2)}\n`);
console.log(
  `${OUT}: ${knowledge.lexicon.terms.size} terms, ${knowledge.lexicon.classes.size} words, version ${version}`,
);
