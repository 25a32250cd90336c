/** Bad input: a message with file and line, the good records kept, no crash, no hang, no memory filled. */
import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/index.js';
import { type ReadItem, readInputs } from '../../src/read/index.js';
import { ABSTRACTS, AS_OF, collect, readAs, readText, TITLES, withFolder } from './support.js';

const good = (id: number) => JSON.stringify({ id: `2506.0000${id}`, title: TITLES[0], abstract: ABSTRACTS[0] });
/** So many lines; 2,000 of them are more than is read ahead. */
const many = (count: number) =>
  Array.from(
    { length: count },
    (_, n) => `${JSON.stringify({ title: `${TITLES[0]} ${n}`, abstract: ABSTRACTS[0] })}\n`,
  ).join('');
const isRoot = process.getuid?.() === 0;

describe('a file that holds no papers', () => {
  it.each([
    ['nothing', '', 'empty-file', undefined],
    ['blank lines', '\n\n  \n', 'empty-file', undefined],
    ['an empty gzip', gzipSync(''), 'empty-file', undefined],
    ['every byte there is', Buffer.from(Array.from({ length: 10_240 }, (_, i) => i % 256)), 'not-text', 1],
    ['packed junk', gzipSync(Buffer.from(Array.from({ length: 10_240 }, (_, i) => i % 256))), 'not-text', 1],
    ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'not-text', 1],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004\u0014\u0000'), 'not-text', 1],
    ['UTF-16', Buffer.from('\uFEFFAbstract: we', 'utf16le'), 'not-text', 1],
    ['two words', 'hello there\n', 'unknown-format', 1],
    ['a list of names', 'Ann Lee, Bo Roe, Cy Poe, Di Moe, '.repeat(9), 'unknown-format', 1],
    ['a program', 'import os\nfor x in range(10):\n    print(x)\n'.repeat(9), 'unknown-format', 1],
    ['a page of HTML', `<html><body><p>${ABSTRACTS[0]}</p></body></html>`, 'unknown-format', 1],
    ['one JSON array', '[\n  {\n    "id": "x"\n  }\n]', 'unknown-format', 1],
    ['a header alone', 'title,abstract\n', 'no-paper', undefined],
    ['BibTeX without an entry', '@comment{nothing here}\n@string{a = "b"}\n', 'no-paper', undefined],
  ])('%s', async (_, content, code, line) => {
    const { papers, faults } = await readAs('in.dat', content);
    expect(papers).toEqual([]);
    expect(faults).toMatchObject([{ code, file: 'in.dat', ...(line === undefined ? {} : { line }) }]);
    expect(faults[0]?.message).toMatch(/: /);
  });
});

describe('JSON lines', () => {
  it('names the broken lines and keeps the others', async () => {
    const lines = [
      good(1),
      '{"id": "2506.00002", "title": "No abstract"}',
      '{"id": broken',
      '',
      '[1, 2]',
      '{"id": "2506.00003", "abstract": 7}',
      '{"id": "2506.00004", "abstract": "  "}',
      '{"paper": {"id": "arxiv:1"}, "entities": []}',
      good(5),
    ];
    const { papers, faults } = await readAs('good.jsonl', lines.join('\n'));
    expect(papers.map((paper) => [paper.arxiv, paper.source.line])).toEqual([
      ['2506.00001', 1],
      ['2506.00005', 9],
    ]);
    expect(faults.map(({ code, line }) => [code, line])).toEqual([
      ['no-abstract', 2],
      ['bad-json', 3],
      ['bad-record', 5],
      ['bad-record', 6],
      ['no-abstract', 7],
      ['bad-record', 8],
    ]);
    expect(faults[3]?.message).toContain('abstract');
  });

  it('skips lines longer than 10 MB, at the start and between', async () => {
    const long = JSON.stringify({ id: '2506.00009', abstract: 'ab '.repeat(3_400_000) });
    const { papers, faults } = await readText([long, good(1), 'x'.repeat(10_000_001), good(2), long].join('\n'));
    expect(papers.map((paper) => [paper.arxiv, paper.source.line])).toEqual([
      ['2506.00001', 2],
      ['2506.00002', 4],
    ]);
    expect(faults.map(({ code, line }) => [code, line])).toEqual([
      ['line-too-long', 1],
      ['line-too-long', 3],
      ['line-too-long', 5],
    ]);
  });

  it('refuses an abstract that is none, because of its length', async () => {
    const { papers, faults } = await readText(
      `${JSON.stringify({ id: '2506.00009', abstract: 'ab '.repeat(300_000) })}\n${good(1)}`,
    );
    expect(papers).toHaveLength(1);
    expect(faults).toMatchObject([{ code: 'bad-record', line: 1 }]);
  });

  it('holds nothing of an endless line', () => {
    // A process of its own with a small heap: 600 MB of one line, then a good record.
    const script = `
      import { Readable } from 'node:stream';
      import { readInputs } from './src/read/index.ts';
      async function* bytes() {
        yield Buffer.from('{"id": "x", "abstract": "');
        for (let i = 0; i < 600; i++) yield Buffer.alloc(1_000_000, 97);
        yield Buffer.from('"}\\n' + ${JSON.stringify(good(1))});
      }
      const found = [];
      for await (const item of readInputs(['-'], { asOf: '${AS_OF}', stdin: Readable.from(bytes()) })) found.push(item.kind);
      const { maxRSS } = process.resourceUsage();
      console.log(JSON.stringify({ found, megabytes: maxRSS / 1024 }));
    `;
    const out = execFileSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--max-old-space-size=64', '-e', script],
      {
        encoding: 'utf8',
      },
    );
    const { found, megabytes } = JSON.parse(out.trim().split('\n').at(-1) ?? '') as {
      found: string[];
      megabytes: number;
    };
    expect(found).toEqual(['fault', 'paper']);
    expect(megabytes).toBeLessThan(350);
  });
});

