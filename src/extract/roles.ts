/**
 * Roles: a linear scorer over the words around each mention, the place of the sentences, and what the entity is.
 */
import { ENTITY_TYPES, type EntityType, ROLES, type Role } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { CUE_GROUPS, maskBetween } from './cue-words.js';
import { isDenied } from './cues.js';
import type { Draft } from './drafts.js';
import { type FeatureVector, scale } from './features.js';
import { hashText } from './hashing.js';
import { type LinearModel, score, softmax } from './linear.js';
import type { Reading } from './reading.js';
import { applyRoleCues, type ShownDraft } from './role-cues.js';
import { mentionThatShows } from './shown-by.js';
import type { Token } from './tokenise.js';

export const ROLE_BITS = 17;
const MOST_OCCURRENCES = 8;
const WINDOW = 10;

/** Adds the features of one mention; `value` is its share of the whole. */
export function mentionFeatures(
  reading: Reading,
  draft: Draft,
  at: Occurrence,
  value: number,
  out: FeatureVector,
): void {
  const { words, tokens, sentenceOf, sentences, classes } = reading;
  const type = ENTITY_TYPES.indexOf(draft.type);
  const index = sentenceOf[at.from] as number;
  const sentence = sentences[index];
  if (sentence === undefined) return;
  const w = (i: number): number => (i < sentence.from ? 1 : i >= sentence.to ? 2 : (words[i] as number));
  out.add(1, Math.min(7, index), sentence.inTitle ? 1 : 0, value);
  out.add(2, Math.floor((4 * index) / Math.max(1, sentences.length)), type, value);
  for (let d = 1; d <= WINDOW; d++) {
    const bucket = d < 3 ? d : d < 5 ? 3 : d < 8 ? 4 : 5;
    const near = d < 5 ? 1 : 0.6;
    if (at.from - d >= sentence.from) {
      out.add(3, w(at.from - d), bucket, value * near);
      out.add(4, w(at.from - d), type * 2, value * near);
    }
    if (at.to - 1 + d < sentence.to) {
      out.add(3, w(at.to - 1 + d), 8 + bucket, value * near);
      out.add(4, w(at.to - 1 + d), type * 2 + 1, value * near);
    }
  }
  out.add(5, w(at.from - 2), w(at.from - 1), value);
  out.add(6, w(at.to), w(at.to + 1), value);
  out.add(7, classes[at.from - 1] ?? 0, type, value);
  out.add(8, classes[at.to] ?? 0, type, value);
  out.add(9, at.from === sentence.from ? 1 : 0, type, value);
  // The first words of the sentence, and what "we" do in it, before the mention.
  out.add(10, w(sentence.from), w(sentence.from + 1), value);
  const { cues } = reading;
  const isWe = (i: number): boolean =>
    ((cues[i] as number) & CUE_GROUPS.own) !== 0 && (tokens[i] as Token).lower === 'we';
  for (let i = sentence.from; i < at.from; i++) {
    if (isWe(i)) {
      out.add(11, w(i + 1), type, value);
      out.add(12, w(i + 1), Math.min(5, at.from - i), value);
    }
    if (i > sentence.from && i < at.from - WINDOW) out.add(13, w(i), 0, value * 0.5);
  }
  for (let i = at.to; i < sentence.to - 1; i++) if (isWe(i)) out.add(14, w(i + 1), type, value);
  const masks = [
    maskBetween(cues, Math.max(sentence.from, at.from - 5), at.from),
    maskBetween(cues, Math.max(sentence.from, at.from - 16), at.from),
    maskBetween(cues, at.to, Math.min(sentence.to, at.to + 5)),
    maskBetween(cues, at.to, Math.min(sentence.to, at.to + 16)),
  ];
  masks.forEach((mask, side) => {
    for (let bit = 0; bit < 8; bit++) {
      if ((mask & (1 << bit)) === 0) continue;
      out.add(17, bit, side, value);
      out.add(18, bit, side * 4 + type, value);
    }
    out.add(19, mask, side, value);
  });
  if (sentence.inTitle) {
    const next = tokens[at.to]?.text;
    out.add(15, next === ':' ? 1 : 0, type, value);
    out.add(16, hashText(titleWord(reading, at)), type, value);
  }
}

/** "for", "via", "with" in the title, whichever stands closest before the mention. */
function titleWord(reading: Reading, at: Occurrence): string {
  for (let i = at.from - 1; i >= 0; i--) {
    const { lower } = reading.tokens[i] as Token;
    if (['for', 'via', 'with', 'using', 'of', 'in', 'by', 'on', 'to', ':'].includes(lower)) return lower;
  }
  return '';
}

/** Fills `out` with the features of an entity: its own and those of its mentions. */
export function roleFeatures(reading: Reading, draft: Draft, out: FeatureVector): void {
  wholeFeatures(reading, draft, out);
  const value = shareOf(draft);
  for (const at of shownOf(draft)) mentionFeatures(reading, draft, at, value, out);
}

function shownOf(draft: Draft): readonly Occurrence[] {
  return draft.occurrences.slice(0, MOST_OCCURRENCES);
}

/** The share of one mention: many mentions say more than one, but not many times as much. */
function shareOf(draft: Draft): number {
  return 1 / Math.sqrt(Math.min(MOST_OCCURRENCES, draft.occurrences.length));
}

