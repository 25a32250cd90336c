/**
 * Everything the extractor has learnt, and its form on disk: the folder `lexicon` at the package's root, written by
 * `npm run learn-lexicon`. Terms and word classes are gzipped tables, weights are gzipped bytes with a scale.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { StemmaError } from '../model/index.js';
import { DecisionSettingsSchema } from './decision-settings.js';
import type { Lexicon, TermFacts } from './lexicon.js';
import type { LinearModel } from './linear.js';
import type { Layer, Perceptron } from './perceptron.js';
import { shippedFolder } from './shipped-folder.js';
import { TermTable } from './term-table.js';

const ModelShape = z.object({
  classes: z.number().int().positive(),
  bits: z.number().int().min(1).max(24),
  scale: z.number().positive(),
});

export const SettingsSchema = DecisionSettingsSchema.extend({
  spans: ModelShape,
  roles: ModelShape,
  relations: ModelShape,
});
export type Settings = z.infer<typeof SettingsSchema>;

export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly spans: LinearModel;
  /** The second look at the spans (see rescore.ts). */
  readonly again: Perceptron;
  readonly roles: LinearModel;
  readonly relations: LinearModel;
  /** The second look at pairs of entities (see pair-look.ts). */
  readonly pairs: Perceptron;
  readonly settings: Settings;
}

export const SCORERS = ['spans', 'roles', 'relations'] as const;
export type Scorer = (typeof SCORERS)[number];

export const FILES = {
  settings: 'settings.json',
  terms: 'terms.tsv.gz',
  words: 'words.tsv.gz',
  names: 'names.txt.gz',
  again: 'again.weights.gz',
  pairs: 'pairs.weights.gz',
  weights: (name: Scorer): string => `${name}.weights.gz`,
} as const;

/** Reads the shipped knowledge. Throws a StemmaError that names the folder when it is incomplete. */
export function loadKnowledge(folder: string = shippedFolder('lexicon')): Knowledge {
  try {
    const settings = SettingsSchema.parse(JSON.parse(readFileSync(join(folder, FILES.settings), 'utf8')));
    const weights = (name: Scorer): LinearModel =>
      unpackWeights(gunzipSync(readFileSync(join(folder, FILES.weights(name)))), settings[name]);
    return {
      settings,
      lexicon: unpackLexicon(unpack(folder, FILES.terms), unpack(folder, FILES.words), unpack(folder, FILES.names)),
      spans: weights('spans'),
      again: unpackPerceptron(gunzipSync(readFileSync(join(folder, FILES.again)))),
      roles: weights('roles'),
      relations: weights('relations'),
      pairs: unpackPerceptron(gunzipSync(readFileSync(join(folder, FILES.pairs)))),
    };
  } catch (cause) {
    throw new StemmaError(
      'no-lexicon',
      `${folder}: the extractor's lexicon is missing or damaged; reinstall the package`,
      { cause },
    );
  }
}

function unpack(folder: string, file: string): string {
  return gunzipSync(readFileSync(join(folder, file))).toString('utf8');
}

/** Whole numbers keep the table small: shares are stored in hundredths. */
export function packTerm(key: string, facts: TermFacts): string {
  const counts = [
    facts.papers,
    facts.titles,
    facts.definitions,
    Math.round(facts.free * 100),
    Math.round(facts.capital * 100),
    facts.seen,
    ...facts.marked,
  ];
  while (counts.at(-1) === 0) counts.pop();
  return [key, ...counts.map((n) => (n === 0 ? '' : String(n)))].join('\t');
}

function unpackTerm(line: string): TermFacts {
  const row = line.split('\t');
  const n = (i: number): number => Number(row[i] ?? 0);
  return {
    papers: n(1),
    titles: n(2),
    definitions: n(3),
    free: n(4) / 100,
    capital: n(5) / 100,
    seen: n(6),
    marked: [n(7), n(8), n(9), n(10)],
  };
}

/** What packing keeps of the facts: training sees exactly what the extractor will read. */
export function roundedTerm(facts: TermFacts): TermFacts {
  return unpackTerm(packTerm('', facts));
}

/** A lexicon from its tables as they are written to disk. */
export function unpackLexicon(terms: string, words: string, names: string): Lexicon {
  const classes = new Map<string, number>();
  for (const line of words.split('\n')) {
    const tab = line.indexOf('\t');
    if (tab >= 0) classes.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  return { terms: new TermTable(terms, unpackTerm), classes, names: new Set(names.trimEnd().split('\n')) };
}

/** Weights as signed bytes; the scale is what one step stands for. */
export function packWeights(model: LinearModel, limit: number): { bytes: Int8Array; scale: number } {
  const scale = limit / 127;
  const bytes = Int8Array.from(model.weights, (w) => Math.max(-127, Math.min(127, Math.round(w / scale))));
  return { bytes, scale };
}

export function unpackWeights(bytes: Uint8Array, shape: { classes: number; bits: number; scale: number }): LinearModel {
  const size = shape.classes << shape.bits;
  if (bytes.length !== size) throw new StemmaError('no-lexicon', `weights: ${bytes.length} bytes, expected ${size}`);
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
  return { classes: shape.classes, bits: shape.bits, weights: signed, scale: shape.scale };
}

/** The layers of a perceptron one after another: numbers of inputs and of outputs, then the weights, 32 bits each. */
export function packPerceptron(perceptron: Perceptron): Uint8Array {
  const parts = perceptron.layers.flatMap(({ inputs, outputs, weights }) => [
    new Uint8Array(Int32Array.of(inputs, outputs).buffer),
    new Uint8Array(weights.slice().buffer),
  ]);
  return Buffer.concat(parts);
}

export function unpackPerceptron(bytes: Uint8Array): Perceptron {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layers: Layer[] = [];
  for (let at = 0; at < bytes.byteLength; ) {
    const [inputs, outputs] = [view.getInt32(at, true), view.getInt32(at + 4, true)];
    at += 8;
    const weights = Float32Array.from({ length: (inputs + 1) * outputs }, (_, i) => view.getFloat32(at + 4 * i, true));
    at += 4 * weights.length;
    layers.push({ inputs, outputs, weights });
  }
  const [first, second, last] = layers;
  if (first === undefined || second === undefined || last === undefined || layers.length > 3) {
    throw new StemmaError('no-lexicon', `perceptron: ${layers.length} layers, expected 3`);
  }
  return { layers: [first, second, last] };
}
