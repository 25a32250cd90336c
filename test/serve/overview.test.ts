/** What is drawn of a graph at first, of what is chosen, and of a part of the drawing. */
import { describe, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { GraphView } from '../../src/serve/graph-view.js';
import { field } from '../graph/fields.js';

const graph = assembleGraph([...field('tides', 30), ...field('gates', 30), ...field('kilns', 10)]);
const view = new GraphView(graph);
const all = graph.nodes.filter(({ label }) => label !== 'Author').length;

describe('the overview', () => {
  it('draws a small graph whole, without people, and needs no ties then', () => {
    const { nodes, edges, ties, shown, total } = view.overview({ limit: 5_000 });
    expect([shown, total, nodes.length]).toEqual([all, all, all]);
    expect(edges).toHaveLength(graph.edges.filter(({ type }) => type !== 'WROTE').length);
    expect(ties).toEqual([]);
  });

  it('draws of a larger one what tells most, and says of how many', () => {
    const { nodes, shown, total } = view.overview({ limit: 40 });
    expect([nodes.length, shown, total]).toEqual([40, 40, all]);
    const names = nodes.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(expect.arrayContaining(['tides', 'gates']));
    expect(names[0]).not.toBe('learning');
    expect(nodes.filter(({ label }) => label === 'Paper').length).toBeLessThan(20);
  });

  it('gives every community a share', () => {
    const { nodes } = view.overview({ limit: 60 });
    const communities = new Set(graph.nodes.filter(({ label }) => label === 'Paper').map(({ community }) => community));
    expect(new Set(nodes.map(({ community }) => community))).toEqual(communities);
  });

  it('ties entities that papers name together beyond chance', () => {
    const { nodes, ties } = view.overview({ limit: 60 });
    expect(ties.length).toBeGreaterThan(0);
    for (const [a, b] of ties) {
      expect(a).toBeLessThan(b);
      const papersOf = (place: number) =>
        view.steps(nodes[place]?.id ?? '').flatMap(({ edge, other }) => ('start' in edge ? [other] : []));
      const others = new Set(papersOf(b));
      expect(papersOf(a).filter((paper) => others.has(paper)).length).toBeGreaterThan(1);
    }
  });

  it('shows of a part of the drawing what stands there, papers too', () => {
    const paper = graph.nodes.find(({ label }) => label === 'Paper');
    const { x = 0, y = 0 } = paper ?? {};
    const near = view.overview({ limit: 500, box: [x - 30, y - 30, x + 30, y + 30] });
    expect(near.nodes.map(({ id }) => id)).toContain(paper?.id);
    for (const node of near.nodes) {
      expect(Math.abs(node.x - x)).toBeLessThanOrEqual(30);
      expect(Math.abs(node.y - y)).toBeLessThanOrEqual(30);
    }
    expect(near.total).toBeLessThan(all);
  });

  it('chooses within a part as anywhere', () => {
    const everywhere = [-1e6, -1e6, 1e6, 1e6] as const;
    const { nodes } = view.overview({ limit: 500, box: everywhere, choice: { hide: ['Paper'] } });
    expect(nodes.some(({ label }) => label === 'Paper')).toBe(false);
    expect(nodes.length).toBeGreaterThan(50);
  });
});
