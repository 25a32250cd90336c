/** Candidate pairs by MinHash: what is alike is found, the rest hardly compared, and the order never matters. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/model/index.js';
import { isNumber, ShingledText, shinglesOf } from '../../src/resolve/shingles.js';
import { SimilarTexts } from '../../src/resolve/similar-texts.js';

const random = seededRandom(11);
const randomWords = (count: number) => Array.from({ length: count }, () => `w${Math.floor(random() * 5_000)}`);
/** 300 texts of 150 words; then each again with every twentieth word another one. */
const texts = Array.from({ length: 300 }, () => randomWords(150));
const changed = texts.map((words) => words.map((word, i) => (i % 20 === 7 ? `${word}x` : word)));

function candidates(all: readonly string[][], numbers = all.map((_, i) => i)): [number, number][] {
  const similar = new SimilarTexts();
  for (const number of numbers) {
    const words = all[number] ?? [];
    similar.add(shinglesOf(words), shinglesOf(words.slice(0, 40)), undefined);
  }
  const place = (at: number) => numbers[at] ?? 0;
  return similar.candidates((number) => number).map(([a, b]) => [place(a), place(b)]);
}

const sorted = (pairs: readonly [number, number][]) =>
  pairs.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`).sort();

describe('candidates', () => {
  it('are the pairs that are alike, and few others', () => {
    const found = candidates([...texts, ...changed]);
    expect(found.filter(([a, b]) => b === a + texts.length).length).toBeGreaterThan(0.97 * texts.length);
    expect(found.length).toBeLessThan(1.05 * texts.length);
  });

  it('do not depend on the order of the texts', () => {
    const all = [...texts, ...changed];
    const order = all.map((_, i) => (i * 7) % all.length).filter((value, i, one) => one.indexOf(value) === i);
    expect(new Set(order).size).toBe(order.length);
    expect(sorted(candidates(all, order))).toEqual(sorted(candidates(all)));
  });

  it('grow with the texts, not with their square, where all share a beginning', () => {
    const [head = []] = texts;
    const alike = Array.from({ length: 600 }, () => [...head.slice(0, 60), ...randomWords(100)]);
    expect(candidates(alike).length).toBeLessThan(600 * 8 * 19);
    expect(candidates(alike).length).toBeLessThan((600 * 599) / 2 / 2);
  });

  it('are none for texts that are left out, and none within a group', () => {
    const similar = new SimilarTexts();
    similar.addNone();
    similar.addNone();
    for (const words of [texts[0], texts[0], texts[0]])
      similar.add(shinglesOf(words ?? []), shinglesOf(words ?? []), 'title');
    expect(similar.candidates((number) => (number === 3 ? 2 : number))).toEqual([[2, 4]]);
  });
});

describe('shingles', () => {
  it.each(['3', 'v2', 'ii', 'iv', 'xix', 'third', 'ten'])('%s is a number', (word) =>
    expect(isNumber(word)).toBe(true),
  );
  it.each(['mix', 'vivid', 'tenths', ''])('%s is none', (word) => expect(isNumber(word)).toBe(false));

  it('resemble each other by the share that is common, or by what the shorter shares', () => {
    const [a, b, c] = ['one fine day in may', 'one fine day in june', 'one fine day in'].map(
      (text) => new ShingledText(text),
    );
    if (a === undefined || b === undefined || c === undefined) throw new Error('three texts');
    expect(a.similarity(b)).toBeCloseTo(2 / 4);
    expect(a.similarity(c)).toBeCloseTo(0.8);
    expect(a.similarity(a)).toBe(1);
  });
});
