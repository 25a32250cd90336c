/** What looks like a term and is none. */
import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../src/extract/candidates.js';
import { draftEntities } from '../../src/extract/drafts.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { isKnownConcept } from '../../src/extract/known-concepts.js';
import { isLeftOut } from '../../src/extract/left-out.js';
import { NO_FACTS } from '../../src/extract/lexicon.js';
import { read, surfaceOf } from '../../src/extract/reading.js';
import { lookAgain } from '../../src/extract/rescore.js';
import { ENTITY_TYPES } from '../../src/model/index.js';

const { lexicon } = loadKnowledge();

/** Whether a text is left out where a sentence says it. */
function leavesOut(surface: string, more = ''): boolean {
  const reading = read(`A title\nWe see ${surface} here. ${more}`, lexicon);
  const from = reading.tokens.findIndex(({ start }) => start === 'A title\nWe see '.length);
  const to = reading.tokens.findIndex(({ text }) => text === 'here');
  expect(surfaceOf(reading, from, to)).toBe(surface);
  return isLeftOut(reading, from, to);
}

describe('left out', () => {
  it.each([
    ...[
      'Stage 2',
      'stage-2',
      'Phase II',
      'Subtask 1',
      'Figure 3',
      'Fig.1',
      'Task 1b',
      'Track A',
      'Theorem 4',
      'Level 3',
    ],
    ...['N=20', 'Recall@10', 'pass@k', '7B', '3B-parameter', '7B-8B', '30B-A3B'],
    ...[
      'April 2026',
      '2024-Q2',
      'Germany',
      'South Korea',
      'CVPR 2025',
      'NeurIPS’24',
      'RTX 4090',
      'Raspberry Pi 5',
      'CC-BY-4.0',
      'MIT license',
    ],
  ])('%s', (surface) => {
    expect(leavesOut(surface)).toBe(true);
  });

  it.each([
    ...['Stage 2 training', 'stage', 'Step-1o', 'Phi-3', 'Llama 3', 'System 2', 'Qwen2.5-7B', 'SemEval-2025 Task 3'],
    ...['Group3D', 'Step-3', 'iPhoneBlur', 'B100', 'CoNLL 2003', 'Jetson-Leap', 'CC BYOL', 'H₂O', 'BLEU'],
    ...['MAE', 'BERTScore', 'perplexity', 'signal-to-noise ratio', 'FID-guided search', 'Dice loss'],
    ...[
      '4-bit quantization',
      '3D Gaussian Splatting',
      'GPU',
      'NeurIPS',
      'WMT24',
      'Pl@ntNet',
      'C++',
      'Georgia',
      'Telugu',
      'T5',
    ],
  ])('not %s', (surface) => {
    expect(leavesOut(surface)).toBe(false);
  });

  it('a letter with a number, where it is one of a row', () => {
    expect(leavesOut('H1')).toBe(false);
    expect(leavesOut('H1', 'Others see H2.')).toBe(true);
    expect(leavesOut('o1', 'Others see o3.')).toBe(false);
    expect(leavesOut('T5', 'Others see T0.')).toBe(false);
  });

  it('nothing that a title begins with before a colon', () => {
    const reading = read('Paris: A Diffusion Model\nParis is open.', lexicon);
    expect(isLeftOut(reading, 0, 1)).toBe(false);
    expect(isLeftOut(read('Paris in summer\nIt is warm.', lexicon), 0, 1)).toBe(true);
  });

  it('a value is no version of what it measures', () => {
    const surfaces = (text: string) => {
      const reading = read(`A title\n${text}`, lexicon);
      return findCandidates(reading, lexicon).map(({ model }) => surfaceOf(reading, model.from, model.to));
    };
    expect(surfaces('It has FID 8.65 and PSNR 31.2 on Stable Diffusion 3.5 and Grok 4.20.')).toEqual(
      expect.arrayContaining(['FID', 'PSNR', 'Stable Diffusion 3.5', 'Grok 4.20']),
    );
    expect(surfaces('It has FID 8.65 and PSNR 31.2.')).not.toContain('FID 8.65');
    expect(surfaces('It has FID 8.65 and PSNR 31.2.')).not.toContain('PSNR 31.2');
  });
});

it('no second look is taken at what is left out, however likely it seemed', () => {
  const reading = read('A title\nStage 2 uses GRPO.', lexicon);
  const scored = findCandidates(reading, lexicon).map((candidate) => ({
    candidate,
    probability: 0.9,
    types: [0.9, 0, 0, 0],
  }));
  const seen = lookAgain(reading, scored, () => NO_FACTS, lexicon).map(({ scored: { candidate } }) =>
    surfaceOf(reading, candidate.model.from, candidate.model.to),
  );
  expect(seen).toContain('GRPO');
  expect(seen).not.toContain('Stage 2');
});

it('a method with the letters of a measure is none', () => {
  expect(['FID', 'GFLOPs', 'Cohen’s kappa', 'mean squared errors'].filter((name) => !isKnownConcept(name))).toEqual([]);
  expect(['FiD', 'METEOR', 'CIDER', 'RECALL'].filter(isKnownConcept)).toEqual([]);
});

it('languages and measures are what a paper studies', () => {
  const reading = read(
    'A title\nWe present TeluguBERT, which speaks Telugu, by ROUGE-L and mean absolute errors.',
    lexicon,
  );
  const names = new Set(['telugu', 'telugubert', 'rougel', 'meanabsoluteerror']);
  const scored = findCandidates(reading, lexicon).map((candidate) => ({
    candidate,
    probability: candidate.keys.some((key) => names.has(key)) ? 0.9 : 0,
    types: ENTITY_TYPES.map((type) => (type === 'Model' ? 0.8 : 0.03)),
  }));
  const types = new Map(
    draftEntities(reading, scored, lexicon, () => NO_FACTS, { threshold: 0.5 }).map(({ name, type }) => [name, type]),
  );
  for (const name of ['Telugu', 'ROUGE-L', 'mean absolute error']) expect(types.get(name), name).toBe('Concept');
  expect(types.get('TeluguBERT')).toBe('Model');
});