describe('a broken record costs itself alone', () => {
  it.each([
    ['BibTeX', `@misc{a, title={x}, abstract={${ABSTRACTS[0]}}}\n@misc{b, title={open, abstract={${ABSTRACTS[1]}}\n@misc{c, title={No abstract}}\n@misc{d, abstract={${ABSTRACTS[2]}}}\n`, [1, 4], [['bad-record', 2], ['no-abstract', 3]]],
    ['RIS', `TY  - JOUR\nTI  - None\nER  - \nTY  - JOUR\nAB  - ${ABSTRACTS[0]}\nER  - \n`, [4], [['no-abstract', 1]]],
    ['CSV', `title,abstract\nNone,\nSome,"${ABSTRACTS[0]}"\nshort\nOpen,"${ABSTRACTS[1]}\n`, [3], [['no-abstract', 2], ['no-abstract', 4], ['bad-record', 5]]],
    ['a listing', `Abstract:${ABSTRACTS[0]}\nAbstract: \nAbstract:${ABSTRACTS[1]}`, [1, 3], [['no-abstract', 2]]],
  ] as const)('%s', async (_, content, lines, faults) => {
    const result = await readText(content);
    expect(result.papers.map((paper) => paper.source.line)).toEqual(lines);
    expect(result.faults.map(({ code, line }) => [code, line])).toEqual(faults);
  }); // biome-ignore format: a table
});

describe('gzip', () => {
  it('keeps the papers before the cut and says where it is', async () => {
    const lines = Array.from({ length: 400 }, (_, i) =>
      JSON.stringify({ id: `2506.${10_000 + i}`, abstract: `${ABSTRACTS[0]} ${Math.sin(i)} ${Math.cos(i)}` }),
    );
    const packed = gzipSync(lines.join('\n'));
    const { papers, faults } = await readText(packed.subarray(0, packed.length >> 1));
    expect(papers.length).toBeGreaterThan(100);
    expect(papers.map((paper) => paper.arxiv)).toEqual(papers.map((_, i) => `2506.${10_000 + i}`));
    expect(faults).toMatchObject([{ code: 'truncated-gzip', line: papers.length + 1 }]);
  });

  it('reports damage in the middle', async () => {
    const packed = gzipSync(
      Array.from({ length: 400 }, (_, i) => good(1).replace('Fern', `F${Math.sin(i)}`)).join('\n'),
    );
    packed.fill(0xff, packed.length >> 1, (packed.length >> 1) + 40);
    expect((await readText(packed)).faults.at(-1)).toMatchObject({ code: 'truncated-gzip' });
  });

  it('is content with a beginning that holds no line', async () => {
    expect((await readText(gzipSync(good(1)).subarray(0, 15))).faults).toMatchObject([
      { code: 'truncated-gzip', line: 1 },
    ]);
  });
});

