/** A benchmark's year in two digits or in four. */
import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/model/index.js';
import { joinSentence } from '../../src/model/joins.js';
import { nodesOf } from './nodes-of.js';

describe('one benchmark', () => {
  it.each([
    ['AIME 2024', 'AIME24'],
    ['AIME2025', 'AIME25'],
    ['BraTS 2023', "BraTS'23"],
    ['DAVIS-2017', 'DAVIS-17'],
    ['VOC 2007', 'VOC07'],
  ])('%s, %s', (full, short) => {
    const nodes = nodesOf([full, 'Benchmark'], [short, 'Benchmark'], [full, 'Benchmark']);
    expect(nodes).toMatchObject([{ name: full, aliases: [short] }]);
  });

  it('with its kind beside it', () => {
    const nodes = nodesOf(['AIME 2024', 'Benchmark'], ['AIME24', 'Benchmark'], ['AIME24 dataset', 'Benchmark']);
    expect(nodes).toMatchObject([{ aliases: ['AIME24', 'AIME24 dataset'] }]);
  });

  it('and it can be told why', () => {
    const [node] = nodesOf(['AIME 2024', 'Benchmark'], ['AIME24', 'Benchmark']);
    expect(node?.joins.map((join) => joinSentence({ ...join, papers: [...join.papers] }))).toEqual([
      '"AIME 2024" and "AIME24" are two wordings of one thing',
    ]);
  });
});

describe('two things', () => {
  it.each<[[string, EntityType], [string, EntityType]]>([
    // Another year; a count, not a year; a year of the last century; of another kind.
    [
      ['AIME 2024', 'Benchmark'],
      ['AIME25', 'Benchmark'],
    ],
    [
      ['CIFAR-10', 'Benchmark'],
      ['CIFAR-100', 'Benchmark'],
    ],
    [
      ['VOC 1997', 'Benchmark'],
      ['VOC97', 'Benchmark'],
    ],
    [
      ['Yi 2024', 'Benchmark'],
      ['Yi-24', 'Model'],
    ],
    [
      ['WMT 2024', 'Benchmark'],
      ['WMT24++', 'Benchmark'],
    ],
  ])('%s, %s', (one, other) => {
    expect(nodesOf(one, other)).toHaveLength(2);
  });

  it('where no paper names the year in full', () => {
    expect(nodesOf(['AIME24', 'Benchmark'], ['AIME', 'Benchmark'])).toHaveLength(2);
  });
});
