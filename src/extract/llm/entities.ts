/** Grounds the entities of an answer in the text: only what stands there is kept, at every place where it stands. */
import {
  type EntityMentions,
  type EntityType,
  fold,
  foldWords,
  ROLES,
  type Role,
  type Span,
} from '../../model/index.js';
import { findDefinitions } from '../acronyms.js';
import { singular } from '../names.js';
import type { Token } from '../tokenise.js';
import type { AnsweredEntity } from './answer.js';
import { ROLE_CONFIDENCE } from './confidence.js';
import { type Document, evidenceAround, holds, overlaps, sentenceAround } from './document.js';

export interface Grounded {
  readonly entity: EntityMentions;
  /** Folded names and surfaces by which the relations of the answer may call it. */
  readonly keys: ReadonlySet<string>;
}

interface Draft {
  name: string;
  type: EntityType;
  role: Role;
  /** The number of the line that the model gave for the role. */
  line: number;
  spans: Span[];
  keys: Set<string>;
}

/** The entities in the order of their first mention, with different names. */
export function groundEntities(document: Document, answered: readonly AnsweredEntity[]): Grounded[] {
  const words = wordsOf(document.text);
  const drafts = answered.flatMap((entity) => toDraft(document, words, entity));
  const different = joinDefinitions(document, joinTwins(drafts));
  return claimSpans(different)
    .sort((a, b) => first(a)[0] - first(b)[0] || first(b)[1] - first(a)[1])
    .map((draft) => ({ entity: toMentions(document, draft), keys: draft.keys }));
}

function toDraft(document: Document, words: ReadonlySet<string>, answered: AnsweredEntity): Draft[] {
  const { searched, text } = document;
  const quoted = answered.surfaces.flatMap((surface) => searched.mentions(surface));
  const spans = longest(quoted.length > 0 ? quoted : searched.mentions(answered.name));
  const found = spans[0];
  if (found === undefined) return [];
  const surfaces = spans.map(([start, end]) => text.slice(start, end));
  const name = isWritten(answered.name, surfaces, words)
    ? answered.name.trim().replace(/\s+/g, ' ')
    : plainName(surfaces);
  const keys = new Set([answered.name, name, ...surfaces].map(fold));
  return [{ name, type: answered.type, role: answered.role, line: answered.sentence, spans, keys }];
}

/** A name may be put together from words of the text, but not from what the model knows besides. */
function isWritten(name: string, surfaces: readonly string[], words: ReadonlySet<string>): boolean {
  const folded = foldWords(name);
  if (folded.length === 0) return false;
  const whole = folded.join('');
  return surfaces.some((surface) => fold(surface) === whole) || folded.every((word) => words.has(word));
}

function wordsOf(text: string): Set<string> {
  return new Set([
    ...foldWords(text),
    ...foldWords(
      text
        .split(/[\s-]+/)
        .map(singular)
        .join(' '),
    ),
  ]);
}

function plainName(surfaces: readonly string[]): string {
  const surface = (surfaces.find((s) => s === s.toLowerCase()) ?? surfaces[0] ?? '').replace(/\s+/g, ' ');
  return surface === surface.toLowerCase() ? singular(surface) : surface;
}

/** One entity where two have the same name, or the name of one is a form of the other. */
function joinTwins(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = [];
  for (const draft of drafts) {
    const twin = joined.find(({ name, keys }) => keys.has(fold(draft.name)) || draft.keys.has(fold(name)));
    if (twin === undefined) joined.push(draft);
    else absorb(twin, draft);
  }
  return joined;
}

/** An acronym and the long form that the text gives it are one entity: a coined one goes by its acronym. */
function joinDefinitions(document: Document, drafts: Draft[]): Draft[] {
  const { tokens } = document;
  const spanOf = ([from, to]: readonly [number, number]): Span => [
    (tokens[from] as Token).start,
    (tokens[to - 1] as Token).end,
  ];
  const at = ([start, end]: Span) => drafts.find(({ spans }) => spans.some((s) => s[0] === start && s[1] === end));
  for (const { short, long } of findDefinitions(document.tokens, document.sentences)) {
    const [acronym, spelt] = [at(spanOf(short)), at(spanOf(long))];
    if (acronym === undefined || spelt === undefined || acronym === spelt) continue;
    const coined = acronym.role === 'introduces' || spelt.role === 'introduces';
    const [kept, other] = coined ? [acronym, spelt] : [spelt, acronym];
    absorb(kept, other);
    drafts.splice(drafts.indexOf(other), 1);
  }
  return drafts;
}

function absorb(draft: Draft, other: Draft): void {
  if (ROLES.indexOf(other.role) < ROLES.indexOf(draft.role)) {
    draft.role = other.role;
    draft.line = other.line;
  }
  draft.spans = longest([...draft.spans, ...other.spans]);
  for (const key of other.keys) draft.keys.add(key);
}

/**
 * A mention inside a longer one of another entity belongs to that one, unless it is all that its entity has; the same
 * stretch belongs to the entity that the answer names first.
 */
function claimSpans(drafts: readonly Draft[]): Draft[] {
  const same = (a: Span, b: Span) => a[0] === b[0] && a[1] === b[1];
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const ownerOf = (span: Span) => kept.find(({ spans }) => spans.some((other) => same(other, span)));
    const free = draft.spans.filter((span) => ownerOf(span) === undefined);
    const owner = ownerOf(first(draft));
    // What stands nowhere but where another does is that other under a second name.
    if (free.length === 0 && owner !== undefined) absorb(owner, draft);
    else kept.push({ ...draft, spans: free });
  }
  return kept.map((draft) => {
    const inside = (span: Span) =>
      kept.some((other) => other.name !== draft.name && other.spans.some((s) => holds(s, span) && !same(s, span)));
    const own = draft.spans.filter((span) => !inside(span));
    return own.length > 0 ? { ...draft, spans: own } : draft;
  });
}

/** Sorted, and of those that overlap the longest. */
function longest(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])) {
    if (!kept.some((other) => overlaps(other, span))) kept.push(span);
  }
  return kept.sort((a, b) => a[0] - b[0]);
}

function first(draft: Draft): Span {
  return draft.spans[0] as Span;
}

function toMentions(document: Document, draft: Draft): EntityMentions {
  const evidence = shown(document, draft);
  return {
    name: draft.name,
    type: draft.type,
    role: draft.role,
    surfaces: [...new Set(draft.spans.map(([start, end]) => document.text.slice(start, end)))],
    spans: draft.spans,
    ...(evidence === undefined ? {} : { evidence }),
    confidence: ROLE_CONFIDENCE[draft.role],
  };
}

/** The sentence that the model names, if the entity stands in it; else the first of the abstract, else the title. */
function shown(document: Document, draft: Draft): Span | undefined {
  const abstract = document.sentences.filter(({ inTitle }) => !inTitle);
  const named = draft.line > 0 ? abstract[draft.line - 1] : undefined;
  const title = document.sentences.filter(({ inTitle }) => inTitle);
  const choices = [...(named ? [named] : []), ...(draft.line === 0 ? title : []), ...abstract, ...title];
  for (const sentence of choices) {
    const mention = draft.spans.find((span) => sentenceAround(document, span) === sentence);
    if (mention !== undefined) return evidenceAround(document, sentence, [mention]);
  }
  return undefined;
}
