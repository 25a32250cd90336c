import { describe, expect, it } from 'vitest';
import { findVariants } from '../../src/resolve/index.js';

function variantsOf(...names: string[]) {
  return findVariants(names.map((name) => ({ id: `model:${name}`, label: 'Model', name, aliases: [] })));
}

describe('VARIANT_OF is read off the names', () => {
  const cases: [variant: string, family: string, rule: string][] = [
    ['Qwen2.5-7B', 'Qwen2.5', 'size'],
    ['LLaMA-3', 'LLaMA', 'version'],
    ['SAM 2', 'SAM', 'version'],
    ['ResNet-50', 'ResNet', 'version'],
    ['Qwen2.5-7B-Instruct', 'Qwen2.5-7B', 'suffix'],
    ['LLaVA-NeXT', 'LLaVA', 'suffix'],
    ['GPT-4o', 'GPT', 'version'],
    ['YOLOv8', 'YOLO', 'version'],
    ['DeepSeek-R1', 'DeepSeek', 'version'],
    ['Mixtral 8x7B', 'Mixtral', 'size'],
    ['Claude 3.5 Sonnet', 'Claude 3.5', 'suffix'],
    ['PointNet++', 'PointNet', 'suffix'],
    ['ImageNet-1K', 'ImageNet', 'size'],
    ['o1-mini', 'o1', 'suffix'],
    ['wav2vec 2.0', 'wav2vec', 'version'],
    ['Qwen2.5-VL-2V', 'Qwen2.5-VL', 'version'],
    ['Qwen-Image', 'Qwen', 'suffix'],
    ['Qwen3-Embedding', 'Qwen3', 'suffix'],
    ['Llama 4 Maverick', 'Llama 4', 'suffix'],
    ['DeepSeek-R1-Zero', 'DeepSeek-R1', 'suffix'],
    ['YOLOv12-N', 'YOLOv12', 'suffix'],
  ];
  it.each(cases)('%s of %s (%s)', (variant, family, rule) => {
    expect(variantsOf(variant, family)).toEqual([{ variant: `model:${variant}`, family: `model:${family}`, rule }]);
  });

  it('leads from a variant to each of its families in one step', () => {
    const edges = variantsOf('Qwen2.5-7B-Instruct', 'Qwen2.5-7B', 'Qwen2.5', 'Qwen');
    const ofInstruct = edges.filter(({ variant }) => variant === 'model:Qwen2.5-7B-Instruct');
    expect(ofInstruct.map(({ family, rule }) => [family, rule])).toEqual([
      ['model:Qwen', 'version'],
      ['model:Qwen2.5', 'size'],
      ['model:Qwen2.5-7B', 'suffix'],
    ]);
    expect(edges.filter(({ family }) => family === 'model:Qwen')).toHaveLength(3);
  });

  it('skips a family that is no node and takes the next', () => {
    expect(variantsOf('Qwen2.5-7B-Instruct', 'Qwen2.5')).toEqual([
      { variant: 'model:Qwen2.5-7B-Instruct', family: 'model:Qwen2.5', rule: 'size' },
    ]);
  });

  it.each([
    ['MMLU', 'MLU'],
    ['top 5', 'top'],
    ['GPT-4', 'BERT'],
    ['Segment Anything', 'Segment'],
    ['LoRA-FA', 'LoRA'],
    ['LongBench-T2I', 'LongBench'],
    ['BERTScore-F1', 'BERTScore'],
    ['BCE3S', 'BCE'],
    ['FVD 16.95', 'FVD'],
    ['1B-3B', '1B'],
  ])('finds none between %s and %s', (one, other) => {
    expect(variantsOf(one, other)).toEqual([]);
  });
});

it('what a model reads or makes tells no family of techniques', () => {
  const sense = (name: string) => ({ id: `technique:${name}`, label: 'Technique' as const, name, aliases: [] });
  expect(findVariants([sense('LoRA-Image'), sense('LoRA')])).toEqual([]);
});
