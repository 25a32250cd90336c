/** Papers for the tests, made from a title and an abstract. */
import { type Paper, PaperSchema } from '../../src/model/index.js';

export function paperOf(title: string, abstract: string): Paper {
  return PaperSchema.parse({
    id: 'text:0000',
    title: title === '' ? 'made from the abstract' : title,
    ...(title === '' ? { titleFrom: 'abstract' } : {}),
    abstract,
    authors: [],
    organizations: [],
    categories: [],
    sources: [{ file: 'test', line: 1 }],
  });
}
