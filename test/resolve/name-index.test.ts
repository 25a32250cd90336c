/** Finding nodes by name while they change. */
import { describe, expect, it } from 'vitest';
import { NameIndex } from '../../src/resolve/index.js';

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
});
