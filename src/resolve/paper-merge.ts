/** One paper from all that its sources say: the titled source wins, and the fuller ones fill what it leaves open. */
import { createHash } from 'node:crypto';
import {
  byKeys,
  compareText,
  type ExtractionRecord,
  foldAbstract,
  type Paper,
  type PaperId,
  PaperIdSchema,
  type Source,
  type SourcePaper,
  type Span,
} from '../model/index.js';
import { titleFromAbstract } from './title-from-abstract.js';

/** What is known about one paper from one place. */
export type Member =
  | { readonly kind: 'paper'; readonly paper: SourcePaper }
  | { readonly kind: 'record'; readonly record: ExtractionRecord; readonly source: Source };

/** A paper that is still to be extracted, or one whose record came along with the input. */
export type MergedPaper =
  | { readonly kind: 'paper'; readonly paper: Paper }
  | { readonly kind: 'record'; readonly record: ExtractionRecord };

/** A member's fields, whatever its kind. */
export interface Facts {
  arxiv: string | undefined;
  doi: string | undefined;
  title: string | undefined;
  abstract: string;
  authors: readonly string[];
  organizations: readonly string[];
  date: string | undefined;
  categories: readonly string[];
  url: string | undefined;
  sources: readonly Source[];
  record: ExtractionRecord | undefined;
}

/** Shorter abstracts ("This paper has been withdrawn by the author") are shared by papers that are not the same. */
const TELLING_LENGTH = 100;

/**
 * The keys by which a member is known for certain: two members that share one are the same paper. They are the
 * identifiers; without any, the text, since the id is then made from it.
 */
export function identityKeys(member: Member): string[] {
  const facts = factsOf(member);
  const keys = identifiersOf(facts);
  return keys.length > 0 ? keys : [`only:${textKey(facts)}`];
}

/** The key of its text: two that share it are the same paper unless something speaks against it. */
export function equalTextKey(member: Member): string | undefined {
  const facts = factsOf(member);
  const text = textKey(facts);
  return text.length >= TELLING_LENGTH || identifiersOf(facts).length === 0 ? `text:${text}` : undefined;
}

/** The paper's id: that of arXiv, else the DOI, else a hash of the folded abstract; of several the smallest. */
export function idOf(members: readonly Member[]): PaperId {
  const facts = members.map(factsOf);
  // In the order of the code units arxiv: comes before doi:.
  const [identifier] = facts.flatMap(identifiersOf).sort(compareText);
  if (identifier !== undefined) return PaperIdSchema.parse(identifier);
  const [text = ''] = facts.map(textKey).sort(compareText);
  return PaperIdSchema.parse(`text:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`);
}

function identifiersOf({ arxiv, doi }: Facts): string[] {
  return [...(arxiv === undefined ? [] : [`arxiv:${arxiv}`]), ...(doi === undefined ? [] : [`doi:${doi}`])];
}

/** The folded abstract; where that is empty (a script without Latin letters) the abstract itself. */
export function textKey({ abstract }: Facts): string {
  const folded = foldAbstract(abstract);
  return folded === '' ? abstract : folded;
}

/**
 * Merges the members of one paper. The result does not depend on their order.
 *
 * A record's abstract is never exchanged, because its offsets count in it; a title that it lacked moves them on.
 */
export function mergeMembers(members: readonly Member[]): MergedPaper {
  const facts = members.map(factsOf).sort(byPreference);
  const records = facts.filter((fact) => fact.record !== undefined);
  // Where there is a record, its text is the text; its other fields are filled like any other's.
  const [text] = records.length > 0 ? records : facts;
  if (text === undefined) throw new Error('a paper has at least one source');
  const id = idOf(members);
  const title = text.title ?? first(facts, (fact) => fact.title);
  const date = fullestDate(facts);
  const url = first(facts, (fact) => fact.url) ?? addressOf(id);
  const paper: Paper = {
    id,
    title: title ?? text.record?.paper.title ?? titleFromAbstract(text.abstract),
    ...(title === undefined ? { titleFrom: 'abstract' } : {}),
    abstract: text.record === undefined ? wholeAbstract(text.abstract, facts) : text.abstract,
    authors: longest(facts.map((fact) => fact.authors)),
    organizations: longest(facts.map((fact) => fact.organizations)),
    ...(date === undefined ? {} : { date }),
    categories: longest(facts.map((fact) => fact.categories)),
    ...(url === undefined ? {} : { url }),
    sources: uniqueSources(facts),
  };
  if (text.record === undefined) return { kind: 'paper', paper };
  return {
    kind: 'record',
    record: moveRecord(text.record, paper, text.title === undefined ? (title ?? '').length : 0),
  };
}

