/** Merging the same paper from several sources. */
import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExtractionRecord,
  ExtractionRecordSchema,
  foldAbstract,
  type Paper,
  PaperSchema,
  paperText,
  type SourcePaper,
} from '../../src/model/index.js';
import { type MergedPaper, mergePapers } from '../../src/resolve/index.js';
import type { PaperInput } from '../../src/resolve/papers.js';
import { withFolder } from '../read/support.js';

const LONG =
  'We introduce FernNet, a small recurrent network that predicts the height of ferns from rainfall alone, and test it on MossBench.';
const OTHER =
  'Counting pebbles by hand is slow. We describe PebbleCount, which combines a camera, a sieve and a decision tree, all of them old.';

function paper(fields: Partial<SourcePaper> = {}, line = 1): PaperInput {
  return {
    kind: 'paper',
    paper: { abstract: LONG, authors: [], organizations: [], categories: [], source: { file: 'a', line }, ...fields },
  };
}

function record(fields: Partial<Paper> = {}): PaperInput {
  const whole = PaperSchema.parse({
    id: 'text:0123456789abcdef', title: 'Made', titleFrom: 'abstract', abstract: LONG,
    authors: [], organizations: [], categories: [], sources: [{ file: 'r', line: 1 }], ...fields,
  }); // biome-ignore format: as in the design
  const start = paperText(whole).indexOf('FernNet');
  const span = [start, start + 'FernNet'.length];
  return {
    kind: 'record',
    source: { file: 'records', line: 1 },
    record: ExtractionRecordSchema.parse({
      paper: whole,
      entities: [
        {
          name: 'FernNet',
          type: 'Technique',
          role: 'introduces',
          surfaces: ['FernNet'],
          spans: [span],
          evidence: span,
          confidence: 0.9,
        },
      ],
      relations: [{ from: 'FernNet', type: 'PART_OF', to: 'FernNet', evidence: 'FernNet', span, confidence: 0.5 }],
    }),
  };
}

async function merge(items: readonly PaperInput[]) {
  return withFolder(async (tempDir) => {
    async function* stream() {
      yield* items;
    }
    const faults: string[] = [];
    let read = 0;
    const merged = await mergePapers(stream(), {
      tempDir,
      onFault: (fault) => faults.push(fault.message),
      onRead: (n) => (read = n),
    });
    const all: MergedPaper[] = [];
    for await (const item of merged.items()) all.push(item);
    merged.close();
    expect(await readdir(tempDir)).toEqual([]);
    expect(merged).toMatchObject({ read, count: all.length, merged: read - all.length });
    return { all, faults, papers: all.map((item) => (item.kind === 'paper' ? item.paper : item.record.paper)) };
  });
}

describe('the same paper', () => {
  it.each([
    ['same arXiv number', [{ arxiv: '2506.00001' }, { arxiv: '2506.00001', abstract: OTHER }], 1],
    ['same DOI', [{ doi: '10.1/a' }, { doi: '10.1/a', abstract: OTHER }], 1],
    ['same abstract, other case and space', [{}, { abstract: LONG.toUpperCase().replaceAll(' ', '  ') }], 1],
    ['another abstract', [{}, { abstract: OTHER }], 2],
    ['by way of a third', [{ arxiv: '2506.00001', abstract: OTHER }, { doi: '10.1/a' }, { arxiv: '2506.00001', doi: '10.1/a', abstract: `${OTHER} More.` }], 1],
    ['a notice shared by different papers', [{ arxiv: '2506.00001', abstract: 'This paper has been withdrawn.' }, { arxiv: '2506.00002', abstract: 'This paper has been withdrawn.' }], 2],
    ['an abstract in Greek and one with names', [{ abstract: `${LONG} β-VAE` }, { abstract: `${LONG} beta-VAE` }], 1],
    ['abstracts in a script without Latin letters', [{ abstract: '我们介绍一种方法' }, { abstract: '我们介绍另一种方法' }], 2],
  ] as [string, Partial<SourcePaper>[], number][])('%s', async (_, fields, count) => {
    expect((await merge(fields.map((one, i) => paper(one, i + 1)))).papers).toHaveLength(count);
  }); // biome-ignore format: a table
});

describe('the merged paper', () => {
  it('has the titled record, its gaps filled, and all sources', async () => {
    const { papers } = await merge([
      paper({ authors: ['Ann Lee'], date: '2025', source: { file: 'b', line: 10 } }),
      paper({ title: 'Ferns', arxiv: '2506.00001', date: '2025-06', source: { file: 'b', line: 9 } }),
      paper({ organizations: ['Oak'], date: '2025-06-02', categories: ['cs.CL'], source: { file: 'a', line: 3 } }),
      paper({ source: { file: 'a', line: 3 } }),
    ]);
    expect(papers).toEqual([
      {
        id: 'arxiv:2506.00001', title: 'Ferns', abstract: LONG, authors: ['Ann Lee'], organizations: ['Oak'], date: '2025-06-02',
        categories: ['cs.CL'], url: 'https://arxiv.org/abs/2506.00001',
        sources: [{ file: 'a', line: 3 }, { file: 'b', line: 9 }, { file: 'b', line: 10 }],
      },
    ]); // biome-ignore format: one paper
  });

  it('is called by arXiv number, else DOI, else a hash of the folded abstract', async () => {
    const { papers } = await merge([
      paper({ doi: '10.1/a', arxiv: '2506.1' }),
      paper({ doi: '10.1/b', abstract: OTHER }),
      paper({ abstract: `${OTHER} Yes.` }),
    ]);
    expect(papers.map(({ id }) => id)).toEqual([
      'arxiv:2506.1',
      'doi:10.1/b',
      expect.stringMatching(/^text:[0-9a-f]{16}$/),
    ]);
  });

  it('has a title of its own making where no source has one', async () => {
    const { papers } = await merge([paper()]);
    expect(papers).toMatchObject([{ title: 'FernNet: a small recurrent network', titleFrom: 'abstract' }]);
    expect(PaperSchema.safeParse(papers[0]).success).toBe(true);
  });

  it('passes faults on', async () => {
    expect((await merge([{ kind: 'fault', fault: { code: 'bad-json', message: 'x', file: 'a' } }])).faults).toEqual([
      'x',
    ]);
  });
});

