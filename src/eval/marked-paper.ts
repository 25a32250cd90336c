/**
 * A paper with what a reader, a person or an extractor, marked in it: the one form in which gold and prediction are
 * compared. Both of the judge's forms are read: the extraction record, and the GOLD line of the annotation guide.
 */
import { z } from 'zod';
import { ENTITY_TYPES, type Paper, PaperIdSchema, RELATION_TYPES, ROLES, type Source } from '../model/index.js';
import { cleanText } from '../read/index.js';
import { abstractKey, judgeFold } from './judge-fold.js';

export interface MarkedEntity {
  readonly name: string;
  /** One of the entity types in gold; a prediction may hold any word, which then is wrong. */
  readonly type: string;
  /** In lower case; empty where a prediction gives none. */
  readonly role: string;
  readonly surfaces: readonly string[];
  /** The folded name and surfaces. */
  readonly keys: ReadonlySet<string>;
  /** 0 to 1, where the reader says how sure it is of the entity with its type and role. */
  readonly confidence?: number;
}

export interface MarkedRelation {
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly confidence?: number;
}

export interface MarkedPaper {
  /** The key of the abstract: a paper's identity for the judge. */
  readonly key: string;
  /** The bare id without prefix `arxiv:` and version; empty where there is none. */
  readonly id: string;
  /** Empty where the source gives none. */
  readonly title: string;
  readonly abstract: string;
  readonly entities: readonly MarkedEntity[];
  readonly relations: readonly MarkedRelation[];
  /** Where it stands, for messages. */
  readonly source: Source;
}

/** Gold is held to the vocabulary; a prediction of another program is not, as the judge only finds it wrong. */
export type Origin = 'gold' | 'predicted';

const IdSchema = z.union([z.string(), z.number()]).nullish();
const Confidence = z.number().min(0).max(1).optional();
const lower = z.string().toLowerCase();
const Unknown = z.string().nullish();

const PaperFields = {
  id: IdSchema,
  title: Unknown,
  titleFrom: z.literal('abstract').optional(),
  abstract: Unknown,
  text: Unknown,
};

/** `[name, type, role, [surfaces]]` as the object it abbreviates. */
const entityObject = (value: unknown) =>
  Array.isArray(value) && value.length === 4
    ? { name: value[0], type: value[1], role: value[2], surfaces: value[3] }
    : value;

/** `[head, relation, tail, evidence]` as the object it abbreviates. */
const relationObject = (value: unknown) =>
  Array.isArray(value) && value.length >= 3 ? { from: value[0], type: value[1], to: value[2] } : value;

function markedSchema(origin: Origin) {
  const gold = origin === 'gold';
  const type = gold ? z.enum(ENTITY_TYPES) : z.string();
  const role = gold ? lower.pipe(z.enum(ROLES)) : lower.nullish();
  const entity = z.object(
    { name: z.string(), type, role, surfaces: z.array(z.string()).nullish(), confidence: Confidence },
    { error: 'an entity is [name, type, role, [surfaces]] or an object' },
  );
  const relation = z.object(
    { from: z.string(), type: gold ? z.enum(RELATION_TYPES) : z.string(), to: z.string(), confidence: Confidence },
    { error: 'a relation is [head, relation, tail, evidence] or an object' },
  );
  return z.object({
    ...PaperFields,
    paper: z.object(PaperFields).nullish(),
    entities: z.array(z.preprocess(entityObject, entity)).default([]),
    relations: z.array(z.preprocess(relationObject, relation)).default([]),
  });
}

const schemas = { gold: markedSchema('gold'), predicted: markedSchema('predicted') };

/** What is wrong with a line: an absent abstract, or the place in the object and what stands there. */
export type MarkedProblem = { code: 'no-abstract' | 'bad-record'; message: string };

/** Checks one object of either form. The problem is data: a bad line must not lose the good ones. */
export function parseMarked(value: unknown, origin: Origin, source: Source): MarkedPaper | MarkedProblem {
  const parsed = schemas[origin].safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { code: 'bad-record', message: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'invalid'}` };
  }
  const line = parsed.data;
  const paper = line.paper ?? line;
  const abstract = paper.abstract || paper.text;
  if (!abstract) return { code: 'no-abstract', message: 'no abstract: give it as "text", or as "abstract" of "paper"' };
  return {
    key: abstractKey(abstract),
    id: bareId(line.id || paper.id || ''),
    title: paper.titleFrom === 'abstract' ? '' : (paper.title ?? ''),
    abstract,
    entities: line.entities.map(({ name, type, role, surfaces, confidence }) => ({
      name,
      type,
      role: role ?? '',
      surfaces: surfaces ?? [],
      keys: keysOf([name, ...(surfaces ?? [])]),
      ...(confidence === undefined ? {} : { confidence }),
    })),
    relations: line.relations.map(({ from, type, to, confidence }) => ({
      from,
      type,
      to,
      ...(confidence === undefined ? {} : { confidence }),
    })),
    source,
  };
}

const IN_MEMORY: Source = { file: 'memory', line: 1 };

/** As `parseMarked`, for objects made by this program. @throws TypeError where one is none of a marked paper */
export function marked(value: unknown, origin: Origin = 'predicted'): MarkedPaper {
  const paper = parseMarked(value, origin, IN_MEMORY);
  if ('code' in paper) throw new TypeError(`no marked paper: ${paper.message}`);
  return paper;
}

/**
 * The paper to extract from, cleaned as every paper that is read. One without a title has a text that starts with the
 * newline.
 */
export function paperOfMarked({ id, key, title, abstract, source }: MarkedPaper): Paper {
  return {
    id: PaperIdSchema.parse(`text:${(id || key || '-').replace(/\s+/g, '_')}`),
    // The schema wants a title; with `titleFrom` it is no part of the text.
    ...(title === '' ? { title: '-', titleFrom: 'abstract' as const } : { title: cleanText(title) }),
    abstract: cleanText(abstract),
    authors: [],
    organizations: [],
    categories: [],
    sources: [source],
  };
}

function keysOf(texts: readonly string[]): Set<string> {
  const keys = new Set(texts.map(judgeFold));
  keys.delete('');
  return keys;
}

/** As the judge cuts it: what follows the first `v` is taken for a version. */
function bareId(id: string | number): string {
  return String(id)
    .replace(/^arxiv:/, '')
    .replace(/v.*/s, '');
}
