/** Every reader on anything: fixtures that were damaged at random, bytes, and papers written in each format and read back. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SourcePaper } from '../../src/model/index.js';
import { TimeLimitError, withinTime } from '../../src/model/time-limit.js';
import { isLong, runs } from '../support/effort.js';
import { checkResult } from './check-result.js';
import { ABSTRACTS, FIXTURES, readText, TITLES } from './support.js';

/** Signs that mean something to one format or another, and some that mean too much. */
const SIGNS = [
  '{', '}', '[', ']', '(', ')', '"', "'", '`', '\\', '$', '^', '_', '~', '%', '#', '@', '&', '<', '>', ',', ';', ':', '=',
  '\n', '\r', '\t', '\u2028', '\0', '\uFEFF', '\uD800', '\u0301', '😀', 'ﷺ', '\\frac{', '\\textbf{', '&amp;', '&#x41;',
  '<sub>', 'Abstract:', 'TY  - ', 'ER  - ', '@misc{', '@string{a = a # a}', '"abstract": ', 'null', '1e999', '---', '•', '·',
]; // biome-ignore format: a table

const damage = fc.oneof(
  fc.constantFrom(...SIGNS),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.tuple(fc.constantFrom(...SIGNS), fc.integer({ min: 1, max: 3_000 })).map(([sign, times]) => sign.repeat(times)),
);

/** Cuts, repetitions and insertions at places that are parts of the length. */
const damages = fc.array(
  fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat({ max: 60 }), put: damage }),
  { minLength: 1, maxLength: 5 },
);

function damaged(content: string, changes: readonly { at: number; cut: number; put: string }[]): string {
  let text = content;
  for (const { at, cut, put } of changes) {
    const place = Math.floor(at * text.length);
    text = text.slice(0, place) + put + text.slice(place + cut);
  }
  return text;
}

describe.each(FIXTURES)('$reader, damaged', ({ content }) => {
  it('gives papers and faults, whatever was done to it', async () => {
    await fc.assert(
      fc.asyncProperty(damages, async (changes) => {
        const text = damaged(content, changes);
        const result = await readText(text);
        checkResult(result);
        expect(await readText(text, 13)).toEqual(result);
      }),
      runs(30),
    );
  });
});

describe('bytes', () => {
  it('of any kind give papers and faults', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3_000 }), async (bytes) =>
        checkResult(await readText(Buffer.from(bytes))),
      ),
      runs(50),
    );
  });

  it('of a gzip file that was damaged anywhere give what came before', async () => {
    const packed = gzipSync(FIXTURES.map(({ content }) => content).join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: packed.length - 1 }), fc.nat({ max: 255 }), async (place, byte) => {
        const bytes = Buffer.from(packed);
        bytes[place] = byte;
        checkResult(await readText(bytes));
      }),
      runs(50),
    );
  });
});

/** Words without any sign that a format gives a meaning to. */
const word = fc
  .stringMatching(/^[A-Z]?[a-z]{2,9}$/)
  .filter((text) => !/^(?:and|others|abstract|title|date)$/i.test(text));
const phrase = (least: number, most: number) =>
  fc.array(word, { minLength: least, maxLength: most }).map((words) => words.join(' '));
const written = fc.record({
  title: phrase(2, 8).map((text) => `T${text}`),
  abstract: phrase(20, 60).map((text) => `We show ${text}.`),
  authors: fc.uniqueArray(
    // Not with an A: "And" would part two authors of BibTeX.
    fc.tuple(word, word).map(([first, last]) => `Z${first} B${last}`),
    { minLength: 1, maxLength: 4 },
  ),
  year: fc.integer({ min: 1950, max: 2030 }).map(String),
  doi: fc.stringMatching(/^10\.[1-9]\d{3}\/[a-z0-9]{3,12}$/),
});
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

const WRITERS: Record<string, (paper: Written) => string> = {
  'JSON lines': ({ year, ...paper }) => `${JSON.stringify({ ...paper, date: year })}\n`,
  BibTeX: ({ title, abstract, authors, year, doi }) =>
    `@article{key, title = {${title}}, abstract = {${abstract}}, author = {${authors.join(' and ')}}, year = ${year}, doi = {${doi}}}\n`,
  RIS: ({ title, abstract, authors, year, doi }) =>
    `TY  - JOUR\nTI  - ${title}\n${authors.map((name) => `AU  - ${name}\n`).join('')}PY  - ${year}\nDO  - ${doi}\nAB  - ${abstract}\nER  - \n`,
  CSV: ({ title, abstract, authors, year, doi }) => `"${title}","${abstract}",${authors.join('; ')},${year},${doi}\n`,
};

