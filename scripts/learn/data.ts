/** The data that is learnt from: annotated papers, and the corpus with what must not be learnt from left out. */
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { ENTITY_TYPES, fold, RELATION_TYPES, ROLES } from '../../src/model/index.js';
import { cleanText, readInputs } from '../../src/read/index.js';

/** The guide's format, without the paper; `part` is how a surface and a stretch of evidence are given. */
export const annotationOf = <T extends z.ZodType>(part: T) =>
  z.object({
    id: z.string(),
    entities: z.array(z.tuple([z.string(), z.enum(ENTITY_TYPES), z.enum(ROLES), z.array(part)])),
    relations: z.array(z.tuple([z.string(), z.enum(RELATION_TYPES), z.string(), part])),
  });
export const AnnotationSchema = annotationOf(z.string());
const GoldSchema = AnnotationSchema.extend({ title: z.string(), text: z.string() });
export type GoldPaper = z.infer<typeof GoldSchema>;

const CorpusSchema = z.object({ id: z.string(), title: z.string(), abstract: z.string(), date: z.string() });
export type CorpusPaper = z.infer<typeof CorpusSchema>;

/** Nothing that is shipped is learnt from papers listed after April 2026. */
const LAST_DATE = '2026-05';

/** The annotated papers, cleaned. */
export function readGold(path: string): GoldPaper[] {
  return readLines(path, GoldSchema).map(cleaned);
}

/** One object a line. */
export function readLines<T>(path: string | URL, schema: z.ZodType<T>): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

export function goldText(paper: Pick<GoldPaper, 'title' | 'text'>): string {
  return `${paper.title}\n${paper.text}`;
}

/**
 * The paper as `stemma` reads it, without marks of LaTeX, in its annotations as in its text: what is learnt and measured
 * is what a user's papers look like.
 */
export function cleaned(paper: GoldPaper): GoldPaper {
  return {
    ...paper,
    title: cleanText(paper.title),
    text: cleanText(paper.text),
    entities: paper.entities.map(([name, type, role, surfaces]) => [cleanText(name), type, role, surfaces.map(clean)]),
    relations: paper.relations.map(([head, type, tail, part]) => [cleanText(head), type, cleanText(tail), clean(part)]),
  };
}

/** A part of a text may end within marks: "\\textbf{GraphMAE". */
function clean(part: string): string {
  return cleanText(part.replace(/\\[a-z]+\{(?=[^}]*$)/, ''));
}

/** The titles of the seed papers, folded. Seeds have no arXiv number. */
async function seedTitles(folder: string): Promise<Set<string>> {
  const titles = new Set(readGold(join(folder, 'gold', 'seeds-dev.jsonl')).map(({ title }) => fold(title)));
  for await (const item of readInputs([join(folder, 'seeds')], { asOf: `${LAST_DATE}-01` })) {
    if (item.kind === 'paper' && item.paper.title !== undefined) titles.add(fold(item.paper.title));
  }
  return titles;
}

/** The corpus's papers up to April 2026, without those that are annotated and the seeds. */
export async function* readCorpus(folder: string, annotated: ReadonlySet<string>): AsyncGenerator<CorpusPaper> {
  const seeds = await seedTitles(folder);
  const file = createReadStream(join(folder, 'data', 'arxiv.jsonl.gz')).pipe(createGunzip());
  for await (const line of createInterface({ input: file, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line === '') continue;
    const paper = CorpusSchema.parse(JSON.parse(line));
    if (paper.date < LAST_DATE && !annotated.has(paper.id) && !seeds.has(fold(paper.title))) yield paper;
  }
}
