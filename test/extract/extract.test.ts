/** The fast extractor as it is shipped: what holds for any text, and what it reads in plain sentences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_EVIDENCE } from '../../src/extract/evidence.js';
import { createExtractor, EXTRACTOR_NAMES } from '../../src/extract/index.js';
import { type ExtractionRecord, paperText, UsageError } from '../../src/model/index.js';
import { checkRecord, WORDS } from './check-record.js';
import { paperOf } from './papers.js';

const extractor = await createExtractor('fast');
const extract = async (title: string, abstract: string): Promise<ExtractionRecord> =>
  extractor.extract(paperOf(title, abstract));

describe('every record', () => {
  it('keeps its promises on arbitrary text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
        async (title, abstract) => {
          checkRecord(await extract(title, abstract));
        },
      ),
    );
  });

  it('keeps its promises on text that looks like an abstract', async () => {
    const prose = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 120 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(prose, prose, async (title, abstract) => {
        checkRecord(await extract(title, abstract));
      }),
    );
  });

  it('is the same when the paper is read again, whatever was read between', async () => {
    const one = JSON.stringify(
      await extract('FooNet: Better Graphs', 'We propose FooNet, which extends GraphSAGE. It is evaluated on Cora.'),
    );
    await extract('Another', 'We study retrieval-augmented generation (RAG) with BERT.');
    const other = await createExtractor('fast');
    const two = await other.extract(
      paperOf('FooNet: Better Graphs', 'We propose FooNet, which extends GraphSAGE. It is evaluated on Cora.'),
    );
    expect(JSON.stringify(two)).toBe(one);
    expect(other.version).toBe(extractor.version);
  });

  it.each([
    ['one endless word', 'a'.repeat(200_000)],
    ['endless brackets', '('.repeat(50_000)],
    ['brackets around words', '(A (B '.repeat(20_000)],
    ['endless hyphens', 'a-'.repeat(60_000)],
    ['endless slashes and quotes', `${'a/'.repeat(20_000)}${"b'".repeat(20_000)}`],
    ['endless dots', 'e.g. '.repeat(20_000)],
    ['one endless sentence of names', 'GPT-4 outperforms BERT and '.repeat(400)],
    ['digits', '1,'.repeat(50_000)],
  ])('comes to an end on %s', async (_name, abstract) => {
    checkRecord(await extract('', abstract));
  });

  it('counts from the newline when the title was made from the abstract', async () => {
    const { entities } = await extract('', 'LoRA adapts large language models.');
    expect(entities.find((e) => e.name === 'LoRA')?.spans).toEqual([[1, 5]]);
  });
});

describe('entities', () => {
  it('joins an acronym with its long form', async () => {
    const { entities } = await extract(
      '',
      'Large language models (LLMs) hallucinate. We align LLMs by direct preference optimization (DPO), and DPO helps.',
    );
    expect(entities.find((e) => e.surfaces.includes('LLMs'))).toMatchObject({
      name: 'large language model',
      type: 'Concept',
      surfaces: ['Large language models', 'LLMs'],
    });
    expect(entities.find((e) => e.surfaces.includes('DPO'))?.surfaces).toContain('direct preference optimization');
  });

  it.each([
    ['GSM8K', 'Benchmark'],
    ['LLaMA-2-7B', 'Model'],
    ['reinforcement learning', 'Technique'],
    ['catastrophic forgetting', 'Concept'],
  ])('takes %s for a %s', async (name, type) => {
    const { entities } = await extract(
      '',
      `We fine-tune LLaMA-2-7B with reinforcement learning and mitigate catastrophic forgetting. We report results on GSM8K.`,
    );
    expect(entities.find((e) => e.name === name)?.type).toBe(type);
  });
});

describe('roles', () => {
  const title = 'QuxNet: Sparse Attention for Long Documents';
  const abstract =
    'Long documents are hard for Transformers. We propose QuxNet, a sparse attention method. QuxNet is trained with AdamW. We evaluate QuxNet on GLUE and SQuAD. QuxNet outperforms Longformer and BigBird by a large margin.';
  it.each([
    ['QuxNet', 'introduces'],
    ['GLUE', 'evaluates_on'],
    ['SQuAD', 'evaluates_on'],
    ['Longformer', 'compares_with'],
    ['BigBird', 'compares_with'],
    ['AdamW', 'uses'],
  ])('%s: %s', async (name, role) => {
    const { entities } = await extract(title, abstract);
    expect(entities.find((e) => e.name === name)?.role).toBe(role);
  });

  it.each([
    [
      'a known name that "we introduce"',
      'We introduce DeepSeek-R1, a model that learns to reason.',
      'DeepSeek-R1',
      'introduces',
    ],
    ['a name that only qualifies the object', 'We introduce a BERT variant for speech.', 'BERT', 'uses'],
    [
      'the last of a list',
      'We introduce FooNet. It is evaluated on GLUE, SQuAD and LAMBADA.',
      'LAMBADA',
      'evaluates_on',
    ],
    [
      'a list compared with',
      'We introduce FooNet. FooNet is compared with AttnGAN, DM-GAN and DF-GAN.',
      'DF-GAN',
      'compares_with',
    ],
  ])('%s', async (_name, text, name, role) => {
    const { entities } = await extract('', text);
    expect(entities.find((e) => e.name === name)?.role).toBe(role);
  });

  it('shows the sentence that states the role', async () => {
    const record = await extract(title, abstract);
    const shown = (name: string): string =>
      paperText(record.paper).slice(...(record.entities.find((e) => e.name === name)?.evidence ?? [0, 0]));
    expect(shown('QuxNet')).toBe('We propose QuxNet, a sparse attention method.');
    expect(shown('BigBird')).toBe('QuxNet outperforms Longformer and BigBird by a large margin.');
    expect(shown('SQuAD')).toBe('We evaluate QuxNet on GLUE and SQuAD.');
  });

  describe('the evidence', () => {
    const evidenceOf = async (text: string, name: string): Promise<string> => {
      const { entities, paper } = await extract('', text);
      const entity = entities.find((e) => e.name === name || e.surfaces.includes(name));
      return paperText(paper).slice(...(entity?.evidence ?? [0, 0]));
    };

    it('of a benchmark is the first sentence that says so', async () => {
      const text =
        'We propose QuxNet. We evaluate QuxNet on Caltech-101, DTD and EuroSAT. QuxNet achieves state-of-the-art accuracy on EuroSAT.';
      expect(await evidenceOf(text, 'EuroSAT')).toBe('We evaluate QuxNet on Caltech-101, DTD and EuroSAT.');
    });

    const tail = ', and this goes on for a while without saying anything that matters'.repeat(8);

    it('is short in an endless sentence', async () => {
      const text = `We propose QuxNet, which uses LoRA${tail}, and we test it on GLUE${tail}.`;
      const { entities } = await extract('', text);
      expect(entities.length).toBeGreaterThan(1);
      for (const { evidence } of entities) {
        expect((evidence?.[1] ?? 999) - (evidence?.[0] ?? 0)).toBeLessThanOrEqual(LONGEST_EVIDENCE);
      }
    });

    it('keeps the verb on the left of what it is about, and begins in no bracket', async () => {
      const list = 'to keep long documents short, to keep short documents long (as in our earlier study)';
      const text = `We propose QuxNet, ${list}, to run on cheap machines, and to adapt with LoRA${tail}.`;
      expect(await evidenceOf(text, 'LoRA')).toMatch(/^We propose QuxNet, .*LoRA/);
      const far = `We propose QuxNet${tail.slice(0, 300)}, with retrieval-augmented generation (RAG) and LoRA${tail}.`;
      expect(await evidenceOf(far, 'LoRA')).toMatch(/^(?!RAG\)).*LoRA/);
    });
  });
});

describe('createExtractor', () => {
  it('names what there is', () => {
    expect(EXTRACTOR_NAMES).toEqual(['accurate', 'fast', 'llm']);
    expect(extractor.name).toBe('fast');
    expect(extractor.version).toMatch(/^fast-/);
  });
  it.each(['precise', 'toString'])('refuses "%s" and names the remedy', async (name) => {
    await expect(createExtractor(name)).rejects.toThrow(UsageError);
    await expect(createExtractor(name)).rejects.toMatchObject({
      code: 'extractor-unavailable',
      message: expect.stringContaining('accurate, fast, llm'),
    });
  });
});
