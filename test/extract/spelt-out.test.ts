/** Acronyms that a text spells out without parentheses. */
import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../src/extract/acronyms.js';
import { splitSentences } from '../../src/extract/sentences.js';
import { findSpeltOut } from '../../src/extract/spelt-out.js';
import { tokenise } from '../../src/extract/tokenise.js';

function speltOut(title: string, abstract: string): [string, string][] {
  const text = `${title}\n${abstract}`;
  const tokens = tokenise(text);
  const sentences = splitSentences(tokens, title.length);
  const cut = ([from, to]: readonly [number, number]): string => text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return findSpeltOut(tokens, sentences, findDefinitions(tokens, sentences)).map((d) => [cut(d.short), cut(d.long)]);
}

describe('findSpeltOut', () => {
  it.each<[string, string, string, [string, string][]]>([
    ['anywhere in the paper', 'Testing LLMs', 'Large language models fail.', [['LLMs', 'Large language models']]],
    [
      'behind a colon',
      'CoRAG: Collaborative Retrieval-Augmented Generation',
      'We do.',
      [['CoRAG', 'Collaborative Retrieval-Augmented Generation']],
    ],
    [
      'behind a comma',
      'Images',
      'We present GPIC, a giant permissive image corpus.',
      [['GPIC', 'giant permissive image corpus']],
    ],
    ['with a number', 'Fast 3DGS', 'We speed up 3D Gaussian Splatting.', [['3DGS', '3D Gaussian Splatting']]],
    [
      'past function words',
      'On SITA',
      'Structurally Imperceptible and Transferable Attacks are.',
      [['SITA', 'Structurally Imperceptible and Transferable Attacks']],
    ],
    [
      'half of hyphenated words, beside it',
      'RDTF: Resource-efficient Dual-mask Training Framework',
      'We do.',
      [['RDTF', 'Resource-efficient Dual-mask Training Framework']],
    ],
    ['not so elsewhere', 'On VLM', 'We use Vision-Language-Action Models.', []],
    ['two letters say too little', 'On RL', 'We use representation learning.', []],
    ['what only begins alike', 'On CoMP', 'We show continual multimodal pre-training.', []],
    ['two words are too few', 'SpatialEdit: spatial editing', 'We do.', []],
    ['two long forms fit', 'On SPP', 'Spatial pyramid pooling and sparse point processing.', []],
    ['what is defined already', 'On ASR', 'Automatic speech recognition (ASR) and adaptive sampling rates.', []],
    ['a word that it does not tell', 'On LLMs', 'Large vision language models fail.', []],
  ])('%s', (_name, title, abstract, expected) => {
    expect(speltOut(title, abstract)).toEqual(expected);
  });

  // 48 words of which each may be told or left out, and the last letter never comes: all the ways would take days.
  it('gives up a chain that may be followed in many ways', () => {
    expect(speltOut('A4A4A4A4A4BB:', `${'a '.repeat(200)}end.`)).toEqual([]);
  });
});
