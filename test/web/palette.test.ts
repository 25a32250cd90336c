/**
 * The palette can be read by everyone: contrast as WCAG 2.2 has it, and labels that stay apart for people who see
 * fewer colours (Machado, Oliveira and Fernandes 2009, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", matrices for severity 1), by the distance in OKLab.
 */
import { describe, expect, test } from 'vitest';
import { contrast, mix } from '../../web/src/theme/colour.js';
import { DARK, LIGHT } from '../../web/src/theme/palette.js';

const SIGHTS: Record<string, readonly number[]> = {
  'full sight': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

type Triple = [number, number, number];

function linear(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255].map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function apply(matrix: readonly number[], [a, b, c]: Triple): Triple {
  const row = (i: number) => (matrix[i] ?? 0) * a + (matrix[i + 1] ?? 0) * b + (matrix[i + 2] ?? 0) * c;
  return [row(0), row(3), row(6)];
}

/** Ottosson's OKLab of linear sRGB. */
function oklab(rgb: Triple): Triple {
  const cone = apply(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
      0.6299787005,
    ],
    rgb,
  ).map((value) => Math.cbrt(value)) as Triple;
  return apply(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
      -0.808675766,
    ],
    cone,
  );
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s palette', (_name, palette) => {
  test('has text that can be read', () => {
    for (const ground of [palette.ground, palette.card]) {
      expect(contrast(palette.ink, ground)).toBeGreaterThanOrEqual(7);
      expect(contrast(palette.secondary, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accent, ground)).toBeGreaterThanOrEqual(3);
    }
  });

  test('is hex throughout: Sigma draws other notations black', () => {
    for (const colour of [palette.ground, palette.edge, palette.lineage, ...Object.values(palette.labels)]) {
      expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    }
  });

  test.each(Object.entries(SIGHTS))('keeps the labels apart with %s', (_sight, matrix) => {
    const labels = ['Paper', 'Concept', 'Technique', 'Model', 'Benchmark'] as const;
    expect(tooClose(Object.fromEntries(labels.map((label) => [label, palette.labels[label]])), matrix)).toEqual([]);
  });

  test.each(Object.entries(SIGHTS))('keeps the communities apart with %s', (_sight, matrix) => {
    expect(tooClose(Object.fromEntries(palette.communities.map((colour) => [colour, colour])), matrix)).toEqual([]);
  });
});

/** Pairs that cannot be told apart, with their distance. */
function tooClose(colours: Readonly<Record<string, string>>, matrix: readonly number[]): string[] {
  const seen = Object.entries(colours).map(([name, colour]) => ({ name, at: oklab(apply(matrix, linear(colour))) }));
  return seen.flatMap((one, i) =>
    seen.slice(i + 1).flatMap((other) => {
      const distance = Math.hypot(...[0, 1, 2].map((k) => (one.at[k] ?? 0) - (other.at[k] ?? 0)));
      return distance < 0.12 ? [`${one.name} and ${other.name}: ${distance.toFixed(3)}`] : [];
    }),
  );
}

test('mixes from one colour to the other', () => {
  expect(mix('#000000', '#ffffff', 0)).toBe('#000000');
  expect(mix('#000000', '#ffffff', 1)).toBe('#ffffff');
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
});
