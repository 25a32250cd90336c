/** The second look: what a candidate's rivals say of it, and the perceptron that listens. */
import { describe, expect, it } from 'vitest';
import { trainPerceptron } from '../../scripts/learn/train-perceptron.js';
import { findCandidates } from '../../src/extract/candidates.js';
import { packPerceptron, unpackPerceptron } from '../../src/extract/knowledge.js';
import { EMPTY_LEXICON } from '../../src/extract/lexicon.js';
import { correct } from '../../src/extract/perceptron.js';
import { read } from '../../src/extract/reading.js';
import { rivalries } from '../../src/extract/rivals.js';

describe('rivals', () => {
  const reading = read('\nFast LLM inference matters. An LLM answers.', EMPTY_LEXICON);
  const candidates = findCandidates(reading, EMPTY_LEXICON);
  const chances: Record<string, number> = { llm: 0.6, llminference: 0.7, fastllm: 0.3 };
  const scored = candidates.map((candidate) => ({
    candidate,
    probability: chances[candidate.keys[0] as string] ?? 0.05,
    types: [1, 0, 0, 0],
  }));
  const all = rivalries(scored, reading.tokens.length);
  const of = (key: string) => all[scored.findIndex((s) => s.candidate.keys[0] === key)];

  it('are the longer, the shorter and the crossing candidates that share words', () => {
    expect(of('llm')).toMatchObject({ longer: 0.7, crossing: 0, inside: 0.5, free: 0.5 });
    expect(of('llminference')).toMatchObject({ shorter: 0.6, crossing: 0.3, free: 1 });
  });
  it('are ranked within the paper', () => {
    expect(of('llminference')?.rank).toBe(0);
    expect(of('llm')?.rank).toBeCloseTo(0.1);
  });
});

describe('the perceptron', () => {
  // The label is the exclusive or of the two inputs, which no linear scorer can say.
  const cases = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ];
  const count = 8_000;
  const input = Array.from({ length: count }, (_, i) => [...(cases[(i * 7) % 4] as number[]), (i % 13) / 13]);
  const even = [Math.log(0.5), Math.log(0.5)];
  const examples = {
    inputs: 3,
    classes: 2,
    input,
    opinion: input.map(() => even),
    label: input.map(([a, b]) => (a as number) ^ (b as number)),
    group: input.map((_, i) => (i >> 2) % 2),
  };

  it('learns what is not linear, from the chosen groups, the same each time', () => {
    const perceptron = trainPerceptron(examples, (group) => group === 0);
    for (const [a, b] of cases as [number, number][]) {
      const [, one] = correct(perceptron, [a, b, 0.5], even);
      expect((one as number) > 0.5).toBe((a ^ b) === 1);
    }
    expect(packPerceptron(trainPerceptron(examples, (group) => group === 0))).toEqual(packPerceptron(perceptron));
  });

  it('is the same after it was kept', () => {
    const perceptron = trainPerceptron(examples, (group) => group === 0);
    expect(unpackPerceptron(packPerceptron(perceptron))).toEqual(perceptron);
  });
});
