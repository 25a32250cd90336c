/** A linear scorer over hashed sparse features: scores by class, and the softmax that makes them probabilities. */
import type { FeatureVector } from './features.js';

export interface LinearModel {
  readonly classes: number;
  readonly bits: number;
  /** `classes` weights for each slot. */
  readonly weights: Float32Array;
}

/** The score of each class, into `out`. */
export function score(model: LinearModel, vector: FeatureVector, out: Float64Array): void {
  const { classes, weights } = model;
  out.fill(0);
  for (let i = 0; i < vector.size; i++) {
    const base = (vector.slots[i] as number) * classes;
    const value = vector.values[i] as number;
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + value * (weights[base + k] as number);
  }
}

/** Turns scores into probabilities, in place. */
export function softmax(scores: Float64Array): void {
  let highest = -Infinity;
  for (const value of scores) if (value > highest) highest = value;
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    const power = Math.exp((scores[k] as number) - highest);
    scores[k] = power;
    sum += power;
  }
  for (let k = 0; k < scores.length; k++) scores[k] = (scores[k] as number) / sum;
}
