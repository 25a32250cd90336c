import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/resolve/index.js';
import { type EntitySketch, record } from '../support/records.js';

/** One paper for each list of entities; the abstract holds every surface. */
function papers(...lists: EntitySketch[][]) {
  return lists.map((entities, index) =>
    record({
      id: `arxiv:2501.0000${index}`,
      abstract: entities.flatMap(({ name, surfaces }) => surfaces ?? [name]).join(' ; '),
      entities,
    }),
  );
}

describe('names that are one node', () => {
  const cases: [string, EntitySketch, EntitySketch][] = [
    ['case', { name: 'ImageNet' }, { name: 'Imagenet' }],
    ['hyphen', { name: 'LLaMA-3' }, { name: 'LLaMA 3' }],
    ['plural', { name: 'diffusion model' }, { name: 'diffusion models' }],
    ['Greek letter', { name: 'π0' }, { name: 'pi0' }],
    ['LaTeX', { name: '$\\pi$0' }, { name: 'π0' }],
    ['a word that ends like a plural', { name: 'time series' }, { name: 'timeseries' }],
    ['a version behind or before', { name: 'Claude 4.5 Sonnet' }, { name: 'Claude Sonnet 4.5' }],
    ['a size among the words', { name: 'Llama-3.1-8B-Instruct' }, { name: 'LLaMA-3.1-Instruct-8B' }],
    ['two sides', { name: 'image-text alignment' }, { name: 'text-image alignment' }],
    ['two sides with an acronym', { name: 'fast LiDAR-camera fusion' }, { name: 'fast camera-LiDAR fusions' }],
    ['a point and a hyphen in a version', { name: 'Claude 3.5 Sonnet' }, { name: 'claude-3-5-sonnet' }],
    ['an ampersand', { name: 'Tanks & Temples' }, { name: 'Tanks and Temples' }],
    ['a version with and without its nought', { name: 'VQA v2.0' }, { name: 'VQAv2' }],
    ['two signs for one Greek letter', { name: 'ϵ-greedy' }, { name: '$\\varepsilon$-greedy' }],
    ['a letter of LaTeX', { name: '$\\ell_1$ loss' }, { name: 'L1 loss' }],
    ['a sign of times', { name: 'Mixtral-8×7B' }, { name: 'Mixtral 8x7B' }],
    ['a name in S in small letters', { name: 'EPIC-KITCHENS' }, { name: 'Epic-Kitchens' }],
    ['an acronym in S in small letters', { name: 'FLORES' }, { name: 'Flores' }],
    ['what it has', { name: 'multi-headed probe' }, { name: 'multi-head probe' }],
    ['diacritics', { name: 'Schrödinger bridge' }, { name: 'Schrodinger bridge' }],
    [
      'an acronym that another paper defines',
      { name: 'reinforcement learning', surfaces: ['reinforcement learning', 'RL'] },
      { name: 'RL' },
    ],
    [
      'a form that a paper itself calls the same',
      { name: 'key-value cache', surfaces: ['KV cache', 'key-value cache'] },
      { name: 'KV-Cache' },
    ],
  ];
  it.each(cases)('%s', (_, one, other) => {
    const resolution = resolveEntities(papers([one], [other]));
    expect(resolution.senses).toHaveLength(1);
    expect(resolution.senseOf('arxiv:2501.00000', one.name)).toBe(resolution.senseOf('arxiv:2501.00001', other.name));
  });
});

describe('names that stay two', () => {
  const cases: [string, EntitySketch, EntitySketch][] = [
    ['sizes', { name: 'Qwen2.5-7B' }, { name: 'Qwen2.5-72B' }],
    ['versions', { name: 'SAM' }, { name: 'SAM 2' }],
    ['a version and a size', { name: 'Pythia-1.4B' }, { name: 'Pythia-14B' }],
    ['a version before a size', { name: 'Gemma 2 7B' }, { name: 'Gemma-2.7B' }],
    ['a version of two digits', { name: 'YOLOv1.1' }, { name: 'YOLOv11' }],
    ['an acronym and one that ends in S', { name: 'LVI' }, { name: 'LVIS' }],
    [
      'a name in S and many of a word',
      { name: 'AGENTS', type: 'Model' },
      { name: 'agent', surfaces: ['agent', 'agents'] },
    ],
    ['codes of letters and digits', { name: 'L2' }, { name: 'L2S' }],
    ['variants', { name: 'MMLU' }, { name: 'MMLU-Pro' }],
    ['two sizes', { name: 'Qwen2-VL-7B-2B' }, { name: 'Qwen2-VL-2B-7B' }],
    ['two words', { name: 'Gemini 2 Flash Lite' }, { name: 'Gemini 2 Lite Flash' }],
    ['a direction', { name: 'French-English alignment' }, { name: 'English-French alignment' }],
    ['what is not mutual', { name: 'general-domain model' }, { name: 'domain-general model' }],
    ['made-up pairs', { name: 'Video-LLaVA' }, { name: 'LLaVA-Video' }],
    ['signs', { name: 'C' }, { name: 'C++' }],
    ['sharps', { name: 'C' }, { name: 'C#' }],
    [
      'one acronym, two definitions',
      { name: 'speculative decoding', surfaces: ['speculative decoding', 'SD'] },
      { name: 'stable diffusion', surfaces: ['stable diffusion', 'SD'] },
    ],
    [
      'forms of one paper that differ in a number',
      { name: 'GPT-4', surfaces: ['GPT-4'] },
      { name: 'GPT-3.5', surfaces: ['GPT-3.5'] },
    ],
  ];
  it.each(cases)('%s', (_, one, other) => {
    expect(resolveEntities(papers([one], [other])).senses).toHaveLength(2);
  });
});

