/** Titles made from abstracts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleFromAbstract } from '../../src/resolve/title-from-abstract.js';

describe('a title', () => {
  it.each([
    [
      'Ferns are tall. We propose Fern-dLLM, a training-free framework for ferns that waters them daily.',
      'Fern-dLLM: a training-free framework for ferns',
    ],
    [
      'To solve this, we propose Adaptive Leaf Sampling (ALS), a correction framework that bends leaves.',
      'Adaptive Leaf Sampling (ALS): a correction framework',
    ],
    [
      'In this paper, we introduce a benchmark of mosses called MossBench. It has 9 tasks.',
      'MossBench: a benchmark of mosses',
    ],
    ['This paper presents KiteRL, which flies kites.', 'KiteRL'],
    [
      'We present a gradual excavation framework for open ground and soft rock in the northern hills of an island.',
      'A gradual excavation framework for open ground and soft rock…',
    ],
    ['Ferns grow. They are green.', 'Ferns grow'],
    [
      'Stronger code agents are commonly assumed to be superior teachers for the many students who follow them.',
      'Stronger code agents are commonly assumed to be superior teachers…',
    ],
    ['x', 'X'],
  ])('%s', (abstract, title) => {
    expect(titleFromAbstract(abstract)).toBe(title);
  });

  it('is never empty, never long, never ends with a full stop of its own', () => {
    const word = fc.oneof(
      fc.constantFrom('we', 'propose', 'We introduce', 'a', 'LeafNet', '(LN)', ',', '.', 'called', 'that', 'for'),
      fc.string({ minLength: 1, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 60 }).map((all) => `a${all.join(' ')}`),
        (abstract) => {
          const title = titleFromAbstract(abstract);
          expect(title.trim()).not.toBe('');
          expect(title.split(/\s+/).length).toBeLessThanOrEqual(26);
        },
      ),
      { numRuns: 1_000, seed: 5 },
    );
  });
});
