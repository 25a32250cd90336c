/** Short names of benchmarks and models that no paper spells out. */
import { describe, expect, it } from 'vitest';
import { type EntityType, joinSentence } from '../../src/model/index.js';
import { abbreviates, abbreviationsOf } from '../../src/resolve/abbreviations.js';
import { resolveEntities } from '../../src/resolve/index.js';
import { record } from '../support/records.js';

type Paper = readonly [name: string, type: EntityType][];

const sensesOf = (...papers: Paper[]) =>
  resolveEntities(
    papers.map((names, at) =>
      record({
        id: `arxiv:2501.000${at + 10}`,
        abstract: `We see ${names.map(([name]) => name).join(', ')} here.`,
        entities: names.map(([name, type]) => ({ name, type })),
      }),
    ),
  ).senses;

const about = (name: string, type: EntityType, ...things: string[]): Paper => [
  [name, type],
  ...things.map((thing): [string, EntityType] => [thing, 'Concept']),
];

/** Papers of other things, so that what two papers share tells something. */
const OTHERS = ['sea ice', 'wheat yield', 'speech', 'protein', 'traffic', 'music'].map((thing) =>
  about(`${thing} forecasting`, 'Concept', thing),
);
const namesOf = (...papers: Paper[]) => sensesOf(...papers, ...OTHERS).map(({ name, aliases }) => [name, ...aliases]);

describe('one thing', () => {
  it.each<[string, string, EntityType]>([
    ['YCB-Video', 'YCB-V', 'Benchmark'],
    ['RealEstate10K', 'RE10K', 'Benchmark'],
    ['Stable Diffusion 1.5', 'SD1.5', 'Model'],
    ['ARC-Challenge', 'ARC-C', 'Benchmark'],
    ['Human3.6M', 'H3.6M', 'Benchmark'],
    ['Tanks and Temples', 'T&T', 'Benchmark'],
  ])('%s, %s', (long, short, type) => {
    const papers = [
      about(long, type, 'depth', 'pose'),
      about(long, type, 'depth'),
      about(short, type, 'depth', 'pose'),
    ];
    expect(namesOf(...papers)).toContainEqual([long, short]);
  });

  it('and it can be told why', () => {
    const senses = sensesOf(about('YCB-Video', 'Benchmark', 'pose'), about('YCB-V', 'Benchmark', 'pose'), ...OTHERS);
    const joins = senses.find(({ aliases }) => aliases.includes('YCB-V') || aliases.includes('YCB-Video'))?.joins ?? [];
    expect(joins.map((join) => joinSentence({ ...join, papers: [...join.papers] }))).toEqual([
      expect.stringMatching(/^one of "YCB-V\w*" and "YCB-V\w*" is short for the other/),
    ]);
  });
});

describe('two things', () => {
  const long = 'LongVideoBench';
  it('whose papers speak of other things', () => {
    expect(namesOf(about('YCB-Video', 'Benchmark', 'pose'), about('YCB-V', 'Benchmark', 'law'))).toContainEqual([
      'YCB-V',
    ]);
  });

  it('that one paper names side by side', () => {
    const both: Paper = [...about(long, 'Benchmark', 'video'), ['LVBench', 'Benchmark']];
    expect(namesOf(both, about(long, 'Benchmark', 'video'), about('LVBench', 'Benchmark', 'video'))).toContainEqual([
      'LVBench',
    ]);
  });

  it('of two kinds', () => {
    expect(namesOf(about('YCB-Video', 'Model', 'pose'), about('YCB-V', 'Benchmark', 'pose'))).toContainEqual(['YCB-V']);
  });

  it('where two long names are as like', () => {
    const papers = ['MathVista', 'MathVerse', 'Math-V'].map((name) => about(name, 'Benchmark', 'geometry'));
    expect(namesOf(...papers)).toContainEqual(['Math-V']);
  });

  it('where papers spell the short one out otherwise', () => {
    const defined = record({
      id: 'arxiv:2501.00099',
      abstract: 'We use Yale Cat Breeds Videos (YCB-V) for pose.',
      entities: [
        { name: 'YCB-V', type: 'Benchmark', surfaces: ['YCB-V', 'Yale Cat Breeds Videos'] },
        { name: 'pose', type: 'Concept' },
      ],
    });
    const other = record({
      id: 'arxiv:2501.00098',
      abstract: 'We use YCB-Video for pose.',
      entities: [
        { name: 'YCB-Video', type: 'Benchmark' },
        { name: 'pose', type: 'Concept' },
      ],
    });
    const { senses } = resolveEntities([defined, other]);
    expect(senses.map(({ name }) => name)).toContain('YCB-Video');
  });
});

describe('an abbreviation', () => {
  it.each([
    ['NQ', 'Natural Questions'],
    ['LLaVA-OV', 'LLaVA-OneVision'],
    ['GPQA-D', 'GPQA-Diamond'],
    ['K-400', 'Kinetics-400'],
    ['SMIYC', 'SegmentMeIfYouCan'],
  ])('%s of %s', (short, long) => {
    expect(abbreviates(short, long)).toBe(true);
    expect(abbreviationsOf(long)).toContain(short.toLowerCase().replace('-', ''));
  });

  it.each([
    // One capital more; a word left out; small letters; numbers stay; a piece of a word; nothing is shortened.
    ['VBench', 'Video-Bench'],
    ['NYUv2', 'NYU Depth V2'],
    ['math-v', 'MathVista'],
    ['SD', 'Stable Diffusion 1.5'],
    ['BERT', 'BERTje'],
    ['DAIR-V2X', 'Dair-V2Xt'],
    ['YCBVideo', 'YCB-Video'],
  ])('not %s of %s', (short, long) => {
    expect(abbreviates(short, long)).toBe(false);
  });
});
