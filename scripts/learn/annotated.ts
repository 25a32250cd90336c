/** The annotated papers that everything is learnt from: those of the data folder, and our own. */
import { join } from 'node:path';
import { z } from 'zod';
import { type CorpusFacts, corpusFacts } from './corpus-cache.js';
import {
  annotationOf,
  type CorpusPaper,
  cleaned,
  type GoldPaper,
  goldText,
  readCorpus,
  readGold,
  readLines,
} from './data.js';
import { type Prepared, prepare } from './prepared.js';

/**
 * One of our own annotations: ranges (UTF-16 units) of title, newline and abstract of a paper of the corpus, which is
 * read from the data folder.
 */
const OwnSchema = annotationOf(z.tuple([z.number(), z.number()]));

export type OwnAnnotation = z.infer<typeof OwnSchema>;

export const OWN_FILE = new URL('annotations.jsonl', import.meta.url);

export interface Annotated {
  /** Those of the data folder come first, in its order; what is measured and tuned is so on them alone. */
  readonly papers: readonly Prepared[];
  /** Statistics of the corpus without the annotated papers. */
  readonly corpus: CorpusFacts;
}

export async function readAnnotated(folder: string): Promise<Annotated> {
  const gold = readGold(join(folder, 'gold', 'train.jsonl'));
  const own = await readOwn(folder, new Set(gold.map(({ id }) => id)));
  const corpus = await corpusFacts(folder, new Set([...gold, ...own].map(({ id }) => id)));
  const given = gold.map((paper, i) => prepare(paper, i, corpus, 'given'));
  return {
    corpus,
    papers: [...given, ...own.map((paper, i) => prepare(cleaned(paper), gold.length + i, corpus, 'own'))],
  };
}

/** Our own annotations, in order of their ids. */
export function readOwnLines(): OwnAnnotation[] {
  return readLines(OWN_FILE, OwnSchema);
}

/** Our own annotations with their texts. Throws where the corpus lacks a paper, or has a shorter text. */
export async function readOwn(folder: string, given: ReadonlySet<string>): Promise<GoldPaper[]> {
  const annotations = readOwnLines();
  const wanted = new Set(annotations.map(({ id }) => id));
  const corpus = new Map<string, CorpusPaper>();
  for await (const paper of readCorpus(folder, given)) if (wanted.has(paper.id)) corpus.set(paper.id, paper);
  return annotations.map(({ id, entities, relations }): GoldPaper => {
    const found = corpus.get(id);
    if (found === undefined) {
      throw new Error(`${OWN_FILE.pathname}: paper ${id} is not in the corpus; take its line out`);
    }
    const paper = { id, title: found.title, text: found.abstract };
    const text = goldText(paper);
    const cut = ([from, to]: readonly [number, number]): string => {
      if (from >= to || to > text.length) {
        throw new Error(
          `${OWN_FILE.pathname}: paper ${id} has no characters ${from} to ${to}; is its text another one?`,
        );
      }
      return text.slice(from, to);
    };
    return {
      ...paper,
      entities: entities.map(([name, type, role, ranges]) => [name, type, role, ranges.map(cut)]),
      relations: relations.map(([head, type, tail, range]) => [head, type, tail, cut(range)]),
    };
  });
}
