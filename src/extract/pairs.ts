/**
 * Pairs: every ordered pair of entities that one sentence mentions, and every pair of the paper's own contribution with
 * an entity of a sentence whose subject is "we", "it" or "our method"; and what the relation scorer sees of a pair.
 */
import { ENTITY_TYPES, ROLES } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { CUE_GROUPS } from './cue-words.js';
import { CUES, mayHold, stemsBetween } from './cues.js';
import type { RoledDraft } from './drafts.js';
import { type FeatureVector, scale } from './features.js';
import { hashText } from './hashing.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

export const RELATION_BITS = 18;

/** A pair that a sentence may relate. The head is absent from the sentence where only "we" or "it" stands for it. */
export interface PairInstance {
  readonly head: number;
  readonly tail: number;
  readonly sentence: number;
  readonly headAt: Occurrence | undefined;
  readonly tailAt: Occurrence;
}

/** All pairs of a paper, sentence by sentence. */
export function findPairs(reading: Reading, drafts: readonly RoledDraft[]): PairInstance[] {
  const bySentence: { entity: number; at: Occurrence }[][] = reading.sentences.map(() => []);
  drafts.forEach((draft, entity) => {
    if (draft.nested) return;
    const seen = new Set<number>();
    for (const at of draft.occurrences) {
      const sentence = reading.sentenceOf[at.from] as number;
      if (seen.has(sentence)) continue;
      seen.add(sentence);
      bySentence[sentence]?.push({ entity, at });
    }
  });
  const own = contributions(drafts);
  const pairs: PairInstance[] = [];
  bySentence.forEach((mentions, sentence) => {
    for (const { entity: head, at: headAt } of mentions) {
      for (const { entity: tail, at: tailAt } of mentions) {
        if (head !== tail && plausible(drafts[head], drafts[tail]))
          pairs.push({ head, tail, sentence, headAt, tailAt });
      }
    }
    for (const { entity, at } of mentions) {
      for (const main of own) {
        if (mentions.some((m) => m.entity === main)) continue;
        pairs.push({ head: main, tail: entity, sentence, headAt: undefined, tailAt: at });
        if (own[0] === main && couldBePart(drafts[entity])) {
          pairs.push({ head: entity, tail: main, sentence, headAt: at, tailAt: at });
        }
      }
    }
  });
  return pairs;
}

/** What the paper introduces or uses may be a part of its contribution though the sentence does not name that. */
function couldBePart(draft: RoledDraft | undefined): boolean {
  return draft?.role === 'introduces' || (draft?.role === 'uses' && draft.type !== 'Benchmark');
}

/** Annotators seldom relate two concepts, or two things neither of which the paper proposes. */
function plausible(head: RoledDraft | undefined, tail: RoledDraft | undefined): boolean {
  if (head === undefined || tail === undefined) return false;
  if (head.role === 'introduces' || tail.role === 'introduces') return true;
  return head.type !== 'Concept' && tail.type !== 'Concept' && (head.role !== 'studies' || tail.role !== 'studies');
}

/** The entities that the paper introduces, the most mentioned first: at most two stand behind "we" and "our method". */
export function contributions(drafts: readonly RoledDraft[]): number[] {
  const own: number[] = [];
  drafts.forEach((draft, i) => {
    if (draft.role === 'introduces') own.push(i);
  });
  const weight = (i: number): number => {
    const draft = drafts[i] as RoledDraft;
    return (
      draft.occurrences.length + (draft.type === 'Concept' ? 0 : 2) + ((draft.occurrences[0]?.from ?? 9) === 0 ? 3 : 0)
    );
  };
  return own.sort((a, b) => weight(b) - weight(a) || a - b).slice(0, 2);
}

