/** What goes with what: weighed by how few things it shares them with, and each told by its two edges. */
import { describe, expect, it } from 'vitest';
import { assembleGraph, compare, related } from '../../src/graph/index.js';
import type { Role } from '../../src/model/index.js';
import { GraphView } from '../../src/serve/graph-view.js';
import { record } from '../support/records.js';

/** Papers by number, each with the names that it mentions; all are concepts. */
function view(papers: Readonly<Record<string, readonly string[]>>, relations: [string, 'BUILDS_ON', string][] = []) {
  return new GraphView(
    assembleGraph(
      Object.entries(papers).map(([number, names], i) => {
        const stated = relations.filter(([from, , to]) => names.includes(from) && names.includes(to));
        const sentences = stated.map(([from, , to]) => `${from} builds on ${to}.`);
        return record({
          id: `arxiv:2501.0000${number}`,
          abstract: `${names.join(', ')}. ${i} ${sentences.join(' ')}`,
          entities: names.map((name) => ({ name, type: 'Concept' as const, role: 'uses' as Role })),
          relations: stated.map(([from, type, to], j) => [from, type, to, sentences[j] ?? '']),
        });
      }),
    ),
  );
}
const paper = (number: number) => `arxiv:2501.0000${number}`;

const graph = view({
  1: ['alpha', 'beta', 'gamma'],
  2: ['alpha', 'beta'],
  3: ['alpha', 'gamma', 'delta'],
  4: ['alpha', 'delta'],
  5: ['epsilon'],
});

describe('papers most like a paper', () => {
  it('weigh each shared entity by 1 / (papers - 1)', () => {
    const { related: found, total } = related(graph, paper(1), 5, 10);
    // alpha joins four papers, beta and gamma two each.
    expect(found.map(({ node, weight }) => [node.id, Number(weight.toFixed(6))])).toEqual([
      [paper(2), 1.333333],
      [paper(3), 1.333333],
      [paper(4), 0.333333],
    ]);
    expect(total).toBe(3);
  });

  it('tell what joins them, the rarest first, by the edge of each paper', () => {
    const [first] = related(graph, paper(1), 5, 1).related;
    expect(first?.via.map(({ node }) => node.name)).toEqual(['beta', 'alpha']);
    expect(first?.via[0]?.edges.map(({ source, target }) => [source, target])).toEqual([
      [paper(1), 'concept:beta'],
      [paper(2), 'concept:beta'],
    ]);
  });

  it('are none where nothing is shared, and none for what is not there', () => {
    expect(related(graph, paper(5), 5, 10)).toEqual({ related: [], total: 0 });
    expect(related(graph, 'concept:none', 5, 10).total).toBe(0);
  });
});

describe('entities that go with an entity', () => {
  it('are weighed by how far beyond chance they are mentioned together', () => {
    const { related: found } = related(graph, 'concept:delta', 5, 10);
    expect(found.map(({ node, total }) => [node.name, total])).toEqual([
      ['alpha', 2],
      ['gamma', 1],
    ]);
    // Of 5 papers 2 mention delta, 4 alpha and 2 gamma; 2 delta and alpha, 1 delta and gamma.
    const gain = (k: number, row: number, column: number) => 2 * k * Math.log((k * 5) / (row * column));
    expect(found[0]?.weight).toBeCloseTo(gain(2, 2, 4) + gain(2, 3, 4) + gain(1, 3, 1), 9);
    expect(found[1]?.weight).toBeCloseTo(gain(1, 2, 2) + gain(1, 2, 3) + gain(1, 3, 2) + gain(2, 3, 3), 9);
  });

  it('weigh nothing where chance would have them together as often', () => {
    const everywhere = view({ 1: ['alpha', 'beta'], 2: ['alpha', 'gamma'], 3: ['alpha', 'gamma'] });
    const { related: found } = related(everywhere, 'concept:alpha', 3, 10);
    expect(found.map(({ node, weight }) => [node.name, weight])).toEqual([
      ['gamma', 0],
      ['beta', 0],
    ]);
  });
});

describe('comparing papers', () => {
  const names = (rows: ReturnType<typeof compare>['shared']) => rows.map(({ entity }) => entity.name);

  it('gives what they share and what each alone has, with the sentence of each', () => {
    const { shared, own, relations } = compare(graph, [paper(1), paper(3)], 5);
    expect(names(shared)).toEqual(['gamma', 'alpha']); // gamma is rarer
    expect(own.map(names)).toEqual([['beta'], ['delta']]);
    expect(relations).toEqual([]);
    const edges = shared[0]?.holdings.map((each) => each?.edges.map(({ source, target }) => `${source} ${target}`));
    expect(edges).toEqual([[`${paper(1)} concept:gamma`], [`${paper(3)} concept:gamma`]]);
  });

  it('of three puts what all have before what two have', () => {
    const { shared, own } = compare(graph, [paper(1), paper(2), paper(3)], 5);
    expect(names(shared)).toEqual(['alpha', 'beta', 'gamma']);
    expect(shared[1]?.holdings.map(Boolean)).toEqual([true, true, false]);
    expect(own.map(names)).toEqual([[], [], ['delta']]);
  });
});

describe('comparing entities', () => {
  const related = view({ 1: ['alpha', 'beta', 'gamma'], 2: ['alpha', 'gamma'], 3: ['beta', 'delta'] }, [
    ['alpha', 'BUILDS_ON', 'beta'],
    ['beta', 'BUILDS_ON', 'delta'],
  ]);

  it('counts the papers in which each goes with another, and names what they say of each other', () => {
    const { shared, own, relations } = compare(related, ['concept:alpha', 'concept:beta'], 3);
    expect(relations.map(({ type, source, target }) => [source, type, target])).toEqual([
      ['concept:alpha', 'BUILDS_ON', 'concept:beta'],
    ]);
    expect(shared.map(({ entity, holdings }) => [entity.name, holdings.map((each) => each?.papers)])).toEqual([
      ['gamma', [2, 1]],
    ]);
    // Its relation comes first, then a paper that mentions both.
    expect(own[1]?.[0]?.holdings[1]?.edges.map(({ type }) => type)).toEqual(['BUILDS_ON', 'USES', 'USES']);
    expect(own[0]).toEqual([]);
  });
});
