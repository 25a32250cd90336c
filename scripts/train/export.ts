/**
 * Writes what the network learns from: one annotated paper a line, read, encoded and labelled, with the opinions of
 * linear scorers that never saw the paper. Read by train.py.
 *
 * usage: tsx scripts/train/export.ts DATA VOCABULARY OUT
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '../../src/extract/accurate/encoding.js';
import { WordPieces } from '../../src/extract/accurate/word-pieces.js';
import type { Scored } from '../../src/extract/choose.js';
import { draftEntities, type RoledDraft, scoreCandidates } from '../../src/extract/drafts.js';
import { FeatureVector, factsFrom, SPAN_BITS } from '../../src/extract/features.js';
import type { LinearModel } from '../../src/extract/linear.js';
import { readPairs } from '../../src/extract/pair-facts.js';
import { RELATION_BITS } from '../../src/extract/pairs.js';
import { lookAgain, rescore, type SecondLook } from '../../src/extract/rescore.js';
import { decideRoles, ROLE_BITS } from '../../src/extract/roles.js';
import { ROLES } from '../../src/model/index.js';
import { readAnnotated } from '../learn/annotated.js';
import { readGold } from '../learn/data.js';
import { relationLabels } from '../learn/gold-relations.js';
import { learn } from '../learn/pipeline.js';
import { entityIndex, type Prepared, prepare } from '../learn/prepared.js';
import { paperLine } from './paper-line.js';

const [folder, vocabulary, out] = process.argv.slice(2);
if (folder === undefined || vocabulary === undefined || out === undefined) {
  throw new Error('usage: export.ts DATA VOCABULARY OUT');
}
const words = new WordPieces(readFileSync(vocabulary, 'utf8').split('\n'));
const seeds = readGold(join(folder, 'gold', 'seeds-dev.jsonl'));
const { papers, corpus } = await readAnnotated(folder);
const { knowledge, unseen } = learn(papers, corpus, 'train');

const file = createWriteStream(out);
const spanVector = new FeatureVector(SPAN_BITS);
const roleVector = new FeatureVector(ROLE_BITS);
const pairVector = new FeatureVector(RELATION_BITS);
let total = 0;
let missed = 0;

function write(
  p: Prepared,
  split: Prepared['origin'] | 'seeds',
  looks: readonly SecondLook[],
  rescored: readonly Scored[],
  drafts: readonly RoledDraft[],
  roles: LinearModel,
  relations: LinearModel,
): void {
  const { reading } = p;
  const { pairs, inputs } = readPairs(reading, drafts, relations, pairVector);
  const labels = relationLabels(p, drafts, pairs);
  const labelOf = new Map(p.candidates.map((candidate, i) => [candidate, p.labels[i] as number]));
  const seen = new Set<number>();
  const line = paperLine(
    { id: p.paper.id, split, reading, encoding: encode(reading, words), looks, rescored, roles, inputs },
    ({ candidate }) => {
      const y = labelOf.get(candidate) ?? 0;
      const index = entityIndex(p.entityOf, candidate.keys);
      if (index !== undefined) seen.add(index);
      const role = y > 0 && index !== undefined ? (p.paper.entities[index]?.[2] ?? 'studies') : undefined;
      return { y, r: role === undefined ? -1 : ROLES.indexOf(role) };
    },
    (i) => ({ y: labels[i] }),
  );
  total += p.paper.entities.length;
  missed += p.paper.entities.length - seen.size;
  file.write(line);
}

for (const p of papers) {
  const one = unseen.get(p.group);
  if (one === undefined) throw new Error(`no scores for ${p.paper.id}`);
  write(p, p.origin, one.looks, one.rescored, one.roled, one.roles, one.relations);
}
console.error(`train: ${total} entities, ${missed} without a candidate`);
total = 0;
missed = 0;
const factsOf = factsFrom(knowledge.lexicon);
seeds.forEach((paper, i) => {
  const p = prepare(paper, 100_000 + i, knowledge.lexicon, 'given');
  const scored = scoreCandidates(p.reading, p.candidates, knowledge.lexicon, factsOf, knowledge.spans, spanVector);
  const looks = lookAgain(p.reading, scored, factsOf, knowledge.lexicon);
  const rescored = rescore(looks, knowledge.again);
  const drafts = draftEntities(p.reading, rescored, knowledge.lexicon, factsOf, {
    threshold: knowledge.settings.threshold,
  });
  const roled = decideRoles(p.reading, drafts, knowledge.roles, roleVector);
  write(p, 'seeds', looks, rescored, roled, knowledge.roles, knowledge.relations);
});
console.error(`seeds: ${total} entities, ${missed} without a candidate`);
file.end();
