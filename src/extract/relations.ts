/**
 * Relations: a linear scorer reads each pair of entities; verbs that need no more context stand on their own, and what
 * the sentence denies or only supposes is dropped.
 */
import { kindFromSentence, RELATION_TYPES, type Relation, type Span } from '../model/index.js';
import { CUE_GROUPS, maskBetween } from './cue-words.js';
import { isDenied, isSupposed } from './cues.js';
import type { RoledDraft } from './drafts.js';
import { evidenceSpan } from './evidence.js';
import type { FeatureVector } from './features.js';
import type { LinearModel } from './linear.js';
import { readPairs } from './pair-facts.js';
import { decidePairs, lookAtPairs, WORTH_A_LOOK } from './pair-look.js';
import type { PairInstance } from './pairs.js';
import type { Perceptron } from './perceptron.js';
import { type Reading, surfaceOf, surfacesOf } from './reading.js';
import type { Sentence } from './sentences.js';
import { pairKey, type Statement } from './statements.js';
import type { Token } from './tokenise.js';

const LONGEST_STATEMENT = 200;

export interface RelationThresholds {
  /** In the order of the relation types. */
  readonly least: readonly number[];
}

/** The relations of a paper as the linear scorer and the second look see them. */
export function decideRelations(
  reading: Reading,
  drafts: readonly RoledDraft[],
  { relations, pairs: perceptron }: { readonly relations: LinearModel; readonly pairs: Perceptron },
  thresholds: RelationThresholds,
  vector: FeatureVector,
): Relation[] {
  const { pairs, statements, inputs } = readPairs(reading, drafts, relations, vector, WORTH_A_LOOK);
  const decided = decidePairs(inputs, lookAtPairs(reading, drafts, inputs), perceptron);
  return chooseRelations(reading, drafts, pairs, statements, thresholds, (_, i) => decided[i] as ArrayLike<number>);
}

/**
 * The relations of a paper, one for each pair, in the order of their evidence. `probabilitiesOf` gives those of no
 * relation and of each type.
 */
