/** Shapes of words and what they say of names. */
import { describe, expect, it } from 'vitest';
import { looksNamed, SHAPES, shapeOf } from '../../src/extract/shapes.js';

describe('shapeOf', () => {
  it.each([
    ['attention', 'lower'],
    ['Transformer', 'title'],
    ['BERT', 'upper'],
    ['LoRA', 'inner'],
    ['vLLM', 'inner'],
    ['LLMs', 'inner'],
    ['seq2seq', 'digits'],
    ['GPT4', 'version'],
    ['Qwen3-8B', 'version'],
    ['MoRE-Brain', 'hyphenName'],
    ['SWE-bench', 'hyphenName'],
    ['chain-of-thought', 'hyphenLower'],
    ['Mixture-of-Experts', 'hyphenTitle'],
    ['42', 'number'],
    ['%', 'mark'],
    ['B', 'single'],
  ] as const)('%s is %s', (word, shape) => {
    expect(shapeOf(word)).toBe(SHAPES[shape]);
  });

  it.each([
    ['LoRA', true],
    ['Qwen3-8B', true],
    ['attention', false],
    ['Attention', false],
    ['chain-of-thought', false],
  ])('%s looks like a name: %s', (word, named) => {
    expect(looksNamed(shapeOf(word))).toBe(named);
  });
});
