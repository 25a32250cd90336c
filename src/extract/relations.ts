/**
 * Relations: every ordered pair of entities that one sentence mentions, and every pair of the paper's own
 * contribution with an entity of a sentence whose subject is "we", "it" or "our method". A linear scorer reads the words
 * between and around; cues that need no more context stand on their own, and what is denied or supposed is dropped.
 */
import { BUILDS_ON_KINDS, ENTITY_TYPES, RELATION_TYPES, type Relation, ROLES, type Span } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { CUES, findCue, isDenied, isSupposed } from './cues.js';
import type { RoledDraft } from './drafts.js';
import { evidenceSpan } from './evidence.js';
import type { FeatureVector } from './features.js';
import { scale } from './features.js';
import { hashText } from './hashing.js';
import { type LinearModel, score, softmax } from './linear.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import { findStatements, type Statement } from './statements.js';
import type { Token } from './tokenise.js';

export const RELATION_BITS = 18;
const LONGEST_STATEMENT = 200;

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
        if (drafts[entity]?.role === 'introduces' && own[0] === main) {
          pairs.push({ head: entity, tail: main, sentence, headAt: at, tailAt: at });
        }
      }
    }
  });
  return pairs;
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
    if ((tokens[i] as Token).lower === 'we' || (tokens[i] as Token).lower === 'it') out.add(38, w(i + 1), form);
  }
  out.add(39, w(sentence.from), form);
  const gapText = reading.text.slice(tokens[low]?.start ?? 0, tokens[high - 1]?.end ?? 0).toLowerCase();
  CUES.forEach((cue, i) => {
    if (cue.pattern.test(gapText)) out.add(40, i, form);
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

export interface RelationThresholds {
  /** In the order of the relation types. */
  readonly least: readonly number[];
}

/** The relations of a paper, one for each pair, in the order of their evidence. */
export function decideRelations(
  reading: Reading,
  drafts: readonly RoledDraft[],
  model: LinearModel,
  thresholds: RelationThresholds,
  vector: FeatureVector,
): Relation[] {
  const own = contributions(drafts);
  const pairs = findPairs(reading, drafts);
  const crowd = crowds(pairs);
  const statements = new Map<string, Statement>();
  // What a sentence says in plain words of a tail leaves no room for guessing another head: in "A is based on B and
  // combines it with C" it is A, not B, that builds on C.
  const spokenFor = new Set<string>();
  for (const s of findStatements(reading, drafts, own)) {
    statements.set(`${s.head} ${s.tail} ${s.sentence}`, s);
    spokenFor.add(`${s.type} ${s.tail} ${s.sentence}`);
  }
  const best = new Map<string, Relation>();
  const scores = new Float64Array(model.classes);
  for (const pair of pairs) {
    pairFeatures(reading, drafts, pair, own, crowd.get(pair.sentence) ?? 0, vector);
    score(model, vector, scores);
    softmax(scores);
    const statement = statements.get(`${pair.head} ${pair.tail} ${pair.sentence}`);
    const type = statement === undefined ? likeliest(scores) : RELATION_TYPES.indexOf(statement.type);
    const probability = scores[type + 1] as number;
    if (statement === undefined && (probability < (thresholds.least[type] ?? 1) || !fits(drafts, pair, type))) continue;
    if (statement === undefined && spokenFor.has(`${RELATION_TYPES[type]} ${pair.tail} ${pair.sentence}`)) continue;
    if (isAncestor(reading, pair, type) || (statement === undefined && denied(reading, pair))) continue;
    // What a sentence states in plain words is surer than the scorer alone can be: the upper half of the scale.
    const confidence = statement === undefined ? probability / 2 : 0.5 + probability / 2;
    const relation = toRelation(reading, drafts, pair, statement, type, confidence);
    // Two entities stand in one relation, in one direction: the surer statement wins.
    const key = `${Math.min(pair.head, pair.tail)} ${Math.max(pair.head, pair.tail)}`;
    const known = best.get(key);
    if (known === undefined || known.confidence < confidence) best.set(key, relation);
  }
  return [...best.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** How many pairs a sentence gives, by its number: in a crowded sentence each one pair means less. */
export function crowds(pairs: readonly PairInstance[]): Map<number, number> {
  const crowd = new Map<number, number>();
  for (const pair of pairs)
    crowd.set(pair.sentence, (crowd.get(pair.sentence) ?? 0) + (pair.headAt === undefined ? 2 : 1));
  for (const [sentence, count] of crowd) crowd.set(sentence, Math.round(count / 2));
  return crowd;
}

function likeliest(scores: Float64Array): number {
  let type = 0;
  for (let k = 1; k < RELATION_TYPES.length; k++) {
    if ((scores[k + 1] as number) > (scores[type + 1] as number)) type = k;
  }
  return type;
}

/** A benchmark neither beats nor is beaten, and nothing else descends from one. */
function fits(drafts: readonly RoledDraft[], pair: PairInstance, type: number): boolean {
  const [head, tail] = [drafts[pair.head]?.type === 'Benchmark', drafts[pair.tail]?.type === 'Benchmark'];
  if (RELATION_TYPES[type] === 'OUTPERFORMS') return !head && !tail;
  return RELATION_TYPES[type] !== 'BUILDS_ON' || head === tail;
}

function toRelation(
  reading: Reading,
  drafts: readonly RoledDraft[],
  pair: PairInstance,
  statement: Statement | undefined,
  type: number,
  confidence: number,
): Relation {
  const sentence = reading.sentences[pair.sentence] as Sentence;
  const from = statement?.from ?? Math.min(pair.headAt?.from ?? pair.tailAt.from, pair.tailAt.from);
  const to = statement?.to ?? Math.max(pair.headAt?.to ?? pair.tailAt.to, pair.tailAt.to);
  const span: Span = evidenceSpan(reading, sentence, from, to, LONGEST_STATEMENT);
  const evidence = reading.text.slice(span[0], span[1]);
  const kind = RELATION_TYPES[type] === 'BUILDS_ON' ? findCue(evidence.toLowerCase(), 'BUILDS_ON')?.kind : undefined;
  return {
    from: (drafts[pair.head] as RoledDraft).name,
    type: RELATION_TYPES[type] as Relation['type'],
    to: (drafts[pair.tail] as RoledDraft).name,
    ...(kind !== undefined && BUILDS_ON_KINDS.includes(kind) ? { kind } : {}),
    evidence,
    span,
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

const DESCENT =
  /\b(?:based on|buil[dt]s? (?:up)?on|extend(?:s|ing)?|inspired by|variant of|adapts|replaces|combines|derived from|fine-tuned from)\b/g;
/** Words that may stand between a verb of descent and what it names. */
const NEAR = 6;

/**
 * Whether the head is what something else descends from, as B in "A is based on B and combines it with C": then it is
 * A that builds on C. "A is based on B, which builds on C" speaks of B.
 */
function isAncestor(reading: Reading, pair: PairInstance, type: number): boolean {
  const { headAt, tailAt } = pair;
  if (RELATION_TYPES[type] !== 'BUILDS_ON' || headAt === undefined || headAt.from >= tailAt.from) return false;
  const sentence = reading.sentences[pair.sentence] as Sentence;
  const headStart = (reading.tokens[headAt.from] as Token).start;
  const before = reading.text.slice(sentence.start, headStart).toLowerCase();
  const verb = [...before.matchAll(DESCENT)].at(-1);
  if (verb === undefined) return false;
  const since = before.slice(verb.index + verb[0].length);
  if (since.includes(',') || since.split(/\s+/).length > NEAR + 2) return false;
  const after = reading.tokens.slice(headAt.to, headAt.to + 2).map((token) => token.lower);
  return !after.includes('which') && !after.includes('that');
}

/** Whether the sentence denies what joins the pair, or only supposes it. */
function denied(reading: Reading, pair: PairInstance): boolean {
  const { headAt, tailAt } = pair;
  const sentence = reading.sentences[pair.sentence] as Sentence;
  const two = headAt !== undefined && headAt !== tailAt;
  const low = two ? Math.min(headAt.to, tailAt.to) : Math.max(sentence.from, tailAt.from - 8);
  const high = two ? Math.max(headAt.from, tailAt.from) : tailAt.from;
  const lead = two ? Math.max(sentence.from, Math.min(headAt.from, tailAt.from) - 3) : low;
  const first = two ? Math.min(headAt.from, tailAt.from) : low;
  const words = (a: number, b: number): string =>
    a >= b ? '' : reading.text.slice(reading.tokens[a]?.start ?? 0, reading.tokens[b - 1]?.end ?? 0).toLowerCase();
  const middle = words(low, high);
  const before = words(lead, first);
  return isDenied(middle) || isSupposed(middle) || isDenied(before) || isSupposed(before);
}
