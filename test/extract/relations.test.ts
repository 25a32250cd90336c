/** Relations that plain sentences state, and those that they deny or only suppose. */
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extract/index.js';
import { paperOf } from './papers.js';

const extractor = await createExtractor('fast');

async function relations(abstract: string, title = ''): Promise<string[]> {
  const { relations: found } = await extractor.extract(paperOf(title, abstract));
  return found.map((r) => `${r.from} ${r.type}${r.kind === undefined ? '' : ` (${r.kind})`} ${r.to}`);
}

describe('stated', () => {
  it.each([
    ['builds on', 'We introduce BERT, which builds on LSTM.', 'BERT BUILDS_ON (extends) LSTM'],
    ['extends', 'RoBERTa extends BERT.', 'RoBERTa BUILDS_ON (extends) BERT'],
    ['is based on', 'ALBERT is based on BERT.', 'ALBERT BUILDS_ON (extends) BERT'],
    ['a variant of', 'We propose GaLoRA, a variant of LoRA.', 'GaLoRA BUILDS_ON (extends) LoRA'],
    ['replaces', 'We propose QuxNet. It replaces LSTM with something cheaper.', 'QuxNet BUILDS_ON (replaces) LSTM'],
    ['combines, first', 'We introduce QuxNet. QuxNet combines LoRA and GRPO.', 'QuxNet BUILDS_ON (combines) LoRA'],
    ['combines, second', 'We introduce QuxNet. QuxNet combines LoRA and GRPO.', 'QuxNet BUILDS_ON (combines) GRPO'],
    [
      'of two verbs the one before the name',
      'We introduce QuxNet, which extends LSTM and combines LoRA with GRPO.',
      'QuxNet BUILDS_ON (combines) LoRA',
    ],
    [
      'what is only used, without a kind',
      'We introduce QuxNet. QuxNet integrates CLIP. QuxNet leverages LoRA for fine-tuning.',
      'QuxNet BUILDS_ON LoRA',
    ],
    ['outperforms', 'QuxNet outperforms BERT on GLUE.', 'QuxNet OUTPERFORMS BERT'],
    [
      'it ..., outperforming',
      'We introduce QuxNet, a network for parsing. It is evaluated on GLUE and SQuAD, outperforming ELMo and GPT-2.',
      'QuxNet OUTPERFORMS GPT-2',
    ],
    ['surpasses', 'We introduce QuxNet. QuxNet consistently surpasses GPT-4.', 'QuxNet OUTPERFORMS GPT-4'],
  ])('%s', async (_name, abstract, expected) => {
    expect(await relations(abstract)).toContain(expected);
  });

  it('of things of others, in passing', async () => {
    const found = await relations(
      'Group Relative Policy Optimization (GRPO), an efficient variant of PPO that lowers its cost, still explores little. We introduce QuxNet, which is tested on GLUE.',
    );
    expect(found).toContain('Group Relative Policy Optimization BUILDS_ON (extends) PPO');
  });

  it.each([
    ['QuxNetV2', 'QuxNet'],
    ['QuxNet 2.5', 'QuxNet 2.0'],
    ['QuxNet++', 'QuxNet'],
  ])('a new version builds on the one before, surely: %s', async (newer, older) => {
    const paperSaying = (verb: string, known = older) =>
      `${known} segments images but is slow. We introduce ${newer}, which is tested on GLUE. ${newer} ${verb} ${known} by two points.`;
    const sure = async (abstract: string) => {
      const { relations: found } = await extractor.extract(paperOf(`${newer}: Faster Segmentation`, abstract));
      return found
        .filter(({ from, type, confidence }) => from === newer && type === 'BUILDS_ON' && confidence > 0.5)
        .map(({ to, evidence }) => [to, evidence]);
    };
    expect(await sure(paperSaying('improves the accuracy of'))).toEqual([
      [older, `${newer} improves the accuracy of ${older} by two points.`],
    ]);
    expect(await sure(paperSaying('improves the accuracy of', 'FooNet'))).toEqual([]);
    expect(await sure(paperSaying('outperforms'))).toEqual([]);
  });

  it('what is done with things of others is no descent of theirs', async () => {
    const found = await relations(
      'Test-Time Adaptation (TTA) has emerged for adapting Vision Transformers (ViT) to shifts. We introduce QuxNet, which is tested on GLUE.',
    );
    expect(found.filter((one) => one.startsWith('test-time adaptation'))).toEqual([]);
  });

  it('what a thing is said to be does not build on anything in its stead', async () => {
    const found = await relations(
      'We introduce QuxNet, a knowledge distillation framework that extends LoRA, and test it on GLUE.',
    );
    expect(found).toContain('QuxNet BUILDS_ON (extends) LoRA');
    expect(found.filter((one) => one.startsWith('knowledge distillation'))).toEqual([]);
  });

  it('what is built on may be beaten too', async () => {
    const found = await relations(
      'We present RoBERTa. RoBERTa builds on BERT. RoBERTa outperforms BERT and XLNet on GLUE.',
    );
    expect(found).toContain('RoBERTa BUILDS_ON (extends) BERT');
    expect(found).toContain('RoBERTa OUTPERFORMS BERT');
    expect(found).toContain('RoBERTa OUTPERFORMS XLNet');
  });

  it('a sentence names its parts', async () => {
    const found = await relations(
      'We propose QuxNet. QuxNet consists of FooEncoder and BarDecoder.',
      'QuxNet: A Network of Networks',
    );
    expect(found).toContain('FooEncoder PART_OF QuxNet');
    expect(found).toContain('BarDecoder PART_OF QuxNet');
  });

  it('what is built on is not the one that builds', async () => {
    const found = await relations('We introduce QuxNet. QuxNet is based on BERT and combines it with FooUnit.');
    expect(found).toContain('QuxNet BUILDS_ON (extends) BERT');
    expect(found.filter((r) => r.startsWith('BERT'))).toEqual([]);
  });

  it('a benchmark neither beats nor is beaten', async () => {
    const found = await relations(
      'We introduce QuxNet, a network for parsing. It is evaluated on GLUE and SQuAD, outperforming BERT.',
    );
    expect(found.filter((r) => r.includes('OUTPERFORMS'))).toEqual(['QuxNet OUTPERFORMS BERT']);
  });
});

describe('not stated', () => {
  it.each([
    ['unlike', 'We introduce QuxNet. Unlike BERT, QuxNet needs no pre-training.'],
    ['instead of', 'We introduce QuxNet. QuxNet learns directly instead of using BERT.'],
    ['does not', 'We introduce QuxNet. QuxNet does not outperform BERT.'],
    ['never', 'We introduce QuxNet. QuxNet never outperforms BERT.'],
    ['may', 'We introduce QuxNet. QuxNet may outperform BERT.'],
    ['fails to', 'We introduce QuxNet. QuxNet fails to outperform BERT.'],
    ['whether', 'We ask whether QuxNet outperforms BERT.'],
  ])('%s', async (_name, abstract) => {
    expect(await relations(abstract)).toEqual([]);
  });
});