export function factsOf(member: Member): Facts {
  if (member.kind === 'paper') {
    // Field by field: what is left over of an object takes long to find, and this runs for every paper.
    const { arxiv, doi, title, abstract, authors, organizations, date, categories, url, source } = member.paper;
    const sources = [source];
    const record = undefined;
    return { arxiv, doi, title, abstract, authors, organizations, date, categories, url, sources, record };
  }
  const { paper } = member.record;
  const [scheme, ...rest] = paper.id.split(':');
  return {
    arxiv: scheme === 'arxiv' ? rest.join(':') : undefined,
    doi: scheme === 'doi' ? rest.join(':') : undefined,
    title: paper.titleFrom === 'abstract' ? undefined : paper.title,
    abstract: paper.abstract,
    authors: paper.authors,
    organizations: paper.organizations,
    date: paper.date,
    categories: paper.categories,
    url: paper.url,
    sources: paper.sources,
    record: member.record,
  };
}

/** Titled before untitled, then the fuller first; what is equally full is ordered by what it says, never by its place. */
const byContent = byKeys<Facts>(
  (fact) => fact.title ?? '',
  (fact) => fact.abstract,
  ({ record: _, ...fact }) => JSON.stringify(fact),
  (fact) => JSON.stringify(fact.record ?? null),
);
function byPreference(a: Facts, b: Facts): number {
  return rank(b) - rank(a) || byContent(a, b);
}

function rank(fact: Facts): number {
  const filled = [fact.arxiv, fact.doi, fact.date, fact.url].filter((value) => value !== undefined).length;
  const lists = [fact.authors, fact.organizations, fact.categories].filter((list) => list.length > 0).length;
  return (fact.title === undefined ? 0 : 100) + filled + lists;
}

function first<T>(facts: readonly Facts[], pick: (fact: Facts) => T | undefined): T | undefined {
  for (const fact of facts) {
    const value = pick(fact);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The first of the longest lists: sources leave authors out, and write "and others". */
function longest(lists: readonly (readonly string[])[]): string[] {
  return [...lists.reduce((best, list) => (list.length > best.length ? list : best), [])];
}

/** The preferred abstract or, where that was cut short, the longest of those that go on. */
function wholeAbstract(preferred: string, facts: readonly Facts[]): string {
  if (facts.length === 1) return preferred;
  const beginning = foldAbstract(preferred);
  const isCut = /(?:…|\.\.\.)\s*$/.test(preferred);
  let [whole, length] = [preferred, beginning.length];
  for (const { abstract } of facts) {
    const folded = foldAbstract(abstract);
    if (folded.length > length && (isCut || folded.startsWith(beginning))) [whole, length] = [abstract, folded.length];
  }
  return whole;
}

/** The preferred date, to the day where another source knows the day of the same month or year. */
function fullestDate(facts: readonly Facts[]): string | undefined {
  const date = first(facts, (fact) => fact.date);
  if (date === undefined) return undefined;
  const finer = facts.flatMap((fact) => (fact.date?.startsWith(`${date}-`) ? [fact.date] : []));
  return finer.sort((a, b) => b.length - a.length || compareText(a, b))[0] ?? date;
}

function addressOf(id: PaperId): string | undefined {
  if (id.startsWith('arxiv:')) return `https://arxiv.org/abs/${id.slice('arxiv:'.length)}`;
  return id.startsWith('doi:') ? `https://doi.org/${id.slice('doi:'.length)}` : undefined;
}

function uniqueSources(facts: readonly Facts[]): Source[] {
  const sources = [...facts.flatMap((fact) => fact.sources)].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line,
  );
  return sources.filter((source, i) => source.file !== sources[i - 1]?.file || source.line !== sources[i - 1]?.line);
}

/** The record of the merged paper, its offsets moved by the length of a title that its text did not have. */
function moveRecord(record: ExtractionRecord, paper: Paper, by: number): ExtractionRecord {
  if (by === 0) return { ...record, paper };
  const move = ([start, end]: Span): Span => [start + by, end + by];
  return {
    paper,
    entities: record.entities.map((entity) => ({
      ...entity,
      spans: entity.spans.map(move),
      ...(entity.evidence === undefined ? {} : { evidence: move(entity.evidence) }),
    })),
    relations: record.relations.map((relation) => ({ ...relation, span: move(relation.span) })),
  };
}
