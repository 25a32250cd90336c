/** What tells most as the next step of a walk. */
import { describe, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import { GraphView } from '../../src/serve/graph-view.js';
import { tells } from '../../src/serve/telling.js';
import { record } from '../support/records.js';

/** Twenty papers: all of them mention what is everywhere, six what is common, one what is rare. */
const view = new GraphView(
  assembleGraph(
    Array.from({ length: 20 }, (_, i) =>
      record({
        id: `arxiv:2501.000${String(i).padStart(2, '0')}`,
        abstract: 'We use everywhere routing, common gating and rare dropping.',
        entities: [
          { name: 'everywhere routing', role: 'uses' },
          ...(i < 6 ? [{ name: 'common gating', role: 'uses' as const }] : []),
          ...(i < 1 ? [{ name: 'rare dropping', role: 'uses' as const }] : []),
        ],
      }),
    ),
  ),
);

describe('what tells most', () => {
  it('is neither what is everywhere nor what is nowhere else', () => {
    const names = view
      .neighbours('arxiv:2501.00000', { limit: 9, offset: 0, types: ['USES'], order: 'telling' })
      ?.neighbours.map(({ node }) => node.name);
    expect(names).toEqual(['common gating', 'rare dropping', 'everywhere routing']);
  });

  it('falls with the certainty of the edge', () => {
    const node = view.graph.nodes.find(({ name }) => name === 'common gating');
    if (!node) throw new Error('the fixture lacks its node');
    expect(tells(node, 0.9, 20)).toBeGreaterThan(tells(node, 0.5, 20));
  });

  it('keeps to one direction where one is asked for', () => {
    const out = view.neighbours('arxiv:2501.00000', { limit: 9, offset: 0, direction: 'out' });
    expect(out?.total).toBe(3);
    expect(view.neighbours('arxiv:2501.00000', { limit: 9, offset: 0, direction: 'in' })?.total).toBe(0);
  });
});
