/** A paper as every step after reading sees it, and the text that offsets count in. */
import { z } from 'zod';

/** `arxiv:2506.00188`, `doi:10.…` or `text:` and a hash of the folded abstract. */
export const PaperIdSchema = z
  .string()
  .regex(/^(?:arxiv|doi|text):\S+$/, 'a paper id starts with arxiv:, doi: or text:')
  .brand('PaperId');
export type PaperId = z.infer<typeof PaperIdSchema>;

/** ISO 8601, to the day, the month or the year: what the source knows and no more. */
export const IsoDateSchema = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD');

export const SourceSchema = z.object({ file: z.string(), line: z.number().int().positive() });
export type Source = z.infer<typeof SourceSchema>;

export const PaperSchema = z.object({
  id: PaperIdSchema,
  title: z.string().min(1),
  /** Present when the source gave no title and one was made from the abstract; the text then starts with the newline. */
  titleFrom: z.literal('abstract').optional(),
  abstract: z.string().min(1),
  authors: z.array(z.string()),
  organizations: z.array(z.string()),
  date: IsoDateSchema.optional(),
  categories: z.array(z.string()),
  url: z.string().optional(),
  sources: z.array(SourceSchema).min(1),
});
export type Paper = z.infer<typeof PaperSchema>;

/**
 * What a reader finds in a source, before papers from several sources are merged: cleaned text, no id of ours yet.
 * `arxiv` is a bare arXiv id without its version (`2506.00188`); `doi` is lower case without a resolver's address.
 */
export const SourcePaperSchema = z.object({
  arxiv: z.string().optional(),
  doi: z.string().optional(),
  title: z.string().min(1).optional(),
  abstract: z.string().min(1),
  authors: z.array(z.string()).default([]),
  organizations: z.array(z.string()).default([]),
  date: IsoDateSchema.optional(),
  categories: z.array(z.string()).default([]),
  url: z.string().optional(),
  source: SourceSchema,
});
export type SourcePaper = z.infer<typeof SourcePaperSchema>;

/** The text of a paper in which offsets count UTF-16 code units: title, one newline, abstract. */
export function paperText(paper: Pick<Paper, 'title' | 'titleFrom' | 'abstract'>): string {
  return `${paper.titleFrom === 'abstract' ? '' : paper.title}\n${paper.abstract}`;
}