describe('places', () => {
  it('a missing file is an error that names it, before anything is read', async () => {
    const reading = collect(readInputs(['-', 'no/such.txt'], { asOf: AS_OF, stdin: Readable.from([good(1)]) }));
    await expect(reading).rejects.toBeInstanceOf(InputError);
    await expect(reading).rejects.toMatchObject({
      code: 'missing-file',
      message: expect.stringContaining('no/such.txt'),
    });
  });

  it('a folder is walked in the order of names, hidden files left out, what cannot be read reported', async () => {
    await withFolder(async (folder) => {
      await mkdir(join(folder, 'b', 'deep'), { recursive: true });
      await writeFile(join(folder, 'c.jsonl'), good(3));
      await writeFile(join(folder, 'b', 'deep', 'x'), good(2));
      await writeFile(join(folder, 'B'), good(1));
      await writeFile(join(folder, '.hidden'), good(9));
      await symlink(join(folder, 'b'), join(folder, 'b', 'again'));
      await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
      const { papers, faults } = await collect(readInputs([`${folder}/`], { asOf: AS_OF }));
      expect(papers.map((paper) => paper.source.file)).toEqual([
        `${folder}/B`,
        `${folder}/b/deep/x`,
        `${folder}/c.jsonl`,
      ]);
      expect(faults).toMatchObject([{ code: 'unreadable', file: `${folder}/dangling` }]);
    });
  });

  it('an empty folder is a fault, not an error', async () => {
    await withFolder(async (folder) => {
      expect((await collect(readInputs([folder], { asOf: AS_OF }))).items).toMatchObject([
        { kind: 'fault', fault: { code: 'no-paper', file: folder } },
      ]);
    });
  });

  it.skipIf(isRoot)('a file without permission is a fault (skipped as root, who may read everything)', async () => {
    await withFolder(async (folder) => {
      await writeFile(join(folder, 'a.jsonl'), good(1));
      await writeFile(join(folder, 'b.jsonl'), good(2));
      await chmod(join(folder, 'a.jsonl'), 0);
      const { papers, faults } = await collect(readInputs([folder], { asOf: AS_OF }));
      expect(papers).toHaveLength(1);
      expect(faults).toMatchObject([{ code: 'unreadable', file: `${folder}/a.jsonl` }]);
    });
  });

  it('a source that fails in the middle is a fault with the line; what came before is kept', async () => {
    async function* failing() {
      yield Buffer.from(`${good(1)}\n${good(2)}`);
      throw new Error('the disk is gone');
    }
    const { papers, faults } = await collect(readInputs(['-'], { asOf: AS_OF, stdin: Readable.from(failing()) }));
    expect(papers).toHaveLength(1);
    expect(faults).toMatchObject([
      { code: 'unreadable', file: '-', line: 2, message: expect.stringContaining('the disk is gone') },
    ]);
  });

  it.each([
    ['added to', (file: string) => appendFile(file, many(1))],
    ['overwritten', (file: string) => writeFile(file, many(1))],
  ])('a file that is %s while it is read says so, and what was read is kept', async (_, change) => {
    await withFolder(async (folder) => {
      const file = join(folder, 'a.jsonl');
      await writeFile(file, many(2_000));
      const items: ReadItem[] = [];
      for await (const item of readInputs([file], { asOf: AS_OF })) {
        if (items.length === 0) await change(file);
        items.push(item);
      }
      expect(items[0]).toMatchObject({ kind: 'paper' });
      expect(items.at(-1)).toMatchObject({ kind: 'fault', fault: { code: 'changed', file } });
    });
  });

  it('a file in whose place another is put while it is read is read to its own end', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'a.jsonl');
      await writeFile(file, many(2_000));
      let papers = 0;
      for await (const item of readInputs([file], { asOf: AS_OF })) {
        if (papers++ === 0) {
          await writeFile(join(folder, 'b'), many(1));
          await rename(join(folder, 'b'), file);
        }
        expect(item.kind).toBe('paper');
      }
      expect(papers).toBe(2_000);
    });
  });

  it('an input named twice is read once', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'a');
      await writeFile(file, good(1));
      expect((await collect(readInputs([file, file], { asOf: AS_OF }))).papers).toHaveLength(1);
    });
  });

  it('stopping early closes the file', async () => {
    await withFolder(async (folder) => {
      const file = join(folder, 'a');
      await writeFile(file, Array.from({ length: 50_000 }, () => good(1)).join('\n'));
      for await (const item of readInputs([file], { asOf: AS_OF })) {
        expect(item.kind).toBe('paper');
        break;
      }
    });
  });
});
