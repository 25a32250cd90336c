/** Canonical names: one of what papers write of many, and the noun that an adjective is short for. */
import { expect, it } from 'vitest';
import { findCandidates } from '../../src/extract/candidates.js';
import type { Chosen } from '../../src/extract/choose.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { canonicalName, singular } from '../../src/extract/names.js';
import { read, surfaceOf } from '../../src/extract/reading.js';

it.each([
  ['models', 'model'],
  ['biases', 'bias'],
  ['databases', 'database'],
  ['phases', 'phase'],
  ['lenses', 'lens'],
  ['responses', 'response'],
  ['matrices', 'matrix'],
  ['devices', 'device'],
  ['indices', 'index'],
  ['hypotheses', 'hypothesis'],
  ['analyses', 'analysis'],
  ['viruses', 'virus'],
  ['houses', 'house'],
  ['causes', 'cause'],
  ['classes', 'class'],
  ['caches', 'cache'],
  ['branches', 'branch'],
  ['axes', 'axis'],
  ['studies', 'study'],
  ['LLMs', 'LLM'],
])('%s is many of %s', (many, one) => expect(singular(many)).toBe(one));

it.each(['lens', 'Siemens', 'diabetes', 'basis', 'Node.js', 'vtk.js', 'series', 'Kubernetes', 'chaos', 'physics'])(
  '%s is one',
  (word) => expect(singular(word)).toBe(word),
);

it.each([
  ['self-supervised', 'Technique', 'self-supervised learning'],
  ['Self-Supervised', 'Technique', 'self-supervised learning'],
  ['weakly supervised', 'Technique', 'weakly supervised learning'],
  ['unsupervised', 'Technique', 'unsupervised learning'],
  ['supervised fine-tuning', 'Technique', 'supervised fine-tuning'],
  ['Natural Questions', 'Benchmark', 'Natural Questions'],
  ['Natural Questions', 'Concept', 'natural question'],
] as const)('%s, a %s, is called %s', (written, type, name) => {
  const { lexicon } = loadKnowledge();
  const reading = read(`A study\nWe look at ${written} of birds.`, lexicon);
  const candidate = findCandidates(reading, lexicon).find(
    ({ model }) => surfaceOf(reading, model.from, model.to) === written,
  );
  if (candidate === undefined) throw new Error(`${written} is no candidate`);
  const chosen = { candidate, occurrences: candidate.occurrences } as unknown as Chosen;
  expect(canonicalName(reading, chosen, type, lexicon)).toBe(name);
});
