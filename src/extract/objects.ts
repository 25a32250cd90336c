/** The objects of a verb: the mention right behind it, and those joined to that one by commas and "and". */
import type { Occurrence } from './candidates.js';
import type { Draft } from './drafts.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/** One occurrence of an entity, which is known by its number. */
export interface Mention {
  readonly entity: number;
  readonly at: Occurrence;
}

/** The most words that may stand between a verb and its object. */
const BEFORE_OBJECT = 6;
/** The most tokens that may stand between two objects: "the A encoder, and the B". */
const BETWEEN_OBJECTS = 4;
const JOINING = new Set([',', 'and', 'or', '&', 'with']);
const BREAKS = new Set([
  'by',
  'of',
  'is',
  'are',
  'was',
  'has',
  '-based',
  'using',
  'for',
  'when',
  'while',
  'that',
  'which',
  'to',
  'on',
  'in',
  'without',
  'via',
  'than',
  'from',
  'through',
  'across',
  'at',
  'under',
]);

/** All mentions, in order, sentence by sentence. */
export function mentionsBySentence(reading: Reading, drafts: readonly Draft[]): Mention[][] {
  const mentions: Mention[][] = reading.sentences.map(() => []);
  drafts.forEach((draft, entity) => {
    if (draft.nested) return;
    for (const at of draft.occurrences) mentions[reading.sentenceOf[at.from] as number]?.push({ entity, at });
  });
  for (const here of mentions) here.sort((a, b) => a.at.from - b.at.from);
  return mentions;
}

/** The token at an offset of the text, within a sentence. */
export function tokenAt(reading: Reading, sentence: Sentence, offset: number): number {
  for (let i = sentence.from; i < sentence.to; i++) if ((reading.tokens[i] as Token).end > offset) return i;
  return sentence.to - 1;
}

/** The objects of the verb that ends before token `from`, among the mentions of its sentence. */
export function objectsOf(reading: Reading, here: readonly Mention[], from: number): Mention[] {
  const objects: Mention[] = [];
  let at = from;
  for (const mention of here) {
    if (mention.at.from < at) continue;
    const fits = objects.length === 0 ? leadsTo(reading, from, mention.at.from) : joins(reading, at, mention.at.from);
    if (!fits) break;
    objects.push(mention);
    at = mention.at.to;
  }
  return objects;
}

function leadsTo(reading: Reading, from: number, to: number): boolean {
  if (to - from > BEFORE_OBJECT) return false;
  for (let i = from; i < to; i++) {
    const token = reading.tokens[i] as Token;
    if (BREAKS.has(token.lower) || (token.kind === 'mark' && token.text !== ':')) return false;
  }
  return true;
}

function joins(reading: Reading, from: number, to: number): boolean {
  if (to - from > BETWEEN_OBJECTS) return false;
  let joined = false;
  for (let i = from; i < to; i++) {
    const token = reading.tokens[i] as Token;
    if (JOINING.has(token.lower)) joined = true;
    else if (BREAKS.has(token.lower) || token.kind === 'mark') return false;
  }
  return joined;
}
