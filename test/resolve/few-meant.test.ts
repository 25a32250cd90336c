/** Of very many names the few that may be meant: an index of them finds what an index of all finds. */
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/model/random.js';
import { fewMeant, type Named, NameIndex } from '../../src/resolve/index.js';

const random = seededRandom(5);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const SYLLABLES = 'la tor min ga ver sel qua ri po dex nu tal fe con ar tic os ven lu mar'.split(' ');
const word = () => Array.from({ length: 3 + Math.floor(random() * 2) }, () => pick(SYLLABLES)).join('');
const others = Array.from({ length: 6_000 }, (_, i) => ({ id: `concept:${i}`, name: `${word()} ${word()}` }));
const meant: Named[] = [
  { id: 'technique:transformer', name: 'transformer', aliases: ['Transformers'] },
  { id: 'benchmark:transfuser', name: 'TransFuser' },
  { id: 'benchmark:miou', name: 'mean intersection over union', aliases: ['mIoU'] },
  { id: 'benchmark:iou', name: 'intersection over union', aliases: ['IoU'] },
  { id: 'concept:edema', name: 'edema segmentation' },
  { id: 'benchmark:ham10000', name: 'HAM10000', label: 'Benchmark' },
  { id: 'technique:alpha', name: 'α-Flow', aliases: ['AlphaFlow'] },
  { id: 'model:one', name: 'Apex', aliases: ['TP'] },
  { id: 'technique:two', name: 'tree pruning', aliases: ['TP'] },
  ...Array.from({ length: 40 }, (_, i) => ({ id: `technique:t-${i}`, name: `transformer ${word()}` })),
];
const all = [...others, ...meant];
const index = new NameIndex<Named>(all);
const ids = (nodes: readonly Named[]) => nodes.map(({ id }) => id);

describe('the few that are meant among many', () => {
  it.each([
    ['technique:two', 'an id'],
    ['TP', 'two senses'],
    ['Tree-Prunings', 'another spelling'],
    ['oedema segmentations', 'British spelling'],
    ['alpha flow', 'a Greek letter'],
    ['HAM10000 dataset', 'with its kind'],
    ['mean IoU', 'a part under another of its names'],
    [others[17]?.name.toUpperCase() ?? '', 'one of many'],
  ])('finds %j as an index of all does: %s', (text) => {
    const few = fewMeant(all, text);
    expect(few.length).toBeLessThan(10);
    expect(ids(index.find(text)).length).toBeGreaterThan(0);
    expect(ids(new NameIndex(few).find(text))).toEqual(ids(index.find(text)));
  });

  it('offers for a misspelling the name that it is but for a letter, and not a rarer word', () => {
    const few = fewMeant(all, 'transfomer');
    expect(new NameIndex(few).find('transfomer')).toEqual([]);
    expect(ids(new NameIndex(few).near('transfomer'))).toContain('technique:transformer');
  });

  it('offers of names that only look alike what an index of all offers first', () => {
    const text = `a new transformer for ${others[3]?.name}`;
    const few = fewMeant(all, text);
    expect(few.length).toBeLessThan(all.length);
    expect(ids(new NameIndex(few).near(text))[0]).toBe(ids(index.near(text))[0]);
  });

  it('leaves out nothing of a graph that is small', () => {
    expect(fewMeant(meant, 'transfomer')).toBe(meant);
  });
});