it('a plural in capitals is one where papers write it small much oftener', () => {
  const small = Array.from({ length: 5 }, () => [{ name: 'QRX', surfaces: ['QRXs'] }]);
  const shouted = [{ name: 'QRXS' }];
  expect(resolveEntities(papers(...small, shouted)).senses).toHaveLength(1);
  expect(resolveEntities(papers(...small.slice(1), shouted)).senses).toHaveLength(2);
});

describe('an acronym without a definition', () => {
  const speculative = { name: 'speculative decoding', surfaces: ['speculative decoding', 'SD'] };
  const stable = { name: 'stable diffusion', surfaces: ['stable diffusion', 'SD'] };

  it('stays apart when the corpus does not agree on its meaning', () => {
    const resolution = resolveEntities(papers([speculative], [stable], [{ name: 'SD' }]));
    expect(resolution.senses.map((sense) => sense.name)).toEqual(['SD', 'speculative decoding', 'stable diffusion']);
  });

  it('takes the meaning of four papers against one', () => {
    const resolution = resolveEntities(
      papers([speculative], [speculative], [speculative], [speculative], [stable], [{ name: 'SD' }]),
    );
    expect(resolution.senseOf('arxiv:2501.00005', 'SD')?.name).toBe('speculative decoding');
  });
});

describe('a node', () => {
  it('has the label that most confidence speaks for, and every other form as an alias', () => {
    const { senses } = resolveEntities(
      papers(
        [{ name: 'LLaDA', type: 'Model', confidence: 0.9 }],
        [{ name: 'LLaDA', type: 'Technique', confidence: 0.5 }],
        [{ name: 'LLADA', type: 'Technique', confidence: 0.3 }],
      ),
    );
    expect(senses).toHaveLength(1);
    expect(senses[0]).toMatchObject({ id: 'model:llada', label: 'Model', name: 'LLaDA', aliases: ['LLADA'] });
  });

  it('is written as most papers write it', () => {
    const written = (surface: string) => [{ name: 'transformer', surfaces: [surface] }];
    const names = (...surfaces: string[]) =>
      resolveEntities(papers(...surfaces.map(written))).senses.map((s) => s.name);
    expect(names('Transformer', 'Transformer', 'transformer')).toEqual(['Transformer']);
    expect(names('Transformer', 'transformer')).toEqual(['transformer']);
    expect(names('TRANSFORMERS', 'transformer')).toEqual(['transformer']);
    const titled = { name: 'speculative decoding', surfaces: ['Speculative Decoding'] };
    expect(resolveEntities(papers([titled], [titled])).senses[0]?.name).toBe('speculative decoding');
  });

  it('whose slug is taken gets a suffix from its key', () => {
    const { senses } = resolveEntities(papers([{ name: 'A+' }], [{ name: 'A plus' }]));
    expect(new Set(senses.map((sense) => sense.id)).size).toBe(2);
    expect(senses.every((sense) => sense.id.startsWith('technique:a-plus'))).toBe(true);
  });

  it('is the same whatever the order of the papers', () => {
    const all = papers(
      [{ name: 'key-value cache', surfaces: ['KV cache', 'key-value cache'] }],
      [{ name: 'KV-Cache', type: 'Concept' }],
      [{ name: 'RL' }],
      [{ name: 'reinforcement learning', surfaces: ['reinforcement learning', 'RL'] }],
    );
    expect(resolveEntities([...all].reverse()).senses).toEqual(resolveEntities(all).senses);
  });
});