/** Fills `out` with the features of a pair. */
export function pairFeatures(
  reading: Reading,
  drafts: readonly RoledDraft[],
  pair: PairInstance,
  own: readonly number[],
  mentions: number,
  out: FeatureVector,
): void {
  out.clear();
  const { tokens, words, sentences } = reading;
  const head = drafts[pair.head] as RoledDraft;
  const tail = drafts[pair.tail] as RoledDraft;
  const sentence = sentences[pair.sentence] as Sentence;
  const w = (i: number): number => (i < sentence.from ? 1 : i >= sentence.to ? 2 : (words[i] as number));
  const roles = ROLES.indexOf(head.role) * 8 + ROLES.indexOf(tail.role);
  const types = ENTITY_TYPES.indexOf(head.type) * 8 + ENTITY_TYPES.indexOf(tail.type);
  const form =
    pair.headAt === undefined ? 0 : pair.headAt === pair.tailAt ? 1 : pair.headAt.from < pair.tailAt.from ? 2 : 3;
  const rank = Math.min(2, own.indexOf(pair.head) + 1);
  const tailRank = Math.min(2, own.indexOf(pair.tail) + 1);
  out.add(0, form);
  out.add(1, roles, form);
  out.add(2, types, form);
  out.add(3, roles, types);
  out.add(4, roles * 64 + types, form);
  out.add(5, rank * 3 + tailRank, form);
  out.add(6, sentence.inTitle ? 1 : 0, roles * 4 + form);
  out.add(7, Math.min(6, mentions), form);
  out.add(8, Math.min(7, pair.sentence), form);
  out.add(9, scale(head.facts.papers), roles);
  out.add(10, scale(tail.facts.papers), roles);
  out.add(11, reading.words[(tail.occurrences[0]?.to ?? 1) - 1] as number, roles);
  for (const key of tail.keys) out.add(12, hashText(key), form);
  const at = pair.tailAt;
  for (let d = 1; d <= 6; d++) {
    out.add(20, w(at.from - d), d < 3 ? d : 3, d < 4 ? 1 : 0.6);
    out.add(21, w(at.from - d), roles, d < 4 ? 1 : 0.6);
    if (d < 4) out.add(22, w(at.to - 1 + d), form);
  }
  out.add(23, w(at.from - 2), w(at.from - 1));
  const low = pair.headAt === undefined || form === 1 ? sentence.from : Math.min(pair.headAt.to, at.to);
  const high = pair.headAt === undefined || form === 1 ? at.from : Math.max(pair.headAt.from, at.from);
  const gap = high - low;
  out.add(30, Math.min(12, gap >> 1), form);
  for (let i = low; i < high; i++) {
    if ((tokens[i] as Token).kind === 'number') continue;
    const value = gap > 12 ? 0.7 : 1;
    out.add(31, w(i), form, value);
    out.add(32, w(i), roles * 4 + form, value);
    if (i + 1 < high) out.add(33, w(i), w(i + 1) + form, value);
  }
  if (pair.headAt !== undefined && form > 1) {
    const before = Math.min(pair.headAt.from, at.from);
    const after = Math.max(pair.headAt.to, at.to);
    for (let d = 1; d <= 5; d++) {
      out.add(34, w(before - d), form);
      if (d < 4) out.add(35, w(after - 1 + d), form);
    }
    out.add(36, w(before - 2), w(before - 1));
    out.add(37, between(drafts, pair, low, high), form);
  }
  for (let i = sentence.from; i < sentence.to - 1; i++) {
    if (((reading.cues[i] as number) & CUE_GROUPS.own) === 0) continue;
    const { lower } = tokens[i] as Token;
    if (lower === 'we' || lower === 'it') out.add(38, w(i + 1), form);
  }
  out.add(39, w(sentence.from), form);
  addCues(reading, low, high, form, out);
}

function addCues(reading: Reading, low: number, high: number, form: number, out: FeatureVector): void {
  const stems = stemsBetween(reading.stems, low, high);
  if (stems === 0) return;
  const { text, tokens } = reading;
  const gap = text.slice((tokens[low] as Token).start, (tokens[high - 1] as Token).end).toLowerCase();
  CUES.forEach((cue, i) => {
    if (mayHold(cue, stems) && cue.pattern.test(gap)) out.add(40, i, form);
  });
}

/** How many other entities stand between the two. */
function between(drafts: readonly RoledDraft[], pair: PairInstance, low: number, high: number): number {
  let count = 0;
  drafts.forEach((draft, i) => {
    if (i !== pair.head && i !== pair.tail && draft.occurrences.some((o) => o.from >= low && o.to <= high)) count++;
  });
  return Math.min(3, count);
}

/** How many pairs a sentence gives, by its number: in a crowded sentence each one pair means less. */
export function crowds(pairs: readonly PairInstance[]): Map<number, number> {
  const crowd = new Map<number, number>();
  for (const pair of pairs)
    crowd.set(pair.sentence, (crowd.get(pair.sentence) ?? 0) + (pair.headAt === undefined ? 2 : 1));
  for (const [sentence, count] of crowd) crowd.set(sentence, Math.round(count / 2));
  return crowd;
}
