/** What a lineage answers: how far it goes, what it hides and still knows, chains between two, what came of a method. */
import { describe, expect, it } from 'vitest';
import { layOut, lineageOf, mainPathsOf, profileOf, relationOf } from '../../src/lineage/index.js';
import type { LineageAnswer } from '../../src/model/index.js';
import { paperText } from '../../src/model/index.js';
import { record } from '../support/records.js';
import { ALPHABET, family, paper } from './family.js';

const BOTH = { direction: 'both', depth: 9, limit: 100, generic: false } as const;
const names = ({ methods }: LineageAnswer) => Object.fromEntries(methods.map(({ name, steps }) => [name, steps]));
const id = (name: string) => `technique:${name.toLowerCase()}`;

describe('a lineage', () => {
  const { lineage, nodeOf, number } = family(ALPHABET);

  it('goes as many steps as asked, in the direction asked', () => {
    const of = (direction: 'ancestors' | 'descendants' | 'both', depth: number) =>
      names(lineageOf(lineage, nodeOf, number('Bravo'), { ...BOTH, direction, depth }));
    expect(of('ancestors', 9)).toEqual({ Bravo: 0, Alfa: -1 });
    expect(of('descendants', 1)).toEqual({ Bravo: 0, Delta: 1, Echo: 1 });
    expect(of('both', 9)).toEqual({ Bravo: 0, Alfa: -1, Delta: 1, Echo: 1 });
  });

  it('can be read back to sentences of papers, at their offsets', () => {
    const { steps } = lineageOf(lineage, nodeOf, number('Echo'), BOTH);
    expect(steps).toHaveLength(6);
    const texts = new Map(ALPHABET.map((one) => [one.paper.id as string, paperText(one.paper)]));
    for (const { statements } of steps) {
      expect(statements.length).toBeGreaterThan(0);
      for (const { paper: source, evidence, start, end } of statements) {
        expect(texts.get(source)?.slice(start, end)).toBe(evidence);
      }
    }
  });

  it('hides a shortcut and says what it leads over', () => {
    const { steps } = lineageOf(lineage, nodeOf, number('Echo'), BOTH);
    const cut = steps.filter(({ over }) => over);
    expect(cut).toMatchObject([{ head: id('Echo'), tail: id('Bravo'), over: [id('Delta')], main: false }]);
  });

  it('has a main path through the method asked about, from the newest to the oldest', () => {
    const { mainPath, steps } = lineageOf(lineage, nodeOf, number('Charlie'), BOTH);
    expect(mainPath).toEqual(['Echo', 'Delta', 'Charlie', 'Alfa'].map(id));
    expect(steps.filter(({ main }) => main)).toHaveLength(3);
  });

  it('says of how many it shows the foremost, and shows none without the way to it', () => {
    const answer = lineageOf(lineage, nodeOf, number('Echo'), { ...BOTH, limit: 3 });
    expect(answer).toMatchObject({ shown: 3, total: 5 });
    const shown = new Set(answer.methods.map((method) => method.id));
    for (const { steps, id: own } of answer.methods) {
      if (steps < 0) expect(answer.steps.some(({ head, tail }) => tail === own && shown.has(head))).toBe(true);
    }
  });

  it('folds what is behind a method, and counts it', () => {
    const folded = new Set([id('Delta')]);
    const answer = lineageOf(lineage, nodeOf, number('Alfa'), { ...BOTH, folded });
    // Echo stays, as it came from Bravo too.
    expect(names(answer)).toEqual({ Alfa: 0, Bravo: 1, Charlie: 1, Delta: 2, Echo: 2 });
    const more = family([...ALPHABET, paper('2025-07', 'Golf', 'Delta')]);
    const other = lineageOf(more.lineage, more.nodeOf, more.number('Alfa'), { ...BOTH, folded });
    expect(names(other)).not.toHaveProperty('Golf');
    expect(other.methods.find(({ name }) => name === 'Delta')?.hidden).toBe(1);
  });

  it('does not go through common tools', () => {
    const {
      lineage: with_,
      nodeOf: nodes,
      number: of,
    } = family([
      ...ALPHABET,
      paper('2024-02', 'Hotel', 'gradient descent'),
      paper('2024-04', 'India', 'gradient descent'),
    ]);
    expect(names(lineageOf(with_, nodes, of('Hotel'), BOTH))).toEqual({ Hotel: 0, 'gradient descent': -1 });
    expect(names(lineageOf(with_, nodes, of('gradient descent'), BOTH))).toMatchObject({ Hotel: 1, India: 1 });
    expect(relationOf(with_, nodes, of('Hotel'), of('India'))).toMatchObject({ relation: 'common ancestor' });
  });
});

