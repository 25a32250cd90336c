/** The pure parts of the explorer: marking names, cutting texts, dates and numbers as people read them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutText, findMentions } from '../../web/src/inspector/mentions.js';
import { groupHits } from '../../web/src/search/groups.js';
import { distinctForms, formatCount, formatDate, plural, shorten, toSentence } from '../../web/src/ui/words.js';

test.each([
  ['nothing to do: it is a Model', 'Nothing to do: it is a Model.'],
  ['curation.yaml was changed since', 'curation.yaml was changed since.'],
  ['graphs/G/curation.yaml:3:5: edit 1: unknown key', 'graphs/G/curation.yaml:3:5: edit 1: unknown key.'],
  ['my graphs:3:5: no', 'my graphs:3:5: no.'],
  ['cannot read a/b: it is not UTF-8', 'Cannot read a/b: it is not UTF-8.'],
  ['another edit is being applied: try again!', 'Another edit is being applied: try again!'],
])('what a server says is a sentence: %s', (words, sentence) => {
  expect(toSentence(words)).toBe(sentence);
});

describe('findMentions', () => {
  const marked = (text: string, ...forms: string[]) =>
    findMentions(text, [{ id: 'a', forms }]).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['whole words only', 'a gate in the gateway', ['gate'], ['gate']],
    ['a plural', 'two gates', ['gate'], ['gates']],
    [
      'hyphens and spaces alike',
      'key-value cache, key value cache',
      ['key-value cache'],
      ['key-value cache', 'key value cache'],
    ],
    ['any case of a long name', 'Reinforcement Learning', ['reinforcement learning'], ['Reinforcement Learning']],
    ['the case of a short one', 'AIDS and aid', ['AID'], []],
    ['signs that patterns use', 'C++ and pass@k (k=1)', ['C++', 'pass@k'], ['C++', 'pass@k']],
    ['letters of other scripts', 'Σ-net and Σ-nets', ['Σ-net'], ['Σ-net', 'Σ-nets']],
    ['nothing for an empty form', 'abc', ['', ' '], []],
  ])('marks %s', (_what, text, forms, expected) => {
    expect(marked(text, ...forms)).toEqual(expected);
  });

  test('the longer name wins where two cover each other', () => {
    const text = 'reward model training';
    expect(
      findMentions(text, [
        { id: 'short', forms: ['model'] },
        { id: 'long', forms: ['reward model'] },
      ]),
    ).toEqual([{ id: 'long', start: 0, end: 12 }]);
  });

  test('never throws, never overlaps, and the pieces join to the text again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'binary' }), { maxLength: 4 }),
        (text, forms) => {
          const mentions = findMentions(text, [{ id: 'a', forms }]);
          for (let i = 1; i < mentions.length; i++) {
            expect(mentions[i]?.start).toBeGreaterThanOrEqual(mentions[i - 1]?.end ?? 0);
          }
          expect(
            cutText(text, mentions, [1, 3])
              .map((piece) => piece.text)
              .join(''),
          ).toBe(text);
        },
      ),
    );
  });
});

test.each([
  ['2025-10-02', 'Oct 2025'],
  ['2025-10', 'Oct 2025'],
  ['2025', '2025'],
])('writes the date %s as %s', (iso, words) => {
  expect(formatDate(iso)).toBe(words);
});

test.each([
  [1, '1 paper'],
  [0, '0 papers'],
  [12345, '12,345 papers'],
])('counts %d as "%s"', (count, words) => {
  expect(plural(count, 'paper')).toBe(words);
});

test('leaves out aliases that only differ in case, hyphens or spaces', () => {
  const aliases = ['Key Value Cache', 'KV cache', 'KV-Cache', 'key-value-cache'];
  expect(distinctForms('key-value cache', aliases)).toEqual(['KV cache']);
});

test('separates thousands', () => {
  expect([7, 999, 1000, 75_000, 1_234_567].map(formatCount)).toEqual(['7', '999', '1,000', '75,000', '1,234,567']);
});

test('shortens at a word, and not at all when it fits', () => {
  expect(shorten('a short one', 20)).toBe('a short one');
  expect(shorten('reinforcement learning with verifiable rewards', 30)).toBe('reinforcement learning with…');
});

test('groups hits by label in the order of their best', () => {
  const hit = (id: string, label: 'Paper' | 'Model') => ({ id, label, name: id });
  expect(groupHits([hit('a', 'Model'), hit('b', 'Paper'), hit('c', 'Model')])).toEqual([
    { label: 'Model', hits: [hit('a', 'Model'), hit('c', 'Model')] },
    { label: 'Paper', hits: [hit('b', 'Paper')] },
  ]);
});