export function chooseRelations(
  reading: Reading,
  drafts: readonly RoledDraft[],
  pairs: readonly PairInstance[],
  statements: readonly Statement[],
  thresholds: RelationThresholds,
  probabilitiesOf: (pair: PairInstance, index: number) => ArrayLike<number>,
): Relation[] {
  const stated = new Map<number, Statement>();
  // What a sentence says in plain words of a tail leaves no room for guessing another head: in "A is based on B and
  // combines it with C" it is A, not B, that builds on C.
  const spokenFor = new Set<string>();
  for (const s of statements) {
    stated.set(pairKey(s, drafts), s);
    spokenFor.add(`${s.type} ${s.tail} ${s.sentence}`);
  }
  const best = new Map<string, Relation>();
  const unseen = new Set(stated.keys());
  for (const [index, pair] of pairs.entries()) {
    const scores = probabilitiesOf(pair, index);
    const key = pairKey(pair, drafts);
    const statement = stated.get(key);
    unseen.delete(key);
    const type = statement === undefined ? likeliest(scores) : RELATION_TYPES.indexOf(statement.type);
    const probability = scores[type + 1] as number;
    if (statement === undefined && (probability < (thresholds.least[type] ?? 1) || !fits(drafts, pair, type))) continue;
    if (statement === undefined && spokenFor.has(`${RELATION_TYPES[type]} ${pair.tail} ${pair.sentence}`)) continue;
    if (statement?.type === 'BUILDS_ON' && probability < LEAST_STATED && !joinsNames(drafts, pair)) continue;
    if (RELATION_TYPES[type] === 'OUTPERFORMS' && !speaksOfBeating(reading, pair)) continue;
    if (isAncestor(reading, pair, type) || (statement === undefined && denied(reading, pair))) continue;
    // What a sentence states in plain words is surer than the scorer alone can be: the upper half of the scale.
    const confidence = probability / 2 + (statement === undefined ? 0 : STATED);
    const relation = toRelation(reading, drafts, pair, statement, type, confidence);
    keepSurer(best, pair, relation);
  }
  for (const key of unseen) {
    const statement = stated.get(key) as Statement;
    const relation = inPassing(reading, drafts, statement);
    if (relation !== undefined) keepSurer(best, statement, relation);
  }
  return [...best.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/**
 * What a paper says of things of others ("GRPO, a variant of PPO"). Annotators seldom mark it, so that the scorer was not
 * taught it and is not asked; a descent that is stated in plain words between two proper names counts. "PEFT adapts LLMs"
 * is none: there it is said what is done with them.
 */
function inPassing(reading: Reading, drafts: readonly RoledDraft[], statement: Statement): Relation | undefined {
  const { head, tail, type, sentence } = statement;
  if (type !== 'BUILDS_ON') return undefined;
  const atOf = (i: number) => {
    const { nested, occurrences, type: of } = drafts[i] as RoledDraft;
    if (nested || of === 'Concept') return undefined;
    const here = occurrences.filter(({ from }) => reading.sentenceOf[from] === sentence);
    return here.find(({ from, to }) => reading.tokens.slice(from, to).some(({ text }) => isProper(text)));
  };
  const [headAt, tailAt] = [atOf(head), atOf(tail)];
  if (headAt === undefined || tailAt === undefined) return undefined;
  const pair = { head, tail, sentence, headAt, tailAt };
  const kind = RELATION_TYPES.indexOf(type);
  if (!fits(drafts, pair, kind) || isAncestor(reading, pair, kind)) return undefined;
  const relation = toRelation(reading, drafts, pair, statement, kind, STATED);
  return relation.kind === 'adapts' ? undefined : relation;
}

/**
 * Two entities stand in one relation, in one direction: the surer statement wins. Only where both are stated may one
 * build on the other and beat it too, as RoBERTa does BERT.
 */
function keepSurer(best: Map<string, Relation>, pair: Pick<PairInstance, 'head' | 'tail'>, relation: Relation): void {
  const key = `${Math.min(pair.head, pair.tail)} ${Math.max(pair.head, pair.tail)}`;
  const beats = relation.type === 'OUTPERFORMS';
  const [mine, other] = beats ? [`${key} beats`, key] : [key, `${key} beats`];
  const known = best.get(mine);
  if (known !== undefined && known.confidence >= relation.confidence) return;
  const rival = best.get(other);
  const both = rival?.from === relation.from && rival.confidence >= STATED && relation.confidence >= STATED;
  if (rival !== undefined && !both) {
    if (rival.confidence >= relation.confidence) return;
    best.delete(other);
  }
  best.set(mine, relation);
}

/**
 * A descent that a sentence seems to state is none where the scorer gives it less than this ("we study the extension of
 * A to B"), unless both are proper names.
 */
const LEAST_STATED = 0.05;

function joinsNames(drafts: readonly RoledDraft[], { head, tail }: PairInstance): boolean {
  return [head, tail].every((i) => isProper(drafts[i]?.name ?? ''));
}

const isProper = (text: string) => /.[A-Z0-9]/.test(text);

/** Where the upper half of the scale begins, which only plain statements reach. */
const STATED = 0.5;

/** Whether a relation, not yet calibrated, would stand under these thresholds. */
export function isSure(relation: Relation, least: readonly number[]): boolean {
  const { confidence, type } = relation;
  return confidence >= STATED || 2 * confidence >= (least[RELATION_TYPES.indexOf(type)] ?? 1);
}

/** Nothing is beaten in a sentence without a word of beating or comparing. */
function speaksOfBeating({ sentences, cues }: Reading, pair: PairInstance): boolean {
  const { from, to } = sentences[pair.sentence] as Sentence;
  return (maskBetween(cues, from, to) & CUE_GROUPS.beat) !== 0;
}

function likeliest(scores: ArrayLike<number>): number {
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
  const tail = drafts[pair.tail] as RoledDraft;
  const kind =
    RELATION_TYPES[type] === 'BUILDS_ON'
      ? kindFromSentence(evidence, surfacesOf(reading, tail.occurrences))
      : undefined;
  return {
    from: (drafts[pair.head] as RoledDraft).name,
    type: RELATION_TYPES[type] as Relation['type'],
    to: tail.name,
    ...(kind === undefined ? {} : { kind }),
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
  const words = (a: number, b: number): string => (a >= b ? '' : surfaceOf(reading, a, b).toLowerCase());
  const middle = words(low, high);
  const before = words(lead, first);
  return isDenied(middle) || isSupposed(middle) || isDenied(before) || isSupposed(before);
}
