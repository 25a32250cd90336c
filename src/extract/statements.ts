/**
 * Statements that need no scorer: a verb of descent, of victory or of composition with its subject before it and its
 * objects right behind it. "It extends A and B" is said of what the paper introduces; "A, which builds on B" of A.
 */
import type { RelationType } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { isDenied, isSupposed, mayHold, STATING_CUES, stemsBetween } from './cues.js';
import type { RoledDraft } from './drafts.js';
import { type Mention, mentionsBySentence, objectsOf, tokenAt } from './objects.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import { findSuccessions } from './successions.js';
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

/** One number for a pair in its sentence, whoever states it: a key among the pairs of one paper. */
export function pairKey(
  { head, tail, sentence }: Pick<Statement, 'head' | 'tail' | 'sentence'>,
  drafts: readonly unknown[],
): number {
  return (sentence * drafts.length + head) * drafts.length + tail;
}

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
  '-',
  '–',
  '—',
]);

/** All statements of a paper, sentence by sentence. `own` are the entities that the paper introduces, the first first. */
export function findStatements(reading: Reading, drafts: readonly RoledDraft[], own: readonly number[]): Statement[] {
  const mentions = mentionsBySentence(reading, drafts);
  const found: Statement[] = [];
  reading.sentences.forEach((sentence, index) => {
    const here = mentions[index] ?? [];
    if (!sentence.inTitle && here.length > 0) readSentence(reading, drafts, own, sentence, index, here, found);
  });
  const known = new Set(found.map((statement) => pairKey(statement, drafts)));
  found.push(
    ...findSuccessions(reading, drafts, mentions).filter((statement) => !known.has(pairKey(statement, drafts))),
  );
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
  const stems = stemsBetween(reading.stems, sentence.from, sentence.to);
  const stating = STATING_CUES.filter((cue) => mayHold(cue, stems));
  if (stating.length === 0) return;
  const lower = reading.text.slice(sentence.start, sentence.end).toLowerCase();
  for (const cue of stating) {
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
  const introduced = before.findLast((m) => drafts[m.entity]?.role === 'introduces');
  // In "Foo, a method for graph layout that builds on Bar" it is Foo that does, not what Foo is for.
  const isObject =
    introduced !== undefined && (drafts[last?.entity ?? -1]?.type === 'Concept' || isExplained(reading, introduced.at));
  if (last !== undefined && !isObject && verb - last.at.to <= 4) {
    let close = true;
    for (let i = last.at.to; i < verb; i++) close &&= SUBJECT_GAP.has((reading.tokens[i] as Token).lower);
    const participle = (reading.tokens[verb] as Token).lower.endsWith('ing');
    if (close && !participle) return last;
  }
  if (introduced !== undefined) return introduced;
  const opening = reading.tokens[sentence.from] as Token;
  const leader = before[0];
  if (leader !== undefined && leader.at.from === sentence.from) return leader;
  const main = own[0];
  return main !== undefined && PRONOUNS.has(opening.lower) ? { entity: main } : undefined;
}

/** Whether the words right behind a mention say what it is: "Foo, a framework", "Foo (FO) is an encoder". */
function isExplained(reading: Reading, { to }: Occurrence): boolean {
  const word = (i: number): string => reading.tokens[i]?.lower ?? '';
  const at = word(to) === '(' && word(to + 2) === ')' ? to + 3 : to;
  return [',', ':', 'is'].includes(word(at)) && ['a', 'an', 'the', 'our'].includes(word(at + 1));
}

function deniedAround(reading: Reading, sentence: Sentence, verb: number, subjectEnd: number | undefined): boolean {
  const from = Math.max(sentence.from, Math.min(subjectEnd ?? verb, verb - 5), verb - 8);
  const start = reading.tokens[from]?.start ?? 0;
  const words = reading.text.slice(start, reading.tokens[verb]?.start ?? start).toLowerCase();
  return isDenied(words) || isSupposed(words);
}