describe('the relation of two methods', () => {
  const { lineage, nodeOf, number } = family(ALPHABET);

  it('is a chain where one came from the other, in either order', () => {
    const down = relationOf(lineage, nodeOf, number('Echo'), number('Alfa'));
    expect(down).toMatchObject({ relation: 'descends', mainPath: ['Echo', 'Bravo', 'Alfa'].map(id) });
    const up = relationOf(lineage, nodeOf, number('Alfa'), number('Echo'));
    expect(up).toMatchObject({ relation: 'is an ancestor', mainPath: ['Echo', 'Bravo', 'Alfa'].map(id) });
    // A second chain avoids the first.
    expect(down.methods.map(({ name }) => name)).toEqual(expect.arrayContaining(['Delta', 'Charlie']));
  });

  it('is a common ancestor where neither did, and nothing where there is none', () => {
    expect(relationOf(lineage, nodeOf, number('Bravo'), number('Charlie'))).toMatchObject({
      relation: 'common ancestor',
      mainPath: ['Bravo', 'Alfa'].map(id),
    });
    const apart = family([...ALPHABET, paper('2024-02', 'Zulu')]);
    const none = relationOf(apart.lineage, apart.nodeOf, apart.number('Zulu'), apart.number('Echo'));
    expect(none).toMatchObject({ relation: 'none', steps: [], mainPath: [] });
  });
});

it('tells the main path of the whole graph', () => {
  const { lineage, nodeOf } = family(ALPHABET);
  const { mainPath, of } = mainPathsOf(lineage, nodeOf, 3);
  expect(of).toBeUndefined();
  expect(mainPath).toEqual(['Echo', 'Delta', 'Bravo', 'Alfa'].map(id));
});

describe('the profile of a method', () => {
  const beats = 'Echo outperforms Zulu on TestBench.';
  const { graph, lineage, nodeOf, number } = family([
    ...ALPHABET,
    record({
      id: 'arxiv:2509.00001',
      abstract: `${beats} We use Alfa.`,
      date: '2025-09-01',
      entities: [
        { name: 'Echo', role: 'compares_with' },
        { name: 'Zulu', role: 'compares_with' },
        { name: 'TestBench', type: 'Benchmark', role: 'evaluates_on' },
        { name: 'Alfa', role: 'uses' },
      ],
      relations: [['Echo', 'OUTPERFORMS', 'Zulu', beats]],
    }),
  ]);
  const profile = (name: string) =>
    profileOf(
      lineage,
      nodeOf,
      (at) => graph.edges.filter(({ source, target }) => source === at || target === at),
      number(name),
      '2025-09-01',
    );

  it('names siblings by what they share, and what descendants changed', () => {
    const { siblings, changes } = profile('Bravo');
    expect(siblings).toMatchObject([{ method: { name: 'Charlie' }, shared: [{ name: 'Alfa' }] }]);
    expect(changes).toMatchObject([{ count: 2 }]);
    expect(changes[0]?.examples[0]?.statement?.evidence).toMatch(/extends Bravo/);
  });

  it('tells branches that grew from those that ended', () => {
    expect(profile('Alfa').branches).toMatchObject([
      { method: { name: 'Bravo' }, size: 3, recent: 1, last: '2025-06-15', state: 'growing' },
      { method: { name: 'Charlie' }, size: 3, state: 'growing' },
    ]);
    const end = profileOf(lineage, nodeOf, () => [], number('Alfa'), '2026-09-01');
    expect(end.branches.map(({ state }) => state)).toEqual(['ended', 'ended']);
  });

  it('names rivals with the benchmark and the sentence, and counts papers by month without a gap', () => {
    expect(profile('Echo').beats).toMatchObject([
      { method: { name: 'Zulu' }, benchmarks: [{ name: 'TestBench' }], statements: [{ evidence: beats }] },
    ]);
    expect(profile('Zulu').beatenBy).toMatchObject([{ method: { name: 'Echo' } }]);
    expect(profile('Echo').benchmarks).toMatchObject([{ method: { name: 'TestBench' }, papers: 1 }]);
    const { timeline } = profile('Alfa');
    expect(timeline[0]).toMatchObject({ month: '2024-01', introduces: 1 });
    expect(timeline).toHaveLength(21);
    expect(timeline.at(-1)).toMatchObject({ month: '2025-09', uses: 1 });
  });
});

