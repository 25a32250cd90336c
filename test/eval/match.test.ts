/** Which entity is compared with which decides every figure. */
import { describe, expect, it } from 'vitest';
import { matchEntities } from '../../src/eval/match.js';
import { type EntityTuple, entity, paper } from './papers.js';

const CASES: [title: string, gold: EntityTuple[], predicted: EntityTuple[], pairs: [number, number][]][] = [
  ['nothing pairs with nothing', [], [], []],
  ['one folded name is one entity', [entity('KV caches')], [entity('kv-cache')], [[0, 0]]],
  [
    'any shared surface will do',
    [entity('key-value cache', 'Concept', 'studies', ['KV cache'])],
    [entity('cache of keys', 'Concept', 'studies', ['KV caches'])],
    [[0, 0]],
  ],
  ['a name counts though it is no surface', [entity('LLM', 'Concept', 'studies', ['x'])], [entity('LLM')], [[0, 0]]],
  ['no key, no pair', [entity('—')], [entity('—')], []],
  ['another type pairs too', [entity('LoRA', 'Technique')], [entity('LoRA', 'Model')], [[0, 0]]],
  [
    'but the equal type comes first',
    [entity('LoRA', 'Technique')],
    [entity('LoRA', 'Model'), entity('adapter', 'Technique', 'uses', ['LoRA'])],
    [[0, 1]],
  ],
  ['then the equal name', [entity('LoRA')], [entity('adapter', 'Concept', 'uses', ['LoRA']), entity('lora')], [[0, 1]]],
  [
    'then the order of the document, of gold before that of the prediction',
    [entity('a', 'Concept', 'uses', ['x']), entity('b', 'Concept', 'uses', ['x'])],
    [entity('c', 'Concept', 'uses', ['x']), entity('d', 'Concept', 'uses', ['x'])],
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    'each is used once',
    [entity('a', 'Concept', 'uses', ['x']), entity('b', 'Concept', 'uses', ['x'])],
    [entity('c', 'Concept', 'uses', ['x'])],
    [[0, 0]],
  ],
  [
    'an early pair may leave a later one without a partner',
    [entity('a', 'Concept', 'uses', ['x', 'y']), entity('b', 'Concept', 'uses', ['x'])],
    [entity('c', 'Concept', 'uses', ['x']), entity('d', 'Concept', 'uses', ['y'])],
    [[0, 0]],
  ],
];

describe('matching', () => {
  it.each(CASES)('%s', (_, gold, predicted, pairs) => {
    const found = matchEntities(paper({ entities: gold }).entities, paper({ entities: predicted }).entities);
    expect([...found].sort(([a], [b]) => a - b)).toEqual(pairs);
  });
});
