/** What a main path may run along, and how a version is read back to a sentence. */
import { describe, expect, it } from 'vitest';
import { lineageOf, mainPathsOf, writeTree } from '../../src/lineage/index.js';
import type { LineageAnswer } from '../../src/model/index.js';
import { paperText } from '../../src/model/index.js';
import { record } from '../support/records.js';
import { ALPHABET, family, paper } from './family.js';

/** A model that is a size of Ember by its name, and is only used. */
const ember = (size: string, month: string) =>
  record({
    id: `arxiv:${month.slice(2).replace('-', '')}.7000${size}`,
    abstract: `Our runs use Ember-${size}B on tides.`,
    date: `${month}-02`,
    entities: [{ name: `Ember-${size}B`, type: 'Model', role: 'uses' }],
  });
const introduced = record({
  id: 'arxiv:2401.70000',
  abstract: 'We present Ember, a model.',
  date: '2024-01-02',
  entities: [{ name: 'Ember', type: 'Model', role: 'introduces' }],
});
/** A model that is built on one of the sizes. */
const tuned = record({
  id: 'arxiv:2501.70001',
  abstract: 'We present Falcon. Falcon extends Ember-7B.',
  date: '2025-01-02',
  entities: [
    { name: 'Falcon', type: 'Model', role: 'introduces' },
    { name: 'Ember-7B', type: 'Model', role: 'uses' },
  ],
  relations: [['Falcon', 'BUILDS_ON', 'Ember-7B', 'Falcon extends Ember-7B.', 0.9]],
});
const records = [introduced, ember('1', '2024-02'), ember('7', '2024-03'), ember('9', '2024-04'), tuned];
const { lineage, nodeOf, number } = family(records);
const BOTH = { direction: 'both', depth: 9, limit: 100, generic: false } as const;
const path = ({ mainPath, methods }: LineageAnswer) =>
  mainPath.map((id) => methods.find((method) => method.id === id)?.name);

describe('a main path', () => {
  it('runs over a version that somebody built on, and not to those that nothing came from', () => {
    expect(path(lineageOf(lineage, nodeOf, number('Ember'), BOTH))).toEqual(['Falcon', 'Ember-7B', 'Ember']);
    expect(path(mainPathsOf(lineage, nodeOf, 3))).toEqual(['Falcon', 'Ember-7B', 'Ember']);
    const { methods } = mainPathsOf(lineage, nodeOf, 3);
    expect(methods.map(({ name }) => name)).not.toContain('Ember-1B');
  });

  it('goes from a version that is asked about to what it is a version of', () => {
    expect(path(lineageOf(lineage, nodeOf, number('Ember-9B'), BOTH))).toEqual(['Ember-9B', 'Ember']);
  });

  it('of the whole graph runs along no step between two methods of one paper', () => {
    const says = 'Golf extends Hotel.';
    const own = record({
      id: 'arxiv:2501.00001',
      abstract: `We present Golf and Hotel. ${says}`,
      date: '2025-01-05',
      entities: [
        { name: 'Golf', role: 'introduces' },
        { name: 'Hotel', role: 'introduces' },
      ],
      relations: [['Golf', 'BUILDS_ON', 'Hotel', says, 0.9]],
    });
    const with_ = family([...ALPHABET, own]);
    expect(with_.lineage.steps).toHaveLength(7);
    expect(mainPathsOf(with_.lineage, with_.nodeOf, 9).methods.map(({ name }) => name)).not.toContain('Golf');
  });

  it('is the same however many methods are shown, and is shown first', () => {
    // Many that came from Alfa directly, each of them nearer to it than the end of the path.
    const many = Array.from({ length: 12 }, (_, i) =>
      paper(`2024-${String(i + 1).padStart(2, '0')}`, `X${i}net`, 'Alfa'),
    );
    const wide = family([...ALPHABET, ...many]);
    const of = (limit: number) => lineageOf(wide.lineage, wide.nodeOf, wide.number('Alfa'), { ...BOTH, limit });
    const whole = path(of(100));
    expect(whole).toHaveLength(4);
    expect(path(of(5))).toEqual(whole);
    // Where there is no room for all of it, the part next to the method.
    expect(path(of(3))).toEqual(whole.slice(-3));
  });
});

it('a version known by its name is read back to a sentence that names it', () => {
  const answer = lineageOf(lineage, nodeOf, number('Ember-7B'), { ...BOTH, direction: 'ancestors' });
  const [step] = answer.steps;
  expect(step).toMatchObject({
    kind: 'version',
    statements: [],
    naming: { evidence: expect.stringContaining('Ember-7B') },
  });
  const source = records.find(({ paper: { id } }) => id === step?.naming?.paper);
  expect(source && paperText(source.paper).slice(step?.naming?.start, step?.naming?.end)).toBe(step?.naming?.evidence);
  const text = writeTree(answer, { evidence: true, strong: (one) => one }).join('\n');
  expect(text).toContain(`from the name (${step?.rule}) in ${step?.naming?.paper}: `);
});
