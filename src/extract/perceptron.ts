/** A small perceptron: dense numbers in, two layers of rectified units, and a correction to given log-probabilities. */
import { softmax } from './linear.js';

/** Weights of one layer, `outputs` rows of `inputs` numbers, then `outputs` biases. */
export interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
}

/** Puts a layer's answer into `output`; what is below zero becomes zero if `rectify`. */
export function applyLayer(layer: Layer, input: ArrayLike<number>, output: Float64Array, rectify: boolean): void {
  const { inputs, outputs, weights } = layer;
  for (let o = 0; o < outputs; o++) {
    let sum = weights[outputs * inputs + o] as number;
    const row = o * inputs;
    for (let i = 0; i < inputs; i++) sum += (weights[row + i] as number) * (input[i] as number);
    output[o] = rectify && sum < 0 ? 0 : sum;
  }
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
