/** Which mention shows a role, and which roles a kind of thing can have. */
import { describe, expect, it } from 'vitest';
import type { Occurrence } from '../../src/extract/candidates.js';
import type { RoledDraft } from '../../src/extract/drafts.js';
import { FeatureVector } from '../../src/extract/features.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import type { PairInstance } from '../../src/extract/pairs.js';
import { type Reading, read } from '../../src/extract/reading.js';
import { chooseRelations } from '../../src/extract/relations.js';
import { chooseRole, ROLE_BITS } from '../../src/extract/roles.js';
import { mentionThatShows } from '../../src/extract/shown-by.js';
import { type EntityType, ROLES, type Role } from '../../src/model/index.js';

const { lexicon, roles } = loadKnowledge();

function mentionsOf(reading: Reading, word: string): Occurrence[] {
  return reading.tokens.flatMap(({ text }, at) => (text === word ? [{ from: at, to: at + 1 }] : []));
}

describe('of mentions that the scorer finds alike', () => {
  it.each<[string, Role, string[], number]>([
    ['the proposal', 'introduces', ['QuxNet is small.', 'Our QuxNet is fast.', 'Here we propose the new QuxNet.'], 2],
    [
      'the proposal in the passive',
      'introduces',
      ['Our QuxNet is fast.', 'QuxNet (QN) is introduced as a network.'],
      1,
    ],
    ['no result', 'studies', ['QuxNet gains 3.7% on GLUE.', 'QuxNet is old.'], 1],
    ['the proposal with its result', 'introduces', ['QuxNet is old.', 'We propose QuxNet, which gains 3%.'], 1],
    ['a use with its result', 'uses', ['With QuxNet it gains 3%.', 'QuxNet is old.'], 0],
    ['what the paper says of itself', 'studies', ['QuxNet is old.', 'This paper looks into QuxNet.'], 1],
    [
      'not where the code lies',
      'introduces',
      ['The code of QuxNet is available at example.org.', 'QuxNet is small.'],
      1,
    ],
    ['not an address', 'uses', ['See https://example.org for QuxNet.', 'QuxNet is small.'], 1],
    ['the first, else', 'studies', ['QuxNet is small.', 'QuxNet is fast.'], 0],
  ])('%s shows the role', (_name, role, sentences, expected) => {
    const reading = read(`A title\n${sentences.join(' ')}`, lexicon);
    const shown = mentionThatShows(reading, role, mentionsOf(reading, 'QuxNet'), () => 0);
    const { start, end } = reading.sentences[reading.sentenceOf[shown.from] as number] ?? { start: 0, end: 0 };
    expect(reading.text.slice(start, end)).toBe(sentences[expected]);
  });

  it('a title shows it only where nothing else does', () => {
    const reading = read('QuxNet for graphs\nQuxNet is small.', lexicon);
    const [inTitle, inText] = mentionsOf(reading, 'QuxNet') as [Occurrence, Occurrence];
    expect(mentionThatShows(reading, 'introduces', [inTitle, inText], () => 0)).toBe(inText);
    expect(mentionThatShows(reading, 'introduces', [inTitle], () => 0)).toBe(inTitle);
  });
});

function draftOf(reading: Reading, word: string, type: EntityType, role: Role = 'uses'): RoledDraft {
  return {
    name: word,
    type,
    keys: [word],
    occurrences: mentionsOf(reading, word),
    defined: false,
    nested: false,
    facts: { papers: 0, seen: 0, free: 0, capital: 0, marked: [] } as unknown as RoledDraft['facts'],
    probability: 1,
    role,
    roleProbability: 1,
  };
}

it.each<[EntityType, Role]>([
  ['Benchmark', 'evaluates_on'],
  ['Concept', 'evaluates_on'],
  ['Model', 'uses'],
  ['Technique', 'uses'],
])('results are reported on benchmarks and tasks; a %s %s', (type, role) => {
  const reading = read('A title\nExperiments on Mixtral show it.', lexicon);
  const probabilities = ROLES.map((one) => ({ evaluates_on: 0.6, uses: 0.3 })[one as string] ?? 0.03);
  const vector = new FeatureVector(ROLE_BITS);
  expect(chooseRole(reading, draftOf(reading, 'Mixtral', type), probabilities, roles, vector).role).toBe(role);
});

it.each([
  ['QuxNet is more accurate than Mixtral.', 1],
  ['Compared with Mixtral, QuxNet is small.', 1],
  ['QuxNet needs what Mixtral needs.', 0],
])('nothing is beaten without a word of beating: %s', (sentence, count) => {
  const reading = read(`A title\n${sentence}`, lexicon);
  const drafts = [draftOf(reading, 'QuxNet', 'Technique', 'introduces'), draftOf(reading, 'Mixtral', 'Model')];
  const [headAt, tailAt] = drafts.map(({ occurrences }) => occurrences[0]) as [Occurrence, Occurrence];
  const pair: PairInstance = { head: 0, tail: 1, sentence: reading.sentenceOf[tailAt.from] as number, headAt, tailAt };
  const beats = chooseRelations(reading, drafts, [pair], [], { least: [0.2, 0.2, 0.2] }, () => [0.1, 0, 0.9, 0]);
  expect(beats.map(({ from, type, to }) => [from, type, to])).toEqual(
    count === 0 ? [] : [['QuxNet', 'OUTPERFORMS', 'Mixtral']],
  );
});
