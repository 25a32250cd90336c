/** What an acronym means that papers define in several ways, or do not define. */
import { describe, expect, it } from 'vitest';
import type { EntitySketch } from '../support/records.js';
import { defines, resolve } from './sketches.js';

describe('an acronym that papers define in two ways', () => {
  const vision = (): EntitySketch[] => [
    defines('stable diffusion', 'SD'),
    { name: 'text-to-image generation' },
    { name: 'image editing' },
  ];
  const language = (): EntitySketch[] => [
    defines('speculative decoding', 'SD'),
    { name: 'inference latency' },
    { name: 'draft model' },
  ];
  const papers = [vision(), vision(), vision(), language(), language(), language()];

  it('means what the paper speaks of', () => {
    const { senseOf } = resolve(
      ...papers,
      [{ name: 'SD' }, { name: 'image editing' }, { name: 'text-to-image generation' }],
      [{ name: 'SD' }, { name: 'draft model' }, { name: 'inference latency' }],
    );
    expect(senseOf('arxiv:2501.00006', 'SD')?.name).toBe('stable diffusion');
    expect(senseOf('arxiv:2501.00007', 'SD')?.name).toBe('speculative decoding');
  });

  it('is the kind of thing that the paper takes it for', () => {
    const asBenchmark = { ...defines('quick range zone', 'QRZ'), type: 'Benchmark' as const };
    const coined = ['quiet red zebra', 'quartz ring zinc'].map((name) => [defines(name, 'QRZ')]);
    const others = Array.from({ length: 20 }, () => [defines('zonal wave', 'ZW')]);
    const meant = (type: 'Benchmark' | 'Technique') =>
      resolve([asBenchmark], [asBenchmark], [asBenchmark], ...coined, ...others, [{ name: 'QRZ', type }]).senseOf(
        'arxiv:2501.00025',
        'QRZ',
      )?.name;
    expect(meant('Benchmark')).toBe('quick range zone');
    expect(meant('Technique')).toBe('QRZ');
  });

  const asked = (...earlier: EntitySketch[][]) => {
    const { senseOf } = resolve(...earlier, [{ name: 'QRZ', type: 'Benchmark' }]);
    return senseOf(`arxiv:2501.${String(earlier.length).padStart(5, '0')}`, 'QRZ')?.name;
  };

  it('is not what one paper coined it for, where a paper takes it for another kind of thing', () => {
    const long = { ...defines('quick range zone', 'QRZ'), type: 'Technique' as const };
    const twice = (sketch: EntitySketch) => asked([sketch], [sketch]);
    expect(twice(long)).toBe('quick range zone');
    expect(twice({ ...long, role: 'introduces' })).toBe('QRZ');
    expect(twice({ ...long, role: 'introduces', type: 'Benchmark' })).toBe('quick range zone');
  });

  it('is no name for what papers mostly call by the words alone', () => {
    const long = { ...defines('quick range zone', 'QRZ'), type: 'Concept' as const };
    const alone = Array.from({ length: 10 }, () => [{ name: 'quick range zone', type: 'Concept' as const }]);
    expect(asked([long], ...alone.slice(1))).toBe('quick range zone');
    expect(asked([long], ...alone)).toBe('QRZ');
  });

  it('stays a thing of its own where the paper speaks of neither', () => {
    const { senseOf } = resolve(...papers, [{ name: 'SD' }, { name: 'protein folding' }]);
    expect(senseOf('arxiv:2501.00006', 'SD')?.aliases).toEqual([]);
  });
});
