/** The suite that every reader passes: known by content, whole in any packing, robust against damage. */
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/read/index.js';
import { readers } from '../../src/read/registry.js';
import { FIXTURES, readAs, readText } from './support.js';

it('every reader of the registry has a fixture', () => {
  expect(FIXTURES.map((fixture) => fixture.reader).sort()).toEqual(readers.map((reader) => reader.name).sort());
});

describe.each(FIXTURES)('$reader', ({ reader, content, papers }) => {
  const expected = papers.map((paper) => ({ authors: [], organizations: [], categories: [], ...paper }));

  it('is known by its content', () => {
    const lines = content.split('\n').filter((line) => line.trim() !== '');
    expect(readers.find((candidate) => candidate.sniff({ text: content, lines, whole: true }))?.name).toBe(reader);
  });

  it('reads its papers, with the lines where they start', async () => {
    expect(await readText(content)).toMatchObject({ papers: expected, faults: [] });
  });

  it.each(['x.pdf', 'x.json', 'noname'])('does not look at the file name %s', async (name) => {
    const result = await readAs(name, content);
    expect(result.papers).toEqual(expected.map((paper) => ({ ...paper, source: { ...paper.source, file: name } })));
  });

  it.each([
    ['Windows line ends', content.replaceAll('\n', '\r\n')],
    ['a byte order mark', `\uFEFF${content}`],
    ['no line end at the end', content.trimEnd()],
    ['gzip', gzipSync(content)],
    ['gzip in two members', Buffer.concat([gzipSync(content.slice(0, 300)), gzipSync(content.slice(300))])],
  ])('reads the same with %s', async (_, variant) => {
    expect(await readText(variant)).toMatchObject({ papers: expected, faults: [] });
  });

  it.each([1, 7])('reads the same in pieces of %d bytes', async (size) => {
    expect((await readText(content, size)).papers).toEqual(expected);
    expect((await readText(gzipSync(content), size)).papers).toEqual(expected);
  });

  it('gives clean text', async () => {
    for (const { abstract, title = '' } of (await readText(content)).papers) {
      expect(cleanText(abstract)).toBe(abstract);
      expect(cleanText(title)).toBe(title);
    }
  });

  it('refuses the record with bytes that are no UTF-8, and keeps the others', async () => {
    const place = content.lastIndexOf(papers.at(-1)?.abstract.slice(0, 30) ?? '');
    const bytes = Buffer.concat([
      Buffer.from(content.slice(0, place)),
      Buffer.from([0xe9, 0x20]),
      Buffer.from(content.slice(place)),
    ]);
    const result = await readText(bytes);
    const line = content.slice(0, place).split('\n').length;
    expect(result.faults).toMatchObject([{ code: 'bad-encoding', file: '-', line }]);
    const untouched = expected.filter((paper) => paper.source.line !== line && paper !== expected.at(-1));
    expect(result.papers).toEqual(untouched);
  });

  it('keeps what stands before the cut of a gzip file', async () => {
    const packed = gzipSync(Buffer.concat([Buffer.from(content), Buffer.from(noise(4_000))]));
    const faultless = await readText(gzipSync(content));
    for (const length of [12, 30, packed.length >> 2, packed.length >> 1, packed.length - 9, packed.length - 1]) {
      const { papers: kept, faults } = await readText(packed.subarray(0, length));
      expect(faults.at(-1)).toMatchObject({ code: 'truncated-gzip', file: '-', line: expect.any(Number) });
      for (const paper of kept) expect(faultless.papers.map((whole) => whole.title)).toContain(paper.title);
    }
  });

  it('stands any damage: ends, throws nothing, and gives each fault a file and a line', async () => {
    const damage = fc.record({
      from: fc.nat(content.length),
      length: fc.nat(80),
      put: fc.oneof(
        fc.string(),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\n', '"', '{', '}', 'Abstract:', '@', '\\', '$'),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 4 }), async (all) => {
        let text = content;
        for (const { from, length, put } of all) text = text.slice(0, from) + put + text.slice(from + length);
        for (const item of (await readText(text)).items) {
          if (item.kind === 'fault') expect(item.fault.file).toBe('-');
          if (item.kind === 'paper') {
            expect(item.paper.source.line).toBeGreaterThan(0);
            expect(cleanText(item.paper.abstract)).toBe(item.paper.abstract);
          }
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

/** Text that gzip cannot shrink much, so that a cut falls inside it or before. */
function noise(length: number): string {
  let state = 1;
  let text = '\n\n';
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += String.fromCharCode(97 + (state % 26));
  }
  return `${text}\n`;
}
