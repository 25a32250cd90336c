/**
 * Statements that need no scorer: a verb of descent, of victory or of composition with its subject before it and its
 * objects right behind it. "It extends A and B" is said of what the paper introduces; "A, which builds on B" of A.
 */
import type { RelationType } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { isDenied, isSupposed, STATING_CUES } from './cues.js';
import type { RoledDraft } from './drafts.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

export interface Statement {
  readonly head: number;
  readonly tail: number;
  readonly type: RelationType;
  readonly sentence: number;
  /** The stretch of tokens that states it, from the subject or the cue to the object. */
  readonly from: number;
  readonly to: number;
}

export interface Mention {
  readonly entity: number;
  readonly at: Occurrence;
}

/** Words that may stand between a verb and its object, or between two objects. */
const BEFORE_OBJECT = 6;
const COORDINATORS = new Set([',', '&', '(', ')']);
const JOINING = new Set([',', 'and', 'or', '&', 'with']);
const BREAKS = new Set([
  'by',
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
const PRONOUNS = new Set([
  'we',
  'it',
  'our',
  'this',
  'they',
  'the',
  'its',
  'here',
  'in',
  'built',
  'building',
  'extending',
  'based',
  'by',
  'combining',
  'experiments',
  'results',
  'empirically',
]);
const SUBJECT_GAP = new Set([
  'also',
  'directly',
  'further',
  'thus',
  'then',
  'which',
  'that',
  ',',
  'and',
  'consistently',
  'significantly',
  'substantially',
  'simply',
  'itself',
  'clearly',
  ')',
  'model',
  'method',
  'framework',
  'is',
  'was',
  'are',
  'largely',
  'even',
  'greatly',
]);

/** All statements of a paper, sentence by sentence. `own` are the entities that the paper introduces, the first first. */
export function findStatements(reading: Reading, drafts: readonly RoledDraft[], own: readonly number[]): Statement[] {
  const mentions: Mention[][] = reading.sentences.map(() => []);
  drafts.forEach((draft, entity) => {
    for (const at of draft.occurrences) mentions[reading.sentenceOf[at.from] as number]?.push({ entity, at });
  });
  const found: Statement[] = [];
  reading.sentences.forEach((sentence, index) => {
    const here = (mentions[index] ?? []).sort((a, b) => a.at.from - b.at.from);
    if (!sentence.inTitle && here.length > 0) readSentence(reading, drafts, own, sentence, index, here, found);
  });
  return found;
}

function readSentence(
  reading: Reading,
  drafts: readonly RoledDraft[],
  own: readonly number[],
  sentence: Sentence,
  index: number,
  here: readonly Mention[],
  found: Statement[],
): void {
  const lower = reading.text.slice(sentence.start, sentence.end).toLowerCase();
  for (const cue of STATING_CUES) {
    for (const match of lower.matchAll(cue.pattern)) {
      const from = tokenAt(reading, sentence, sentence.start + match.index);
      const to = tokenAt(reading, sentence, sentence.start + match.index + match[0].length - 1) + 1;
      const subject = subjectOf(reading, drafts, own, sentence, here, from);
      if (subject === undefined || deniedAround(reading, sentence, from, subject.at?.to)) continue;
      for (const object of objectsOf(reading, here, to)) {
        if (object.entity === subject.entity) continue;
        const [head, tail] = cue.type === 'PART_OF' ? [object.entity, subject.entity] : [subject.entity, object.entity];
        if (cue.type === 'OUTPERFORMS' && [head, tail].some((i) => drafts[i]?.type === 'Benchmark')) continue;
        const first = Math.min(subject.at?.from ?? from, from);
        found.push({ head, tail, type: cue.type, sentence: index, from: first, to: object.at.to });
      }
    }
  }
}

function tokenAt(reading: Reading, sentence: Sentence, offset: number): number {
  for (let i = sentence.from; i < sentence.to; i++) if ((reading.tokens[i] as Token).end > offset) return i;
  return sentence.to - 1;
}

/** Who does it: the mention right before the verb, the introduced one before it, or what "it" and "we" stand for. */
function subjectOf(
  reading: Reading,
  drafts: readonly RoledDraft[],
  own: readonly number[],
  sentence: Sentence,
  here: readonly Mention[],
  verb: number,
): { entity: number; at?: Occurrence } | undefined {
  const before = here.filter((m) => m.at.to <= verb && drafts[m.entity]?.type !== 'Benchmark');
  const last = before.at(-1);
  if (last !== undefined && verb - last.at.to <= 4) {
    let close = true;
    for (let i = last.at.to; i < verb; i++) close &&= SUBJECT_GAP.has((reading.tokens[i] as Token).lower);
    const participle = (reading.tokens[verb] as Token).lower.endsWith('ing');
    if (close && !participle) return last;
  }
  const introduced = before.findLast((m) => drafts[m.entity]?.role === 'introduces');
  if (introduced !== undefined) return introduced;
  const opening = reading.tokens[sentence.from] as Token;
  const leader = before[0];
  if (leader !== undefined && leader.at.from === sentence.from) return leader;
  const main = own[0];
  return main !== undefined && PRONOUNS.has(opening.lower) ? { entity: main } : undefined;
}

/** What it is done to: the mention right behind the verb and those joined to it by commas and "and". */
function objectsOf(reading: Reading, here: readonly Mention[], from: number): Mention[] {
  const objects: Mention[] = [];
  let at = from;
  for (const mention of here) {
    if (mention.at.from < at) continue;
    for (let i = at; i < mention.at.from; i++) {
      const token = reading.tokens[i] as Token;
      const first = objects.length === 0;
      if (
        first &&
        (i - from >= BEFORE_OBJECT || BREAKS.has(token.lower) || (token.kind === 'mark' && token.text !== ':'))
      )
        return objects;
      if (!first && !COORDINATORS.has(token.lower) && !(token.kind === 'word' && i === mention.at.from - 1))
        return objects;
    }
    if (objects.length > 0 && !coordinated(reading, at, mention.at.from)) return objects;
    objects.push(mention);
    at = mention.at.to;
  }
  return objects;
}

/** "A encoder and the masked B": a few words, and something that joins. */
function coordinated(reading: Reading, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let i = from; i < to; i++) if (JOINING.has((reading.tokens[i] as Token).lower)) return true;
  return false;
}

function deniedAround(reading: Reading, sentence: Sentence, verb: number, subjectEnd: number | undefined): boolean {
  const from = Math.max(sentence.from, Math.min(subjectEnd ?? verb, verb - 5), verb - 8);
  const start = reading.tokens[from]?.start ?? 0;
  const words = reading.text.slice(start, reading.tokens[verb]?.start ?? start).toLowerCase();
  return isDenied(words) || isSupposed(words);
}
