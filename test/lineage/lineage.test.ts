/** The lineage graph: which edges are steps, which are kept aside and why, and what stands for everybody's tools. */
import { describe, expect, it } from 'vitest';
import { record } from '../support/records.js';
import { ALPHABET, family, paper, told } from './family.js';

/** A paper that does not introduce its methods. */
function passing(month: string, head: string, tail: string, confidence: number) {
  const says = `Here ${head} extends ${tail}.`;
  return record({
    id: `arxiv:${month.slice(2).replace('-', '')}.99${says.length}`,
    abstract: says,
    date: `${month}-20`,
    entities: [{ name: head }, { name: tail }],
    relations: [[head, 'BUILDS_ON', tail, says, confidence]],
  });
}

describe('steps', () => {
  it('are dated by the paper that introduced the newer method', () => {
    const { lineage, number } = family(ALPHABET);
    expect(told(lineage).sort()).toEqual([
      'Bravo < Alfa',
      'Charlie < Alfa',
      'Delta < Bravo',
      'Delta < Charlie',
      'Echo < Bravo',
      'Echo < Delta',
    ]);
    expect(lineage.method(number('Delta'))).toMatchObject({ date: '2024-08-15', generic: false });
    expect(lineage.method(number('Delta')).origin?.paper).toMatch(/^arxiv:2408\./);
  });

  it('count half when another paper says them, and not at all when it says so unclearly', () => {
    const { lineage, number } = family([
      ...ALPHABET,
      passing('2025-07', 'Charlie', 'Bravo', 0.9),
      passing('2025-07', 'Bravo', 'Foxtrot', 0.3),
    ]);
    expect(told(lineage)).toContain('Charlie < Bravo');
    const step = lineage.steps.find(({ head, tail }) => head === number('Charlie') && tail === number('Bravo'));
    expect(step).toMatchObject({ own: false, weight: 0.45 });
    expect(lineage.asideAt(number('Foxtrot'))).toMatchObject([{ reason: 'in-passing', head: number('Bravo') }]);
  });

  it('are no steps to what the same paper made up for itself', () => {
    const says = (sentence: string) =>
      family([
        record({
          id: 'arxiv:2401.00001',
          abstract: sentence,
          date: '2024-01-01',
          entities: [
            { name: 'Alfa', role: 'introduces' },
            { name: 'PartNet', role: 'introduces' },
          ],
          relations: [['Alfa', 'BUILDS_ON', 'PartNet', sentence]],
        }),
      ]);
    const { lineage, number } = says('Alfa combines PartNet with heat.');
    expect(lineage.steps).toEqual([]);
    expect(lineage.asideAt(number('Alfa'))).toMatchObject([{ reason: 'own-part' }]);
    // The extraction may take for the paper's own what is not.
    expect(told(says('Alfa extends PartNet.').lineage)).toEqual(['Alfa < PartNet']);
  });

  it('lead from a whole to a part that is older, and to no other', () => {
    const whole = (part: string, date: string) =>
      record({
        id: 'arxiv:2406.00007',
        abstract: `Golf consists of ${part}.`,
        date,
        entities: [{ name: 'Golf', role: 'introduces' }, { name: part }],
        relations: [[part, 'PART_OF', 'Golf', `Golf consists of ${part}.`]],
      });
    expect(told(family([...ALPHABET, whole('Bravo', '2024-06-01')]).lineage)).toContain('Golf < Bravo');
    const early = family([...ALPHABET, whole('Bravo', '2024-01-02')]);
    expect(told(early.lineage)).not.toContain('Golf < Bravo');
    expect(early.lineage.asideAt(early.number('Golf'))).toMatchObject([{ reason: 'not-older' }]);
  });
});

describe('origins', () => {
  it('are no papers that claim what was spoken of before', () => {
    // The paper of May says that it introduces Bravo, of which something had been built in March.
    const { lineage, number } = family([
      paper('2024-03', 'Alfa', 'Bravo'),
      paper('2024-05', 'Bravo', 'Charlie'),
      paper('2024-06', 'Delta', 'Bravo'),
    ]);
    expect(lineage.method(number('Bravo'))).toMatchObject({ origin: undefined, date: '2024-03-15' });
  });

  it('make a term a method of somebody; without one it is named and not walked through', () => {
    const { lineage, number } = family([
      paper('2024-01', 'tidal attention'),
      paper('2024-02', 'Alfa', 'tidal attention', 'stochastic descent'),
    ]);
    expect(lineage.method(number('tidal attention')).generic).toBe(false);
    expect(lineage.method(number('stochastic descent')).generic).toBe(true);
    expect(lineage.method(number('Alfa')).generic).toBe(false);
  });
});

describe('circles', () => {
  it('are broken where the dates fit least, and the circle is kept', () => {
    const { lineage, number } = family([
      ...ALPHABET,
      // Plainly said, and against time: Alfa is older.
      passing('2025-08', 'Alfa', 'Delta', 1),
    ]);
    expect(told(lineage)).not.toContain('Alfa < Delta');
    const [cut] = lineage.asideAt(number('Alfa'));
    expect(cut).toMatchObject({ reason: 'circle', head: number('Alfa'), tail: number('Delta') });
    expect(cut?.circle).toHaveLength(3);
    expect(cut?.circle?.[0]).toBe(number('Delta'));
    expect(cut?.circle?.at(-1)).toBe(number('Alfa'));
    expect(lineage.countAside()).toMatchObject({ circle: 1 });
  });

  it('are broken at the weakest step where the dates do not tell', () => {
    const { lineage } = family([passing('2024-01', 'Xray', 'Yankee', 0.9), passing('2024-01', 'Yankee', 'Xray', 0.6)]);
    expect(told(lineage)).toEqual(['Xray < Yankee']);
  });
});
