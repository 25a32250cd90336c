/** Multinomial logistic regression on sparse vectors, by AdaGrad with a penalty on the weights' size. */
import type { FeatureVector } from '../../src/extract/features.js';
import { type LinearModel, score, softmax } from '../../src/extract/linear.js';
import { seeded, shuffled } from './random.js';

/** Examples packed one after another; a packed set can be trained on in parts. */
export class Examples {
  readonly slots: Int32Array[] = [];
  readonly values: Float32Array[] = [];
  readonly labels: number[] = [];
  /** The paper of each example, by which folds are cut. */
  readonly groups: number[] = [];
  add(vector: FeatureVector, label: number, group: number): void {
    this.slots.push(vector.slots.slice(0, vector.size));
    this.values.push(vector.values.slice(0, vector.size));
    this.labels.push(label);
    this.groups.push(group);
  }
  get size(): number {
    return this.labels.length;
  }
}

export interface Training {
  readonly classes: number;
  readonly bits: number;
  readonly epochs: number;
  readonly rate: number;
  /** Shrinks every touched weight by this share of its rate. */
  readonly penalty: number;
  readonly seed: number;
  /** Maps an example's label, for training on fewer classes. */
  readonly label?: (label: number) => number;
}

export function trainLogistic(examples: Examples, chosen: (group: number) => boolean, options: Training): LinearModel {
  const { classes, bits, epochs, rate, penalty } = options;
  const weights = new Float32Array(classes << bits);
  const squares = new Float32Array(classes << bits).fill(1e-2);
  const indexes: number[] = [];
  for (let i = 0; i < examples.size; i++) if (chosen(examples.groups[i] as number)) indexes.push(i);
  const random = seeded(options.seed);
  const scores = new Float64Array(classes);
  const model: LinearModel = { classes, bits, weights, scale: 1 };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate / (1 + 0.3 * epoch);
    for (const at of shuffled(indexes.length, random)) {
      const i = indexes[at] as number;
      const slots = examples.slots[i] as Int32Array;
      const values = examples.values[i] as Float32Array;
      const label = options.label?.(examples.labels[i] as number) ?? (examples.labels[i] as number);
      score(model, { slots, values, size: slots.length } as unknown as FeatureVector, scores);
      softmax(scores);
      for (let k = 0; k < classes; k++) {
        const error = (scores[k] as number) - (k === label ? 1 : 0);
        if (Math.abs(error) < 1e-4) continue;
        for (let f = 0; f < slots.length; f++) {
          const w = (slots[f] as number) * classes + k;
          const gradient = error * (values[f] as number) + penalty * (weights[w] as number);
          squares[w] = (squares[w] as number) + gradient * gradient;
          weights[w] = (weights[w] as number) - (step * gradient) / Math.sqrt(squares[w] as number);
        }
      }
    }
  }
  return model;
}
