/**
 * A second look at the pairs of a paper, when all have been scored: whether a sentence relates two entities depends on
 * how sure it is that both are entities, on the words right beside them, and on the other pairs that want the same
 * entity. Stacked generalization, as the second look at the entities (see rescore.ts).
 */
import { RELATION_TYPES } from '../model/index.js';
import { maskBetween } from './cue-words.js';
import { CUES, isDenied, isSupposed, mayHold, stemsBetween } from './cues.js';
import type { RoledDraft } from './drafts.js';
import type { PairInput } from './pair-facts.js';
import type { PairInstance } from './pairs.js';
import { correct, type Perceptron } from './perceptron.js';
import { type Reading, surfaceOf } from './reading.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokenise.js';

/** A pair as the second look sees it. */
export interface PairLook {
  /** Log-probabilities of no relation and of each type, at the first look. */
  readonly opinion: readonly number[];
  readonly facts: readonly number[];
}

/** Words before the tail, or right behind an end, that say how it stands in the sentence. */
const LEADS = [
  'on', 'of', 'with', 'via', 'through', 'using', 'by', 'than', 'in', 'from', 'to', 'for', 'into', 'as', 'and', 'or', 'over',
  'between', 'across', 'against', 'is', 'are', 'like', 'while', 'that', 'which',
]; // biome-ignore format: a list
const FOLLOWERS = [
  '-based', '-style', '-guided', '-driven', ',', '.', ':', '(', ')', '-', 'and', 'or', 'for', 'to', 'in', 'of', 'with', 'on',
  'is', 'are', 'that', 'which', 'as', 'by', 'model', 'models', 'framework', 'method', 'methods', 'dataset', 'datasets',
  'benchmark', 'benchmarks', 'performance', 'tasks', 'task', 'loss', 'module', 'network', 'backbone', 'architecture',
]; // biome-ignore format: a list
const LEAD_AT = new Map(LEADS.map((word, i) => [word, i]));
const FOLLOWER_AT = new Map(FOLLOWERS.map((word, i) => [word, i]));
/** So many words before an end are looked through for the word that leads to it. */
const REACH = 6;
const GROUPS = 8;

/** Pairs that the linear scorer relates with less than this, and no statement does, are given up. */
export const WORTH_A_LOOK = 0.02;

/**
 * @param inputs of all pairs of the paper, in the order of the pairs
 * @returns parallel to them; undefined for those that are not worth a second look
 */
export function lookAtPairs(
  reading: Reading,
  drafts: readonly RoledDraft[],
  inputs: readonly PairInput[],
): (PairLook | undefined)[] {
  const rivals = findRivals(inputs);
  const terms = drafts.map((draft) => termFacts(reading, draft));
  return inputs.map((input): PairLook | undefined => {
    const { pair, opinion, facts, stated } = input;
    if (!stated && Math.exp(opinion[0] as number) > 1 - WORTH_A_LOOK) return undefined;
    const out = [...facts, ...(terms[pair.head] as number[]), ...(terms[pair.tail] as number[])];
    addRivals(rivals, pair, opinion, out);
    addWords(reading, pair, input.between, out);
    addBetween(reading, drafts, pair, input.between, out);
    return { opinion, facts: out };
  });
}

/** The probabilities of no relation and of each type, pair by pair; of pairs not looked at again those of the first look. */
export function decidePairs(
  inputs: readonly PairInput[],
  looks: readonly (PairLook | undefined)[],
  perceptron: Perceptron,
): ArrayLike<number>[] {
  const input = new Float64Array(perceptron.layers[0].inputs);
  return looks.map((look, i) => {
    if (look === undefined) return (inputs[i] as PairInput).opinion.map(Math.exp);
    input.set(look.opinion);
    input.set(look.facts, look.opinion.length);
    return correct(perceptron, input, look.opinion);
  });
}

function termFacts(reading: Reading, draft: RoledDraft): number[] {
  const { facts, occurrences } = draft;
  const first = occurrences[0];
  const start = first === undefined ? 0 : (reading.tokens[first.from] as Token).start;
  const end = first === undefined ? 0 : (reading.tokens[first.to - 1] as Token).end;
  const surface = reading.text.slice(start, end);
  const marked = facts.marked.reduce((sum, votes) => sum + votes, 0);
  return [
    draft.probability,
    draft.roleProbability,
    Math.log1p(facts.papers) / 5,
    facts.papers === 0 ? 1 : 0,
    facts.free,
    facts.capital,
    Math.log1p(facts.seen) / 5,
    marked / (facts.seen + 1),
    ...facts.marked.map((votes) => votes / (facts.seen + 0.5)),
    /.[A-Z0-9]/.test(surface) ? 1 : 0,
    /\d/.test(surface) ? 1 : 0,
    draft.defined ? 1 : 0,
    Math.log1p(occurrences.length) / 2,
    (first?.to ?? 1) - (first?.from ?? 0) === 1 ? 1 : 0,
    occurrences.some((at) => (reading.tokens[at.from] as Token).start < reading.titleEnd) ? 1 : 0,
    new Set(occurrences.map((at) => reading.sentenceOf[at.from])).size / 4,
  ];
}

