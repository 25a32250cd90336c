/** What is kept of an answer: only what stands in the text. */
import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../../src/extract/llm/answer.js';
import { toDocument } from '../../../src/extract/llm/document.js';
import { SearchedText } from '../../../src/extract/llm/find-text.js';
import { toRecord } from '../../../src/extract/llm/to-record.js';
import { type ExtractionRecord, ExtractionRecordSchema, paperText } from '../../../src/model/index.js';
import { paperOf } from '../papers.js';

const TITLE = 'FooNet: Sparse Attention for Large Language Models';
const ABSTRACT =
  'Large language models (LLMs) are slow. We propose FooNet, which extends BarNet with sparse attention. ' +
  'FooNet outperforms BarNet and GPT-4 on GLUE-X. Unlike GPT, FooNet needs a key-value (KV) cache; the KV cache is small.';

type Entity = Record<string, unknown>;
const entity = (name: string, surfaces: string[], more: Entity = {}): Entity => ({
  name,
  type: 'Technique',
  role: 'studies',
  surfaces,
  sentence: 1,
  ...more,
});
const relation = (from: string, type: string, to: string, evidence: string, kind: string | null = null) => ({
  from,
  type,
  to,
  kind,
  evidence,
});

function recordOf(
  entities: unknown[],
  relations: unknown[] = [],
  title = TITLE,
  abstract = ABSTRACT,
): ExtractionRecord {
  const paper = paperOf(title, abstract);
  const answer = readAnswer(JSON.stringify({ entities, relations }));
  if (answer === undefined) throw new Error('the answer was not read');
  const record = toRecord(paper, toDocument(paperText(paper)), answer);
  ExtractionRecordSchema.parse(record);
  const text = paperText(paper);
  for (const { spans, surfaces } of record.entities) {
    expect([...new Set(spans.map(([a, b]) => text.slice(a, b)))]).toEqual(surfaces);
  }
  for (const { span, evidence } of record.relations) expect(text.slice(...span)).toBe(evidence);
  return record;
}

const foo = entity('FooNet', ['FooNet'], { role: 'introduces', sentence: 2 });
const bar = entity('BarNet', ['BarNet'], { role: 'compares_with', sentence: 3 });