it.each(Object.entries(WRITERS))('papers written as %s are read as they were', async (name, write) => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 4 }), async (papers) => {
      const head = name === 'CSV' ? 'title,abstract,authors,year,doi\n' : '';
      const { papers: found, faults } = await readText(head + papers.map(write).join(''));
      expect(faults).toEqual([]);
      const told = ({ title, abstract, authors, date, doi }: SourcePaper) => ({
        title,
        abstract,
        authors,
        year: date,
        doi,
      });
      expect(found.map(told)).toEqual(papers);
    }),
    runs(30),
  );
});

describe('what is made to take all time or all memory', () => {
  const good = JSON.stringify({ id: '2506.00001', title: TITLES[0], abstract: ABSTRACTS[0] });
  const long = 5_000_000;

  it.each([
    ['a DOI of commas', { doi: `10.1/${','.repeat(long)}x` }],
    ['an address of dots', { url: `https://${'.'.repeat(long)} ` }],
    ['a date of digits', { date: '1'.repeat(long) }],
    ['an id of slashes', { id: '/'.repeat(long) }],
    ['names of commas', { authors: ','.repeat(long) }],
    ['names of accents', { authors: "\\'".repeat(long / 2) }],
    ['one name of opened fractions', { authors: ['\\frac{'.repeat(long / 6)] }],
    ['a hundred thousand names', { authors: Array.from({ length: 100_000 }, (_, i) => `A${i}`) }],
    ['subjects of semicolons', { categories: `a${';'.repeat(long)}` }],
    ['a title of braces', { title: '{'.repeat(long) }],
  ])('%s', async (_, fields) => {
    const { papers } = await readText(
      `${JSON.stringify({ id: '2506.00002', abstract: ABSTRACTS[1], ...fields })}\n${good}`,
    );
    expect(papers.map(({ abstract }) => abstract)).toEqual([ABSTRACTS[1], ABSTRACTS[0]]);
  });

  it('JSON within JSON', async () => {
    const deep = `${'{"a":['.repeat(500_000)}1${']}'.repeat(500_000)}`;
    const { papers, faults } = await readText(
      `{"id":"x","abstract":"${ABSTRACTS[1]}","more":${deep}}\n${good}\n${deep}`,
    );
    expect([papers.length, faults.length]).toEqual([2, 1]);
  });

  it('abbreviations of BibTeX that stand for one another', async () => {
    const laughs = Array.from({ length: 40 }, (_, i) => `@string{a${i + 1} = a${i} # a${i} # a${i}}`);
    const text = `@string{a0 = "ha"}\n${laughs.join('\n')}\n@misc{x, title = a40, abstract = {${ABSTRACTS[0]}}}\n`;
    const { papers, faults } = await readText(text);
    expect(papers.map(({ abstract }) => abstract)).toEqual([ABSTRACTS[0]]);
    expect(faults[0]).toMatchObject({ code: 'bad-record', line: 8 });
  });

  it('a packed file that grows beyond measure is left, and what came before is kept', async () => {
    const zeros = Buffer.from(`${' '.repeat(999_999)}\n`);
    const bomb = gzipSync(Buffer.concat([Buffer.from(`${good}\n`), ...Array.from({ length: 250 }, () => zeros)]), {
      level: 9,
    });
    const { papers, faults } = await readText(bomb, 1 << 14);
    expect(papers).toHaveLength(1);
    expect(faults).toMatchObject([{ code: 'gzip-bomb' }]);
  });

  it('a parser that does not come to an end is ended', () => {
    expect(() => withinTime(50, () => { for (;;); })).toThrow(TimeLimitError);
    expect(() => withinTime(50, () => /^(a+)+$/.test(`${'a'.repeat(50)}b`))).toThrow(TimeLimitError);
    expect(withinTime(10_000, () => 7)).toBe(7);
  }); // biome-ignore format: an endless loop

  it.runIf(isLong)('an entry of BibTeX that its parser cannot be done with costs its time and itself', async () => {
    const text = `@misc{${'@'.repeat(150_000)}, abstract={${ABSTRACTS[0]}}}\n@misc{b, abstract={${ABSTRACTS[1]}}}\n`;
    const { papers, faults } = await readText(text);
    expect(papers).toHaveLength(1);
    expect(faults).toMatchObject([
      { code: 'bad-record', line: 1, message: expect.stringContaining('longer than 10 s') },
    ]);
  });
});
