/** The drawing of a whole graph: fields become communities, each in a place of its own. */
import { describe, expect, it } from 'vitest';
import { toAdjacency, type WeightedEdge } from '../../src/graph/adjacency.js';
import { assembleGraph } from '../../src/graph/index.js';
import { layOut } from '../../src/graph/layout.js';
import type { GraphNode } from '../../src/model/index.js';
import { field } from './fields.js';

const FIELDS = ['tides', 'gates', 'kilns', 'reefs'];
const records = FIELDS.flatMap((name) => field(name, 24));
const { nodes } = assembleGraph(records);
const drawn = nodes.filter(({ label }) => label !== 'Author');

function byCommunity(): Map<number, GraphNode[]> {
  const groups = new Map<number, GraphNode[]>();
  for (const node of drawn) groups.set(node.community, [...(groups.get(node.community) ?? []), node]);
  return groups;
}

describe('the layout', () => {
  it('finds the fields, and few communities', () => {
    for (const name of FIELDS) {
      const numbers = drawn.filter((node) => node.name.includes(name)).map(({ community }) => community);
      const most = Math.max(...[...new Set(numbers)].map((one) => numbers.filter((each) => each === one).length));
      expect(most / numbers.length, name).toBeGreaterThan(0.3);
    }
    expect(byCommunity().size).toBeLessThanOrEqual(Math.round(1.2 * Math.sqrt(records.length)));
  });

  it('numbers communities by falling size', () => {
    const sizes = [...byCommunity()].sort(([a], [b]) => a - b).map(([, group]) => group.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  });

  it('keeps a community in a disc that no other one reaches', () => {
    const discs = [...byCommunity().values()].map((group) => {
      const [x, y] = [group.map((node) => node.x), group.map((node) => node.y)];
      const centre = { x: (Math.min(...x) + Math.max(...x)) / 2, y: (Math.min(...y) + Math.max(...y)) / 2 };
      return { centre, group };
    });
    for (const one of discs) {
      for (const node of one.group) {
        const far = (centre: { x: number; y: number }) => Math.hypot(node.x - centre.x, node.y - centre.y);
        const nearest = discs.reduce((a, b) => (far(b.centre) < far(a.centre) ? b : a));
        // A large region's border may be nearer to the middle of a small one, but never inside it.
        if (nearest === one) continue;
        const reach = Math.max(
          ...nearest.group.map((other) => Math.hypot(other.x - nearest.centre.x, other.y - nearest.centre.y)),
        );
        expect(far(nearest.centre)).toBeGreaterThan(reach * 0.95);
      }
    }
  });

  it('is the same whatever the order of the records', () => {
    expect(assembleGraph(records.toReversed()).nodes).toEqual(nodes);
  });

  it('draws a graph without any link, and one of a single paper', () => {
    const alone = field('tides', 1).map((one) => ({ ...one, entities: [] }));
    expect(assembleGraph(alone).nodes.filter(({ label }) => label === 'Paper')).toHaveLength(1);
    expect(assembleGraph(field('tides', 1)).nodes.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(
      true,
    );
  });
});

describe('the layout of a large graph', () => {
  const [fields, papers, words, own] = [8, 320, 16, 7];
  const ids: string[] = [];
  const links: WeightedEdge[] = [];
  const entities = new Set<string>(['hub']);
  for (let paper = 0; paper < fields * papers; paper++) {
    const [source, name] = [`p${paper}`, `field ${paper % fields}`];
    ids.push(source);
    const shared = [0, 1, 2].map((i) => `${name} word ${(Math.floor(paper / fields) * (i + 1)) % words}`);
    const named = new Set(['hub', ...shared, ...Array.from({ length: own }, (_, i) => `own ${paper} ${i}`)]);
    for (const target of named) {
      entities.add(target);
      links.push({ source, target, weight: target === 'hub' ? 0.02 : 1 });
    }
  }
  const graph = toAdjacency([...ids, ...entities], links);
  const places = layOut(graph, ids.length);

  it('goes by what papers share, and gives every node a place beside what it belongs to', () => {
    expect(graph.order).toBeGreaterThan(20_000);
    expect([...places.x, ...places.y].every(Number.isFinite)).toBe(true);
    const fieldsOf = new Map<number, Map<number, number>>();
    for (const [paper] of ids.entries()) {
      const counts = fieldsOf.get(places.community[paper] ?? -1) ?? new Map<number, number>();
      fieldsOf.set(places.community[paper] ?? -1, counts.set(paper % fields, (counts.get(paper % fields) ?? 0) + 1));
    }
    const rightly = [...fieldsOf.values()].reduce((sum, counts) => sum + Math.max(...counts.values()), 0);
    expect(rightly / ids.length).toBeGreaterThan(0.98);
    expect(fieldsOf.size).toBeGreaterThanOrEqual(fields);
    expect(fieldsOf.size).toBeLessThanOrEqual(36);
  });

  it('is the same again', () => {
    expect(layOut(graph, ids.length)).toEqual(places);
  });
});
