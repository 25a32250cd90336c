/** A small perceptron: dense numbers in, two layers of rectified units, and a correction to given log-probabilities. */
import { softmax } from './linear.js';

/** Weights of one layer, `outputs` rows of `inputs` numbers, then `outputs` biases. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
}

/**
 * Puts a layer's answer into `output`; what is below zero becomes zero if `rectify`. Inputs that are zero, as most are,
 * are passed over, and four outputs are summed at a time, each in the order of the inputs: the sums are those of one
 * output after the other, in a fraction of the time.
 */
export function applyLayer(layer: Layer, input: ArrayLike<number>, output: Float64Array, rectify: boolean): void {
  const { inputs, outputs, weights } = layer;
  const given = new Int32Array(inputs);
  let count = 0;
  for (let i = 0; i < inputs; i++) if (input[i] !== 0) given[count++] = i;
  const biases = outputs * inputs;
  let o = 0;
  for (; o + 4 <= outputs; o += 4) {
    const row = o * inputs;
    let a = weights[biases + o] as number;
    let b = weights[biases + o + 1] as number;
    let c = weights[biases + o + 2] as number;
    let d = weights[biases + o + 3] as number;
    for (let k = 0; k < count; k++) {
      const i = given[k] as number;
      const value = input[i] as number;
      a += (weights[row + i] as number) * value;
      b += (weights[row + inputs + i] as number) * value;
      c += (weights[row + 2 * inputs + i] as number) * value;
      d += (weights[row + 3 * inputs + i] as number) * value;
    }
    output[o] = a;
    output[o + 1] = b;
    output[o + 2] = c;
    output[o + 3] = d;
  }
  for (; o < outputs; o++) {
    let sum = weights[biases + o] as number;
    for (let k = 0; k < count; k++) {
      const i = given[k] as number;
      sum += (weights[o * inputs + i] as number) * (input[i] as number);
    }
    output[o] = sum;
  }
  if (rectify) for (let k = 0; k < outputs; k++) if ((output[k] as number) < 0) output[k] = 0;
}

export interface Perceptron {
  readonly layers: readonly [Layer, Layer, Layer];
}

/** Gives probabilities: the softmax of `opinion` (log-probabilities) and the perceptron's correction. */
export function correct(perceptron: Perceptron, input: ArrayLike<number>, opinion: readonly number[]): Float64Array {
  const [first, second, last] = perceptron.layers;
  const one = new Float64Array(first.outputs);
  const two = new Float64Array(second.outputs);
  const out = new Float64Array(last.outputs);
  applyLayer(first, input, one, true);
  applyLayer(second, one, two, true);
  applyLayer(last, two, out, false);
  for (let k = 0; k < out.length; k++) out[k] = (out[k] as number) + (opinion[k] as number);
  softmax(out);
  return out;
}
