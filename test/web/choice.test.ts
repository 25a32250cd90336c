/** The filters let the same through on the page, which knows what it draws, and on the server, which knows the whole graph. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EDGE_TYPES, type GraphEdge, type GraphNode, type NodeLabel } from '../../src/model/index.js';
import { ChoiceSchema, chosenNodes } from '../../src/serve/choice.js';
import { drawnNode, GraphView } from '../../src/serve/graph-view.js';
import { readFilters, writeFilters } from '../../web/src/filter/filter-address.js';
import { type Filters, NO_FILTERS } from '../../web/src/filter/filters.js';
import { findVisible } from '../../web/src/filter/visible.js';
import { GraphBuilder } from '../../web/src/graph/build-graph.js';

const LABELS = ['Concept', 'Technique', 'Model', 'Benchmark'] as const;
const TYPES = EDGE_TYPES.filter((type) => type !== 'WROTE' && type !== 'AFFILIATED_WITH');
const place = { x: 0, y: 0, pagerank: 0.1 };

const papers = fc.record({
  year: fc.option(fc.integer({ min: 2019, max: 2023 }), { nil: undefined }),
  categories: fc.subarray(['cs.CL', 'cs.LG']),
  organizations: fc.subarray(['Here', 'There, Inc.']),
  community: fc.integer({ min: 0, max: 1 }),
});
const entities = fc.record({
  label: fc.constantFrom(...LABELS),
  papers: fc.integer({ min: 0, max: 4 }),
  community: fc.integer({ min: 0, max: 1 }),
});
const links = fc.record({
  from: fc.nat(11),
  to: fc.nat(11),
  type: fc.constantFrom(...TYPES),
  confidence: fc.constantFrom(0.2, 0.5, 0.9),
});
const choices: fc.Arbitrary<Filters> = fc.record({
  hiddenLabels: fc
    .subarray<NodeLabel>(['Paper', ...LABELS])
    .map((some) => new Set([...NO_FILTERS.hiddenLabels, ...some])),
  hiddenTypes: fc.subarray(TYPES, { maxLength: 4 }).map((some) => new Set(some)),
  years: fc.option(fc.constantFrom([2020, 2021] as const, [2019, 2023] as const), { nil: undefined }),
  leastConfidence: fc.constantFrom(0, 0, 0.5, 0.9),
  leastPapers: fc.constantFrom(1, 1, 2),
  undated: fc.boolean(),
  communities: fc.subarray([0, 1]).map((some) => new Set(some)),
  categories: fc.subarray(['cs.CL', 'cs.LG']).map((some) => new Set(some)),
  organizations: fc.subarray(['Here', 'There, Inc.']).map((some) => new Set(some)),
});

/** Nodes and edges as a build makes them, but for the texts, which filters do not look at. */
function toGraph(
  some: readonly { year?: number | undefined; categories: string[]; organizations: string[]; community: number }[],
  others: readonly { label: (typeof LABELS)[number]; papers: number; community: number }[],
  between: readonly { from: number; to: number; type: (typeof TYPES)[number]; confidence: number }[],
) {
  const nodes = [
    ...some.map(({ year, ...paper }, i) => {
      const text = { name: `p${i}`, title: `p${i}`, abstract: '', authors: [], sources: [] };
      return { id: `p${i}`, label: 'Paper', ...text, ...paper, ...(year === undefined ? {} : { year }), ...place };
    }),
    ...others.map((entity, i) => ({ id: `e${i}`, name: `e${i}`, aliases: [], ...entity, ...place })),
  ] as GraphNode[];
  const edges = between.flatMap(({ from, to, type, confidence }) => {
    const [source, target] = [nodes[from], nodes[to]];
    return source && target && source !== target ? [{ source: source.id, target: target.id, type, confidence }] : [];
  }) as GraphEdge[];
  return { nodes, edges };
}

/** As the server's router gives a query: what stands there several times is a list. */
function asServed(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((key) => {
      const [first = '', ...more] = query.getAll(key);
      return [key, more.length > 0 ? [first, ...more] : first];
    }),
  );
}

it('the same nodes on both sides, whatever is chosen', () => {
  fc.assert(
    fc.property(
      fc.array(papers, { maxLength: 6 }),
      fc.array(entities, { maxLength: 6 }),
      fc.array(links, { maxLength: 24 }),
      choices,
      (some, others, between, filters) => {
        const { nodes, edges } = toGraph(some, others, between);
        const query = new URLSearchParams();
        writeFilters(query, filters);
        const choice = ChoiceSchema.parse(asServed(query));
        const here = findVisible(new GraphBuilder(nodes.map(drawnNode), edges).graph, filters).nodes;
        const view = new GraphView({ nodes, edges });
        expect(chosenNodes(nodes, (id) => view.steps(id), choice).map(({ id }) => id)).toEqual(
          nodes.map(({ id }) => id).filter((id) => here.has(id)),
        );
      },
    ),
    { numRuns: 400 },
  );
});

it('the address gives back what was written into it', () => {
  fc.assert(
    fc.property(choices, (filters) => {
      const query = new URLSearchParams('node=x');
      writeFilters(query, filters);
      expect(query.get('node')).toBe('x');
      expect(readFilters(query)).toEqual(filters);
    }),
  );
});
