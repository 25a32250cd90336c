/** What could be an entity, and what only stands side by side. */
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/extract/candidates.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { read, surfaceOf } from '../../src/extract/reading.js';

const { lexicon } = loadKnowledge();

/** The different candidates of a text as they are written. */
function candidates(abstract: string): Set<string> {
  const reading = read(`A title\n${abstract}`, lexicon);
  const written = findCandidates(reading, lexicon).flatMap(({ occurrences }) =>
    occurrences.map(({ from, to }) => surfaceOf(reading, from, to)),
  );
  return new Set(written);
}

describe('findCandidates', () => {
  it.each([
    ['two names', 'We test on KITTI and nuScenes.', 'KITTI and nuScenes', ['KITTI', 'nuScenes']],
    ['a name and a term', 'It needs LiDAR and radar.', 'LiDAR and radar', ['LiDAR', 'radar']],
    ['a name with another', 'We run ALFWorld with Qwen3-8B.', 'ALFWorld with Qwen3-8B', ['ALFWorld', 'Qwen3-8B']],
    ['a name on another', 'Results of SERC on LongBench rise.', 'SERC on LongBench', ['SERC', 'LongBench']],
    ['a name for another', 'We study FMs for QA here.', 'FMs for QA', ['FMs', 'QA']],
    ['what one does', 'VideoSTF formalizes repetition.', 'VideoSTF formalizes repetition', ['VideoSTF', 'repetition']],
    ['a part of a word', 'With self- and cross-attention.', 'self-', ['cross-attention']],
    ['a measured number', 'It gains BERTScore 0.911 there.', 'BERTScore 0.911', ['BERTScore']],
    ['the number of a paper', 'See arXiv:2604.20475 for Mamba.', 'arXiv:2604.20475', ['Mamba']],
  ])('does not take %s for one', (_name, abstract, not, these) => {
    const found = candidates(abstract);
    expect([...found]).not.toContain(not);
    expect([...found]).toEqual(expect.arrayContaining(these));
  });

  it.each([
    ['a term with a linking word', 'The Internet of Things grows.', 'Internet of Things'],
    ['a name in title case', 'We give Gated Interaction and Refinement here.', 'Gated Interaction and Refinement'],
    [
      'a term that the corpus knows',
      'We do simultaneous localization and mapping.',
      'simultaneous localization and mapping',
    ],
    ['a version', 'We prompt Stable Diffusion 3 for it.', 'Stable Diffusion 3'],
    ['a name that ends in a hyphen', 'We use UNet- and SAM-based models.', 'UNet-'],
  ])('takes %s for one', (_name, abstract, expected) => {
    expect([...candidates(abstract)]).toContain(expected);
  });
});
