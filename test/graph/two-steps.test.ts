/** What lies two steps away: found as by walking every way, the most telling first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Incidence, twoSteps } from '../../src/graph/index.js';
import type { EdgeType, GraphEdge, GraphNode, KnowledgeGraph } from '../../src/model/index.js';

const drawn = { x: 0, y: 0, community: 0, pagerank: 0 };
const node = (id: string): GraphNode =>
  id.startsWith('author:')
    ? { id, label: 'Author', name: id, ...drawn }
    : { id, label: 'Technique', name: id, ...drawn, aliases: [], papers: 0 };
const edge = (source: string, type: EdgeType, target: string, confidence = 0.5) =>
  ({ source, target, type, confidence, evidence: 'x', start: 0, end: 1 }) as GraphEdge;
const graphOf = (edges: GraphEdge[]): KnowledgeGraph => ({
  nodes: [...new Set(edges.flatMap(({ source, target }) => [source, target]))].sort().map(node),
  edges,
});
const ids = (edges: GraphEdge[], from: string, options: Partial<Parameters<typeof twoSteps>[2]> = {}) => {
  const { found, total } = twoSteps(new Incidence(graphOf(edges)), from, { limit: 100, ...options });
  return { total, ways: found.map((one) => `${one.via.id} ${one.node.id}`) };
};

describe('what lies two steps away', () => {
  it('comes by the number of its ways, and by what these lead over', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => edge('hub', 'USES', `x${i}`));
    const edges = [
      edge('a', 'USES', 'hub'),
      ...crowd,
      edge('a', 'USES', 'm'),
      edge('m', 'USES', 'once'),
      edge('m', 'USES', 'twice'),
      edge('a', 'USES', 'n', 0.9),
      edge('n', 'USES', 'twice', 0.9),
    ];
    const { total, ways } = ids(edges, 'a', { limit: 3 });
    expect(total).toBe(32);
    expect(ways).toEqual(['n twice', 'm once', 'hub x0']);
    expect(ids(edges, 'a', { limit: 1, offset: 1 }).ways).toEqual(['m once']);
  });

  it('leaves people out, unless it starts at one or they are asked for', () => {
    const edges = [edge('author:b', 'WROTE', 'p'), edge('author:b', 'WROTE', 'q'), edge('p', 'USES', 't')];
    expect(ids(edges, 'p')).toEqual({ total: 0, ways: [] });
    expect(ids(edges, 't')).toEqual({ total: 0, ways: [] });
    expect(ids(edges, 'p', { types: ['WROTE'] }).ways).toEqual(['author:b q']);
    expect(ids(edges, 'author:b').ways).toEqual(['p t']);
  });

  it('keeps to the types and the direction that are asked for', () => {
    const edges = [
      edge('a', 'BUILDS_ON', 'b'),
      edge('b', 'BUILDS_ON', 'c'),
      edge('d', 'BUILDS_ON', 'b'),
      edge('b', 'USES', 'e'),
    ];
    expect(ids(edges, 'a', { types: ['BUILDS_ON'], direction: 'out' }).ways).toEqual(['b c']);
    expect(ids(edges, 'c', { direction: 'in' }).ways).toEqual(['b a', 'b d']);
  });

  it('is what walking every way finds', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const pairs = fc.array(fc.tuple(name, name), { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(pairs, (list) => {
        const edges = list.filter(([x, y]) => x !== y).map(([x, y]) => edge(x, 'USES', y));
        if (edges.length === 0) return;
        const beside = (id: string) =>
          new Set(edges.flatMap(({ source, target }) => (source === id ? [target] : target === id ? [source] : [])));
        const from = edges[0]?.source ?? '';
        const near = beside(from);
        const far = new Set([...near].flatMap((id) => [...beside(id)]).filter((id) => id !== from && !near.has(id)));
        const { found, total } = twoSteps(new Incidence(graphOf(edges)), from, { limit: 100 });
        expect(new Set(found.map((one) => one.node.id))).toEqual(far);
        expect(total).toBe(far.size);
        for (const { via, node: end, edge: last } of found) {
          expect(near.has(via.id)).toBe(true);
          expect([last.source, last.target].sort()).toEqual([via.id, end.id].sort());
        }
        const cut = twoSteps(new Incidence(graphOf(edges)), from, { limit: 2 });
        expect(cut.found).toEqual(found.slice(0, 2));
      }),
    );
  });
});