describe('entities', () => {
  it('stand at every place of every form', () => {
    const [llm] = recordOf([
      entity('large language model', ['Large language models', 'LLMs'], { type: 'Concept' }),
    ]).entities;
    expect(llm).toMatchObject({
      name: 'large language model',
      type: 'Concept',
      surfaces: ['Large language models', 'LLMs'],
    });
    expect(llm?.spans).toHaveLength(2);
  });

  it.each([
    ['a surface that is not there', entity('MadeUp', ['MadeUpNet']), []],
    ['a surface inside a longer word', entity('Net', ['Net']), []],
    ['a name with another number', entity('GPT', ['GPT']), [['GPT']]],
    ['a surface with other spaces', entity('sparse attention', ['sparse  attention']), [['sparse attention']]],
    ['a surface in another case', entity('glue-x', ['glue-x']), [['GLUE-X']]],
    ['a surface with another hyphen', entity('GLUE-X', ['GLUE‑X']), [['GLUE-X']]],
    ['the name where no surface is there', entity('GLUE-X', ['the suite']), [['GLUE-X']]],
    ['a surface that is there beside one that is not', entity('GPT-4', ['GPT-4', 'GPT-4-turbo']), [['GPT-4']]],
    ['nothing but a mark', entity('.', ['.']), []],
  ])('%s', (_, one, surfaces) => {
    expect(recordOf([one]).entities.map((found) => found.surfaces)).toEqual(surfaces);
  });

  it.each([
    ['keeps a name made of words of the text', entity('key-value cache', ['KV cache']), 'key-value cache'],
    ['keeps a singular', entity('large language model', ['LLMs']), 'large language model'],
    [
      'takes the text for a name made of what the model knows',
      entity('General Language Understanding Extended', ['GLUE-X']),
      'GLUE-X',
    ],
    ['takes the text for an empty name', entity('', ['sparse attention']), 'sparse attention'],
  ])('%s', (_, one, name) => {
    expect(recordOf([one]).entities.map((found) => found.name)).toEqual([name]);
  });

  it('are one where they have the same name, and take the stronger role', () => {
    const { entities } = recordOf([entity('BarNet', ['BarNet']), { ...bar, name: 'barnet' }]);
    expect(entities.map(({ name, role }) => [name, role])).toEqual([['BarNet', 'compares_with']]);
  });

  it('are one where the text defines one as the acronym of the other', () => {
    const { entities } = recordOf([
      entity('LLM', ['LLMs'], { type: 'Concept' }),
      entity('large language model', ['Large language models'], { type: 'Concept' }),
    ]);
    expect(entities.map(({ name, surfaces }) => [name, surfaces])).toEqual([
      ['large language model', ['Large language models', 'LLMs']],
    ]);
  });

  it('are one where they stand at the same places only', () => {
    const { entities, relations } = recordOf(
      [foo, entity('BarNet', ['BarNet']), entity('BarNet architecture', ['BarNet'])],
      [relation('FooNet', 'BUILDS_ON', 'BarNet architecture', 'extends BarNet')],
    );
    expect(entities.map(({ name }) => name)).toEqual(['FooNet', 'BarNet']);
    expect(relations.map(({ to }) => to)).toEqual(['BarNet']);
  });

  it('leave a longer term alone, unless they stand nowhere else', () => {
    const abstract = 'Cache pruning beats cache. Sink tokens matter.';
    const { entities } = recordOf(
      [
        entity('cache', ['Cache', 'cache']),
        entity('cache pruning', ['Cache pruning']),
        entity('sink', ['Sink']),
        entity('sink token', ['Sink tokens']),
      ],
      [],
      'On caches',
      abstract,
    );
    expect(entities.map(({ name, surfaces }) => [name, surfaces])).toEqual([
      ['cache pruning', ['Cache pruning']],
      ['cache', ['cache']],
      ['sink token', ['Sink tokens']],
      ['sink', ['Sink']],
    ]);
  });

  it.each([
    ['the sentence that the model names', 3, 'FooNet outperforms BarNet and GPT-4 on GLUE-X.'],
    [
      'the first of the abstract where it names one without the entity',
      1,
      'We propose FooNet, which extends BarNet with sparse attention.',
    ],
    [
      'the first of the abstract where it names none',
      -1,
      'We propose FooNet, which extends BarNet with sparse attention.',
    ],
    [
      'the first of the abstract where it names one that is not there',
      99,
      'We propose FooNet, which extends BarNet with sparse attention.',
    ],
    ['the title where it names that', 0, TITLE],
  ])('are shown by %s', (_, sentence, evidence) => {
    const [found] = recordOf([{ ...foo, sentence }]).entities;
    expect(paperText({ title: TITLE, abstract: ABSTRACT }).slice(...(found?.evidence ?? [0, 0]))).toBe(evidence);
  });

  it('keep their offsets where the title was made from the abstract', () => {
    const [found] = recordOf([foo], [], '', ABSTRACT).entities;
    expect(found?.spans[0]?.[0]).toBe(1 + ABSTRACT.indexOf('FooNet'));
  });

  it('are sure by their role alone', () => {
    const { entities } = recordOf([foo, bar]);
    expect(entities.map(({ confidence }) => confidence)).toEqual([0.8, 0.7]);
  });
});

