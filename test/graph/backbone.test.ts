/** Ties beyond chance, and which of them the disparity filter keeps. */
import { describe, expect, it } from 'vitest';
import { toAdjacency } from '../../src/graph/adjacency.js';
import { backbone } from '../../src/graph/backbone.js';
import { type Ties, tiesBetween } from '../../src/graph/ties.js';

/** Links of papers `p0`, `p1` … to entities: a list of entities for each paper. */
function corpus(papers: readonly string[][], entities: readonly string[]) {
  const ids = papers.map((_, i) => `p${i}`);
  const links = papers.flatMap((named, i) => named.map((target) => ({ source: `p${i}`, target, weight: 1 })));
  const graph = toAdjacency([...ids, ...entities], links);
  const found = tiesBetween(
    graph,
    ids.length,
    entities.map((_, i) => ids.length + i),
  );
  const name = (number: number | undefined) => entities[(number ?? 0) - ids.length] ?? '';
  return Array.from(found.weight, (weight, i) => ({ pair: `${name(found.from[i])} ${name(found.to[i])}`, weight }));
}

describe('ties', () => {
  it('join what is named together beyond chance, not what everybody names', () => {
    const papers = Array.from({ length: 20 }, (_, i) => [
      'hub',
      ...(i < 5 ? ['gate', 'lock'] : i < 10 ? ['reef'] : []),
    ]);
    const found = corpus(papers, ['hub', 'gate', 'lock', 'reef']);
    expect(found.map(({ pair }) => pair)).toEqual(['gate lock']);
    expect(found[0]?.weight).toBeCloseTo(5 * Math.log((5 * 20) / (5 * 5)));
  });

  it('need two papers: one may be chance', () => {
    const papers = [['gate', 'lock'], ['reef', 'lock'], ['reef', 'lock'], ...Array.from({ length: 9 }, () => ['hub'])];
    expect(corpus(papers, ['gate', 'hub', 'lock', 'reef']).map(({ pair }) => pair)).toEqual(['lock reef']);
  });
});

describe('the disparity filter', () => {
  const star = (weights: readonly number[]): Ties => ({
    from: Uint32Array.from(weights, () => 0),
    to: Uint32Array.from(weights, (_, i) => i + 1),
    weight: Float64Array.from(weights),
  });
  /** Ends that hang on the star by more than it, so that they do not keep their edge for want of another. */
  const withChain = (ties: Ties): Ties => {
    const ends = [...ties.to];
    const last = Math.max(...ends) + 1;
    return {
      from: Uint32Array.from([...ties.from, ...ends]),
      to: Uint32Array.from([...ties.to, ...ends.map((_, i) => last + i)]),
      weight: Float64Array.from([...ties.weight, ...ends.map(() => 1_000)]),
    };
  };

  it('keeps the edge that takes more than its share, and leaves even ones out', () => {
    const even = backbone(withChain(star([1, 1, 1, 1, 1, 1])), 20, 0.05);
    expect([...even.from].filter((from) => from === 0)).toEqual([]);
    const uneven = backbone(withChain(star([40, 1, 1, 1, 1, 1])), 20, 0.05);
    expect([...uneven.from].flatMap((from, i) => (from === 0 ? [uneven.to[i]] : []))).toEqual([1]);
  });

  it('keeps the only edge of a node', () => {
    expect([...backbone(star([1, 1, 1]), 4, 0.01).to]).toEqual([1, 2, 3]);
  });

  it('keeps all at a significance of 1', () => {
    const ties = withChain(star([3, 2, 1, 1]));
    expect(backbone(ties, 20, 1.01)).toEqual(ties);
  });
});
