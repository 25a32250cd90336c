/** Trains the perceptron of the second look by Adam (Kingma and Ba 2015), with decoupled weight decay and dropout. */
import { softmax } from '../../src/extract/linear.js';
import { applyLayer, type Layer, type Perceptron } from '../../src/extract/perceptron.js';
import { seeded, shuffled } from './random.js';

export interface PerceptronExamples {
  readonly inputs: number;
  readonly classes: number;
  readonly input: readonly (readonly number[])[];
  /** Log-probabilities that are to be corrected. */
  readonly opinion: readonly (readonly number[])[];
  readonly label: readonly number[];
  readonly group: readonly number[];
}

const UNITS = 32;
const EPOCHS = 8;
const BATCH = 256;
const RATE = 2e-3;
const DECAY = 0.01;
const DROPOUT = 0.1;
const SEED = 15;

interface Trained {
  readonly layer: { inputs: number; outputs: number; weights: Float32Array };
  readonly gradient: Float64Array;
  readonly mean: Float64Array;
  readonly square: Float64Array;
}

/** The last layer begins at zero: an untrained perceptron corrects nothing. */
export function trainPerceptron(all: PerceptronExamples, chosen: (group: number) => boolean): Perceptron {
  const indexes = all.group.flatMap((group, i) => (chosen(group) ? [i] : []));
  const random = seeded(SEED);
  const { mean, deviation } = moments(all, indexes);
  const layers = [
    fresh(all.inputs, UNITS, random),
    fresh(UNITS, UNITS, random),
    fresh(UNITS, all.classes, undefined),
  ] as const;
  const x = new Float64Array(all.inputs);
  const [a, b, out] = [new Float64Array(UNITS), new Float64Array(UNITS), new Float64Array(all.classes)];
  const [da, db] = [new Float64Array(UNITS), new Float64Array(UNITS)];
  const keep = [new Float64Array(UNITS), new Float64Array(UNITS)] as const;
  const steps = Math.ceil((EPOCHS * indexes.length) / BATCH);
  let step = 0;
  let pending = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const at of shuffled(indexes.length, random)) {
      const i = indexes[at] as number;
      const given = all.input[i] as readonly number[];
      for (let k = 0; k < all.inputs; k++) {
        x[k] = ((given[k] as number) - (mean[k] as number)) / (deviation[k] as number);
      }
      for (const mask of keep) for (let k = 0; k < UNITS; k++) mask[k] = random() < DROPOUT ? 0 : 1 / (1 - DROPOUT);
      applyLayer(layers[0].layer, x, a, true);
      drop(a, keep[0]);
      applyLayer(layers[1].layer, a, b, true);
      drop(b, keep[1]);
      applyLayer(layers[2].layer, b, out, false);
      const opinion = all.opinion[i] as readonly number[];
      for (let k = 0; k < out.length; k++) out[k] = (out[k] as number) + (opinion[k] as number);
      softmax(out);
      const label = all.label[i] as number;
      out[label] = (out[label] as number) - 1;
      backward(layers[2], b, out, db);
      for (let k = 0; k < UNITS; k++) db[k] = (b[k] as number) > 0 ? (db[k] as number) * (keep[1][k] as number) : 0;
      backward(layers[1], a, db, da);
      for (let k = 0; k < UNITS; k++) da[k] = (a[k] as number) > 0 ? (da[k] as number) * (keep[0][k] as number) : 0;
      backward(layers[0], x, da);
      if (++pending === BATCH) {
        update(layers, pending, ++step, RATE * Math.max(0, 1 - step / steps));
        pending = 0;
      }
    }
  }
  // The scaling of the inputs goes into the first layer.
  const first = layers[0].layer;
  for (let o = 0; o < UNITS; o++) {
    for (let k = 0; k < all.inputs; k++) {
      const w = o * all.inputs + k;
      first.weights[w] = (first.weights[w] as number) / (deviation[k] as number);
      const bias = UNITS * all.inputs + o;
      first.weights[bias] = (first.weights[bias] as number) - (first.weights[w] as number) * (mean[k] as number);
    }
  }
  return { layers: layers.map(({ layer }): Layer => layer) as unknown as Perceptron['layers'] };
}

function moments(all: PerceptronExamples, indexes: readonly number[]): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(all.inputs);
  const deviation = new Float64Array(all.inputs);
  for (const i of indexes)
    (all.input[i] as number[]).forEach((v, k) => {
      mean[k] = (mean[k] as number) + v / indexes.length;
    });
  for (const i of indexes) {
    (all.input[i] as number[]).forEach((v, k) => {
      deviation[k] = (deviation[k] as number) + (v - (mean[k] as number)) ** 2 / indexes.length;
    });
  }
  return { mean, deviation: deviation.map((v) => Math.sqrt(v) + 1e-3) };
}

/** Weights drawn evenly (Glorot and Bengio 2010), or all zero without a source of chance. */
function fresh(inputs: number, outputs: number, random: (() => number) | undefined): Trained {
  const size = outputs * inputs + outputs;
  const reach = Math.sqrt(3 / inputs);
  const weights = new Float32Array(size);
  if (random !== undefined) for (let w = 0; w < outputs * inputs; w++) weights[w] = (2 * random() - 1) * reach;
  return {
    layer: { inputs, outputs, weights },
    gradient: new Float64Array(size),
    mean: new Float64Array(size),
    square: new Float64Array(size),
  };
}

/** Dropout (Srivastava et al. 2014): units that sit out this example; the others speak up for them. */
function drop(units: Float64Array, keep: Float64Array): void {
  for (let k = 0; k < units.length; k++) units[k] = (units[k] as number) * (keep[k] as number);
}

function backward({ layer, gradient }: Trained, x: Float64Array, error: Float64Array, down?: Float64Array): void {
  const { inputs, outputs, weights } = layer;
  down?.fill(0);
  for (let o = 0; o < outputs; o++) {
    const e = error[o] as number;
    if (e === 0) continue;
    for (let i = 0; i < inputs; i++) {
      const w = o * inputs + i;
      gradient[w] = (gradient[w] as number) + e * (x[i] as number);
      if (down !== undefined) down[i] = (down[i] as number) + e * (weights[w] as number);
    }
    const bias = outputs * inputs + o;
    gradient[bias] = (gradient[bias] as number) + e;
  }
}

function update(layers: readonly Trained[], count: number, step: number, rate: number): void {
  for (const { layer, gradient, mean, square } of layers) {
    for (let w = 0; w < gradient.length; w++) {
      const g = (gradient[w] as number) / count;
      mean[w] = 0.9 * (mean[w] as number) + 0.1 * g;
      square[w] = 0.999 * (square[w] as number) + 0.001 * g * g;
      const move =
        (mean[w] as number) / (1 - 0.9 ** step) / (Math.sqrt((square[w] as number) / (1 - 0.999 ** step)) + 1e-8);
      layer.weights[w] = (layer.weights[w] as number) - rate * (move + DECAY * (layer.weights[w] as number));
    }
    gradient.fill(0);
  }
}
