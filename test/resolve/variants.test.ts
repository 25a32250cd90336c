import { describe, expect, it } from 'vitest';
import type { EntityType } from '../../src/model/index.js';
import { findVariants } from '../../src/resolve/index.js';

const named = (label: EntityType, name: string, { aliases = [] as string[], papers = 1 } = {}) => ({
  id: `${label.toLowerCase()}:${name}`,
  label,
  name,
  aliases,
  mentions: Array.from({ length: papers }, (_, i) => ({
    paper: `p${i}`,
    name,
    type: label,
    role: 'uses' as const,
    confidence: 1,
    surfaces: [name],
  })),
});

function variantsOf(...names: string[]) {
  return findVariants(names.map((name) => named('Model', name)));
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

describe('the name of a technique is the beginning of many', () => {
  const familiesOf = (variant: string, family: ReturnType<typeof named>) =>
    findVariants([named('Technique', variant), family]).map(({ rule }) => rule);

  it.each([
    ['BitNet v2', 'BitNet', 'version'],
    ['Gated DeltaNet-2', 'Gated DeltaNet', 'version'],
    ['AgentScope 1.0', 'AgentScope', 'version'],
    ['MEGC2025', 'MEGC', 'version'],
    ['PP-OCRv4', 'PP-OCR', 'version'],
    ['LightThinker++', 'LightThinker', 'suffix'],
  ])('%s is of %s', (variant, family, rule) => {
    expect(familiesOf(variant, named('Technique', family))).toEqual([rule]);
  });

  it.each([
    ['LoRA-Image', 'LoRA', 'what a model reads or makes'],
    ['OmniDrive-R1', 'OmniDrive', 'how it was trained'],
    ['ReFree-S2V', 'ReFree', 'what it does'],
    ['SVG360', 'SVG', 'what it sees'],
    ['gFID 1.71', 'gFID', 'a score'],
    ['Trade-R2', 'TRADE', 'another name'],
    ['Step 3.5', 'STEP', 'another name'],
    ['RC2', 'RC', 'two letters'],
  ])('%s is not of %s: %s', (variant, family) => {
    expect(familiesOf(variant, named('Technique', family))).toEqual([]);
  });

  it('an acronym is who is well known by it, or who a plus is put behind', () => {
    const coined = { aliases: ['Calibration of Fully-Connected Gradients'] };
    expect(familiesOf('CFG 2.0', named('Technique', 'CFG', coined))).toEqual([]);
    expect(familiesOf('CFG 2.0', named('Technique', 'CFG', { ...coined, papers: 5 }))).toEqual(['version']);
    expect(familiesOf('CFG++', named('Technique', 'CFG', coined))).toEqual(['suffix']);
    const spelledOut = named('Technique', 'minimum spanning tree', { aliases: ['MST'], papers: 9 });
    expect(familiesOf('MST++', spelledOut)).toEqual([]);
  });
});

it('two letters are the family of a benchmark only where they are its name', () => {
  const familiesOf = (variant: string, family: ReturnType<typeof named>) =>
    findVariants([named('Benchmark', variant), family]).length;
  expect(familiesOf('SD3-Medium', named('Benchmark', 'StarDist', { aliases: ['SD'] }))).toBe(0);
  expect(familiesOf('CC12M', named('Benchmark', 'CC'))).toBe(1);
  expect(
    familiesOf('ISIC18', named('Benchmark', 'International Skin Imaging Collaboration', { aliases: ['ISIC'] })),
  ).toBe(1);
});
