/**
 * Writes papers of the corpus that nobody annotated, with what a trained network says of them: probabilities for train.py
 * to learn from (self-training). Drawn with a fixed seed.
 *
 * usage: tsx scripts/train/label.ts DATA NETWORK VOCABULARY OUT [--fold F]
 *        (with --fold F the network never saw the annotated papers of that fold, and the linear scorers do not either)
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type Deciders, decideEntities, judgePairs, readWithNetwork } from '../../src/extract/accurate/decide.js';
import { Network } from '../../src/extract/accurate/network.js';
import { WordPieces } from '../../src/extract/accurate/word-pieces.js';
import { factsFrom } from '../../src/extract/features.js';
import type { ShownDraft } from '../../src/extract/role-cues.js';
import { ENTITY_TYPES, paperText, ROLES } from '../../src/model/index.js';
import { corpusFacts } from '../learn/corpus-cache.js';
import { type CorpusPaper, readCorpus, readGold } from '../learn/data.js';
import { FOLDS, learn } from '../learn/pipeline.js';
import { prepare } from '../learn/prepared.js';
import { seeded, shuffled } from '../learn/random.js';
import { paperLine, round } from './paper-line.js';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { fold: { type: 'string' } } });
const [folder, networkFolder, vocabulary, out] = positionals;
if (folder === undefined || networkFolder === undefined || vocabulary === undefined || out === undefined) {
  throw new Error('usage: label.ts DATA NETWORK VOCABULARY OUT [--fold F]');
}
const PAPERS = 3000;
const SEED = 31;
/** Least probability of an entity, and of a name within or around a surer one, for a tag. */
const TAGGED = { threshold: 0.4, nested: 0.22 };

const gold = readGold(join(folder, 'gold', 'train.jsonl'));
const annotated = new Set(gold.map((p) => p.id));
const corpus = await corpusFacts(folder, annotated);
const prepared = gold.map((paper, i) => prepare(paper, i, corpus));
const known = values.fold === undefined ? prepared : prepared.filter((_, i) => i % FOLDS !== Number(values.fold));
const { knowledge } = learn(known, corpus, 'labels');
const words = new WordPieces(readFileSync(vocabulary, 'utf8').trimEnd().split('\n'));
const network = await Network.load(networkFolder);
const deciders: Deciders = { knowledge, factsOf: factsFrom(knowledge.lexicon), network, words };

async function label({ id, title, abstract }: CorpusPaper): Promise<string> {
  const read = await readWithNetwork(deciders, paperText({ title, abstract }));
  const drafts = decideEntities(deciders, read, TAGGED);
  const { inputs, probabilities } = await judgePairs(deciders, read, drafts);
  const draftOf = new Map(drafts.flatMap((draft) => draft.keys.map((key): [string, ShownDraft] => [key, draft])));
  return paperLine(
    { ...read, id, split: 'labelled', roles: knowledge.roles, inputs },
    ({ candidate: { keys } }, i) => {
      const draft = keys.map((key) => draftOf.get(key)).find((one) => one !== undefined);
      const { probability, types } = read.scored[i] as (typeof read.scored)[number];
      const roles = read.roles.get(keys[0] as string)?.roles ?? [];
      return {
        y: draft === undefined ? 0 : ENTITY_TYPES.indexOf(draft.type) + 1,
        r: draft === undefined ? -1 : ROLES.indexOf(draft.role),
        p: [1 - probability, ...types].map(round),
        s: Array.from(roles, round),
      };
    },
    (i) => ({ y: 0, p: (probabilities[i] as readonly number[]).map(round) }),
  );
}

const papers: CorpusPaper[] = [];
for await (const paper of readCorpus(folder, annotated)) papers.push(paper);
const file = createWriteStream(out);
for (const i of shuffled(papers.length, seeded(SEED)).subarray(0, PAPERS)) {
  const line = await label(papers[i] as CorpusPaper);
  file.write(line);
}
file.end();
await finished(file);
await network.close();
