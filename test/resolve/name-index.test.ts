/** Finding nodes by name while they change. */
import { describe, expect, it } from 'vitest';
import { type Named, NameIndex } from '../../src/resolve/index.js';

const pruning = { id: 'technique:tree-pruning', name: 'tree pruning', aliases: ['TP', 'pruning of trees'] };
const apex = { id: 'model:apex', name: 'Apex', aliases: ['TP'] };

describe('NameIndex', () => {
  const cases: [string, string[]][] = [
    ['technique:tree-pruning', ['technique:tree-pruning']],
    ['tree pruning', ['technique:tree-pruning']],
    ['Tree-Prunings', ['technique:tree-pruning']],
    ['TP', ['model:apex', 'technique:tree-pruning']],
    ['TREE-PRUNINGS', ['technique:tree-pruning']],
    ['APEXS', ['model:apex']],
    ['nothing', []],
    ['', []],
  ];
  it.each(cases)('finds %j', (text, ids) => {
    expect(new NameIndex([pruning, apex]).find(text).map(({ id }) => id)).toEqual(ids);
  });

  it.each(['tree pruning', 'Tree-Prunings', 'pruning of trees', 'Pruning-of-Trees', 'technique:tree-pruning'])(
    'finds a removed node by no spelling: %s',
    (text) => {
      const index = new NameIndex([pruning, apex]);
      index.remove(pruning);
      expect(index.find(text)).toEqual([]);
      expect(index.find('TP')).toEqual([apex]);
    },
  );

  it.each([
    ['HAM10000 dataset', ['benchmark:ham10000']],
    ['the HAM10000 dataset', []],
    ['ham10000 Dataset', ['benchmark:ham10000']],
    ['OpenAI o1', ['model:o1']],
    ['openai O1 model', ['model:o1']],
    ['o1 dataset', []],
    ['HAM10000 model', []],
    ['X-PLM model', ['model:x-plm-model']],
  ])('finds by a name with its kind or maker what is of this kind: %s', (text, ids) => {
    const nodes = [
      { id: 'benchmark:ham10000', name: 'HAM10000', label: 'Benchmark' },
      { id: 'model:o1', name: 'o1', label: 'Model' },
      { id: 'model:x-plm', name: 'X-PLM', label: 'Model' },
      { id: 'model:x-plm-model', name: 'X-PLM model', label: 'Model' },
    ];
    expect(new NameIndex<Named>(nodes).find(text).map(({ id }) => id)).toEqual(ids);
  });
});
