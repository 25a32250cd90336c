/** Which candidates become entities. */
import { describe, expect, it } from 'vitest';
import { findCandidates, type Occurrence } from '../../src/extract/candidates.js';
import { choose } from '../../src/extract/choose.js';
import { loadKnowledge } from '../../src/extract/knowledge.js';
import { read, surfaceOf } from '../../src/extract/reading.js';

const { lexicon } = loadKnowledge();

/** What is chosen, as it is written, where these have a probability and all else has none. */
function chosen(text: string, probabilities: Readonly<Record<string, number>>): string[] {
  const reading = read(text, lexicon);
  const written = ({ from, to }: Occurrence): string => surfaceOf(reading, from, to);
  const scored = findCandidates(reading, lexicon).map((candidate) => ({
    candidate,
    probability: probabilities[written(candidate.model)] ?? 0,
    types: [0, 1, 0, 0],
  }));
  return choose(scored, { threshold: 0.4, nested: 0.2 }, reading).map(({ occurrences }) =>
    written(occurrences[0] as Occurrence),
  );
}

describe('choose', () => {
  it('takes the surer of two that share words, and a name around it', () => {
    expect(chosen('A title\nWe do LLM inference.', { LLM: 0.9, inference: 0.8, 'LLM inference': 0.3 })).toEqual([
      'LLM',
      'LLM inference',
      'inference',
    ]);
    expect(chosen('A title\nWe do graph inference.', { graph: 0.9, 'graph inference': 0.3 })).toEqual(['graph']);
  });

  it('takes capitals for a name where not every word has one', () => {
    const probabilities = { 'Object Detection': 0.9, 'Object Detection in Point Clouds': 0.3 };
    expect(chosen('Better Object Detection in Point Clouds\nIt is good.', probabilities)).toEqual(['Object Detection']);
    expect(chosen('A title\nWe present Object Detection in Point Clouds.', probabilities)).toEqual([
      'Object Detection',
      'Object Detection in Point Clouds',
    ]);
  });
});