describe('relations', () => {
  const ends = [foo, bar];
  const extending = 'We propose FooNet, which extends BarNet with sparse attention.';
  const beating = 'FooNet outperforms BarNet and GPT-4 on GLUE-X.';

  it.each([
    ['the words that are quoted', 'which extends BarNet', 'which extends BarNet', 0.55],
    ['the words with other spaces and case', 'Which  extends\nbarnet', 'which extends BarNet', 0.55],
    ['the words between dots', '...extends BarNet…', 'extends BarNet', 0.55],
    ['the sentence nearest to words that are not there', 'FooNet, extending BarNet by attention', extending, 0.44],
    ['the sentence nearest to words that name neither', 'with sparse attention', extending, 0.44],
    ['one sentence where the words are two', 'attention. FooNet outperforms BarNet and GPT-4', beating, 0.44],
    ['the shortest sentence with both where nothing is quoted', '', beating, 0.44],
    ['the shortest sentence with both where all words are strange', 'a quite different thing', beating, 0.44],
  ])('have as evidence %s', (_, quote, evidence, confidence) => {
    const { relations } = recordOf(ends, [relation('FooNet', 'BUILDS_ON', 'BarNet', quote, 'extends')]);
    expect(relations).toMatchObject([{ from: 'FooNet', to: 'BarNet', kind: 'extends', evidence, confidence }]);
  });

  it.each([
    ['an end that is no entity', relation('FooNet', 'OUTPERFORMS', 'QuuxNet', 'FooNet outperforms BarNet')],
    ['one end twice', relation('FooNet', 'OUTPERFORMS', 'foonet', 'FooNet outperforms BarNet')],
    ['an unknown type', relation('FooNet', 'LIKES', 'BarNet', 'FooNet outperforms BarNet')],
    ['no words, and no sentence with both', relation('FooNet', 'PART_OF', 'large language model', 'FooNet is a part')],
  ])('are dropped with %s', (_, one) => {
    const entities = [...ends, entity('large language model', ['LLMs'])];
    expect(recordOf(entities, [one]).relations).toEqual([]);
  });

  it('are stated once, and not against each other', () => {
    const { relations } = recordOf(ends, [
      relation('FooNet', 'OUTPERFORMS', 'BarNet', 'FooNet outperforms BarNet'),
      relation('FooNet', 'OUTPERFORMS', 'BarNet', 'outperforms BarNet'),
      relation('BarNet', 'OUTPERFORMS', 'FooNet', 'outperforms BarNet'),
    ]);
    expect(relations.map(({ from, evidence }) => [from, evidence])).toEqual([['FooNet', 'FooNet outperforms BarNet']]);
  });

  it('have a kind only where they are of lineage', () => {
    const { relations } = recordOf(ends, [
      relation('FooNet', 'OUTPERFORMS', 'BarNet', 'outperforms BarNet', 'extends'),
    ]);
    expect(relations[0]).not.toHaveProperty('kind');
  });
});

describe('answers', () => {
  const good = { entities: [foo], relations: [] };
  it.each([
    ['bare', JSON.stringify(good)],
    ['fenced', `Here it is:\n\`\`\`json\n${JSON.stringify(good)}\n\`\`\`\nDone.`],
    ['after thinking aloud', `<think>{"entities": []} maybe?</think>\n${JSON.stringify(good)}`],
    ['in a sentence', `The answer is ${JSON.stringify(good)}.`],
    ['without relations', JSON.stringify({ entities: [foo] })],
    ['with words in another form', JSON.stringify({ entities: [{ ...foo, type: 'technique', role: 'Introduces' }] })],
    ['beside malformed items', JSON.stringify({ entities: [{ name: 1 }, foo, null, 'x'], relations: [{}, 7] })],
  ])('are read %s', (_, content) => {
    expect(readAnswer(content)).toEqual(good);
  });

  it.each([
    ['nothing', ''],
    ['words', 'I cannot do that.'],
    ['half of it', JSON.stringify(good).slice(0, 40)],
    ['another object', '{"foo": 1}'],
    ['items that are all malformed', '{"entities": [{"name": "x"}], "relations": []}'],
  ])('are not read from %s', (_, content) => {
    expect(readAnswer(content)).toBeUndefined();
  });
});

describe('searching', () => {
  it.each([
    ['C', 'C, C++ and C#', [[0, 1]]],
    ['C++', 'C, C++ and C#', [[3, 6]]],
    ['LoRA', 'LoRA-based and QLoRA', [[0, 4]]],
    ['Llama 3', 'Llama 3.1 and Llama 3.', [[14, 21]]],
    ['MoE', 'a moe', []],
    ['(KV) cache', 'the (KV) cache', [[4, 14]]],
    ['$\\alpha$-net', 'an $\\alpha$-net', [[3, 15]]],
  ])('finds %s in %s', (name, text, spans) => {
    expect(new SearchedText(text).mentions(name)).toEqual(spans);
  });
});
