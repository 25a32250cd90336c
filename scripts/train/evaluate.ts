/**
 * Tunes thresholds and calibration on annotated papers that the scorers were not trained on, and scores both extractors
 * there by the data folder's score.py; the fast one alone where no network is named.
 *
 * usage: tsx scripts/train/evaluate.ts DATA VOCABULARY NETWORK... [--errors N]
 *        (NETWORK: folders of networks, the first trained without fold 0, the second without fold 1, and so on)
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  type Deciders,
  decideEntities,
  decideRelations,
  type NetworkReading,
  readWithNetwork,
} from '../../src/extract/accurate/decide.js';
import { Network } from '../../src/extract/accurate/network.js';
import { WordPieces } from '../../src/extract/accurate/word-pieces.js';
import { draftEntities } from '../../src/extract/drafts.js';
import { FeatureVector } from '../../src/extract/features.js';
import { RELATION_BITS } from '../../src/extract/pairs.js';
import { toRecord } from '../../src/extract/record.js';
import { decideRelations as chooseByLine } from '../../src/extract/relations.js';
import type { ShownDraft } from '../../src/extract/role-cues.js';
import { decideRoles, ROLE_BITS } from '../../src/extract/roles.js';
import { type Paper, type PaperId, RELATION_TYPES, type Relation } from '../../src/model/index.js';
import { corpusFacts } from '../learn/corpus-cache.js';
import { goldText, readGold } from '../learn/data.js';
import { learn, type Unseen } from '../learn/pipeline.js';
import { type Prepared, prepare } from '../learn/prepared.js';
import { ALMOST_ANY, tune } from '../learn/tune.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { errors: { type: 'string' } } });
const [folder, vocabulary, ...networks] = positionals;
if (folder === undefined || vocabulary === undefined) throw new Error('usage: evaluate.ts DATA VOCABULARY NETWORK...');
const FOLDS = 4;
const words = new WordPieces(readFileSync(vocabulary, 'utf8').split('\n'));
const gold = readGold(join(folder, 'gold', 'train.jsonl'));
const corpus = await corpusFacts(folder, new Set(gold.map((p) => p.id)));
const prepared = gold.map((paper, i) => prepare(paper, i, corpus));
const { knowledge, votes, unseen } = learn(prepared, corpus, 'train');

/** Everything that is decided on one paper; relations are all that are not hopeless. */
interface Answer {
  readonly drafts: readonly ShownDraft[];
  readonly relations: readonly Relation[];
}

const unseenOf = (p: Prepared): Unseen => {
  const own = unseen.get(p.group);
  if (own === undefined) throw new Error(`${p.paper.id} was not learnt from`);
  return own;
};

function fast(papers: readonly Prepared[]): [number, Map<Prepared, Answer>] {
  const { threshold } = knowledge.settings;
  const vectors = [new FeatureVector(ROLE_BITS), new FeatureVector(RELATION_BITS)] as const;
  return [
    threshold,
    new Map(
      papers.map((p): [Prepared, Answer] => {
        const own = unseenOf(p);
        const found = draftEntities(p.reading, own.rescored, knowledge.lexicon, votes.seenFrom(p.group), threshold);
        const drafts = decideRoles(p.reading, found, own.roles, vectors[0]);
        const least = { least: ALMOST_ANY };
        return [p, { drafts, relations: chooseByLine(p.reading, drafts, own.relations, least, vectors[1]) }];
      }),
    ),
  ];
}

async function accurate(folders: readonly string[]): Promise<[number, Map<Prepared, Answer>]> {
  const read = new Map<Prepared, [Deciders, NetworkReading]>();
  for (const [fold, path] of folders.entries()) {
    const network = await Network.load(path);
    for (const p of prepared.filter((_, i) => i % FOLDS === fold)) {
      const { spans, again, roles, relations } = unseenOf(p);
      const deciders: Deciders = {
        knowledge: { lexicon: knowledge.lexicon, spans, again, roles, relations },
        factsOf: votes.seenFrom(p.group),
        network,
        words,
      };
      read.set(p, [deciders, await readWithNetwork(deciders, goldText(p.paper))]);
    }
  }
  const threshold = tune.threshold([...read.keys()], (p) => read.get(p)?.[1].scored ?? []);
  const answers = new Map<Prepared, Answer>();
  for (const [p, [deciders, reading]] of read) {
    const drafts = decideEntities(deciders, reading, threshold);
    answers.set(p, { drafts, relations: await decideRelations(deciders, reading, drafts, ALMOST_ANY) });
  }
  return [threshold, answers];
}

function report(name: string, threshold: number, answers: ReadonlyMap<Prepared, Answer>): void {
  const papers = [...answers.keys()];
  const answerOf = (p: Prepared): Answer => answers.get(p) as Answer;
  const tuned = tune.relations(
    papers,
    (p) => answerOf(p).drafts,
    (p) => answerOf(p).relations,
  );
  const settings = {
    version: name,
    threshold,
    relationThresholds: tuned.least,
    calibration: { edge: tune.edgeCalibration(papers, (p) => answerOf(p).drafts), relation: tuned.calibration },
  };
  console.log(JSON.stringify(settings));
  // Half of the scale is for what is not stated in plain words (see chooseRelations).
  const sure = (r: Relation): boolean =>
    r.confidence >= 0.5 || 2 * r.confidence >= (tuned.least[RELATION_TYPES.indexOf(r.type)] as number);
  const lines = papers.map(({ paper, reading }, i) => {
    const { drafts, relations } = answerOf(papers[i] as Prepared);
    const bare: Paper = {
      id: `text:${paper.id}` as PaperId,
      title: paper.title === '' ? '-' : paper.title,
      abstract: paper.text,
      authors: [],
      organizations: [],
      categories: [],
      sources: [{ file: 'gold', line: 1 }],
    };
    return JSON.stringify(toRecord(bare, reading, drafts, relations.filter(sure), settings.calibration));
  });
  writeFileSync(`.cache/judged-${name}.jsonl`, papers.map((p) => `${JSON.stringify(p.paper)}\n`).join(''));
  writeFileSync(`.cache/predicted-${name}.jsonl`, lines.map((line) => `${line}\n`).join(''));
  const scorer = [
    join(folder as string, 'eval', 'score.py'),
    `.cache/judged-${name}.jsonl`,
    `.cache/predicted-${name}.jsonl`,
  ];
  console.log(
    `${name}\n${execFileSync('python3', [...scorer, '--errors', values.errors ?? '0'], { encoding: 'utf8' })}`,
  );
}

const folds = networks.length === 0 ? FOLDS : networks.length;
report('fast', ...fast(prepared.filter((_, i) => i % FOLDS < folds)));
if (networks.length > 0) report('accurate', ...(await accurate(networks)));