describe('the drawing', () => {
  const { lineage, nodeOf, number } = family([...ALPHABET, paper('2024-08', 'Foxtrot', 'Delta')]);
  const answer = lineageOf(lineage, nodeOf, number('Alfa'), BOTH);
  const drawing = layOut(answer);
  const at = (name: string) => drawing.methods[answer.methods.findIndex((method) => method.name === name)];

  it('puts the newer to the right of the older, in the column of its month', () => {
    for (const { head, tail } of answer.steps) {
      const [newer, older] = [head, tail].map((one) => answer.methods.findIndex((method) => method.id === one));
      expect(drawing.methods[newer ?? -1]?.x).toBeGreaterThan(drawing.methods[older ?? -1]?.x ?? Number.NaN);
    }
    expect(drawing.months.map(({ month }) => month)).toEqual(['2024-01', '2024-03', '2024-05', '2024-08', '2025-06']);
    const august = drawing.months[3];
    for (const name of ['Delta', 'Foxtrot']) {
      expect(at(name)?.x).toBeGreaterThan(august?.x ?? Number.NaN);
      expect(at(name)?.x).toBeLessThan((august?.x ?? 0) + (august?.width ?? 0));
    }
  });

  it('crosses no lines of a tree, however many branches there are', () => {
    const month = (i: number) => `2025-${String(i).padStart(2, '0')}`;
    const branches = Array.from({ length: 12 }, (_, i) => `B${i}net`);
    const leaves = branches.flatMap((branch, i) =>
      [1, 2, 3].map((k) => paper(month(((i * k) % 11) + 2), `L${i}x${k}net`, branch)),
    );
    const tree = family([
      paper('2024-11', 'Alfa'),
      ...branches.map((name) => paper('2024-12', name, 'Alfa')),
      ...leaves,
    ]);
    const wide = lineageOf(tree.lineage, tree.nodeOf, tree.number('Alfa'), BOTH);
    expect(wide.methods).toHaveLength(49);
    const pieces = new Map(
      layOut(wide).lines.flatMap((line) => line.slice(1).map((to, i) => [`${line[i]} ${to}`, [line[i], to]] as const)),
    );
    const crossings = [...pieces.values()].flatMap(([a, b], i, all) =>
      all.slice(i + 1).filter(([c, d]) => {
        if (!a || !b || !c || !d || a[0] !== c[0] || b[0] !== d[0]) return false;
        return (a[1] - c[1]) * (b[1] - d[1]) < 0;
      }),
    );
    expect(crossings).toEqual([]);
  });

  it('lays no box over another, and draws every step but shortcuts', () => {
    for (const [i, a] of drawing.methods.entries()) {
      for (const b of drawing.methods.slice(i + 1)) {
        expect(a.x !== b.x || Math.abs(a.y - b.y) >= drawing.box.height).toBe(true);
      }
    }
    for (const [i, { over }] of answer.steps.entries()) expect(drawing.lines[i]?.length === 0).toBe(over !== undefined);
    expect(layOut(answer)).toEqual(drawing);
  });
});
