/** What is measured, by its name: every extractor that needs no server, and a tagger to compare them with. */
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { mapInOrder } from '../../src/cli/map-in-order.js';
import type { createExtractor, EXTRACTOR_NAMES, Extractor } from '../../src/extract/index.js';
import { type Paper, paperText } from '../../src/model/index.js';

/** Reads all of some papers. */
export type Reads = (papers: readonly Paper[]) => Promise<void>;

/** The compiled extractors: they are measured as they are shipped. */
export interface Shipped {
  createExtractor: typeof createExtractor;
  EXTRACTOR_NAMES: typeof EXTRACTOR_NAMES;
}

export const BASELINE = 'wink-nlp';
const THREADS = ', in threads';

export function rowNames({ EXTRACTOR_NAMES }: Shipped): string[] {
  const local = EXTRACTOR_NAMES.filter((name) => name !== 'llm');
  return [BASELINE, ...local.flatMap((name) => [name, name + THREADS])];
}

/** @param papers how many there will be at least, by which an extractor decides on threads */
export async function startRow(row: string, { createExtractor }: Shipped, papers: number): Promise<Reads> {
  if (row === BASELINE) return tagger();
  const extractor = await createExtractor(row.replace(THREADS, '') as 'fast');
  const inThreads = row.endsWith(THREADS) ? await extractor.forMany?.(papers) : undefined;
  return through(inThreads ?? extractor);
}

function through(extractor: Extractor): Reads {
  return async (papers) => {
    const records = mapInOrder(oneByOne(papers), extractor.concurrency, (paper) => extractor.extract(paper));
    let next = 0;
    for await (const { paper } of records) {
      if (paper.id !== papers[next++]?.id) throw new Error(`${extractor.name}: a record out of order`);
    }
  };
}

async function* oneByOne(papers: readonly Paper[]): AsyncGenerator<Paper> {
  yield* papers;
}

/** A bare pass of wink-nlp: parts of speech, and the runs of adjectives and nouns that end in a noun. */
function tagger(): Reads {
  const nlp = winkNLP(winkModel, ['sbd', 'pos']);
  return async (papers) => {
    let phrases = 0;
    for (const paper of papers) {
      const tags = nlp.readDoc(paperText(paper)).tokens().out(nlp.its.pos) as unknown as string[];
      phrases += tags.join(' ').match(/(?:(?:ADJ|NOUN|PROPN) )*(?:NOUN|PROPN)/g)?.length ?? 0;
    }
    if (phrases === 0) throw new Error('the tagger found nothing');
  };
}
