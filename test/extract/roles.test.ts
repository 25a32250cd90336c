/** The roles of a paper's entities: the scorer, plain words, and what shares words with what is introduced. */
import { expect, it } from 'vitest';
import type { Draft } from '../../src/extract/drafts.js';
import { FeatureVector } from '../../src/extract/features.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { NO_FACTS } from '../../src/extract/lexicon.js';
import { read } from '../../src/extract/reading.js';
import { decideRoles, ROLE_BITS } from '../../src/extract/roles.js';
import { ROLES, type Role } from '../../src/model/index.js';

const { lexicon, roles } = loadKnowledge();

/** The roles by name, of words that the scorer thinks introduced with a probability, and else used. */
function rolesOf(text: string, introduced: Record<string, number>, nested: readonly string[] = []): [string, Role][] {
  const reading = read(`A title\n${text}`, lexicon);
  const drafts = Object.keys(introduced).map((word): Draft => {
    const from = reading.tokens.findIndex((token) => token.text === word);
    return {
      name: word,
      type: 'Technique',
      keys: [word],
      occurrences: [{ from, to: from + 1 }],
      defined: false,
      nested: nested.includes(word),
      facts: NO_FACTS,
      probability: 0.9,
    };
  });
  const judge = ({ name }: Draft) =>
    ROLES.map((role) => {
      const p = introduced[name] as number;
      return role === 'introduces' ? p : role === 'uses' ? 1 - p : 0;
    });
  return decideRoles(reading, drafts, roles, new FeatureVector(ROLE_BITS), judge).map(({ name, role }) => [name, role]);
}

it('"we introduce X" decides where the scorer hesitates, and not where it is sure of something else', () => {
  expect(rolesOf('We introduce QuxNet.', { QuxNet: 0.35 })).toEqual([['QuxNet', 'introduces']]);
  expect(rolesOf('We introduce QuxNet.', { QuxNet: 0.1 })).toEqual([['QuxNet', 'uses']]);
});

it('what shares words with a surer entity and would be introduced is another cut of it, and left out', () => {
  const text = 'We introduce QuxNet with FooNet.';
  expect(rolesOf(text, { QuxNet: 0.9, FooNet: 0.8 }, ['FooNet'])).toEqual([['QuxNet', 'introduces']]);
  expect(rolesOf(text, { QuxNet: 0.9, FooNet: 0.4 }, ['FooNet'])).toEqual([
    ['QuxNet', 'introduces'],
    ['FooNet', 'uses'],
  ]);
});
