/** The shortest paths: all of them by count, the most telling first, over people only where a person is an end. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Incidence, PathFinder } from '../../src/graph/index.js';
import type { EdgeType, GraphEdge, GraphNode, KnowledgeGraph } from '../../src/model/index.js';

const drawn = { x: 0, y: 0, community: 0, pagerank: 0 };
const node = (id: string): GraphNode =>
  id.startsWith('author:')
    ? { id, label: 'Author', name: id, ...drawn }
    : { id, label: 'Technique', name: id, ...drawn, aliases: [], papers: 0 };
const edge = (source: string, type: EdgeType, target: string, confidence = 0.5) =>
  ({ source, target, type, confidence, evidence: 'x', start: 0, end: 1 }) as GraphEdge;

function graphOf(edges: GraphEdge[], alone: string[] = []): KnowledgeGraph {
  const ids = [...new Set([...alone, ...edges.flatMap(({ source, target }) => [source, target])])].sort();
  return { nodes: ids.map(node), edges };
}
const ways = (graph: KnowledgeGraph, from: string, to: string, limit = 10) => {
  const { paths, total } = new PathFinder(new Incidence(graph)).find(from, to, limit);
  return { total, ways: paths.map(({ nodes }) => nodes.map(({ id }) => id).join(' ')) };
};

describe('the order of paths', () => {
  it('prefers what papers state of two entities, then what is surer', () => {
    const graph = graphOf([
      edge('a', 'STUDIES', 'm1'),
      edge('m1', 'STUDIES', 'b'),
      edge('a', 'BUILDS_ON', 'm2', 0.4),
      edge('m2', 'BUILDS_ON', 'b'),
      edge('b', 'BUILDS_ON', 'm3', 0.9),
      edge('m3', 'BUILDS_ON', 'a'),
    ]);
    expect(ways(graph, 'a', 'b')).toEqual({ total: 3, ways: ['a m3 b', 'a m2 b', 'a m1 b'] });
    expect(ways(graph, 'b', 'a', 1)).toEqual({ total: 3, ways: ['b m3 a'] });
  });

  it('prefers a node of few edges to a hub, and among equals the smaller ids', () => {
    const spokes = Array.from({ length: 50 }, (_, i) => edge(`s${i}`, 'USES', 'hub'));
    const through = (middle: string) => [edge('a', 'USES', middle), edge('b', 'USES', middle)];
    const graph = graphOf([...spokes, ...through('hub'), ...through('y'), ...through('x')]);
    expect(ways(graph, 'a', 'b').ways).toEqual(['a x b', 'a y b', 'a hub b']);
  });

  it('never prefers a longer path', () => {
    const graph = graphOf([
      edge('a', 'STUDIES', 'b', 0),
      edge('a', 'BUILDS_ON', 'm', 1),
      edge('m', 'BUILDS_ON', 'b', 1),
    ]);
    expect(ways(graph, 'a', 'b')).toEqual({ total: 1, ways: ['a b'] });
  });
});

it('gives all edges of a step, the most telling first', () => {
  const graph = graphOf([edge('a', 'OUTPERFORMS', 'b'), edge('b', 'BUILDS_ON', 'a'), edge('a', 'BUILDS_ON', 'b', 0.4)]);
  const [path] = new PathFinder(new Incidence(graph)).find('a', 'b', 5).paths;
  expect(path?.steps).toEqual([[graph.edges[1], graph.edges[2], graph.edges[0]]]);
});

it('walks over authors only from or to one', () => {
  const graph = graphOf([
    edge('author:ada', 'WROTE', 'a'),
    edge('author:ada', 'WROTE', 'b'),
    edge('a', 'USES', 'm'),
    edge('m', 'USES', 'n'),
    edge('n', 'USES', 'b'),
  ]);
  expect(ways(graph, 'a', 'b').ways).toEqual(['a m n b']);
  expect(ways(graph, 'author:ada', 'b').ways).toEqual(['author:ada b']);
  expect(ways(graph, 'm', 'author:ada').ways).toEqual(['m a author:ada']);
});

it('of a node to itself is that node, and of what nothing joins there is none', () => {
  const graph = graphOf([edge('a', 'USES', 'b')], ['alone']);
  expect(ways(graph, 'a', 'a')).toEqual({ total: 1, ways: ['a'] });
  expect(ways(graph, 'a', 'alone')).toEqual({ total: 0, ways: [] });
  expect(() => ways(graph, 'a', 'none')).toThrow(RangeError);
});

/** Every shortest path, by trying all. */
function allShortest({ edges }: KnowledgeGraph, from: string, to: string): string[] {
  let paths = [[from]];
  for (let step = 0; step < 12; step++) {
    const done = paths.filter((path) => path.at(-1) === to);
    if (done.length > 0) return [...new Set(done.map((path) => path.join(' ')))].sort();
    paths = paths.flatMap((path) => {
      const last = path.at(-1);
      const next = edges.flatMap(({ source, target }) => (source === last ? target : target === last ? source : []));
      return [...new Set(next)].filter((id) => !path.includes(id)).map((id) => [...path, id]);
    });
  }
  return [];
}

it('finds what trying all paths finds', () => {
  const id = fc.nat(9).map((number) => `n${number}`);
  const someEdge = fc.record({
    source: id,
    target: id,
    type: fc.constantFrom<EdgeType>('BUILDS_ON', 'USES', 'STUDIES'),
  });
  fc.assert(
    fc.property(fc.array(someEdge, { maxLength: 24 }), id, id, (sketches, from, to) => {
      const edges = sketches
        .filter(({ source, target }) => source !== target)
        .map(({ source, type, target }) => edge(source, type, target));
      const graph = graphOf(edges, [from, to]);
      const expected = allShortest(graph, from, to);
      const all = ways(graph, from, to, 1_000);
      expect(all.total).toBe(expected.length);
      expect([...all.ways].sort()).toEqual(expected);
      expect(ways(graph, from, to, 2).ways).toEqual(all.ways.slice(0, 2));
      expect(ways(graph, to, from, 1_000).total).toBe(expected.length);
    }),
    { numRuns: 500 },
  );
});
