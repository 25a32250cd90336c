/** Acronyms and their long forms, after Schwartz and Hearst. */
import { describe, expect, it } from 'vitest';
import { findDefinitions, isShortForm } from '../../src/extract/acronyms.js';
import { splitSentences } from '../../src/extract/sentences.js';
import { tokenise } from '../../src/extract/tokenise.js';

function definitions(abstract: string): [string, string][] {
  const text = `\n${abstract}`;
  const tokens = tokenise(text);
  const cut = ([from, to]: readonly [number, number]): string => text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return findDefinitions(tokens, splitSentences(tokens, 0)).map((d) => [cut(d.short), cut(d.long)]);
}

describe('findDefinitions', () => {
  it.each<[string, string, [string, string][]]>([
    ['a plain one', 'We use large language models (LLMs) here.', [['LLMs', 'large language models']]],
    ['without the words before', 'The proposed mixture of experts (MoE) layer.', [['MoE', 'mixture of experts']]],
    ['hyphens', 'We use retrieval-augmented generation (RAG).', [['RAG', 'retrieval-augmented generation']]],
    [
      'initials before letters inside words',
      'We use proximal policy optimization (PPO).',
      [['PPO', 'proximal policy optimization']],
    ],
    ['letters inside words', 'A hidden Markov model toolkit (HMTK).', [['HMTK', 'hidden Markov model toolkit']]],
    [
      'two in one sentence',
      'Graph networks (GNs) and state space models (SSMs).',
      [
        ['GNs', 'Graph networks'],
        ['SSMs', 'state space models'],
      ],
    ],
    [
      'the short form first',
      'We train with PPO (proximal policy optimization).',
      [['PPO', 'proximal policy optimization']],
    ],
    [
      'a reference behind the short form',
      'We use contrastive predictive coding (CPC; Oord).',
      [['CPC', 'contrastive predictive coding']],
    ],
    ['a digit that stands for a word', 'In text-to-video (T2V) models.', [['T2V', 'text-to-video']]],
    ['the same with spaces', 'We share peer to peer (P2P).', [['P2P', 'peer to peer']]],
    ['a digit that stands for no word', 'In text and video (T2V) models.', []],
    ['no match of letters', 'We test many things (GPU) at once.', []],
    ['a remark is no acronym', 'We test it (see below) again.', []],
    ['a number is no acronym', 'We have samples (100) here.', []],
    ['not across a comma', 'For language, models (LM) matter.', []],
    ['not across sentences', 'We use language. Models (LM) matter.', []],
    ['an open bracket', 'We use language models (LM here.', []],
    [
      'an article in the brackets',
      'On SOB (The Structured Output Benchmark).',
      [['SOB', 'Structured Output Benchmark']],
    ],
    ['quotes', "So 'large language models' (LLMs) are.", [['LLMs', 'large language models']]],
    ['an x for ex', 'In extended reality (XR).', [['XR', 'extended reality']]],
    ['a list', 'We call it Extract, Match, and Score (EMS).', [['EMS', 'Extract, Match, and Score']]],
    [
      'a digit that repeats',
      'For multi-view multi-illumination anomaly detection (M2AD).',
      [['M2AD', 'multi-view multi-illumination anomaly detection']],
    ],
    [
      'a digit that stands for a word, in a name',
      'Our Point-to-Box Network (P2BNet).',
      [['P2BNet', 'Point-to-Box Network']],
    ],
    [
      'one word of two that are alike',
      'Supervised and self-supervised learning (SSL).',
      [['SSL', 'self-supervised learning']],
    ],
  ])('%s', (_name, text, expected) => {
    expect(definitions(text)).toEqual(expected);
  });

  it.each([
    ['GRPO', true],
    ['KV', true],
    ['dLLMs', true],
    ['see', false],
    ['Figure', false],
    ['a very long thing', false],
    ['2024', false],
    ['X', false],
  ])('takes %s for a short form: %s', (text, expected) => {
    expect(isShortForm(text)).toBe(expected);
  });
});
