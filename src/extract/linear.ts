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
  if (model.classes === 4 || model.classes === 5) addScoreOfFew(model, vector, out, share);
  else addScoreOfAny(model, vector, out, share);
}

function addScoreOfAny(model: LinearModel, vector: FeatureVector, out: Float64Array, share: number): void {
  const { classes, weights } = model;
  const { slots, values, size } = vector;
  const step = model.scale * share;
  for (let i = 0; i < size; i++) {
    const base = (slots[i] as number) * classes;
    const value = (values[i] as number) * step;
    for (let k = 0; k < classes; k++) out[k] = (out[k] as number) + value * (weights[base + k] as number);
  }
}

/** The same sums in the same order, held in registers: all scorers that are shipped have four or five classes. */
function addScoreOfFew(model: LinearModel, vector: FeatureVector, out: Float64Array, share: number): void {
  const { classes, weights } = model;
  const { slots, values, size } = vector;
  const step = model.scale * share;
  const five = classes === 5;
  let a = out[0] as number;
  let b = out[1] as number;
  let c = out[2] as number;
  let d = out[3] as number;
  let e = five ? (out[4] as number) : 0;
  for (let i = 0; i < size; i++) {
    const base = (slots[i] as number) * classes;
    const value = (values[i] as number) * step;
    a += value * (weights[base] as number);
    b += value * (weights[base + 1] as number);
    c += value * (weights[base + 2] as number);
    d += value * (weights[base + 3] as number);
    if (five) e += value * (weights[base + 4] as number);
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  if (five) out[4] = e;
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