function wholeFeatures(reading: Reading, draft: Draft, out: FeatureVector): void {
  out.clear();
  const type = ENTITY_TYPES.indexOf(draft.type);
  const first = draft.occurrences[0] as Occurrence;
  const last = draft.occurrences.at(-1) as Occurrence;
  const titled = (reading.tokens[first.from] as Token).end <= reading.titleEnd;
  const shape = reading.shapes[last.to - 1] as number;
  const count = Math.min(6, draft.occurrences.length);
  const papers = scale(draft.facts.papers);
  out.add(40, type);
  out.add(41, type, papers);
  out.add(42, type * 2 + (titled ? 1 : 0), count);
  out.add(43, shape, type * 16 + Math.min(last.to - last.from, 4));
  out.add(44, papers, titled ? 1 : 0);
  out.add(45, shape, papers);
  out.add(46, Math.min(6, reading.sentenceOf[first.from] as number), type);
  out.add(47, draft.defined ? 1 : 0, papers);
  out.add(48, scale(draft.facts.seen), type);
  out.add(49, count, papers);
  out.add(50, reading.words[last.to - 1] as number, type);
  for (const key of draft.keys) out.add(51, hashText(key));
  let before = 0;
  let after = 0;
  for (const at of draft.occurrences) {
    const sentence = reading.sentences[reading.sentenceOf[at.from] as number];
    before |= maskBetween(reading.cues, Math.max(sentence?.from ?? 0, at.from - 8), at.from);
    after |= maskBetween(reading.cues, at.to, Math.min(sentence?.to ?? 0, at.to + 8));
  }
  for (let bit = 0; bit < 8; bit++) {
    if ((before & (1 << bit)) !== 0) out.add(52, bit, type);
    if ((after & (1 << bit)) !== 0) out.add(53, bit, type);
    if ((before & (1 << bit)) !== 0) out.add(54, bit, papers);
  }
}

/** From here on what shares words with a surer entity is another cut of what is introduced, and no entity of its own. */
const CUT_ANEW = 0.7;

/**
 * The entities of a paper with their roles: what the scorer says, and over it what plain words state.
 * @param judge the probabilities of an entity's roles; by default the linear scorer's
 */
export function decideRoles(
  reading: Reading,
  drafts: readonly Draft[],
  model: LinearModel,
  vector: FeatureVector,
  judge = (draft: Draft): ArrayLike<number> => scoreRoles(reading, draft, model, vector),
): ShownDraft[] {
  const roled = drafts.map((draft) => chooseRole(reading, draft, judge(draft), model, vector));
  return applyRoleCues(
    reading,
    roled.filter(({ nested, introduced }) => !nested || introduced < CUT_ANEW),
  );
}

/** The probabilities of an entity's roles, in the order of the roles. */
export function scoreRoles(reading: Reading, draft: Draft, model: LinearModel, vector: FeatureVector): Float64Array {
  const scores = new Float64Array(model.classes);
  roleFeatures(reading, draft, vector);
  score(model, vector, scores);
  softmax(scores);
  return scores;
}

/** The likeliest role of an entity, and the mention whose sentence speaks most for it. */
export function chooseRole(
  reading: Reading,
  draft: Draft,
  probabilities: ArrayLike<number>,
  model: LinearModel,
  vector: FeatureVector,
): ShownDraft {
  // What shares words with a surer entity is a part of its name or goes on from it: it is not what is introduced.
  let best = draft.nested ? 1 : 0;
  for (let k = best + 1; k < probabilities.length; k++) {
    if ((probabilities[k] as number) > (probabilities[best] as number) && mayBe(draft.type, ROLES[k] as Role)) best = k;
  }
  // "Unlike X", "instead of X": the paper contrasts itself with X, it does not use it.
  if (ROLES[best] === 'uses' && draft.occurrences.every((at) => deniedBefore(reading, at)))
    best = ROLES.indexOf('compares_with');
  const role = ROLES[best] as Role;
  const parts = new Float64Array(model.classes);
  const shownBy = mentionThatShows(reading, role, shownOf(draft), (at) => {
    // The scorer is linear: a mention's own features tell how much it speaks for the role.
    vector.clear();
    mentionFeatures(reading, draft, at, 1, vector);
    score(model, vector, parts);
    let others = 0;
    for (let k = 0; k < parts.length; k++) if (k !== best) others += (parts[k] as number) / (parts.length - 1);
    return (parts[best] as number) - others;
  });
  const introduced = probabilities[ROLES.indexOf('introduces')] as number;
  return { ...draft, role, roleProbability: probabilities[best] as number, introduced, shownBy };
}

/** Results are reported on benchmarks and tasks: in "experiments on Mixtral", Mixtral is used. */
function mayBe(type: EntityType, role: Role): boolean {
  return role !== 'evaluates_on' || type === 'Benchmark' || type === 'Concept';
}

/** Whether the words right before a mention deny it: "unlike A", "instead of A, B". */
export function deniedBefore(reading: Reading, at: Occurrence): boolean {
  const sentence = reading.sentences[reading.sentenceOf[at.from] as number];
  const from = Math.max(sentence?.from ?? 0, at.from - 4);
  let words = '';
  for (let i = at.from - 1; i >= from; i--) {
    const token = reading.tokens[i] as Token;
    if (token.kind === 'mark') break;
    words = `${token.lower} ${words}`;
  }
  return isDenied(words);
}
