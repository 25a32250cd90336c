/** Records that wait in a file are the same records, and make the same graph. */
import { readdirSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { withShelves } from '../../src/cli/shelves.js';
import { assembleGraph } from '../../src/graph/index.js';
import { field } from '../graph/fields.js';
import { record } from '../support/records.js';
import { freshFolder } from '../support/stemma.js';

const sorted = [...field('gates', 12), ...field('tides', 12)].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));

it('gives them back, again and again, and their lines', async () => {
  await withShelves(async ({ records: shelved }) => {
    for (const one of sorted) shelved.add(one);
    expect(shelved.papers).toEqual(sorted.map(({ paper }) => paper));
    for (let time = 0; time < 2; time++) expect([...shelved]).toEqual(sorted);
    expect([...shelved.lines()]).toEqual(sorted.map((one) => JSON.stringify(one)));
    expect(assembleGraph(shelved)).toEqual(assembleGraph(sorted.toReversed()));
  });
});

it('keeps texts beyond ASCII and records in which nothing was found', async () => {
  await withShelves(async ({ records: shelved, members }) => {
    const bare = record({ id: 'text:01', abstract: 'Über 𝔸-modules, naïvely: "ℓ₂".', entities: [] });
    shelved.add(bare);
    expect([...shelved]).toEqual([bare]);
    members.add('["ℓ₂"]');
    members.add('[]');
    expect([...members]).toEqual(['["ℓ₂"]', '[]']);
  });
});

it('takes them in the order of their ids only', async () => {
  await withShelves(async ({ records: shelved }) => {
    const [first, second] = sorted;
    if (!first || !second) throw new RangeError('two records are needed');
    shelved.add(second);
    expect(() => shelved.add(first)).toThrow(`${first.paper.id} came after ${second.paper.id}`);
    expect(() => shelved.add(second)).toThrow(RangeError);
  });
});

it('knows the record of a text, whatever else is said of the paper', async () => {
  await withShelves(async ({ known }) => {
    for (const one of sorted) known.add(one);
    const [first] = sorted;
    if (!first) throw new RangeError('a record is needed');
    const paper = { ...first.paper, authors: ['Ada'] };
    expect(known.has(paper)).toBe(true);
    expect(known.recall(paper)).toEqual({ ...first, paper });
    const other = { ...paper, abstract: `${paper.abstract} And more.` };
    expect(known.has(other)).toBe(false);
    expect(known.recall(other)).toBeUndefined();
  });
});

it('leaves nothing behind, however it ends', async () => {
  const folder = freshFolder();
  vi.stubEnv('TMPDIR', folder);
  await expect(
    withShelves(async ({ records: shelved }) => {
      for (const one of sorted) shelved.add(one);
      expect([...shelved]).toHaveLength(sorted.length);
      expect(readdirSync(folder)).toHaveLength(1);
      throw new Error('full');
    }),
  ).rejects.toThrow('full');
  expect(readdirSync(folder)).toEqual([]);
  vi.unstubAllEnvs();
});
