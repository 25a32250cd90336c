/**
 * Roles that a sentence states in plain words, whatever the scorer makes of the entity: what "we introduce", what
 * something "is evaluated on", and what it "outperforms" or "is compared with", each with the list that follows.
 */
import { ROLES, type Role } from '../model/index.js';
import type { Occurrence } from './candidates.js';
import { isDenied, isSupposed, mayHold, ROLE_CUES, stemsBetween } from './cues.js';
import type { Draft, RoledDraft } from './drafts.js';
import { type Mention, mentionsBySentence, objectsOf, tokenAt } from './objects.js';
import type { Reading } from './reading.js';
import type { Sentence } from './sentences.js';
import { looksNamed, type Shape } from './shapes.js';
import type { Token } from './tokenise.js';

export type ShownDraft = RoledDraft & {
  readonly shownBy: Occurrence;
  /** Probability that the paper introduces it, whatever its role. */
  readonly introduced: number;
};

/** The entities with the roles that plain words state, shown by these; a stated role never replaces a stronger one. */
export function applyRoleCues(reading: Reading, drafts: readonly ShownDraft[]): ShownDraft[] {
  const changed = [...drafts];
  const stated = new Set<string>();
  const mentions = mentionsBySentence(reading, drafts);
  reading.sentences.forEach((sentence, index) => {
    const here = mentions[index] ?? [];
    if (sentence.inTitle || here.length === 0) return;
    const stems = stemsBetween(reading.stems, sentence.from, sentence.to);
    const cues = ROLE_CUES.filter((cue) => mayHold(cue, stems));
    if (cues.length === 0) return;
    const lower = reading.text.slice(sentence.start, sentence.end).toLowerCase();
    for (const { role, pattern } of cues) {
      for (const match of lower.matchAll(pattern)) {
        const start = sentence.start + match.index;
        const verb = tokenAt(reading, sentence, start);
        if (denied(reading, sentence, verb)) continue;
        const from = tokenAt(reading, sentence, start + match[0].length - 1) + 1;
        const objects = objectsOf(reading, here, from);
        for (const object of role === 'introduces' ? objects.slice(0, 1) : objects) {
          // The first sentence that states a role is its evidence.
          const statement = `${object.entity} ${role}`;
          if (stated.has(statement)) continue;
          const draft = changed[object.entity] as ShownDraft;
          const now = withRole(reading, draft, role, object, objects, changed);
          if (now === draft) continue;
          stated.add(statement);
          changed[object.entity] = now;
        }
      }
    }
  });
  return changed;
}

function withRole(
  reading: Reading,
  draft: ShownDraft,
  role: Role,
  mention: Mention,
  list: readonly Mention[],
  all: readonly Draft[],
): ShownDraft {
  if (ROLES.indexOf(role) > ROLES.indexOf(draft.role)) return draft;
  if (role === draft.role) {
    return role !== 'introduces' || isWhole(reading, mention) ? { ...draft, shownBy: mention.at } : draft;
  }
  const stated = { ...draft, role, roleProbability: Math.max(draft.roleProbability, STATED), shownBy: mention.at };
  if (role === 'introduces') return isWhole(reading, mention) && draft.introduced >= LEAST_INTRODUCED ? stated : draft;
  if (role === 'compares_with') return draft.type === 'Concept' || draft.type === 'Benchmark' ? draft : stated;
  if (draft.type === 'Benchmark') return stated;
  // A name in a list of benchmarks is one, unless readers have called it otherwise.
  const listed = list.some(({ entity }) => all[entity]?.type === 'Benchmark');
  const named = looksNamed(reading.shapes[mention.at.from] as Shape);
  return listed && named && draft.type !== 'Concept' && draft.facts.seen === 0
    ? { ...stated, type: 'Benchmark' }
    : draft;
}

/**
 * "We introduce X" counts from this probability of the scorer on. Of what it gives less, annotators mark little as introduced:
 * the words hold for a part of the phrase, or for what nobody else would look up.
 */
const LEAST_INTRODUCED = 0.3;

/** How sure a stated role is at least. */
const STATED = 0.7;

/** The mention is the object itself and does not merely qualify it: "a BERT variant", "the DPO-based recipe". */
function isWhole(reading: Reading, { at }: Mention): boolean {
  const sentence = reading.sentences[reading.sentenceOf[at.from] as number] as Sentence;
  const next = reading.tokens[at.to];
  return (
    at.to >= sentence.to ||
    next === undefined ||
    (reading.stops[at.to] === 1 && !next.joined) ||
    /^[,.:;()]$/.test(next.text)
  );
}

function denied(reading: Reading, sentence: Sentence, verb: number): boolean {
  const first = reading.tokens[Math.max(sentence.from, verb - 4)] as Token;
  const words = reading.text.slice(first.start, reading.tokens[verb]?.start ?? first.start).toLowerCase();
  return isDenied(words) || isSupposed(words);
}
