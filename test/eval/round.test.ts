/** The last decimal of a figure is where two programs differ first. */
import { describe, expect, it } from 'vitest';
import { f1, prf } from '../../src/eval/figures.js';
import { roundTenth } from '../../src/eval/round.js';
import { sharedIsAbsent } from '../support/shared.js';
import { askPython } from './judge.js';

describe('rounding to a tenth', () => {
  it.each([
    [0, 0],
    [0.25, 0.2],
    [0.75, 0.8],
    [12.25, 12.2],
    [12.75, 12.8],
    [99.75, 99.8],
    [0.05, 0.1],
    [0.15, 0.1],
    [0.35, 0.3],
    [0.45, 0.5],
    [12.35, 12.3],
    [87.45, 87.5],
    [99.95, 100],
    [100, 100],
  ])('%d gives %d, as in Python', (value, rounded) => {
    expect(roundTenth(value)).toBe(rounded);
  });
});

describe.skipIf(sharedIsAbsent)("rounding against the judge's (needs ../shared)", () => {
  it('gives the same precision, recall and F1 for all small counts, ties among them', () => {
    const counts: [number, number, number][] = [];
    for (let predicted = 0; predicted <= 80; predicted++) {
      for (const gold of [0, 1, 7, 40, 64, 80, 575]) {
        for (let right = 0; right <= Math.min(predicted, gold); right++) counts.push([right, predicted, gold]);
      }
    }
    const ours = counts.map(([right, predicted, gold]) => prf({ right, predicted, gold }));
    expect(ours).toEqual(askPython('[score.prf(*c) for c in value]', counts));
    const isTie = (value: number) => Number.isInteger(value * 4) && !Number.isInteger(value * 2);
    expect(counts.some(([right, predicted, gold]) => isTie(f1({ right, predicted, gold })))).toBe(true);
  });
});