describe('extraction records', () => {
  const fits = ({ paper: of, entities, relations }: ExtractionRecord) => {
    const text = paperText(of);
    for (const { spans, surfaces } of entities)
      expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(surfaces);
    for (const { span, evidence } of relations) expect(text.slice(...span)).toBe(evidence);
  };

  it('are kept and not extracted again, with what other sources add', async () => {
    const { all } = await merge([paper({ arxiv: '2506.00001', date: '2025' }), record()]);
    expect(all).toMatchObject([
      {
        kind: 'record',
        record: {
          paper: {
            id: 'arxiv:2506.00001',
            date: '2025',
            titleFrom: 'abstract',
            sources: [{ file: 'a' }, { file: 'r' }],
          },
        },
      },
    ]);
  });

  it('move on by a title that they lacked', async () => {
    const { all } = await merge([record(), paper({ title: 'Ferns and Rain' })]);
    expect(all).toHaveLength(1);
    for (const item of all) {
      if (item.kind !== 'record') throw new Error('a record was expected');
      expect(item.record.paper).toMatchObject({ title: 'Ferns and Rain' });
      expect(item.record.paper.titleFrom).toBeUndefined();
      fits(item.record);
    }
  });

  it('of one paper are one: the titled', async () => {
    const { all } = await merge([
      record(),
      record({ title: 'Ferns', titleFrom: undefined, id: PaperSchema.shape.id.parse('arxiv:1') }),
    ]);
    expect(all).toMatchObject([{ kind: 'record', record: { paper: { id: 'arxiv:1', title: 'Ferns' } } }]);
    for (const item of all) if (item.kind === 'record') fits(item.record);
  });

  it('pass unchanged alone, but for the id', async () => {
    const one = record();
    const { all } = await merge([one]);
    if (one.kind !== 'record') throw new Error('a record was expected');
    const id = (await merge([paper()])).papers[0]?.id;
    expect(all).toMatchObject([{ kind: 'record', record: { ...one.record, paper: { ...one.record.paper, id } } }]);
  });
});

describe('any input', () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const source = fc.record({ file: fc.constantFrom('a', 'b', 'c'), line: fc.integer({ min: 1, max: 30 }) });
  const anyPaper = fc
    .record({
      arxiv: optional(fc.constantFrom('1', '2', '3')),
      doi: optional(fc.constantFrom('10.1/a', '10.1/b')),
      title: optional(fc.constantFrom('One', 'Two')),
      date: optional(fc.constantFrom('2024', '2025', '2025-06', '2025-06-02', '2025-06-03')),
      abstract: fc.constantFrom(LONG, OTHER, `${LONG} `.toUpperCase(), 'Short.', 'short'),
      authors: fc.subarray(['Ann', 'Bo']),
      organizations: fc.subarray(['Oak', 'Elm']),
      categories: fc.subarray(['cs.CL']),
      source,
    })
    .map((fields) => JSON.parse(JSON.stringify({ kind: 'paper', paper: fields })) as PaperInput);
  const anyRecord = fc.constantFrom(
    record(),
    record({ title: 'Ferns', titleFrom: undefined }),
    record({ authors: ['Cy'] }),
  );
  const inputs = fc.array(fc.oneof({ weight: 5, arbitrary: anyPaper }, anyRecord), { maxLength: 12 });

  it('gives the same in every order, sorted, each key in one paper only', async () => {
    await fc.assert(
      fc.asyncProperty(inputs, fc.infiniteStream(fc.double({ noNaN: true })), async (items, chance) => {
        const shuffled = items.map((item) => [chance.next().value, item] as const).sort((a, b) => a[0] - b[0]);
        const { all, papers } = await merge(items);
        expect((await merge(shuffled.map(([, item]) => item))).all).toEqual(all);
        const ids = papers.map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)].sort());
        const long = papers.map(({ abstract }) => foldAbstract(abstract)).filter((text) => text.length >= 100);
        for (const one of papers) expect(PaperSchema.safeParse(one).success).toBe(true);
        expect(new Set(long).size).toBeGreaterThanOrEqual(Math.min(long.length, 1));
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});

it('thousands of papers come back whole', async () => {
  const items = Array.from({ length: 5_000 }, (_, i) =>
    paper({ arxiv: `${(i * 7_919) % 2_500}`, abstract: `Paper ${(i * 7_919) % 2_500}. ${LONG}` }, i + 1),
  );
  const { papers } = await merge(items);
  expect(papers).toHaveLength(2_500);
  for (const { id, abstract, sources } of papers) {
    expect(abstract).toBe(`Paper ${id.slice('arxiv:'.length)}. ${LONG}`);
    expect(sources).toHaveLength(2);
  }
});
