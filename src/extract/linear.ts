/** A linear scorer over hashed sparse features: scores by class, and the softmax that makes them probabilities. */
import type { FeatureVector } from './features.js';

export interface LinearModel {
  readonly classes: number;
  readonly bits: number;
  /** `classes` weights for each slot. */
  readonly weights: Float32Array | Int8Array;
  /** What one step of a weight stands for: 1 while learning, less for weights shipped as bytes. */
  readonly scale: number;
}

/** Adds the score of each class to `out`, times `share`. */
export function addScore(model: LinearModel, vector: FeatureVector, out: Float64Array, share = 1): void {
  const { classes, weights } = model;
  const step = model.scale * share;
  for (let i = 0; i < vector.size; i++) {
    const base = (vector.slots[i] as number) * classes;
    const value = (vector.values[i] as number) * step;
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + value * (weights[base + k] as number);
  }
}

/** The score of each class, into `out`. */
export function score(model: LinearModel, vector: FeatureVector, out: Float64Array): void {
  out.fill(0);
  addScore(model, vector, out);
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
