/** The corpus's statistics, kept in `.cache` between runs of the learning scripts: counting takes minutes. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TermFacts } from '../../src/extract/lexicon.js';
import { cleanText } from '../../src/read/index.js';
import { countNames } from './count-names.js';
import { countTerms } from './count-terms.js';
import { type CorpusPaper, readCorpus } from './data.js';

/** What the corpus says: a lexicon without the judgement of readers. */
export interface CorpusFacts {
  readonly terms: Map<string, TermFacts>;
  readonly classes: Map<string, number>;
  readonly names: Set<string>;
}

/** What is counted depends on how text is read: any change there makes a new key. */
const READING = [
  'tokenise',
  'glued-stops',
  'words',
  'sentences',
  'acronyms',
  'candidates',
  'stop-words',
  'shapes',
  'reading',
  'casing',
];

/** Where the counts of this code and these data are kept. */
export function cacheFile(folder: string, annotated: ReadonlySet<string>): string {
  const key = createHash('sha256').update(String(statSync(join(folder, 'data', 'arxiv.jsonl.gz')).size));
  for (const id of annotated) key.update(id);
  for (const name of READING) key.update(readFileSync(new URL(`../../src/extract/${name}.ts`, import.meta.url)));
  for (const name of ['corpus-cache', 'data', 'count-terms', 'count-names', 'word-classes'])
    key.update(readFileSync(new URL(`./${name}.ts`, import.meta.url)));
  return `.cache/corpus-${key.digest('hex').slice(0, 16)}.json`;
}

interface Kept {
  terms: [string, TermFacts][];
  classes: [string, number][];
  names: string[];
}

/** Counts the corpus in `folder`, or takes the counts of an earlier run with the same code and data. */
export async function corpusFacts(folder: string, annotated: ReadonlySet<string>): Promise<CorpusFacts> {
  const file = cacheFile(folder, annotated);
  if (existsSync(file)) {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as Kept;
    return {
      terms: new Map(kept.terms),
      classes: new Map(kept.classes),
      names: new Set(kept.names),
    };
  }
  const corpus = () => asStemmaReads(readCorpus(folder, annotated));
  const counted = { ...(await countTerms(corpus)), names: await countNames(corpus) };
  mkdirSync('.cache', { recursive: true });
  const kept: Kept = { terms: [...counted.terms], classes: [...counted.classes], names: [...counted.names] };
  writeFileSync(file, JSON.stringify(kept));
  return counted;
}

/** The papers without marks of LaTeX. */
async function* asStemmaReads(papers: AsyncIterable<CorpusPaper>): AsyncGenerator<CorpusPaper> {
  for await (const paper of papers) {
    yield { ...paper, title: cleanText(paper.title), abstract: cleanText(paper.abstract) };
  }
}
