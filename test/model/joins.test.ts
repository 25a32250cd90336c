/** The chain of joins between two forms, on nodes made by hand. */
import { describe, expect, it } from 'vitest';
import { JOIN_RULES, type Join, joinChain, joinSentence } from '../../src/model/index.js';

const join = (a: string, b: string, rule: Join['rule'] = 'spelling'): Join => ({ a, b, rule, score: 1, papers: [] });

describe('joinChain', () => {
  // A circle of five, so that between any two one way is the shorter.
  const joins = [
    join('a', 'b'),
    join('c', 'b', 'definition'),
    join('c', 'd'),
    join('d', 'e'),
    join('e', 'a'),
    join('x', 'y'),
  ];
  const cases: [string, string, string | undefined][] = [
    ['a', 'c', 'a-b b-c'],
    ['c', 'a', 'c-b b-a'],
    ['b', 'd', 'b-c c-d'],
    ['b', 'e', 'b-a a-e'],
    ['a', 'a', ''],
    ['a', 'x', undefined],
    ['unknown', 'a', undefined],
  ];
  it.each(cases)('from %s to %s is %s', (from, to, chain) => {
    expect(
      joinChain(joins, from, to)
        ?.map(({ a, b }) => `${a}-${b}`)
        .join(' '),
    ).toBe(chain);
  });

  it('ends where joins go in a circle', () => {
    expect(joinChain([join('a', 'b'), join('b', 'c'), join('c', 'a')], 'a', 'z')).toBeUndefined();
  });
});

it.each(JOIN_RULES)('a join by %s is said in a sentence with both forms', (rule) => {
  expect(joinSentence(join('KV', 'key-value', rule))).toMatch(/"KV".*"key-value"/);
});

it('a join by an acronym inside a name says which: the papers speak of that alone', () => {
  const sentence = '"video LLMs" is "video large language model" with LLMs spelled out, as papers define it';
  expect(joinSentence(join('video LLMs', 'video large language model', 'expansion'))).toBe(sentence);
  expect(joinSentence(join('video large language model', 'video LLMs', 'expansion'))).toBe(sentence);
});
