/** From the raw fields of any source to a cleaned paper, or to the fault that says why not. */
import { IsoDateSchema, type SourcePaper, SourcePaperSchema } from '../model/index.js';
import { cleanText } from './clean/index.js';
import { toIsoDate } from './dates.js';
import { identify, toUrl } from './identifiers.js';
import { type ReadItem, refuse } from './item.js';
import { cleanNames } from './names.js';

/** Longer than any abstract: a whole paper, or rubbish. */
export const MAX_ABSTRACT = 50_000;
const MAX_TITLE = 1_000;
/** Longer than any identifier, address or date. */
const MAX_FIELD = 2_000;

export interface RawPaper {
  arxiv?: string | undefined;
  doi?: string | undefined;
  title?: string | undefined;
  abstract?: string | undefined;
  authors?: readonly string[] | undefined;
  organizations?: readonly string[] | undefined;
  /** In any form that `toIsoDate` knows. */
  date?: string | undefined;
  categories?: readonly string[] | undefined;
  url?: string | undefined;
  /** Other fields in which an arXiv number may stand. */
  hints?: readonly (string | undefined)[] | undefined;
}

/** @param line where the paper starts, from 1 */
export function toPaper(raw: RawPaper, file: string, line: number): ReadItem {
  if (raw.abstract !== undefined && raw.abstract.length > MAX_ABSTRACT) {
    const message = `the abstract of ${nameOf(raw)} has ${raw.abstract.length} characters, more than ${MAX_ABSTRACT}: give the abstract alone`;
    return refuse('bad-record', message, file, line);
  }
  const abstract = cleanText(raw.abstract ?? '');
  if (!/\p{L}/u.test(abstract)) {
    return refuse('no-abstract', `${nameOf(raw)} has no abstract and was refused: add one`, file, line);
  }
  const title = cleanText((raw.title ?? '').slice(0, MAX_TITLE));
  const date = raw.date === undefined ? undefined : toIsoDate(raw.date.slice(0, MAX_FIELD));
  const address = short(raw.url);
  const url = address === undefined ? undefined : toUrl(address);
  const paper = SourcePaperSchema.safeParse({
    ...identify({
      arxiv: short(raw.arxiv),
      doi: short(raw.doi),
      hints: [address, ...(raw.hints ?? []).map((hint) => hint?.slice(0, MAX_FIELD))],
    }),
    ...(title === '' ? {} : { title }),
    abstract,
    authors: cleanNames(raw.authors ?? []),
    organizations: cleanNames(raw.organizations ?? []),
    ...(date !== undefined && IsoDateSchema.safeParse(date).success ? { date } : {}),
    categories: cleanNames(raw.categories ?? []),
    ...(url === undefined ? {} : { url }),
    source: { file, line },
  } satisfies SourcePaper);
  if (paper.success) return { kind: 'paper', paper: paper.data };
  return refuse(
    'bad-record',
    `${nameOf(raw)} was refused: ${paper.error.issues[0]?.message ?? 'not a paper'}`,
    file,
    line,
  );
}

/** What identifies is whole or it is nothing: a field that is too long is left out. */
function short(field: string | undefined): string | undefined {
  return field === undefined || field.length > MAX_FIELD ? undefined : field;
}

/** What a message calls the record. */
function nameOf(raw: RawPaper): string {
  const id = raw.arxiv ?? raw.doi;
  if (id !== undefined && id.slice(0, 200).trim() !== '') return `record ${id.slice(0, 200).trim().slice(0, 60)}`;
  const title = cleanText((raw.title ?? '').slice(0, 200));
  return title === '' ? 'this record' : `"${title.slice(0, 60)}"`;
}
