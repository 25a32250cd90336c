/** Faceted counts are what the filters would let through if each choice were the only one of its kind, counted one by one. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EDGE_TYPES, type GraphEdge, type GraphNode } from '../../src/model/index.js';
import { type Choice, ChoiceSchema, chosenNodes } from '../../src/serve/choice.js';
import { GraphView } from '../../src/serve/graph-view.js';
import { runs } from '../support/effort.js';

const LABELS = ['Paper', 'Concept', 'Technique'] as const;
/** Types of links of a paper, then of entities. */
const OF_PAPERS = ['USES', 'STUDIES'] as const;
const OF_ENTITIES = ['BUILDS_ON', 'OUTPERFORMS'] as const;
const CATEGORIES = ['cs.CL', 'cs.LG', 'math.OC'];
const ORGANIZATIONS = ['Here', 'There, Inc.'];

const graphs = fc
  .record({
    papers: fc.array(
      fc.record({
        year: fc.option(fc.integer({ min: 2020, max: 2022 }), { nil: undefined }),
        categories: fc.subarray(CATEGORIES),
        organizations: fc.subarray(ORGANIZATIONS),
        community: fc.nat(1),
      }),
      { maxLength: 6 },
    ),
    entities: fc.array(
      fc.record({ label: fc.constantFrom('Concept', 'Technique'), papers: fc.nat(3), community: fc.nat(1) }),
      { maxLength: 6 },
    ),
    links: fc.array(
      fc.record({
        from: fc.nat(11),
        to: fc.nat(5),
        type: fc.constantFrom(0, 1),
        confidence: fc.constantFrom(0.2, 0.5, 0.9),
      }),
      { maxLength: 24 },
    ),
  })
  .map(({ papers, entities, links }) => {
    const place = { x: 0, y: 0, pagerank: 0.1 };
    const text = { title: 'p', abstract: '', authors: [], sources: [] };
    const nodes = [
      ...entities.map((entity, i) => ({ id: `e${i}`, name: `e${i}`, aliases: [], ...entity, ...place })),
      { id: 'organization:here', label: 'Organization', name: 'Here', community: 0, ...place },
      ...papers.map(({ year, ...paper }, i) => ({
        ...{ id: `p${i}`, label: 'Paper', name: `p${i}`, ...text, ...paper, ...place },
        ...(year === undefined ? {} : { year }),
      })),
    ] as GraphNode[];
    const ids = new Set(nodes.map(({ id }) => id));
    const edges = links.flatMap(({ from, to, type, confidence }) => {
      const source = from < 6 ? `p${from}` : `e${from - 6}`;
      const target = `e${to}`;
      if (source === target || !ids.has(source) || !ids.has(target)) return [];
      return [{ source, target, type: (from < 6 ? OF_PAPERS : OF_ENTITIES)[type], confidence }];
    });
    const people = papers.map((_, i) => ({ source: `p${i}`, target: 'organization:here', type: 'AFFILIATED_WITH' }));
    return { nodes, edges: [...edges, ...people.map((edge) => ({ ...edge, confidence: 1 }))] as GraphEdge[] };
  });

const some = <T>(of: readonly T[]) => fc.option(fc.subarray([...of], { minLength: 1 }), { nil: undefined });
const choices: fc.Arbitrary<Choice> = fc.record({
  hide: some(LABELS),
  without: some([...OF_PAPERS, ...OF_ENTITIES]),
  years: fc.option(fc.constantFrom('2020-2021', '2022-2022'), { nil: undefined }),
  undated: fc.option(fc.constant(true), { nil: undefined }),
  sure: fc.constantFrom(undefined, 0.5, 0.9),
  papers: fc.constantFrom(undefined, 2),
  community: some([0, 1]),
  category: some(CATEGORIES),
  organization: some(ORGANIZATIONS),
});

it('count the same as one would by trying each choice alone', () => {
  fc.assert(
    fc.property(graphs, choices, (graph, choice) => {
      const view = new GraphView(graph);
      const drawn = graph.nodes.filter(({ label }) => label !== 'Organization');
      const left = (change: Partial<Choice>) => chosenNodes(drawn, (id) => view.steps(id), { ...choice, ...change });
      const papers = (change: Partial<Choice>) => left(change).filter(({ label }) => label === 'Paper');
      const facets = view.facets(choice);
      for (const { year, papers: count } of facets.years) {
        expect(count, String(year)).toBe(papers({ years: `${year}-${year}`, undated: undefined }).length);
      }
      expect(facets.undated).toBe(papers({ years: undefined }).filter((node) => !('year' in node)).length);
      for (const { name, papers: count } of facets.categories) expect(count).toBe(papers({ category: [name] }).length);
      for (const { name, papers: count } of facets.organizations) {
        expect(count).toBe(papers({ organization: [name] }).length);
      }
      const inside = new Map(facets.communities.map(({ community, nodes }) => [community, nodes]));
      for (const community of [0, 1]) expect(inside.get(community) ?? 0).toBe(left({ community: [community] }).length);
      for (const label of LABELS) {
        const shown = left({ hide: choice.hide?.filter((each) => each !== label) });
        expect(facets.labels[label], label).toBe(shown.filter((node) => node.label === label).length);
      }
      for (const type of [...OF_PAPERS, ...OF_ENTITIES]) {
        const ids = new Set(left({ without: choice.without?.filter((each) => each !== type) }).map(({ id }) => id));
        const links = graph.edges.filter((edge) => edge.type === type && edge.confidence >= (choice.sure ?? 0));
        expect(facets.types[type], type).toBe(
          links.filter((edge) => ids.has(edge.source) && ids.has(edge.target)).length,
        );
      }
    }),
    runs(1_000),
  );
});

it('name what is chosen, too, and read several names from an address', () => {
  const view = new GraphView({ nodes: [], edges: [] });
  const choice = ChoiceSchema.parse({ organization: ['Here', 'There, Inc.'], category: 'cs.CL', community: '3,5' });
  expect(choice).toMatchObject({ organization: ['Here', 'There, Inc.'], category: ['cs.CL'], community: [3, 5] });
  expect(view.facets(choice).organizations.map(({ name }) => name)).toEqual(['Here', 'There, Inc.']);
  expect(Object.keys(view.facets(choice).types).sort()).toEqual([...EDGE_TYPES].sort());
});
