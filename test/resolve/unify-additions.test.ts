/** What stands beside a name: its kind, its maker. */
import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/model/index.js';
import { joinSentence } from '../../src/model/joins.js';
import { nodesOf } from './nodes-of.js';

const names = (...mentions: [name: string, type: EntityType][]) => nodesOf(...mentions).map(({ name }) => name);

describe('one thing', () => {
  it.each<[string, string, EntityType]>([
    ['nuScenes', 'nuScenes dataset', 'Benchmark'],
    ['CIFAR-10', 'CIFAR-10 datasets', 'Benchmark'],
    ['POPE', 'POPE Benchmark', 'Benchmark'],
    ['COCO', 'MS-COCO', 'Benchmark'],
    ['COCO', 'Microsoft COCO dataset', 'Benchmark'],
    ['BERT', 'BERT model', 'Model'],
    ['YOLO', 'YOLO-series', 'Model'],
    ['o1', 'OpenAI o1', 'Model'],
    ['GPT-4o', "OpenAI's GPT-4o", 'Model'],
    ['Gemini', 'Google Gemini', 'Model'],
    ['Llama-3-8B', 'Meta-Llama-3-8B', 'Model'],
    ['U-Net', 'U-Net architecture', 'Technique'],
    ['IsaacGym', 'IsaacGym simulator', 'Technique'],
    ['COCO', 'MSCOCO', 'Benchmark'],
    ['NTIRE 2025', 'NTIRE 2025 challenge', 'Benchmark'],
  ])('%s, %s', (name, other, type) => {
    expect(nodesOf([name, type], [other, 'Concept'], [name, type])).toMatchObject([
      { name, label: type, aliases: [other] },
    ]);
  });

  it('with every addition to one name', () => {
    expect(names(['COCO', 'Benchmark'], ['MS COCO', 'Benchmark'], ['MS COCO dataset', 'Benchmark'])).toHaveLength(1);
  });

  it('and it can be told why', () => {
    const [node] = nodesOf(['nuScenes', 'Benchmark'], ['nuScenes', 'Benchmark'], ['nuScenes dataset', 'Benchmark']);
    expect(node?.joins.map((join) => joinSentence({ ...join, papers: [...join.papers] }))).toEqual([
      '"nuScenes" and "nuScenes dataset" are two wordings of one thing',
    ]);
  });

  it('in every spelling of the addition', () => {
    const [node] = nodesOf(
      ['nuScenes', 'Benchmark'],
      ['nuScenes dataset', 'Benchmark'],
      ['nuScenes-dataset', 'Benchmark'],
    );
    expect(node?.joins.map(({ b, rule }) => [b, rule])).toEqual([
      ['nuScenes dataset', 'wording'],
      ['nuScenes-dataset', 'wording'],
    ]);
  });
});

it('forms that differ in more than the addition are told so', () => {
  const [node] = nodesOf(
    ['COCO dataset', 'Benchmark'],
    ['COCO dataset', 'Benchmark'],
    ['MS-COCO', 'Benchmark'],
    ['COCO', 'Benchmark'],
  );
  expect(node?.joins.map(({ a, b, rule }) => [a, b, rule])).toEqual([
    ['COCO dataset', 'COCO', 'wording'],
    ['COCO dataset', 'MS-COCO', 'wording'],
  ]);
});

describe('two things', () => {
  it.each<[string, EntityType, string, EntityType]>([
    ['CLIP', 'Model', 'CLIP dataset', 'Benchmark'],
    ['AI', 'Concept', 'AI model', 'Concept'],
    ['UAV', 'Concept', 'UAV dataset', 'Benchmark'],
    ['diffusion', 'Model', 'diffusion model', 'Model'],
    ['deep research', 'Concept', 'OpenAI Deep Research', 'Model'],
    ['LoRA', 'Technique', 'Meta-LoRA', 'Technique'],
    ['Llama-3-8B', 'Model', 'Meta-Llama-3-70B', 'Model'],
    ['3D attention', 'Technique', '3D attention module', 'Technique'],
    ['offline RL', 'Technique', 'offline RL algorithm', 'Technique'],
    ['LLM-based', 'Technique', 'LLM-based framework', 'Technique'],
    ['dual-stream', 'Technique', 'Dual-Stream Framework', 'Technique'],
    ['2-stage', 'Model', '2-stage model', 'Model'],
    ['R1', 'Model', 'Meta-R1', 'Model'],
    ['R1', 'Model', 'Meta R1', 'Model'],
    ['Transformer', 'Model', 'XAI Transformer', 'Model'],
    ['VLA', 'Model', 'NVIDIA VLA', 'Model'],
    ['ARC', 'Benchmark', 'ARC-Challenge', 'Benchmark'],
    ['RoBERTa-Large', 'Model', 'OpenAI-RoBERTa-Large', 'Model'],
  ])('%s (%s), %s', (name, type, other, otherType) => {
    expect(names([name, type], [other, otherType], [name, type])).toHaveLength(2);
  });
});