/** Per end and type, the likeliest pairs: of the sentence, and of the paper. */
function findRivals(inputs: readonly PairInput[]): ReadonlyMap<string, readonly { at: PairInstance; of: number }[]> {
  const rivals = new Map<string, { at: PairInstance; of: number }[]>();
  inputs.forEach(({ pair, opinion }) => {
    RELATION_TYPES.forEach((_, type) => {
      const of = Math.exp(opinion[type + 1] as number);
      if (of < 0.02) return;
      for (const key of [`t${pair.tail} ${type}`, `h${pair.head} ${type}`, `p${pair.head} ${pair.tail} ${type}`]) {
        const list = rivals.get(key);
        if (list) list.push({ at: pair, of });
        else rivals.set(key, [{ at: pair, of }]);
      }
    });
  });
  return rivals;
}

function addRivals(
  rivals: ReturnType<typeof findRivals>,
  pair: PairInstance,
  opinion: readonly number[],
  out: number[],
): void {
  const most = (key: string, counts: (at: PairInstance) => boolean): number => {
    let best = 0;
    for (const { at, of } of rivals.get(key) ?? []) if (of > best && counts(at)) best = of;
    return best;
  };
  RELATION_TYPES.forEach((_, type) => {
    const own = Math.exp(opinion[type + 1] as number);
    const other = (at: PairInstance): boolean => at.head !== pair.head && at.tail !== pair.head;
    const here = most(`t${pair.tail} ${type}`, (at) => at.sentence === pair.sentence && other(at));
    const anywhere = most(`t${pair.tail} ${type}`, other);
    const again = most(`p${pair.head} ${pair.tail} ${type}`, (at) => at.sentence !== pair.sentence);
    const back = most(`p${pair.tail} ${pair.head} ${type}`, () => true);
    const sister = most(`h${pair.head} ${type}`, (at) => at.sentence === pair.sentence && at.tail !== pair.tail);
    const onto = most(`t${pair.head} ${type}`, (at) => at.sentence === pair.sentence);
    out.push(
      own,
      here,
      anywhere,
      again,
      back,
      sister,
      onto,
      own > here ? 1 : 0,
      own > anywhere ? 1 : 0,
      own > again ? 1 : 0,
    );
  });
}

/** The words right before and behind the two ends, and the word that leads to the tail. */
function addWords(reading: Reading, pair: PairInstance, between: readonly [number, number], out: number[]): void {
  const sentence = reading.sentences[pair.sentence] as Sentence;
  const word = (i: number): string => (i < sentence.from || i >= sentence.to ? '' : (reading.tokens[i] as Token).lower);
  const { headAt, tailAt } = pair;
  const lead = new Array<number>(LEADS.length + 1).fill(0);
  for (let d = 1; d <= REACH; d++) {
    const at = LEAD_AT.get(word(tailAt.from - d));
    if (at === undefined) continue;
    lead[at] = 1;
    lead[LEADS.length] = d / REACH;
    break;
  }
  const first = new Array<number>(LEADS.length).fill(0);
  const before = LEAD_AT.get(word(tailAt.from - 1));
  if (before !== undefined) first[before] = 1;
  const behind = new Array<number>(FOLLOWERS.length).fill(0);
  const next = FOLLOWER_AT.get(word(tailAt.to));
  if (next !== undefined) behind[next] = 1;
  const afterHead = new Array<number>(FOLLOWERS.length).fill(0);
  const then = headAt === undefined ? undefined : FOLLOWER_AT.get(word(headAt.to));
  if (then !== undefined) afterHead[then] = 1;
  const beforeHead = new Array<number>(LEADS.length).fill(0);
  const led = headAt === undefined ? undefined : LEAD_AT.get(word(headAt.from - 1));
  if (led !== undefined) beforeHead[led] = 1;
  out.push(...lead, ...first, ...behind, ...afterHead, ...beforeHead);
  out.push(headAt !== undefined && headAt.from === sentence.from ? 1 : 0, tailAt.from === sentence.from ? 1 : 0);
  let commas = 0;
  for (let i = between[0]; i < between[1]; i++) if (word(i) === ',') commas++;
  out.push(Math.min(4, commas) / 2, (sentence.to - sentence.from) / 40);
}

/** The cues between the two, those near the tail, and what else stands between. */
function addBetween(
  reading: Reading,
  drafts: readonly RoledDraft[],
  pair: PairInstance,
  [low, high]: readonly [number, number],
  out: number[],
): void {
  const sentence = reading.sentences[pair.sentence] as Sentence;
  const near = Math.max(sentence.from, pair.tailAt.from - REACH);
  addCues(reading, low, high, out);
  addCues(reading, near, pair.tailAt.from, out);
  for (const [from, to] of [
    [low, high],
    [near, pair.tailAt.from],
    [sentence.from, sentence.to],
  ] as const) {
    const mask = maskBetween(reading.cues, from, to);
    for (let group = 0; group < GROUPS; group++) out.push((mask >> group) & 1);
  }
  let count = 0;
  for (const [i, draft] of drafts.entries()) {
    if (i !== pair.head && i !== pair.tail && draft.occurrences.some((o) => o.from >= low && o.to <= high)) count++;
  }
  out.push(Math.min(4, count) / 2);
}

function addCues(reading: Reading, from: number, to: number, out: number[]): void {
  const stems = from < to ? stemsBetween(reading.stems, from, to) : 0;
  const words = from < to ? surfaceOf(reading, from, to).toLowerCase() : '';
  for (const cue of CUES) out.push(stems !== 0 && mayHold(cue, stems) && cue.pattern.test(words) ? 1 : 0);
  out.push(isDenied(words) ? 1 : 0, isSupposed(words) ? 1 : 0);
}
