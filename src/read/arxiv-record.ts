/**
 * One paper as arXiv metadata give it: the dump's strings (`authors` "A, B and C", `categories` "cs.CL cs.LG"), or
 * arrays; fields that other exports of papers share are understood too.
 */
import { z } from 'zod';
import { type ReadItem, refuse } from './item.js';
import { splitCategories, splitNames } from './names.js';
import { toPaper } from './source-paper.js';

const Text = z.string().nullish();
const Names = z.union([z.string(), z.array(z.union([z.string(), z.object({ name: z.string() })]))]).nullish();

const ArxivRecordSchema = z.object({
  id: z.union([z.string(), z.number().transform(String)]).nullish(),
  arxiv_id: Text,
  doi: Text,
  title: Text,
  abstract: Text,
  summary: Text,
  /** What annotated papers call the abstract. */
  text: Text,
  authors: Names,
  organizations: Names,
  categories: Names,
  date: Text,
  update_date: Text,
  published: Text,
  year: z.union([z.string(), z.number().transform(String)]).nullish(),
  url: Text,
});

export function arxivRecord(object: unknown, file: string, line: number): ReadItem {
  const parsed = ArxivRecordSchema.safeParse(object);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const message = `field ${issue?.path.join('.') || '?'} is not what it should be (${issue?.message ?? 'unknown'}): correct the record`;
    return refuse('bad-record', message, file, line);
  }
  const record = parsed.data;
  return toPaper(
    {
      arxiv: record.arxiv_id ?? record.id ?? undefined,
      doi: record.doi ?? undefined,
      title: record.title ?? undefined,
      abstract: record.abstract ?? record.summary ?? record.text ?? undefined,
      authors: toList(record.authors, splitNames),
      organizations: toList(record.organizations, splitNames),
      categories: toList(record.categories, splitCategories),
      date: record.date ?? record.update_date ?? record.published ?? record.year ?? undefined,
      url: record.url ?? undefined,
    },
    file,
    line,
  );
}

function toList(value: z.infer<typeof Names>, split: (text: string) => string[]): string[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'string' ? split(value) : value.map((item) => (typeof item === 'string' ? item : item.name));
}
