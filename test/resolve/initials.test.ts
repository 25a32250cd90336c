/** Whether a long form says what an acronym is. */
import { describe, expect, it } from 'vitest';
import { resolveEntities } from '../../src/resolve/index.js';
import { isInitialsOf, repeats } from '../../src/resolve/initials.js';
import { record } from '../support/records.js';

describe('an acronym', () => {
  it.each([
    ['BERT', 'Bidirectional Encoder Representations from Transformers'],
    ['LoRA', 'Low-Rank Adaptation'],
    ['LLM', 'large language models'],
    ['CLIP', 'Contrastive Language-Image Pretraining'],
    ['ResNet', 'residual network'],
    ['LSTM', 'long short-term memory'],
    ['RoBERTa', 'Robustly optimized BERT approach'],
    ['IR', 'infrared'],
    ['T2I', 'text-to-image'],
  ])('%s is spelled out by %s', (short, long) => {
    expect(isInitialsOf(short.toLowerCase(), long)).toBe(true);
  });

  it.each([
    ['BERT', 'Benchmark three transformer-based models'],
    ['MMLU', 'models with pre-prompted personae on a multi-subject benchmark'],
    ['XGBoost', 'extreme gradient boosting'],
    ['GAR', 'large augmented retrieval'],
  ])('%s is not spelled out by %s', (short, long) => {
    expect(isInitialsOf(short.toLowerCase(), long)).toBe(false);
  });

  it('is repeated by what has it as a word beside others', () => {
    expect(repeats('BERT-based model', 'bert')).toBe(true);
    expect(repeats('LLMs-based agent', 'llm')).toBe(true);
    expect(repeats('Fairness', 'fairness')).toBe(false);
    expect(repeats('large language model', 'llm')).toBe(false);
  });
});

/** The names of the nodes, and how many mentions each has. */
function nodesOf(...papers: [name: string, ...surfaces: string[]][]) {
  const records = papers.map(([name, ...others], at) => {
    const surfaces = [name, ...others];
    return record({
      id: `arxiv:2501.000${10 + at}`,
      abstract: `We use ${surfaces.join(' ; ')} here.`,
      entities: [{ name, surfaces, type: 'Model' }],
    });
  });
  return resolveEntities(records).senses.map(({ name, mentions }) => [name, mentions.length]);
}

const BERT = 'Bidirectional Encoder Representations from Transformers';
const alone: [string][] = [['BERT'], ['BERT'], ['BERT']];

describe('papers that do not say what an acronym is', () => {
  it('mean what it spells out, whatever a few mistake it for', () => {
    const said: [string, string][] = [1, 2, 3].map(() => [BERT, 'BERT']);
    const mistaken: [string, string][] = [
      ['benchmark three transformer-based models', 'BERT'],
      ['better than recent work', 'BERT'],
    ];
    expect(nodesOf(...said, ...mistaken, ...alone)).toContainEqual(['BERT', 6]);
  });

  it('are not told by a paper that only adds words to it', () => {
    expect(nodesOf(['BERT-based encoder', 'BERT'], ...alone)).toContainEqual(['BERT', 3]);
  });

  it('are told by what does not spell it out, where nothing does', () => {
    expect(nodesOf(['extreme gradient boosting', 'XGBoost'], ['XGBoost'], ['XGBoost'])).toHaveLength(1);
  });

  it('but one paper makes no two acronyms one', () => {
    const times = (count: number, paper: [string, string]): [string, string][] =>
      Array.from({ length: count }, () => paper);
    const said = [...times(5, ['machine translation', 'MT']), ...times(5, ['neural network translation', 'NNT'])];
    const found = nodesOf(...said, ['neural network translation', 'MT'], ...times(2, ['Bayesian network', 'BN']));
    expect(found).toHaveLength(3);
    expect(
      nodesOf(...times(3, ['Bayesian network', 'BN']), ...times(3, ['Bayesian neural network', 'BNN']), [
        'Bayesian neural network',
        'BN',
      ]),
    ).toHaveLength(2);
  });

  it('take two long forms for one where the second says no more', () => {
    const said: [string, string][] = [1, 2, 3].flatMap(() => [
      ['residual network', 'ResNet'],
      ['residual neural network', 'ResNet'],
    ]);
    expect(nodesOf(...said, ['ResNet'], ['ResNet'])).toEqual([[expect.any(String), 8]]);
  });
});
