/** What a map shows first: neither what everybody mentions nor what nobody does. */
import { describe, expect, it } from 'vitest';
import { assembleGraph, tellingScores } from '../../src/graph/index.js';
import type { GraphNode, KnowledgeGraph } from '../../src/model/index.js';
import { field } from './fields.js';

/** Three fields of 20 papers each, which all mention a hub, each with a word of its own. */
const graph = assembleGraph([...field('tides', 20), ...field('gates', 20), ...field('kilns', 20)]);

function ranked({ nodes, edges }: KnowledgeGraph): GraphNode[] {
  const scores = tellingScores({ nodes, edges });
  return nodes
    .map((node, i) => ({ node, score: scores[i] ?? 0 }))
    .sort((a, b) => b.score - a.score)
    .map(({ node }) => node);
}

describe('what tells most', () => {
  const names = ranked(graph).map(({ name }) => name);

  it('is what a field is known by, not what all mention, though that is in three times as many papers', () => {
    expect(names.slice(0, 3).sort()).toEqual(['gates', 'kilns', 'tides']);
    const hub = graph.nodes.find(({ name }) => name === 'learning');
    expect(hub && 'papers' in hub && hub.papers).toBe(60);
    expect(names.indexOf('learning')).toBeGreaterThan(5);
  });

  it('is not what one paper mentions', () => {
    expect(names.indexOf('gates')).toBeLessThan(names.indexOf('gates detail 3'));
  });

  it('is the same again, never below nothing, and nothing for people', () => {
    const scores = tellingScores(graph);
    expect(tellingScores(graph)).toEqual(scores);
    for (const [i, { label }] of graph.nodes.entries()) {
      expect(scores[i]).toBeGreaterThanOrEqual(0);
      if (label === 'Author') expect(scores[i]).toBe(0);
    }
  });
});
