/** The accurate extractor as it is shipped, and the parts that only it has. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { encode, LONGEST_WINDOW } from '../../src/extract/accurate/encoding.js';
import { loadAccurate } from '../../src/extract/accurate/load.js';
import { BEGIN, END, UNKNOWN, WordPieces } from '../../src/extract/accurate/word-pieces.js';
import { createExtractor } from '../../src/extract/index.js';
import { EMPTY_LEXICON } from '../../src/extract/lexicon.js';
import { read } from '../../src/extract/reading.js';
import { shippedFolder } from '../../src/extract/shipped-folder.js';
import type { ExtractionRecord } from '../../src/model/index.js';
import { checkRecord, WORDS } from './check-record.js';
import { paperOf } from './papers.js';

const extractor = await createExtractor('accurate');
const extract = async (title: string, abstract: string): Promise<ExtractionRecord> =>
  extractor.extract(paperOf(title, abstract));
afterAll(() => extractor.close());

describe('every record', () => {
  it('keeps its promises on arbitrary text', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(text, async (abstract) => checkRecord(await extract('', abstract))),
      { numRuns: 40 },
    );
  });

  it('keeps its promises on text that looks like an abstract', async () => {
    const prose = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 120 }).map((words) => words.join(' '));
    await fc.assert(
      fc.asyncProperty(prose, prose, async (title, abstract) => checkRecord(await extract(title, abstract))),
      { numRuns: 40 },
    );
  });

  it('is the same, whatever is read before it and at the same time', async () => {
    const abstract = 'We propose FooNet, a graph neural network. It extends GraphSAGE and is evaluated on ImageNet.';
    const alone = JSON.stringify(await extract('FooNet', abstract));
    const [, together] = await Promise.all([
      extract('On sorting', 'Merge sort is stable. Quicksort is not.'),
      extract('FooNet', abstract),
    ]);
    expect(JSON.stringify(together)).toBe(alone);
  });

  it('reads a text that is longer than one window to its end', async () => {
    const filler = 'The quick brown fox jumps over the lazy dog while nobody looks. '.repeat(60);
    const record = await extract('BarNet', `${filler}We propose BarNet and evaluate it on ImageNet.`);
    checkRecord(record);
    expect(record.entities.map((e) => e.name)).toEqual(expect.arrayContaining(['BarNet', 'ImageNet']));
  });

  it('has nothing to say of a text without words', async () => {
    const { entities, relations } = await extract('', '... --- ...');
    expect(entities).toEqual([]);
    expect(relations).toEqual([]);
  });
});

describe('plain statements', () => {
  it('knows what is introduced, what it builds on, and on what it is tested', async () => {
    const { entities, relations } = await extract(
      'FooFormer: Faster Transformers for Machine Translation',
      'We introduce FooFormer, a sequence model that extends the Transformer with sparse attention. FooFormer outperforms BERT on the GLUE benchmark.',
    );
    const role = (name: string): string | undefined => entities.find((e) => e.name === name)?.role;
    expect(role('FooFormer')).toBe('introduces');
    expect(role('GLUE')).toBe('evaluates_on');
    expect(role('BERT')).toBe('compares_with');
    expect(relations.map(({ from, type, to }) => `${from} ${type} ${to}`)).toEqual(
      expect.arrayContaining(['FooFormer OUTPERFORMS BERT']),
    );
  });
});

describe('word pieces', () => {
  const words = new WordPieces(['[PAD]', 'we', 'token', '##iz', '##er', '-', 'é', 'e', 'cafe', '日', 'x', '[UNK]']);
  it.each([
    ['We', [1]],
    ['tokenizer', [2, 3, 4]],
    ['Token-tokenizer', [2, 5, 2, 3, 4]],
    ['Café', [8]],
    ['日x', [9, 10]],
    ['unseen', [UNKNOWN]],
    ['-', [5]],
    ['\u0301', [UNKNOWN]],
    ['x'.repeat(101), [UNKNOWN]],
  ])('of "%s"', (word, ids) => {
    expect(words.of(word)).toEqual(ids);
    expect(words.of(word)).toEqual(ids);
  });
});

describe('the encoding', () => {
  const letters = new WordPieces([...'abcdefghijklmnopqrstuvwxyz0123456789'].flatMap((c) => [c, `##${c}`]));
  it('gives every token its pieces, in windows that the encoder can read', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 160 });
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        const reading = read(`\n${sentences.map((s) => `A${s.join(' ')}.`).join(' ')}`, EMPTY_LEXICON);
        const { ids, forms, ends, first, last } = encode(reading, letters);
        expect(forms.length).toBe(ids.length);
        expect(ends.at(-1)).toBe(ids.length);
        let begin = 0;
        for (const end of ends) {
          expect(end - begin).toBeLessThanOrEqual(LONGEST_WINDOW);
          expect([ids[begin], ids[end - 1]]).toEqual([BEGIN, END]);
          begin = end;
        }
        reading.tokens.forEach((token, i) => {
          expect(ids.slice(first[i], (last[i] as number) + 1)).toEqual([...letters.of(token.text)]);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('a network that is not whole', () => {
  it.each(['encoder.onnx', 'settings.json', 'vocabulary.txt'])('is refused by name: %s', async (file) => {
    const folder = mkdtempSync(join(tmpdir(), 'stemma-network-'));
    try {
      cpSync(shippedFolder('network'), folder, { recursive: true });
      if (file === 'vocabulary.txt') rmSync(join(folder, file));
      else writeFileSync(join(folder, file), '{');
      await expect(loadAccurate({ folder })).rejects.toMatchObject({
        code: 'no-network',
        message: expect.stringContaining(folder),
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
