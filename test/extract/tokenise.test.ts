/** Tokens: every character in its place, and the joints at which words are parted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/extract/tokenise.js';
import { normOf } from '../../src/extract/words.js';

const words = (text: string): string[] => tokenise(text).map((t) => t.text);

describe('tokenise', () => {
  it.each([
    ['parts outer punctuation', 'A test (of GPT-4), done.', ['A', 'test', '(', 'of', 'GPT-4', ')', ',', 'done', '.']],
    ['keeps hyphenated words', 'fine-tuning SWE-bench', ['fine-tuning', 'SWE-bench']],
    ['splits a combining tail', 'SGLang-based serving', ['SGLang', '-based', 'serving']],
    ['keeps retrieval-augmented', 'retrieval-augmented generation', ['retrieval-augmented', 'generation']],
    ['parts words at a slash', 'RNNs/LSTMs', ['RNNs', '/', 'LSTMs']],
    ['keeps I/O and w/o', 'I/O w/o', ['I/O', 'w/o']],
    ['parts a possessive', "BERT's encoder", ['BERT', "'s", 'encoder']],
    [
      'keeps decimals, versions and percentages',
      'Qwen2.5-7B gains 3.2% at 1.5x',
      ['Qwen2.5-7B', 'gains', '3.2%', 'at', '1.5x'],
    ],
    ['keeps a leading dot', 'the .NET runtime', ['the', '.NET', 'runtime']],
    ['keeps C++ and C#', 'C++ and C#.', ['C++', 'and', 'C#', '.']],
    [
      'parts two sentences whose space is missing',
      'all tasks.We use imagery.GLCANet',
      ['all', 'tasks', '.', 'We', 'use', 'imagery', '.', 'GLCANet'],
    ],
    [
      'keeps stops within names',
      'Node.JS fast.AI OnPrem.LLM torch.nn',
      ['Node.JS', 'fast.AI', 'OnPrem.LLM', 'torch.nn'],
    ],
    ['parts parentheses inside', 'key-value(KV)cache', ['key-value', '(', 'KV', ')', 'cache']],
  ])('%s', (_name, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('tells words, numbers and marks apart', () => {
    expect(tokenise('GPT-4 scored 87.5% on 3 tasks !').map((t) => t.kind)).toEqual([
      'word', 'word', 'number', 'word', 'number', 'word', 'mark',
    ]); // biome-ignore format: a row
  });

  it('gives every visible character to exactly one token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let at = 0;
        for (const token of tokenise(text)) {
          expect(text.slice(at, token.start).trim()).toBe('');
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.end).toBeGreaterThan(token.start);
          at = token.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
    );
  });

  it.each([
    ['Models', 'model'],
    ['Mixture-of-Experts', 'mixtureofexpert'],
    ['LLMs', 'llm'],
    ['loss', 'loss'],
  ])('folds %s to %s', (word, norm) => {
    expect(normOf(word)).toBe(norm);
  });
});
