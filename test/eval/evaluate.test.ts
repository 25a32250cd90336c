/** What explains the figures: intervals, mistakes by kind, roles, and whether confidence can be believed. */
import { describe, expect, it } from 'vitest';
import { evaluate, type MarkedPaper, marked, score } from '../../src/eval/index.js';
import { type EntityTuple, entity, paper } from './papers.js';

const gold = (...entities: EntityTuple[]) => paper({ title: 'LLM inference', text: TEXT, entities }, 'gold');
const predicted = (...entities: EntityTuple[]) => paper({ title: 'LLM inference', text: TEXT, entities });
const TEXT = 'We study LLM inference and the KV cache with LoRA. LoRA helps; trains do not.';

describe('mistakes', () => {
  const CASES: [title: string, gold: EntityTuple[], predicted: EntityTuple[], kinds: object, instead?: string][] = [
    ['a part of the surface', [entity('LLM inference')], [entity('LLM')], { boundary: 1 }, 'Concept: LLM'],
    ['more than the surface', [entity('cache')], [entity('KV cache')], { boundary: 1 }, 'Concept: KV cache'],
    ['beside the surface', [entity('LLM')], [entity('inference')], { absent: 1 }],
    ['a part of a word is no overlap', [entity('rain')], [entity('trains')], { absent: 1 }],
    ['nothing there', [entity('LoRA')], [], { absent: 1 }],
    ['another type', [entity('LoRA', 'Technique')], [entity('LoRA', 'Model')], { wrong_type: 1 }],
    [
      'an entity that has no partner is named before one that has',
      [entity('LLM inference'), entity('LLM')],
      [entity('LLM'), entity('inference')],
      { boundary: 1 },
      'Concept: inference',
    ],
  ];

  it.each(CASES)('by kind: %s', (_, inGold, inPredicted, kinds, instead) => {
    const { mistakes } = evaluate([gold(...inGold)], [predicted(...inPredicted)], { resamples: 1 });
    expect(mistakes.miss_kinds).toEqual({ boundary: 0, absent: 0, wrong_type: 0, ...kinds });
    expect(mistakes.missed[0]?.instead).toBe(instead);
  });

  it('are counted over papers, the most frequent first, and cut at the limit', () => {
    const papers = ['1', '2', '3'].map((id) => paper({ id, entities: [entity('rare'), entity('often')] }, 'gold'));
    const found = papers.map((one, i) => ({ ...one, entities: i === 0 ? [] : one.entities.slice(0, 1) }));
    const { mistakes } = evaluate(papers, [...found, paper({ id: '4' })], { resamples: 1, errors: 1 });
    expect(mistakes.missed).toEqual([{ entity: 'Concept: often', count: 3, boundary: 0 }]);
    expect(mistakes.miss_kinds.absent).toBe(4);
    expect(evaluate(papers, found, { resamples: 1, errors: 0 }).mistakes.missed).toEqual([]);
  });

  it('of the prediction are its extras', () => {
    const { mistakes } = evaluate([gold(entity('KV cache'))], [predicted(entity('cache'), entity('LoRA'))], {
      resamples: 1,
    });
    expect(mistakes.extra).toEqual([
      { entity: 'Concept: cache', count: 1, boundary: 1, instead: 'Concept: KV cache' },
      { entity: 'Concept: LoRA', count: 1, boundary: 0 },
    ]);
    expect(mistakes.extra_kinds).toEqual({ boundary: 1, absent: 1 });
  });
});

describe('roles', () => {
  const inGold = [entity('a', 'Concept', 'uses'), entity('b', 'Concept', 'uses'), entity('c', 'Concept', 'studies')];
  const found = [entity('a', 'Concept', 'uses'), entity('b', 'Concept', 'studies'), entity('c', 'Model', 'uses')];
  const { by_role, role_confusion, edge } = evaluate([gold(...inGold)], [predicted(...found)], { resamples: 1 });

  it('are confused among entities of the right type only', () => {
    expect(role_confusion.uses).toMatchObject({ uses: 1, studies: 1, introduces: 0 });
    expect(Object.values(role_confusion.studies)).toEqual([0, 0, 0, 0, 0]);
  });

  it('have figures of their own, of which the edges are the sum', () => {
    expect(by_role.uses).toEqual({ p: 50, r: 50, f1: 50, gold: 2 });
    expect(by_role.studies).toEqual({ p: 0, r: 0, f1: 0, gold: 1 });
    expect(edge).toEqual({ p: 33.3, r: 33.3, f1: 33.3, gold: 3 });
  });
});

