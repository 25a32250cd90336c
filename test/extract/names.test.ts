/** The name of one of them, from what papers write of many. */
import { expect, it } from 'vitest';
import { singular } from '../../src/extract/names.js';

it.each([
  ['models', 'model'],
  ['biases', 'bias'],
  ['databases', 'database'],
  ['phases', 'phase'],
  ['lenses', 'lens'],
  ['responses', 'response'],
  ['matrices', 'matrix'],
  ['devices', 'device'],
  ['indices', 'index'],
  ['hypotheses', 'hypothesis'],
  ['analyses', 'analysis'],
  ['viruses', 'virus'],
  ['houses', 'house'],
  ['causes', 'cause'],
  ['classes', 'class'],
  ['caches', 'cache'],
  ['branches', 'branch'],
  ['axes', 'axis'],
  ['studies', 'study'],
  ['LLMs', 'LLM'],
])('%s is many of %s', (many, one) => expect(singular(many)).toBe(one));

it.each(['lens', 'Siemens', 'diabetes', 'basis', 'Node.js', 'vtk.js', 'series', 'Kubernetes', 'chaos', 'physics'])(
  '%s is one',
  (word) => expect(singular(word)).toBe(word),
);
