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
  ];
  it.each(cases)('%s of %s (%s)', (variant, family, rule) => {
    expect(variantsOf(variant, family)).toEqual([{ variant: `model:${variant}`, family: `model:${family}`, rule }]);
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
  ])('finds none between %s and %s', (one, other) => {
    expect(variantsOf(one, other)).toEqual([]);
  });
});