describe('reliability', () => {
  const inGold = gold(entity('a'), entity('b'), entity('c'), entity('d'));
  const sure = (names: Record<string, number>, relations: object[] = []) =>
    marked({
      paper: { id: '1', abstract: TEXT },
      entities: Object.entries(names).map(([name, confidence]) => ({
        name,
        type: 'Concept',
        role: 'studies',
        confidence,
      })),
      relations,
    });

  it('sets confidence beside the share that is right, by tenths', () => {
    const { edges } = evaluate([inGold], [sure({ a: 0.81, b: 0.89, x: 0.85, c: 1, y: 0.05 })], {
      resamples: 1,
    }).reliability;
    expect(edges).toEqual({
      bins: [
        { from: 0, to: 0.1, count: 1, mean_confidence: 0.05, right: 0 },
        { from: 0.8, to: 0.9, count: 3, mean_confidence: 0.85, right: 0.6667 },
        { from: 0.9, to: 1, count: 1, mean_confidence: 1, right: 1 },
      ],
      // (1 * 0.05 + 3 * |0.85 - 2/3| + 1 * 0) / 5
      expected_calibration_error: 0.12,
    });
  });

  it('counts a relation that is said twice once, at its surest', () => {
    const both = paper(
      { text: TEXT, entities: [entity('a'), entity('b')], relations: [['a', 'PART_OF', 'b', '']] },
      'gold',
    );
    const said = { from: 'a', type: 'PART_OF', to: 'b' };
    const found = sure({ a: 0.9, b: 0.9 }, [
      { ...said, confidence: 0.35 },
      { ...said, confidence: 0.55 },
      { ...said, type: 'BUILDS_ON', confidence: 0.55 },
    ]);
    const { relations } = evaluate([both], [found], { resamples: 1 }).reliability;
    expect(relations?.bins).toEqual([{ from: 0.5, to: 0.6, count: 2, mean_confidence: 0.55, right: 0.5 }]);
  });

  it('is silent where the prediction gives no confidence', () => {
    expect(evaluate([inGold], [inGold], { resamples: 1 }).reliability).toEqual({});
  });
});

describe('intervals', () => {
  const names = Array.from({ length: 8 }, (_, i) => `term${i}x`);
  const papers = Array.from({ length: 40 }, (_, i) =>
    paper(
      { id: `${i}`, text: `Abstract ${i}.`, entities: names.slice(i % 3, 4 + (i % 4)).map((name) => entity(name)) },
      'gold',
    ),
  );
  const halved: MarkedPaper[] = papers.map((one, i) => ({ ...one, entities: one.entities.slice(0, 1 + (i % 5)) }));

  it('lie around the figure and are the same each time', () => {
    const { intervals, entity: figure } = evaluate(papers, halved);
    expect(intervals.entity[0]).toBeLessThan(figure.f1);
    expect(intervals.entity[1]).toBeGreaterThan(figure.f1);
    expect(intervals.entity[1] - intervals.entity[0]).toBeLessThan(30);
    expect(evaluate(papers, halved).intervals).toEqual(intervals);
  });

  it('are narrower with more papers', () => {
    const width = (count: number) => {
      const [low, high] = evaluate(papers.slice(0, count), halved.slice(0, count)).intervals.entity;
      return high - low;
    };
    expect(width(40)).toBeLessThan(width(8));
  });

  it('have no width where every paper is alike', () => {
    const alike = (found: readonly MarkedPaper[]) =>
      found.map((one) => ({ ...one, entities: (found[2] as MarkedPaper).entities }));
    const { intervals } = evaluate(alike(papers), alike(halved));
    const { entity: figure } = score(alike(papers), alike(halved));
    expect(intervals.entity).toEqual([figure.f1, figure.f1]);
  });

  it('are those of nothing where there is nothing', () => {
    expect(evaluate([], []).intervals.entity).toEqual([0, 0]);
  });
});
