/** Communities by their own terms, on a graph made by hand. */
import { expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '../../src/model/index.js';
import { nameCommunities } from '../../src/serve/community-names.js';

const paper = (id: string, community: number): GraphNode => ({
  id: `arxiv:${id}`,
  label: 'Paper',
  name: id,
  title: id,
  abstract: '',
  authors: [],
  organizations: [],
  categories: [],
  sources: [],
  x: 0,
  y: 0,
  community,
  pagerank: 0,
});
const concept = (
  name: string,
  community: number,
  papers: number,
  label: 'Concept' | 'Benchmark' = 'Concept',
): GraphNode => ({
  id: `concept:${name}`,
  label,
  name,
  aliases: [],
  papers,
  x: 0,
  y: 0,
  community,
  pagerank: 0,
});
const studies = (from: string, to: string): GraphEdge => ({
  source: `arxiv:${from}`,
  target: `concept:${to}`,
  type: 'STUDIES',
  confidence: 1,
  evidence: to,
  start: 0,
  end: to.length,
});

it('takes the terms that the papers of a community share and others hardly have, not those that all have', () => {
  const nodes = [
    ...['a', 'b', 'c'].map((id) => paper(id, 0)),
    ...['d', 'e'].map((id) => paper(id, 1)),
    paper('f', 2),
    concept('learning', 0, 50),
    concept('tides', 0, 3),
    concept('gates', 1, 2),
  ];
  const edges = [
    ...['a', 'b', 'c', 'd', 'e'].map((id) => studies(id, 'learning')),
    ...['a', 'b', 'c'].map((id) => studies(id, 'tides')),
    ...['d', 'e'].map((id) => studies(id, 'gates')),
  ];
  expect(nameCommunities(nodes, edges, () => true)).toEqual([
    { community: 0, name: 'tides', terms: ['tides'], nodes: 5 },
    { community: 1, name: 'gates', terms: ['gates'], nodes: 3 },
    { community: 2, name: 'community 2', terms: ['community 2'], nodes: 1 },
  ]);
});

it('names no smaller community by what names a larger one', () => {
  const nodes = [
    ...['a', 'b', 'c'].map((id) => paper(id, 0)),
    ...['d', 'e'].map((id) => paper(id, 1)),
    concept('tides', 0, 5),
    concept('gates', 1, 2),
  ];
  const edges = [...['a', 'b', 'c', 'd', 'e'].map((id) => studies(id, 'tides')), studies('d', 'gates')];
  expect(nameCommunities(nodes, edges, () => true).map(({ name }) => name)).toEqual(['tides', 'gates']);
});

it('adds a term that says something else and goes with the first, and prefers what is worked on to what it is measured by', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const nodes = [
    ...ids.map((id) => paper(id, 0)),
    concept('tide detection', 0, 5),
    concept('tide detectors', 0, 4),
    concept('kilns', 0, 3),
    concept('gates', 0, 3),
    concept('TideBench', 0, 5, 'Benchmark'),
  ];
  const edges = [
    ...['a', 'b', 'c', 'd', 'e'].flatMap((id) => [studies(id, 'tide detection'), studies(id, 'TideBench')]),
    // The same in other words.
    ...['a', 'b', 'c', 'd'].map((id) => studies(id, 'tide detectors')),
    // Another matter, which only shares the community.
    ...['f', 'g', 'h'].map((id) => studies(id, 'kilns')),
    ...['a', 'b', 'c'].map((id) => studies(id, 'gates')),
  ];
  expect(nameCommunities(nodes, edges, () => true).map(({ name }) => name)).toEqual(['tide detection, gates']);
});
