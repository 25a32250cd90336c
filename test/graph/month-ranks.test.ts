/** PageRank by month: each month for itself, in multiples of its mean, whatever the other months hold. */
import { describe, expect, it } from 'vitest';
import { assembleGraph } from '../../src/graph/index.js';
import type { EntityNode } from '../../src/model/index.js';
import { record } from '../support/records.js';

/** A paper that mentions techniques. */
const paper = (id: number, date: string | undefined, ...names: string[]) =>
  record({
    id: `arxiv:2401.0000${id}`,
    abstract: `${names.join(', ')} are studied.`,
    entities: names.map((name) => ({ name })),
    ...(date === undefined ? {} : { date }),
  });

const may = [
  paper(1, '2024-05-02', 'Hub', 'Alfa'),
  paper(2, '2024-05-30', 'Hub', 'Bravo'),
  paper(3, '2024-05', 'Hub', 'Carol'),
];

function ranks(...records: ReturnType<typeof record>[]): Record<string, Pick<EntityNode, 'months' | 'monthRanks'>> {
  const { nodes } = assembleGraph(records);
  const entities = nodes.filter((node): node is EntityNode => 'aliases' in node);
  return Object.fromEntries(
    entities.map(({ name, months, monthRanks }) => [name.toLowerCase(), { months, monthRanks }]),
  );
}

describe('ranks by month', () => {
  it('of a pair are the mean', () => {
    expect(ranks(paper(1, '2024-05-02', 'Alfa'))['alfa']).toEqual({ months: ['2024-05'], monthRanks: [1] });
  });

  it('say who is central, and sum to the number of nodes', () => {
    const found = ranks(...may);
    const rank = (name: string) => found[name]?.monthRanks?.[0] ?? 0;
    expect(rank('hub')).toBeGreaterThan(rank('alfa'));
    expect(rank('alfa')).toBe(rank('bravo'));
    // Three papers alike: the hub's rank follows from its own equation, r = 0.15 + 0.85 * 3 * p * w / (w + 1), where w
    // is the weight of a link to the hub beside one to the others, p a paper's rank, and all ranks sum to 7.
    const w = 1 / Math.sqrt(3);
    const others = (p: number) => 0.15 + (0.85 * p) / (1 + w);
    const p = (7 - 0.15 - 3 * 0.15) / (3 + 0.85 * 3);
    expect(rank('hub')).toBeCloseTo(0.15 + (0.85 * 3 * p * w) / (1 + w), 3);
    expect(rank('alfa')).toBeCloseTo(others(p), 3);
  });

  it('of one month do not change with another', () => {
    const before = ranks(...may);
    const after = ranks(...may, paper(4, '2024-07-01', 'Hub', 'Delta', 'Alfa'), paper(5, '2023-01', 'Hub'));
    expect(after['hub']?.months).toEqual(['2023-01', '2024-05', '2024-07']);
    expect(after['hub']?.monthRanks?.[1]).toBe(before['hub']?.monthRanks?.[0]);
    expect(after['bravo']).toEqual(before['bravo']);
  });

  it('are absent where no paper has a month', () => {
    const found = ranks(...may, paper(6, '2024', 'Hub', 'Echo'), paper(7, undefined, 'Golf'));
    expect([found['echo'], found['golf']]).toEqual([{}, {}]);
    expect(found['hub']?.months).toEqual(['2024-05']);
  });

  it('count what papers of the month state of two entities', () => {
    const abstract = 'Alfa builds on Hub.';
    const stated = (date: string) =>
      record({
        id: 'arxiv:2401.00009',
        abstract,
        date,
        entities: [{ name: 'Alfa' }, { name: 'Hub' }],
        relations: [['Alfa', 'BUILDS_ON', 'Hub', abstract]],
      });
    const without = ranks(paper(1, '2024-05', 'Hub'), paper(2, '2024-05', 'Hub'), paper(9, '2024-05', 'Alfa', 'Hub'));
    const with_ = ranks(paper(1, '2024-05', 'Hub'), paper(2, '2024-05', 'Hub'), stated('2024-05'));
    expect(with_['alfa']?.monthRanks?.[0]).toBeGreaterThan(without['alfa']?.monthRanks?.[0] ?? 9);
  });
});
