/** PageRank: what its definition says of every node, and what is shared by nodes without an edge. */
import { describe, expect, it } from 'vitest';
import { toAdjacency } from '../../src/graph/adjacency.js';
import { pagerank } from '../../src/graph/pagerank.js';

const edge = (source: string, target: string, weight = 1) => ({ source, target, weight });

describe('PageRank', () => {
  it('of each node follows from those of its neighbours', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e'];
    const edges = [edge('a', 'b', 2), edge('b', 'c'), edge('c', 'a', 0.5), edge('c', 'd', 3), edge('d', 'e')];
    const ranks = pagerank(toAdjacency(nodes, edges));
    const strength = (node: string) =>
      edges.reduce((sum, { source, target, weight }) => sum + (source === node || target === node ? weight : 0), 0);
    const rank = (node: string) => ranks[nodes.indexOf(node)] ?? Number.NaN;
    for (const node of nodes) {
      const given = edges.reduce((sum, { source, target, weight }) => {
        if (source !== node && target !== node) return sum;
        const other = source === node ? target : source;
        return sum + (rank(other) * weight) / strength(other);
      }, 0);
      expect(rank(node)).toBeCloseTo(0.15 + 0.85 * given, 3);
    }
    expect(ranks.reduce((sum, value) => sum + value, 0) / nodes.length).toBeCloseTo(1, 3);
  });

  it('of what no edge touches is shared by all', () => {
    const ranks = pagerank(toAdjacency(['a', 'b', 'alone'], [edge('a', 'b')]));
    // r = 0.15 + 0.85 r / 3 for the lonely one, and the three sum to 3.
    const alone = 0.15 / (1 - 0.85 / 3);
    expect(ranks[2]).toBeCloseTo(alone, 3);
    expect(ranks[0]).toBeCloseTo((3 - alone) / 2, 3);
    expect([...pagerank(toAdjacency(['a', 'b'], []))]).toEqual([1, 1]);
  });
});
